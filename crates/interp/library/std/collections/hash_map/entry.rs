//! A place in a map for a key.

use super::super::table::Table;
use crate::fmt;
use crate::hash::{BuildHasher, Hash};

pub enum Entry<'a, K, V, S = super::RandomState> {
    Occupied(OccupiedEntry<'a, K, V, S>),
    Vacant(VacantEntry<'a, K, V, S>),
}

pub struct OccupiedEntry<'a, K, V, S = super::RandomState> {
    table: &'a mut Table<K, V, S>,
    at: usize,
}

pub struct VacantEntry<'a, K, V, S = super::RandomState> {
    table: &'a mut Table<K, V, S>,
    key: K,
}

impl<'a, K: Eq + Hash, V, S: BuildHasher> Entry<'a, K, V, S> {
    pub fn or_insert(self, default: V) -> &'a mut V {
        match self {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(default),
        }
    }

    pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V {
        match self {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(default()),
        }
    }

    pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V {
        match self {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let value = default(entry.key());
                entry.insert(value)
            }
        }
    }

    pub fn or_default(self) -> &'a mut V
    where
        V: Default,
    {
        match self {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(V::default()),
        }
    }

    pub fn key(&self) -> &K {
        match self {
            Entry::Occupied(entry) => entry.key(),
            Entry::Vacant(entry) => entry.key(),
        }
    }

    pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self {
        match self {
            Entry::Occupied(mut entry) => {
                f(entry.get_mut());
                Entry::Occupied(entry)
            }
            Entry::Vacant(entry) => Entry::Vacant(entry),
        }
    }

    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V, S> {
        match self {
            Entry::Occupied(mut entry) => {
                entry.insert(value);
                entry
            }
            Entry::Vacant(entry) => entry.insert_entry(value),
        }
    }
}

impl<'a, K, V, S> OccupiedEntry<'a, K, V, S> {
    pub(super) fn new(table: &'a mut Table<K, V, S>, at: usize) -> Self {
        OccupiedEntry { table, at }
    }

    pub fn key(&self) -> &K {
        match &self.table.entries[self.at] {
            Some(entry) => &entry.key,
            None => unreachable!(),
        }
    }

    pub fn get(&self) -> &V {
        match &self.table.entries[self.at] {
            Some(entry) => &entry.value,
            None => unreachable!(),
        }
    }

    pub fn get_mut(&mut self) -> &mut V {
        match &mut self.table.entries[self.at] {
            Some(entry) => &mut entry.value,
            None => unreachable!(),
        }
    }

    pub fn into_mut(self) -> &'a mut V {
        match &mut self.table.entries[self.at] {
            Some(entry) => &mut entry.value,
            None => unreachable!(),
        }
    }

    pub fn insert(&mut self, value: V) -> V {
        crate::mem::replace(self.get_mut(), value)
    }

    pub fn remove(self) -> V {
        self.remove_entry().1
    }

    pub fn remove_entry(self) -> (K, V) {
        self.table.remove_at(self.at).unwrap()
    }
}

impl<'a, K: Eq + Hash, V, S: BuildHasher> VacantEntry<'a, K, V, S> {
    pub(super) fn new(table: &'a mut Table<K, V, S>, key: K) -> Self {
        VacantEntry { table, key }
    }

    pub fn key(&self) -> &K {
        &self.key
    }

    pub fn into_key(self) -> K {
        self.key
    }

    pub fn insert(self, value: V) -> &'a mut V {
        self.insert_entry(value).into_mut()
    }

    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V, S> {
        let VacantEntry { table, key } = self;
        let at = table.add(key, value);
        OccupiedEntry { table, at }
    }
}

impl<'a, K: fmt::Debug, V: fmt::Debug, S> fmt::Debug for Entry<'a, K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Entry::Occupied(entry) => f.debug_tuple("Entry").field(entry).finish(),
            Entry::Vacant(entry) => f.debug_tuple("Entry").field(entry).finish(),
        }
    }
}

impl<'a, K: fmt::Debug, V: fmt::Debug, S> fmt::Debug for OccupiedEntry<'a, K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OccupiedEntry").field("key", self.key()).field("value", self.get()).finish_non_exhaustive()
    }
}

impl<'a, K: fmt::Debug, V, S> fmt::Debug for VacantEntry<'a, K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("VacantEntry").field(&self.key).finish()
    }
}
