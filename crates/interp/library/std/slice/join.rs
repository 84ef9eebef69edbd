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

/// What slices that are put together are made of. Told apart by its own type, which is known where that of what comes
/// out is not.
pub(super) trait Piece: Sized {
    type Whole;

    fn whole(slice: &[Self]) -> Self::Whole;
}

impl Piece for String {
    type Whole = String;

    fn whole(slice: &[String]) -> String {
        text(slice)
    }
}

impl Piece for &str {
    type Whole = String;

    fn whole(slice: &[&str]) -> String {
        text(slice)
    }
}

fn text<S: Borrow<str>>(slice: &[S]) -> String {
    let mut whole = String::new();
    for part in slice {
        whole.push_str(Borrow::<str>::borrow(part));
    }
    whole
}

impl<T: Clone> Piece for Vec<T> {
    type Whole = Vec<T>;

    fn whole(slice: &[Vec<T>]) -> Vec<T> {
        list(slice)
    }
}

impl<T: Clone> Piece for &[T] {
    type Whole = Vec<T>;

    fn whole(slice: &[&[T]]) -> Vec<T> {
        list(slice)
    }
}

impl<T: Clone, const N: usize> Piece for [T; N] {
    type Whole = Vec<T>;

    fn whole(slice: &[[T; N]]) -> Vec<T> {
        list(slice)
    }
}

fn list<T: Clone, V: Borrow<[T]>>(slice: &[V]) -> Vec<T> {
    let mut whole = Vec::new();
    for part in slice {
        whole.extend_from_slice(Borrow::<[T]>::borrow(part));
    }
    whole
}
