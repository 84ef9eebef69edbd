//! A queue with two ends: a vector whose first slots may be empty.

use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::ops::{Index, IndexMut, RangeBounds, resolve};
use crate::ptr;

#[lang = "VecDeque"]
pub struct VecDeque<T> {
    buf: Vec<T>,
    head: usize,
}

/// As many empty slots, and behind them what is in the vector.
fn make_room<T>(buf: &mut Vec<T>, count: usize) {
    native!()
}

/// Takes empty slots away from the front.
fn close_room<T>(buf: &mut Vec<T>, count: usize) {
    native!()
}

impl<T> VecDeque<T> {
    pub const fn new() -> VecDeque<T> {
        VecDeque { buf: Vec::new(), head: 0 }
    }

    pub fn with_capacity(capacity: usize) -> VecDeque<T> {
        VecDeque { buf: Vec::with_capacity(capacity), head: 0 }
    }

    pub fn get(&self, index: usize) -> Option<&T> {
        self.buf.get(self.head + index)
    }

    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        self.buf.get_mut(self.head + index)
    }

    #[track_caller]
    pub fn swap(&mut self, i: usize, j: usize) {
        assert!(i < self.len());
        assert!(j < self.len());
        self.buf.swap(self.head + i, self.head + j)
    }

    pub fn capacity(&self) -> usize {
        self.buf.capacity()
    }

    pub fn reserve(&mut self, additional: usize) {
        self.buf.reserve(additional)
    }

    pub fn shrink_to_fit(&mut self) {
        self.buf.shrink_to_fit()
    }

    pub fn truncate(&mut self, len: usize) {
        self.buf.truncate(self.head + len)
    }

    pub fn iter(&self) -> crate::slice::Iter<'_, T> {
        self.buf[self.head..].iter()
    }

    pub fn iter_mut(&mut self) -> crate::slice::IterMut<'_, T> {
        self.buf[self.head..].iter_mut()
    }

    pub fn as_slices(&self) -> (&[T], &[T]) {
        (&self.buf[self.head..], &[])
    }

    pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {
        (&mut self.buf[self.head..], &mut [])
    }

    pub fn make_contiguous(&mut self) -> &mut [T] {
        &mut self.buf[self.head..]
    }

    pub fn len(&self) -> usize {
        self.buf.len() - self.head
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[track_caller]
    pub fn range<R: RangeBounds<usize>>(&self, range: R) -> crate::slice::Iter<'_, T> {
        let (start, end) = resolve(range, self.len());
        self.buf[self.head + start..self.head + end].iter()
    }

    #[track_caller]
    pub fn range_mut<R: RangeBounds<usize>>(&mut self, range: R) -> crate::slice::IterMut<'_, T> {
        let (start, end) = resolve(range, self.len());
        self.buf[self.head + start..self.head + end].iter_mut()
    }

    #[track_caller]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> crate::vec::Drain<'_, T> {
        let (start, end) = resolve(range, self.len());
        let head = self.head;
        self.buf.drain(head + start..head + end)
    }

    pub fn clear(&mut self) {
        self.head = 0;
        self.buf.clear()
    }

    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        self.buf[self.head..].contains(x)
    }

    pub fn front(&self) -> Option<&T> {
        self.get(0)
    }

    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.get_mut(0)
    }

    pub fn back(&self) -> Option<&T> {
        if self.is_empty() { None } else { self.buf.last() }
    }

    pub fn back_mut(&mut self) -> Option<&mut T> {
        if self.is_empty() { None } else { self.buf.last_mut() }
    }

    pub fn pop_front(&mut self) -> Option<T> {
        if self.is_empty() {
            return None;
        }
        let item = unsafe { ptr::read(&self.buf[self.head]) };
        self.head += 1;
        if self.head > 16 && self.head * 2 > self.buf.len() {
            close_room(&mut self.buf, self.head);
            self.head = 0;
        }
        Some(item)
    }

    pub fn pop_back(&mut self) -> Option<T> {
        if self.is_empty() { None } else { self.buf.pop() }
    }

    pub fn pop_front_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if predicate(self.front_mut()?) { self.pop_front() } else { None }
    }

    pub fn pop_back_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if predicate(self.back_mut()?) { self.pop_back() } else { None }
    }

    pub fn push_front(&mut self, value: T) {
        if self.head == 0 {
            let room = self.buf.len().max(4);
            make_room(&mut self.buf, room);
            self.head = room;
        }
        self.head -= 1;
        unsafe { ptr::write(&mut self.buf[self.head], value) };
    }

    pub fn push_back(&mut self, value: T) {
        self.buf.push(value)
    }

    #[track_caller]
    pub fn insert(&mut self, index: usize, value: T) {
        assert!(index <= self.len(), "index out of bounds");
        self.buf.insert(self.head + index, value)
    }

    pub fn remove(&mut self, index: usize) -> Option<T> {
        if index >= self.len() { None } else { Some(self.buf.remove(self.head + index)) }
    }

    pub fn swap_remove_back(&mut self, index: usize) -> Option<T> {
        let len = self.len();
        if index >= len {
            return None;
        }
        self.swap(index, len - 1);
        self.pop_back()
    }

    pub fn swap_remove_front(&mut self, index: usize) -> Option<T> {
        if index >= self.len() {
            return None;
        }
        self.swap(index, 0);
        self.pop_front()
    }

    #[track_caller]
    pub fn split_off(&mut self, at: usize) -> VecDeque<T> {
        assert!(at <= self.len(), "`at` out of bounds");
        VecDeque { buf: self.buf.split_off(self.head + at), head: 0 }
    }

    pub fn append(&mut self, other: &mut VecDeque<T>) {
        while let Some(item) = other.pop_front() {
            self.push_back(item);
        }
    }

    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.retain_mut(|item| f(item))
    }

    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, mut f: F) {
        let mut kept = Vec::new();
        while let Some(mut item) = self.pop_front() {
            if f(&mut item) {
                kept.push(item);
            }
        }
        self.buf = kept;
        self.head = 0;
    }

    pub fn resize(&mut self, new_len: usize, value: T)
    where
        T: Clone,
    {
        self.buf.resize(self.head + new_len, value)
    }

    pub fn resize_with(&mut self, new_len: usize, generator: impl FnMut() -> T) {
        self.buf.resize_with(self.head + new_len, generator)
    }

    #[track_caller]
    pub fn rotate_left(&mut self, n: usize) {
        assert!(n <= self.len());
        self.make_contiguous().rotate_left(n)
    }

    #[track_caller]
    pub fn rotate_right(&mut self, n: usize) {
        assert!(n <= self.len());
        self.make_contiguous().rotate_right(n)
    }

    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        self.buf[self.head..].binary_search(x)
    }

    pub fn binary_search_by<F: FnMut(&T) -> Ordering>(&self, f: F) -> Result<usize, usize> {
        self.buf[self.head..].binary_search_by(f)
    }

    pub fn binary_search_by_key<B: Ord, F: FnMut(&T) -> B>(&self, b: &B, f: F) -> Result<usize, usize> {
        self.buf[self.head..].binary_search_by_key(b, f)
    }

    pub fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize {
        self.buf[self.head..].partition_point(pred)
    }
}

