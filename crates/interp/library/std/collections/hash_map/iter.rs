//! Going through a map.

use super::super::table::{Entry, Table};
use super::HashMap;
use crate::{fmt, slice, vec};

macro_rules! entries {
    ($([$($params:tt)*] $name:ident<$($args:tt),*> over $inner:ty: |$entry:ident| $item:ty = $value:expr;)*) => {$(
        pub struct $name<$($params)*> {
            inner: $inner,
            left: usize,
        }

        impl<$($params)*> $name<$($args),*> {
            pub(super) fn new(inner: $inner, left: usize) -> Self {
                $name { inner, left }
            }
        }

        impl<$($params)*> Iterator for $name<$($args),*> {
            type Item = $item;

            fn next(&mut self) -> Option<$item> {
                while let Some(slot) = self.inner.next() {
                    if let Some($entry) = slot {
                        self.left -= 1;
                        return Some($value);
                    }
                }
                None
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.left, Some(self.left))
            }
        }

        impl<$($params)*> ExactSizeIterator for $name<$($args),*> {}
    )*};
}

entries! {
    ['a, K, V] Iter<'a, K, V> over slice::Iter<'a, Option<Entry<K, V>>>:
        |entry| (&'a K, &'a V) = (&entry.key, &entry.value);
    ['a, K, V] IterMut<'a, K, V> over slice::IterMut<'a, Option<Entry<K, V>>>:
        |entry| (&'a K, &'a mut V) = (&entry.key, &mut entry.value);
    [K, V] IntoIter<K, V> over vec::IntoIter<Option<Entry<K, V>>>: |entry| (K, V) = (entry.key, entry.value);
    [K, V] Drain<K, V> over vec::IntoIter<Option<Entry<K, V>>>: |entry| (K, V) = (entry.key, entry.value);
}

impl<'a, K, V> Clone for Iter<'a, K, V> {
    fn clone(&self) -> Self {
        Iter { inner: self.inner.clone(), left: self.left }
    }
}

macro_rules! halves {
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

        impl<$($params)*> ExactSizeIterator for $name<$($args),*> {}
    )*};
}

halves! {
    ['a, K, V] Keys<'a, K, V> over Iter<'a, K, V>: |entry| &'a K = entry.0;
    ['a, K, V] Values<'a, K, V> over Iter<'a, K, V>: |entry| &'a V = entry.1;
    ['a, K, V] ValuesMut<'a, K, V> over IterMut<'a, K, V>: |entry| &'a mut V = entry.1;
    [K, V] IntoKeys<K, V> over IntoIter<K, V>: |entry| K = entry.0;
    [K, V] IntoValues<K, V> over IntoIter<K, V>: |entry| V = entry.1;
}

impl<'a, K, V> Clone for Keys<'a, K, V> {
    fn clone(&self) -> Self {
        Keys { inner: self.inner.clone() }
    }
}

impl<'a, K, V> Clone for Values<'a, K, V> {
    fn clone(&self) -> Self {
        Values { inner: self.inner.clone() }
    }
}

macro_rules! lists {
    ($([$($params:tt)*] $name:ty where $($shown:ident),*: |$this:ident, $entry:ident| $of:expr, $item:expr;)*) => {$(
        impl<$($params)*> fmt::Debug for $name
        where
            $($shown: fmt::Debug),*
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let $this = self;
                f.debug_list().entries($of.as_slice().iter().flatten().map(|$entry| $item)).finish()
            }
        }
    )*};
}

lists! {
    ['a, K, V] Iter<'a, K, V> where K, V: |this, entry| this.inner, (&entry.key, &entry.value);
    ['a, K, V] IterMut<'a, K, V> where K, V: |this, entry| this.inner, (&entry.key, &entry.value);
    [K, V] IntoIter<K, V> where K, V: |this, entry| this.inner, (&entry.key, &entry.value);
    [K, V] Drain<K, V> where K, V: |this, entry| this.inner, (&entry.key, &entry.value);
    ['a, K, V] Keys<'a, K, V> where K: |this, entry| this.inner.inner, &entry.key;
    [K, V] IntoKeys<K, V> where K: |this, entry| this.inner.inner, &entry.key;
    ['a, K, V] Values<'a, K, V> where V: |this, entry| this.inner.inner, &entry.value;
    ['a, K, V] ValuesMut<'a, K, V> where V: |this, entry| this.inner.inner, &entry.value;
    [K, V] IntoValues<K, V> where V: |this, entry| this.inner.inner, &entry.value;
}

pub struct ExtractIf<'a, K, V, S, F> {
    table: &'a mut Table<K, V, S>,
    at: usize,
    pred: F,
}

impl<'a, K, V, S, F> ExtractIf<'a, K, V, S, F> {
    pub(super) fn new(table: &'a mut Table<K, V, S>, pred: F) -> Self {
        ExtractIf { table, at: 0, pred }
    }
}

impl<'a, K, V, S, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'a, K, V, S, F> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        while self.at < self.table.entries.len() {
            let at = self.at;
            let taken = match &mut self.table.entries[at] {
                Some(entry) => (self.pred)(&entry.key, &mut entry.value),
                None => false,
            };
            if taken {
                let len = self.table.entries.len();
                let removed = self.table.remove_at(at);
                if self.table.entries.len() + 1 < len {
                    self.at = 0;
                }
                return removed;
            }
            self.at += 1;
        }
        None
    }
}

impl<K, V, S> IntoIterator for HashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(self) -> IntoIter<K, V> {
        let len = self.table.len;
        IntoIter::new(self.table.entries.into_iter(), len)
    }
}

impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;

    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}
