//! What a text implements.

use crate::hash::{Hash, Hasher};
use crate::ops::{Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use crate::slice::SliceIndex;

/// Says why a range is none of a text's.
#[track_caller]
fn bad_range(text: &str, start: usize, end: usize) -> ! {
    native!()
}

macro_rules! range_indices {
    ($($ty:ty: |$range:ident, $len:ident| $start:expr, $end:expr;)*) => {$(
        impl SliceIndex<str> for $ty {
            type Output = str;

            fn get(self, slice: &str) -> Option<&str> {
                let ($range, $len) = (self, slice.len());
                let (start, end): (usize, usize) = ($start, $end);
                slice.part(start, end)
            }

            fn get_mut(self, slice: &mut str) -> Option<&mut str> {
                let ($range, $len) = (self, slice.len());
                let (start, end): (usize, usize) = ($start, $end);
                slice.part(start, end)
            }

            #[track_caller]
            fn index(self, slice: &str) -> &str {
                let ($range, $len) = (self, slice.len());
                let (start, end): (usize, usize) = ($start, $end);
                match slice.part(start, end) {
                    Some(part) => part,
                    None => bad_range(slice, start, end),
                }
            }

            #[track_caller]
            fn index_mut(self, slice: &mut str) -> &mut str {
                let ($range, $len) = (self, slice.len());
                let (start, end): (usize, usize) = ($start, $end);
                match slice.part(start, end) {
                    Some(part) => part,
                    None => bad_range(slice, start, end),
                }
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

impl<I: SliceIndex<str>> Index<I> for str {
    type Output = I::Output;

    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl<I: SliceIndex<str>> IndexMut<I> for str {
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

impl Hash for str {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.as_bytes());
        state.write_u8(0xff);
    }
}

impl ToOwned for str {
    type Owned = String;

    fn to_owned(&self) -> String {
        String::from(self)
    }
}

impl Default for Box<str> {
    fn default() -> Box<str> {
        String::new().into_boxed_str()
    }
}

impl Clone for Box<str> {
    fn clone(&self) -> Box<str> {
        String::from(&**self).into_boxed_str()
    }
}
