//! Growing arrays: the machine keeps the elements.

mod drain;
mod impls;
mod into_iter;

pub use drain::{Drain, ExtractIf, Splice};
pub use into_iter::IntoIter;

use crate::collections::TryReserveError;
use crate::ops::{RangeBounds, resolve};

#[lang = "Vec"]
pub struct Vec<T> {
    native: (),
}

/// A vector of as many copies: what `vec![value; count]` makes.
#[lang = "vec::from_elem"]
pub fn from_elem<T: Clone>(elem: T, n: usize) -> Vec<T> {
    let mut vec = Vec::with_capacity(n);
    vec.resize(n, elem);
    vec
}

/// As many handles to a value of which copies are free. `false` if this value is not such a one.
fn fill_plain<T>(vec: &mut Vec<T>, value: &T, count: usize) -> bool {
    native!()
}

impl<T> Vec<T> {
    pub const fn new() -> Vec<T> {
        native!()
    }

    pub fn with_capacity(capacity: usize) -> Vec<T> {
        native!()
    }

    pub fn capacity(&self) -> usize {
        native!()
    }

    pub fn reserve(&mut self, additional: usize) {
        native!()
    }

    pub fn reserve_exact(&mut self, additional: usize) {
        native!()
    }

    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.try_reserve(additional)
    }

    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.reserve(additional);
        Ok(())
    }

    pub fn shrink_to_fit(&mut self) {
        native!()
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        if self.capacity() > min_capacity {
            self.shrink_to_fit();
            self.reserve_exact(min_capacity.saturating_sub(self.len()));
        }
    }

    pub fn into_boxed_slice(self) -> Box<[T]> {
        native!()
    }

    pub fn truncate(&mut self, len: usize) {
        if self.len() > len {
            drop(self.cut(len));
        }
    }

    pub fn as_slice(&self) -> &[T] {
        native!()
    }

    pub fn as_mut_slice(&mut self) -> &mut [T] {
        native!()
    }

    pub fn as_ptr(&self) -> *const T {
        self.as_slice().as_ptr()
    }

    pub fn as_mut_ptr(&mut self) -> *mut T {
        self.as_mut_slice().as_mut_ptr()
    }

    pub unsafe fn set_len(&mut self, new_len: usize) {
        native!()
    }

    #[track_caller]
    pub fn swap_remove(&mut self, index: usize) -> T {
        let len = self.len();
        if index >= len {
            panic!("swap_remove index (is {index}) should be < len (is {len})");
        }
        self.as_mut_slice().swap(index, len - 1);
        self.pop().unwrap()
    }

    #[track_caller]
    pub fn insert(&mut self, index: usize, element: T) {
        native!()
    }

    #[track_caller]
    pub fn remove(&mut self, index: usize) -> T {
        native!()
    }

    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.retain_mut(|item| f(item))
    }

    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, mut f: F) {
        let mut kept = Vec::new();
        for mut item in crate::mem::replace(self, Vec::new()) {
            if f(&mut item) {
                kept.push(item);
            }
        }
        *self = kept;
    }

    pub fn dedup_by_key<F: FnMut(&mut T) -> K, K: PartialEq>(&mut self, mut key: F) {
        self.dedup_by(|a, b| key(a) == key(b))
    }

    pub fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, mut same_bucket: F) {
        let mut kept: Vec<T> = Vec::new();
        for mut item in crate::mem::replace(self, Vec::new()) {
            let same = match kept.last_mut() {
                Some(last) => same_bucket(&mut item, last),
                None => false,
            };
            if !same {
                kept.push(item);
            }
        }
        *self = kept;
    }

    #[lang = "Vec::push"]
    pub fn push(&mut self, value: T) {
        native!()
    }

    pub fn push_mut(&mut self, value: T) -> &mut T {
        self.push(value);
        self.last_mut().unwrap()
    }

    pub fn pop(&mut self) -> Option<T> {
        native!()
    }

    pub fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if predicate(self.last_mut()?) { self.pop() } else { None }
    }

    pub fn append(&mut self, other: &mut Vec<T>) {
        native!()
    }

    #[track_caller]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T> {
        let (start, end) = resolve(range, self.len());
        let tail = self.cut(end);
        let drained = self.cut(start);
        Drain::new(self, drained, tail)
    }

    pub fn clear(&mut self) {
        let room = self.capacity();
        drop(self.cut(0));
        self.reserve_exact(room);
    }

    /// Takes what is behind an index.
    fn cut(&mut self, at: usize) -> Vec<T> {
        native!()
    }

    pub fn len(&self) -> usize {
        native!()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[track_caller]
    pub fn split_off(&mut self, at: usize) -> Vec<T> {
        let len = self.len();
        if at > len {
            panic!("`at` split index (is {at}) should be <= len (is {len})");
        }
        self.cut(at)
    }

    pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, mut f: F) {
        self.truncate(new_len);
        while self.len() < new_len {
            self.push(f());
        }
    }

    pub fn leak<'a>(self) -> &'a mut [T] {
        Box::leak(self.into_boxed_slice())
    }

    pub fn resize(&mut self, new_len: usize, value: T)
    where
        T: Clone,
    {
        self.truncate(new_len);
        let missing = new_len - self.len();
        if missing == 0 || fill_plain(self, &value, missing) {
            return;
        }
        for _ in 1..missing {
            self.push(value.clone());
        }
        self.push(value);
    }

    pub fn extend_from_slice(&mut self, other: &[T])
    where
        T: Clone,
    {
        self.append(&mut other.to_vec())
    }

    #[track_caller]
    pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R)
    where
        T: Clone,
    {
        let (start, end) = resolve(src, self.len());
        let mut copied = self.as_slice()[start..end].to_vec();
        self.append(&mut copied);
    }

    pub fn dedup(&mut self)
    where
        T: PartialEq,
    {
        self.dedup_by(|a, b| *a == *b)
    }

    #[track_caller]
    pub fn splice<R: RangeBounds<usize>, I: IntoIterator<Item = T>>(
        &mut self,
        range: R,
        replace_with: I,
    ) -> Splice<T> {
        let (start, end) = resolve(range, self.len());
        let mut tail = self.cut(end);
        let removed = self.cut(start);
        self.extend(replace_with);
        self.append(&mut tail);
        Splice::new(removed)
    }

    #[track_caller]
    pub fn extract_if<F: FnMut(&mut T) -> bool, R: RangeBounds<usize>>(
        &mut self,
        range: R,
        filter: F,
    ) -> ExtractIf<'_, T, F> {
        let (start, end) = resolve(range, self.len());
        ExtractIf::new(self, start, end, filter)
    }
}

impl<T, const N: usize> Vec<[T; N]> {
    pub fn into_flattened(self) -> Vec<T> {
        let mut flat = Vec::new();
        for inner in self {
            flat.extend(inner);
        }
        flat
    }
}
