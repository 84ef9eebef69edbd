//! Slices of slices and of texts, made into one.

use crate::borrow::Borrow;

pub trait Concat<Item: ?Sized> {
    type Output;

    fn concat(slice: &Self) -> Self::Output;
}

pub trait Join<Separator> {
    type Output;

    fn join(slice: &Self, sep: Separator) -> Self::Output;
}

impl<S: Borrow<str>> Concat<str> for [S] {
    type Output = String;

    fn concat(slice: &Self) -> String {
        let mut joined = String::new();
        for part in slice {
            joined.push_str(Borrow::<str>::borrow(part));
        }
        joined
    }
}

impl<S: Borrow<str>> Join<&str> for [S] {
    type Output = String;

    fn join(slice: &Self, sep: &str) -> String {
        let mut joined = String::new();
        let mut first = true;
        for part in slice {
            if !first {
                joined.push_str(sep);
            }
            first = false;
            joined.push_str(Borrow::<str>::borrow(part));
        }
        joined
    }
}

impl<T: Clone, V: Borrow<[T]>> Concat<T> for [V] {
    type Output = Vec<T>;

    fn concat(slice: &Self) -> Vec<T> {
        let mut joined = Vec::new();
        for part in slice {
            joined.extend_from_slice(Borrow::<[T]>::borrow(part));
        }
        joined
    }
}

impl<T: Clone, V: Borrow<[T]>> Join<&T> for [V] {
    type Output = Vec<T>;

    fn join(slice: &Self, sep: &T) -> Vec<T> {
        let mut joined = Vec::new();
        let mut first = true;
        for part in slice {
            if !first {
                joined.push(sep.clone());
            }
            first = false;
            joined.extend_from_slice(Borrow::<[T]>::borrow(part));
        }
        joined
    }
}

impl<T: Clone, V: Borrow<[T]>> Join<&[T]> for [V] {
    type Output = Vec<T>;

    fn join(slice: &Self, sep: &[T]) -> Vec<T> {
        let mut joined = Vec::new();
        let mut first = true;
        for part in slice {
            if !first {
                joined.extend_from_slice(sep);
            }
            first = false;
            joined.extend_from_slice(Borrow::<[T]>::borrow(part));
        }
        joined
    }
}
