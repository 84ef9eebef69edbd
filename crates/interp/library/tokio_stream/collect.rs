//! What streams are collected into.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::hash::Hash;

pub trait FromStream<T>: Sized {
    /// What it is as long as there is nothing in it.
    fn begin() -> Self;

    /// Whether more can be taken.
    fn take_item(&mut self, item: T) -> bool;
}

impl FromStream<()> for () {
    fn begin() -> Self {}

    fn take_item(&mut self, _: ()) -> bool {
        true
    }
}

impl<T: AsRef<str>> FromStream<T> for String {
    fn begin() -> Self {
        String::new()
    }

    fn take_item(&mut self, item: T) -> bool {
        self.push_str(item.as_ref());
        true
    }
}

macro_rules! collections {
    ($([$($params:tt)*] $name:ty: $item:ty, |$all:ident, $next:ident| $take:expr;)*) => {$(
        impl<$($params)*> FromStream<$item> for $name {
            fn begin() -> Self {
                <$name>::new()
            }

            fn take_item(&mut self, $next: $item) -> bool {
                let $all = self;
                $take;
                true
            }
        }
    )*};
}

collections! {
    [T] Vec<T>: T, |all, item| all.push(item);
    [T] VecDeque<T>: T, |all, item| all.push_back(item);
    [T] LinkedList<T>: T, |all, item| all.push_back(item);
    [T: Ord] BTreeSet<T>: T, |all, item| all.insert(item);
    [T: Eq + Hash] HashSet<T>: T, |all, item| all.insert(item);
    [T: Ord] BinaryHeap<T>: T, |all, item| all.push(item);
    [K: Ord, V] BTreeMap<K, V>: (K, V), |all, item| all.insert(item.0, item.1);
    [K: Eq + Hash, V] HashMap<K, V>: (K, V), |all, item| all.insert(item.0, item.1);
}

impl<T> FromStream<T> for Box<[T]> {
    fn begin() -> Self {
        Vec::new().into_boxed_slice()
    }

    fn take_item(&mut self, item: T) -> bool {
        let mut all = std::mem::take(self).into_vec();
        all.push(item);
        *self = all.into_boxed_slice();
        true
    }
}

impl<T, U: FromStream<T>, E> FromStream<Result<T, E>> for Result<U, E> {
    fn begin() -> Self {
        let inner: U = U::begin();
        Ok(inner)
    }

    fn take_item(&mut self, item: Result<T, E>) -> bool {
        match item {
            Ok(item) => match self {
                Ok(inner) => inner.take_item(item),
                Err(_) => false,
            },
            Err(error) => {
                *self = Err(error);
                false
            }
        }
    }
}
