//! Going through a map in order.

use super::BTreeMap;
use crate::{fmt, slice, vec};

macro_rules! entries {
    ($([$($params:tt)*] $name:ident<$($args:tt),*> over $inner:ty: |$entry:ident| $item:ty = $value:expr;)*) => {$(
        pub struct $name<$($params)*> {
            inner: $inner,
        }

        impl<$($params)*> $name<$($args),*> {
            pub(super) fn new(inner: $inner) -> Self {
                $name { inner }
            }
        }

        impl<$($params)*> Iterator for $name<$($args),*> {
            type Item = $item;

            fn next(&mut self) -> Option<$item> {
                let $entry = self.inner.next()?;
                Some($value)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.inner.size_hint()
            }
        }

        impl<$($params)*> DoubleEndedIterator for $name<$($args),*> {
            fn next_back(&mut self) -> Option<$item> {
                let $entry = self.inner.next_back()?;
                Some($value)
            }
        }

        impl<$($params)*> ExactSizeIterator for $name<$($args),*> {}
    )*};
}

entries! {
    ['a, K, V] Iter<'a, K, V> over slice::Iter<'a, (K, V)>: |entry| (&'a K, &'a V) = (&entry.0, &entry.1);
    ['a, K, V] IterMut<'a, K, V> over slice::IterMut<'a, (K, V)>: |entry| (&'a K, &'a mut V) = (&entry.0, &mut entry.1);
    ['a, K, V] Keys<'a, K, V> over slice::Iter<'a, (K, V)>: |entry| &'a K = &entry.0;
    ['a, K, V] Values<'a, K, V> over slice::Iter<'a, (K, V)>: |entry| &'a V = &entry.1;
    ['a, K, V] ValuesMut<'a, K, V> over slice::IterMut<'a, (K, V)>: |entry| &'a mut V = &mut entry.1;
    [K, V] IntoIter<K, V> over vec::IntoIter<(K, V)>: |entry| (K, V) = entry;
    [K, V] IntoKeys<K, V> over vec::IntoIter<(K, V)>: |entry| K = entry.0;
    [K, V] IntoValues<K, V> over vec::IntoIter<(K, V)>: |entry| V = entry.1;
    ['a, T] SetIter<'a, T> over slice::Iter<'a, (T, ())>: |entry| &'a T = &entry.0;
}

macro_rules! lists {
    ($([$($params:tt)*] $name:ty where $($shown:ident),*: |$entry:ident| $item:expr;)*) => {$(
        impl<$($params)*> fmt::Debug for $name
        where
            $($shown: fmt::Debug),*
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.inner.as_slice().iter().map(|$entry| $item)).finish()
            }
        }
    )*};
}

lists! {
    ['a, K, V] Iter<'a, K, V> where K, V: |entry| (&entry.0, &entry.1);
    ['a, K, V] IterMut<'a, K, V> where K, V: |entry| (&entry.0, &entry.1);
    [K, V] IntoIter<K, V> where K, V: |entry| (&entry.0, &entry.1);
    ['a, K, V] Keys<'a, K, V> where K: |entry| &entry.0;
    [K, V] IntoKeys<K, V> where K: |entry| &entry.0;
    ['a, K, V] Values<'a, K, V> where V: |entry| &entry.1;
    ['a, K, V] ValuesMut<'a, K, V> where V: |entry| &entry.1;
    [K, V] IntoValues<K, V> where V: |entry| &entry.1;
}

impl<T> BTreeMap<T, ()> {
    /// What a set of the keys goes through.
    pub(crate) fn members(&self) -> SetIter<'_, T> {
        SetIter::new(self.entries.iter())
    }
}

impl<'a, T> Clone for SetIter<'a, T> {
    fn clone(&self) -> Self {
        SetIter { inner: self.inner.clone() }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for SetIter<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<&T> = self.inner.as_slice().iter().map(|entry| &entry.0).collect();
        f.debug_tuple("Iter").field(&all).finish()
    }
}

macro_rules! clones {
    ($($name:ident)*) => {$(
        impl<'a, K, V> Clone for $name<'a, K, V> {
            fn clone(&self) -> Self {
                $name { inner: self.inner.clone() }
            }
        }
    )*};
}

clones! { Iter Keys Values }

impl<K, V> IntoIterator for BTreeMap<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter::new(self.entries.into_iter())
    }
}

impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;

    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}
