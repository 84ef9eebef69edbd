//! A queue whose greatest element comes first.

use crate::fmt;
use crate::ops::{Deref, DerefMut};

#[lang = "BinaryHeap"]
pub struct BinaryHeap<T> {
    data: Vec<T>,
}

impl<T: Ord> BinaryHeap<T> {
    pub const fn new() -> BinaryHeap<T> {
        BinaryHeap { data: Vec::new() }
    }

    pub fn with_capacity(capacity: usize) -> BinaryHeap<T> {
        BinaryHeap { data: Vec::with_capacity(capacity) }
    }

    pub fn push(&mut self, item: T) {
        self.data.push(item);
        self.sift_up(0, self.data.len() - 1);
    }

    pub fn pop(&mut self) -> Option<T> {
        let last = self.data.pop()?;
        if self.data.is_empty() {
            return Some(last);
        }
        let greatest = crate::mem::replace(&mut self.data[0], last);
        self.sift_to_bottom(0);
        Some(greatest)
    }

    fn sift_up(&mut self, start: usize, at: usize) {
        let mut at = at;
        while at > start {
            let parent = (at - 1) / 2;
            if self.data[at] <= self.data[parent] {
                return;
            }
            self.data.swap(at, parent);
            at = parent;
        }
    }

    fn sift_down(&mut self, at: usize, end: usize) {
        let mut at = at;
        loop {
            let child = self.greater_child(at, end);
            if child >= end || self.data[at] >= self.data[child] {
                return;
            }
            self.data.swap(at, child);
            at = child;
        }
    }

    /// All the way down first and up from there: the order of equal elements depends on it.
    fn sift_to_bottom(&mut self, start: usize) {
        let end = self.data.len();
        let mut at = start;
        loop {
            let child = self.greater_child(at, end);
            if child >= end {
                break;
            }
            self.data.swap(at, child);
            at = child;
        }
        self.sift_up(start, at);
    }

    fn greater_child(&self, at: usize, end: usize) -> usize {
        let child = 2 * at + 1;
        if child + 1 < end && self.data[child] <= self.data[child + 1] { child + 1 } else { child }
    }

    fn rebuild(&mut self) {
        let mut at = self.data.len() / 2;
        while at > 0 {
            at -= 1;
            self.sift_down(at, self.data.len());
        }
    }

    /// Puts the elements from a place on into theirs.
    fn rebuild_tail(&mut self, start: usize) {
        let len = self.data.len();
        if start == len {
            return;
        }
        let tail = len - start;
        let rebuilds = if start < tail {
            true
        } else if len <= 2048 {
            2 * len < tail * (start.ilog2() as usize)
        } else {
            2 * len < tail * 11
        };
        if rebuilds {
            return self.rebuild();
        }
        for at in start..len {
            self.sift_up(0, at);
        }
    }

    pub fn peek_mut(&mut self) -> Option<PeekMut<'_, T>> {
        if self.data.is_empty() { None } else { Some(PeekMut { heap: self, changed: false }) }
    }

    pub fn into_sorted_vec(mut self) -> Vec<T> {
        let mut end = self.data.len();
        while end > 1 {
            end -= 1;
            self.data.swap(0, end);
            self.sift_down(0, end);
        }
        self.data
    }

    pub fn append(&mut self, other: &mut BinaryHeap<T>) {
        if self.data.len() < other.data.len() {
            crate::mem::swap(self, other);
        }
        let start = self.data.len();
        self.data.append(&mut other.data);
        self.rebuild_tail(start);
    }

    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        let mut kept = 0;
        let mut first_removed = self.data.len();
        self.data.retain(|it| {
            let keep = f(it);
            if keep {
                kept += 1;
            } else {
                first_removed = first_removed.min(kept);
            }
            keep
        });
        self.rebuild_tail(first_removed.min(self.data.len()));
    }
}

impl<T> BinaryHeap<T> {
    pub fn peek(&self) -> Option<&T> {
        self.data.first()
    }

    pub fn capacity(&self) -> usize {
        self.data.capacity()
    }

    pub fn reserve(&mut self, additional: usize) {
        self.data.reserve(additional)
    }

    pub fn shrink_to_fit(&mut self) {
        self.data.shrink_to_fit()
    }

    pub fn iter(&self) -> crate::slice::Iter<'_, T> {
        self.data.iter()
    }

    pub fn into_vec(self) -> Vec<T> {
        self.data
    }

    pub fn as_slice(&self) -> &[T] {
        self.data.as_slice()
    }

    pub fn len(&self) -> usize {
        self.data.len()
    }

    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    pub fn drain(&mut self) -> crate::vec::IntoIter<T> {
        crate::mem::take(&mut self.data).into_iter()
    }

    pub fn clear(&mut self) {
        self.data.clear()
    }
}

/// The greatest element; it finds its place when this is dropped.
pub struct PeekMut<'a, T: Ord> {
    heap: &'a mut BinaryHeap<T>,
    changed: bool,
}

impl<'a, T: Ord> PeekMut<'a, T> {
    pub fn pop(mut this: PeekMut<'a, T>) -> T {
        this.changed = false;
        this.heap.pop().unwrap()
    }
}

impl<'a, T: Ord> Drop for PeekMut<'a, T> {
    fn drop(&mut self) {
        if self.changed {
            self.heap.sift_down(0, self.heap.data.len());
        }
    }
}

impl<'a, T: Ord> Deref for PeekMut<'a, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.heap.data[0]
    }
}

impl<'a, T: Ord> DerefMut for PeekMut<'a, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.changed = true;
        &mut self.heap.data[0]
    }
}

impl<T: Clone> Clone for BinaryHeap<T> {
    fn clone(&self) -> Self {
        BinaryHeap { data: self.data.clone() }
    }
}

impl<T: Ord> Default for BinaryHeap<T> {
    fn default() -> BinaryHeap<T> {
        BinaryHeap::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for BinaryHeap<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {
    fn from(vec: Vec<T>) -> BinaryHeap<T> {
        let mut heap = BinaryHeap { data: vec };
        heap.rebuild();
        heap
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for BinaryHeap<T> {
    fn from(arr: [T; N]) -> Self {
        BinaryHeap::from(crate::array::into_vec(arr))
    }
}

impl<T: Ord> FromIterator<T> for BinaryHeap<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BinaryHeap<T> {
        BinaryHeap::from(iter.into_iter().collect::<Vec<T>>())
    }
}

impl<T: Ord> Extend<T> for BinaryHeap<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        let start = self.data.len();
        self.data.extend(iter);
        self.rebuild_tail(start);
    }
}

impl<T> IntoIterator for BinaryHeap<T> {
    type Item = T;
    type IntoIter = crate::vec::IntoIter<T>;

    fn into_iter(self) -> crate::vec::IntoIter<T> {
        self.data.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a BinaryHeap<T> {
    type Item = &'a T;
    type IntoIter = crate::slice::Iter<'a, T>;

    fn into_iter(self) -> crate::slice::Iter<'a, T> {
        self.data.iter()
    }
}

impl<T: Ord> From<BinaryHeap<T>> for Vec<T> {
    fn from(heap: BinaryHeap<T>) -> Vec<T> {
        heap.into_vec()
    }
}