impl<T> Index<usize> for VecDeque<T> {
    type Output = T;

    #[track_caller]
    fn index(&self, index: usize) -> &T {
        self.get(index).expect("Out of bounds access")
    }
}

impl<T> IndexMut<usize> for VecDeque<T> {
    #[track_caller]
    fn index_mut(&mut self, index: usize) -> &mut T {
        self.get_mut(index).expect("Out of bounds access")
    }
}

impl<T: Clone> Clone for VecDeque<T> {
    fn clone(&self) -> Self {
        VecDeque { buf: self.buf[self.head..].to_vec(), head: 0 }
    }
}

impl<T> Default for VecDeque<T> {
    fn default() -> VecDeque<T> {
        VecDeque::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for VecDeque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: PartialEq> PartialEq for VecDeque<T> {
    fn eq(&self, other: &VecDeque<T>) -> bool {
        self.buf[self.head..] == other.buf[other.head..]
    }
}

impl<T: Eq> Eq for VecDeque<T> {}

macro_rules! equal {
    ($([$($params:tt)*] $ty:ty;)*) => {$(
        impl<T: PartialEq, $($params)*> PartialEq<$ty> for VecDeque<T> {
            fn eq(&self, other: &$ty) -> bool {
                self.buf[self.head..] == other[..]
            }
        }
    )*};
}

equal! {
    [] Vec<T>;
    [] &[T];
    [const N: usize] [T; N];
    [const N: usize] &[T; N];
}

impl<T: PartialOrd> PartialOrd for VecDeque<T> {
    fn partial_cmp(&self, other: &VecDeque<T>) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

impl<T: Ord> Ord for VecDeque<T> {
    fn cmp(&self, other: &VecDeque<T>) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<T: Hash> Hash for VecDeque<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.buf[self.head..].hash(state)
    }
}

impl<T> FromIterator<T> for VecDeque<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> VecDeque<T> {
        VecDeque { buf: iter.into_iter().collect::<Vec<T>>(), head: 0 }
    }
}

impl<T> Extend<T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        self.buf.extend(iter)
    }
}

impl<T> From<Vec<T>> for VecDeque<T> {
    fn from(vec: Vec<T>) -> VecDeque<T> {
        VecDeque { buf: vec, head: 0 }
    }
}

impl<T, const N: usize> From<[T; N]> for VecDeque<T> {
    fn from(arr: [T; N]) -> Self {
        VecDeque { buf: crate::array::into_vec(arr), head: 0 }
    }
}

/// A queue that is being taken apart.
#[derive(Clone, Debug)]
pub struct IntoIter<T> {
    queue: VecDeque<T>,
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.queue.pop_front()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.queue.len(), Some(self.queue.len()))
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.queue.pop_back()
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

impl<T> IntoIterator for VecDeque<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter { queue: self }
    }
}

impl<'a, T> IntoIterator for &'a VecDeque<T> {
    type Item = &'a T;
    type IntoIter = crate::slice::Iter<'a, T>;

    fn into_iter(self) -> crate::slice::Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut VecDeque<T> {
    type Item = &'a mut T;
    type IntoIter = crate::slice::IterMut<'a, T>;

    fn into_iter(self) -> crate::slice::IterMut<'a, T> {
        self.iter_mut()
    }
}
