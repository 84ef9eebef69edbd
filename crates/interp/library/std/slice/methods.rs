//! What a slice can do: looking at it, cutting it, copying it.

use super::{Iter, IterMut, SliceIndex};
use crate::cmp::Ordering;
use crate::ops::{RangeBounds, resolve};

/// The same elements in a new vector, if copies of them are free; nothing, if they have to be cloned.
fn copy_plain<T>(slice: &[T]) -> Option<Vec<T>> {
    native!()
}

impl<T> [T] {
    pub const fn len(&self) -> usize {
        native!()
    }

    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    pub fn first_mut(&mut self) -> Option<&mut T> {
        self.get_mut(0)
    }

    pub fn last(&self) -> Option<&T> {
        if self.is_empty() { None } else { Some(&self[self.len() - 1]) }
    }

    pub fn last_mut(&mut self) -> Option<&mut T> {
        if self.is_empty() { None } else { Some(&mut self[self.len() - 1]) }
    }

    pub fn split_first(&self) -> Option<(&T, &[T])> {
        if self.is_empty() { None } else { Some((&self[0], &self[1..])) }
    }

    pub fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        if self.is_empty() { None } else { Some((&mut self[0], &mut self[1..])) }
    }

    pub fn split_last(&self) -> Option<(&T, &[T])> {
        let len = self.len();
        if len == 0 { None } else { Some((&self[len - 1], &self[..len - 1])) }
    }

    pub fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        let len = self.len();
        if len == 0 { None } else { Some((&mut self[len - 1], &mut self[..len - 1])) }
    }

    pub fn first_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() < N { None } else { Some(crate::array::as_array(&self[..N])) }
    }

    pub fn last_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() < N { None } else { Some(crate::array::as_array(&self[self.len() - N..])) }
    }

    pub fn split_first_chunk<const N: usize>(&self) -> Option<(&[T; N], &[T])> {
        Some((self.first_chunk::<N>()?, &self[N..]))
    }

    pub fn split_last_chunk<const N: usize>(&self) -> Option<(&[T], &[T; N])> {
        let chunk = self.last_chunk::<N>()?;
        Some((&self[..self.len() - N], chunk))
    }

    pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output> {
        native!()
    }

    pub fn get_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> Option<&mut I::Output> {
        native!()
    }

    #[track_caller]
    pub unsafe fn get_unchecked<I: SliceIndex<[T]>>(&self, index: I) -> &I::Output {
        index.index(self)
    }

    #[track_caller]
    pub unsafe fn get_unchecked_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }

    pub const fn as_ptr(&self) -> *const T {
        native!()
    }

    pub fn as_mut_ptr(&mut self) -> *mut T {
        native!()
    }

    #[track_caller]
    pub fn swap(&mut self, a: usize, b: usize) {
        native!()
    }

    pub fn reverse(&mut self) {
        native!()
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(self)
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut::new(self)
    }

    #[track_caller]
    pub fn split_at(&self, mid: usize) -> (&[T], &[T]) {
        match self.split_at_checked(mid) {
            Some(halves) => halves,
            None => panic!("mid > len"),
        }
    }

    #[track_caller]
    pub fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        if mid > self.len() {
            panic!("mid > len");
        }
        (&mut self[..mid], &mut self[mid..])
    }

    pub fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])> {
        if mid > self.len() { None } else { Some((&self[..mid], &self[mid..])) }
    }

    pub fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])> {
        if mid > self.len() { None } else { Some(self.split_at_mut(mid)) }
    }

    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        for item in self {
            if *item == *x {
                return true;
            }
        }
        false
    }

    pub fn starts_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let n = needle.len();
        self.len() >= n && self[..n] == *needle
    }

    pub fn ends_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let (m, n) = (self.len(), needle.len());
        m >= n && self[m - n..] == *needle
    }

    pub fn strip_prefix(&self, prefix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.starts_with(prefix) { Some(&self[prefix.len()..]) } else { None }
    }

    pub fn strip_suffix(&self, suffix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.ends_with(suffix) { Some(&self[..self.len() - suffix.len()]) } else { None }
    }

    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        self.binary_search_by(|p| p.cmp(x))
    }

    pub fn binary_search_by<F: FnMut(&T) -> Ordering>(&self, mut f: F) -> Result<usize, usize> {
        let mut size = self.len();
        if size == 0 {
            return Err(0);
        }
        let mut base = 0;
        while size > 1 {
            let half = size / 2;
            let mid = base + half;
            if f(&self[mid]) != Ordering::Greater {
                base = mid;
            }
            size -= half;
        }
        match f(&self[base]) {
            Ordering::Equal => Ok(base),
            Ordering::Less => Err(base + 1),
            Ordering::Greater => Err(base),
        }
    }

    pub fn binary_search_by_key<B: Ord, F: FnMut(&T) -> B>(&self, b: &B, mut f: F) -> Result<usize, usize> {
        self.binary_search_by(|k| f(k).cmp(b))
    }

    pub fn partition_point<P: FnMut(&T) -> bool>(&self, mut pred: P) -> usize {
        self.binary_search_by(|x| if pred(x) { Ordering::Less } else { Ordering::Greater }).unwrap_or_else(|i| i)
    }

    #[track_caller]
    pub fn rotate_left(&mut self, mid: usize) {
        assert!(mid <= self.len());
        self[..mid].reverse();
        self[mid..].reverse();
        self.reverse();
    }

    #[track_caller]
    pub fn rotate_right(&mut self, k: usize) {
        assert!(k <= self.len());
        self.rotate_left(self.len() - k)
    }

    pub fn fill(&mut self, value: T)
    where
        T: Clone,
    {
        for slot in self.iter_mut() {
            *slot = value.clone();
        }
    }

    pub fn fill_with<F: FnMut() -> T>(&mut self, mut f: F) {
        for slot in self.iter_mut() {
            *slot = f();
        }
    }

    #[track_caller]
    pub fn clone_from_slice(&mut self, src: &[T])
    where
        T: Clone,
    {
        if self.len() != src.len() {
            panic!("destination and source slices have different lengths");
        }
        for at in 0..src.len() {
            self[at] = src[at].clone();
        }
    }

    #[track_caller]
    pub fn copy_from_slice(&mut self, src: &[T])
    where
        T: Copy,
    {
        if self.len() != src.len() {
            panic!("copy_from_slice: source slice length ({}) does not match destination slice length ({})", src.len(), self.len());
        }
        for at in 0..src.len() {
            self[at] = src[at];
        }
    }

    #[track_caller]
    pub fn copy_within<R: RangeBounds<usize>>(&mut self, src: R, dest: usize)
    where
        T: Copy,
    {
        let (start, end) = resolve(src, self.len());
        assert!(dest <= self.len() - (end - start), "dest is out of bounds");
        let copied = self[start..end].to_vec();
        for at in 0..copied.len() {
            self[dest + at] = copied[at];
        }
    }

    #[track_caller]
    pub fn swap_with_slice(&mut self, other: &mut [T]) {
        assert!(self.len() == other.len(), "destination and source slices have different lengths");
        for at in 0..other.len() {
            crate::mem::swap(&mut self[at], &mut other[at]);
        }
    }

    pub fn to_vec(&self) -> Vec<T>
    where
        T: Clone,
    {
        if let Some(copied) = copy_plain(self) {
            return copied;
        }
        let mut vec = Vec::with_capacity(self.len());
        for item in self {
            vec.push(item.clone());
        }
        vec
    }

    pub fn into_vec(self: Box<Self>) -> Vec<T> {
        native!()
    }

    #[track_caller]
    pub fn repeat(&self, n: usize) -> Vec<T>
    where
        T: Copy,
    {
        let mut vec = Vec::with_capacity(self.len() * n);
        for _ in 0..n {
            vec.extend_from_slice(self);
        }
        vec
    }

    pub fn concat<Item: ?Sized>(&self) -> <[T] as super::Concat<Item>>::Output
    where
        [T]: super::Concat<Item>,
    {
        <T as super::join::Piece>::whole(self)
    }

    pub fn join<Separator>(&self, sep: Separator) -> <[T] as super::Join<Separator>>::Output
    where
        [T]: super::Join<Separator>,
    {
        super::Join::join(self, sep)
    }
}

impl<T, const N: usize> [[T; N]] {
    pub fn as_flattened(&self) -> Vec<T>
    where
        T: Clone,
    {
        self.iter().flat_map(|inner| inner.iter().cloned()).collect::<Vec<T>>()
    }
}
