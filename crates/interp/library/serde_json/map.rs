//! The members of an object, by their names.

use crate::value::Value;
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Deref, DerefMut, Index};

/// In the order of the names.
#[derive(Clone, PartialEq, Default)]
pub struct Map<K, V> {
    map: BTreeMap<K, V>,
}

impl Map<String, Value> {
    pub fn new() -> Self {
        Map { map: BTreeMap::new() }
    }

    pub fn with_capacity(_: usize) -> Self {
        Map::new()
    }
}

impl<K, V> Deref for Map<K, V> {
    type Target = BTreeMap<K, V>;

    fn deref(&self) -> &BTreeMap<K, V> {
        &self.map
    }
}

impl<K, V> DerefMut for Map<K, V> {
    fn deref_mut(&mut self) -> &mut BTreeMap<K, V> {
        &mut self.map
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::collections::btree_map::IntoIter<K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.map.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = std::collections::btree_map::Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.map.iter()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> Self {
        let mut map = BTreeMap::new();
        for (key, value) in iter {
            map.insert(key, value);
        }
        Map { map }
    }
}

impl<K: Ord + Borrow<str>, V> Index<&str> for Map<K, V> {
    type Output = V;

    fn index(&self, index: &str) -> &V {
        self.map.get(index).expect("no entry found for key")
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.map, f)
    }
}
