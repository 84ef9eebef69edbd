//! Parts of a vector that are taken out.

use super::IntoIter;
use crate::fmt;

/// What is behind the drained part is put back when this is dropped.
pub struct Drain<'a, T> {
    vec: &'a mut Vec<T>,
    iter: IntoIter<T>,
    tail: Vec<T>,
}

impl<'a, T> Drain<'a, T> {
    pub(super) fn new(vec: &'a mut Vec<T>, drained: Vec<T>, tail: Vec<T>) -> Self {
        Drain { vec, iter: IntoIter::new(drained), tail }
    }

    pub fn as_slice(&self) -> &[T] {
        self.iter.as_slice()
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for Drain<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain").field(&self.as_slice()).finish()
    }
}

impl<'a, T> Iterator for Drain<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.iter.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<'a, T> DoubleEndedIterator for Drain<'a, T> {
    fn next_back(&mut self) -> Option<T> {
        self.iter.next_back()
    }
}

impl<'a, T> ExactSizeIterator for Drain<'a, T> {}

impl<'a, T> Drop for Drain<'a, T> {
    fn drop(&mut self) {
        while let Some(_) = self.iter.next() {}
        self.vec.append(&mut self.tail);
    }
}

pub struct Splice<T> {
    removed: IntoIter<T>,
}

impl<T> Splice<T> {
    pub(super) fn new(removed: Vec<T>) -> Self {
        Splice { removed: IntoIter::new(removed) }
    }
}

impl<T> Iterator for Splice<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.removed.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.removed.size_hint()
    }
}

impl<T> DoubleEndedIterator for Splice<T> {
    fn next_back(&mut self) -> Option<T> {
        self.removed.next_back()
    }
}

impl<T> ExactSizeIterator for Splice<T> {}

pub struct ExtractIf<'a, T, F> {
    vec: &'a mut Vec<T>,
    at: usize,
    end: usize,
    filter: F,
}

impl<'a, T, F> ExtractIf<'a, T, F> {
    pub(super) fn new(vec: &'a mut Vec<T>, at: usize, end: usize, filter: F) -> Self {
        ExtractIf { vec, at, end, filter }
    }
}

impl<'a, T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<'a, T, F> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        while self.at < self.end {
            if (self.filter)(&mut self.vec[self.at]) {
                self.end -= 1;
                return Some(self.vec.remove(self.at));
            }
            self.at += 1;
        }
        None
    }
}
