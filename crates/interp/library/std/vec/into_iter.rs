//! A vector that is being taken apart.

/// The elements that are left are between two indices; the slots before and behind are empty.
#[lang = "vec::IntoIter"]
#[lang = "vec::IntoIter"]
pub struct IntoIter<T> {
    buf: Vec<T>,
    front: usize,
    back: usize,
}

impl<T> IntoIter<T> {
    pub(crate) fn new(buf: Vec<T>) -> Self {
        let back = buf.len();
        IntoIter { buf, front: 0, back }
    }

    pub fn as_slice(&self) -> &[T] {
        &self.buf.as_slice()[self.front..self.back]
    }

    pub fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.buf.as_mut_slice()[self.front..self.back]
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        native!()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.back - self.front;
        (left, Some(left))
    }

    fn count(self) -> usize {
        self.back - self.front
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        if self.front >= self.back {
            return None;
        }
        self.back -= 1;
        Some(unsafe { crate::ptr::read(&self.buf[self.back]) })
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

impl<T: Clone> Clone for IntoIter<T> {
    fn clone(&self) -> Self {
        IntoIter::new(self.as_slice().to_vec())
    }
}

impl<T: crate::fmt::Debug> crate::fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_tuple("IntoIter").field(&self.as_slice()).finish()
    }
}

impl<T> IntoIterator for Vec<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter::new(self)
    }
}

impl<'a, T> IntoIterator for &'a Vec<T> {
    type Item = &'a T;
    type IntoIter = crate::slice::Iter<'a, T>;

    fn into_iter(self) -> crate::slice::Iter<'a, T> {
        self.as_slice().iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Vec<T> {
    type Item = &'a mut T;
    type IntoIter = crate::slice::IterMut<'a, T>;

    fn into_iter(self) -> crate::slice::IterMut<'a, T> {
        self.as_mut_slice().iter_mut()
    }
}
