//! Indices: numbers and ranges.

use crate::ops::{Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

pub trait SliceIndex<T: ?Sized> {
    type Output: ?Sized;

    fn get(self, slice: &T) -> Option<&Self::Output>;

    fn get_mut(self, slice: &mut T) -> Option<&mut Self::Output>;

    fn index(self, slice: &T) -> &Self::Output;

    fn index_mut(self, slice: &mut T) -> &mut Self::Output;
}

/// A reference to an element of which it is known that it is there.
fn element<T>(slice: &[T], at: usize) -> &T {
    native!()
}

/// A part of which it is known that it is there.
pub(crate) fn part<T>(slice: &[T], start: usize, end: usize) -> &[T] {
    native!()
}

/// As [`part`].
pub(crate) fn part_mut<T>(slice: &mut [T], start: usize, end: usize) -> &mut [T] {
    native!()
}

#[track_caller]
fn out_of_bounds(len: usize, index: usize) -> ! {
    panic!("index out of bounds: the len is {len} but the index is {index}")
}

#[track_caller]
fn bad_range(start: usize, end: usize, len: usize) -> ! {
    if start > len && end >= start {
        panic!("range start index {start} out of range for slice of length {len}");
    }
    if end > len {
        panic!("range end index {end} out of range for slice of length {len}");
    }
    panic!("slice index starts at {start} but ends at {end}")
}

impl<T> SliceIndex<[T]> for usize {
    type Output = T;

    fn get(self, slice: &[T]) -> Option<&T> {
        if self < slice.len() { Some(element(slice, self)) } else { None }
    }

    fn get_mut(self, slice: &mut [T]) -> Option<&mut T> {
        if self < slice.len() { Some(&mut slice[self]) } else { None }
    }

    #[track_caller]
    fn index(self, slice: &[T]) -> &T {
        if self >= slice.len() {
            out_of_bounds(slice.len(), self);
        }
        element(slice, self)
    }

    #[track_caller]
    fn index_mut(self, slice: &mut [T]) -> &mut T {
        if self >= slice.len() {
            out_of_bounds(slice.len(), self);
        }
        &mut slice[self]
    }
}

macro_rules! range_indices {
    ($($ty:ty: |$range:ident, $len:ident| $start:expr, $end:expr;)*) => {$(
        impl<T> SliceIndex<[T]> for $ty {
            type Output = [T];

            fn get(self, slice: &[T]) -> Option<&[T]> {
                let ($range, $len) = (self, slice.len());
                let (start, end): (usize, usize) = ($start, $end);
                if start <= end && end <= slice.len() { Some(part(slice, start, end)) } else { None }
            }

            fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
                let ($range, $len) = (self, slice.len());
                let (start, end): (usize, usize) = ($start, $end);
                if start <= end && end <= slice.len() { Some(part_mut(slice, start, end)) } else { None }
            }

            #[track_caller]
            fn index(self, slice: &[T]) -> &[T] {
                let ($range, $len) = (self, slice.len());
                let (start, end): (usize, usize) = ($start, $end);
                if start > end || end > slice.len() {
                    bad_range(start, end, slice.len());
                }
                part(slice, start, end)
            }

            #[track_caller]
            fn index_mut(self, slice: &mut [T]) -> &mut [T] {
                let ($range, $len) = (self, slice.len());
                let (start, end): (usize, usize) = ($start, $end);
                if start > end || end > slice.len() {
                    bad_range(start, end, slice.len());
                }
                part_mut(slice, start, end)
            }
        }
    )*};
}

range_indices! {
    Range<usize>: |range, len| range.start, range.end;
    RangeFrom<usize>: |range, len| range.start, len;
    RangeTo<usize>: |range, len| 0, range.end;
    RangeFull: |range, len| 0, len;
    RangeInclusive<usize>: |range, len| *range.start(), *range.end() + 1;
    RangeToInclusive<usize>: |range, len| 0, range.end + 1;
}

impl<T, I: SliceIndex<[T]>> Index<I> for [T] {
    type Output = I::Output;

    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl<T, I: SliceIndex<[T]>> IndexMut<I> for [T] {
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}
