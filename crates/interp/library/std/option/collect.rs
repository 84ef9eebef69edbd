//! Options of what is collected, summed up and multiplied: nothing as soon as one has nothing.

use crate::iter::{Product, Sum};

/// Goes through the inside of wrapped values until one has none.
struct Whole<I> {
    iter: I,
    missing: bool,
}

impl<T, I: Iterator<Item = Option<T>>> Iterator for Whole<I> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if self.missing {
            return None;
        }
        match self.iter.next() {
            Some(Some(value)) => Some(value),
            Some(None) => {
                self.missing = true;
                None
            }
            None => None,
        }
    }
}

impl<V: FromIterator<A>, A> FromIterator<Option<A>> for Option<V> {
    fn from_iter<I: IntoIterator<Item = Option<A>>>(iter: I) -> Option<V> {
        let mut whole = Whole { iter: iter.into_iter(), missing: false };
        let collected: V = V::from_iter(&mut whole);
        if whole.missing { None } else { Some(collected) }
    }
}

impl<U: Sum<T>, T> Sum<Option<T>> for Option<U> {
    fn sum<I: Iterator<Item = Option<T>>>(iter: I) -> Option<U> {
        let mut whole = Whole { iter, missing: false };
        let total: U = U::sum(&mut whole);
        if whole.missing { None } else { Some(total) }
    }
}

impl<U: Product<T>, T> Product<Option<T>> for Option<U> {
    fn product<I: Iterator<Item = Option<T>>>(iter: I) -> Option<U> {
        let mut whole = Whole { iter, missing: false };
        let total: U = U::product(&mut whole);
        if whole.missing { None } else { Some(total) }
    }
}
