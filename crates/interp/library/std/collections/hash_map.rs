//! Maps by hash. They are gone through in the order in which the keys came.

mod entry;
mod iter;

pub use crate::hash::{DefaultHasher, RandomState};
pub use entry::{Entry, OccupiedEntry, VacantEntry};
pub use iter::{Drain, ExtractIf, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, Values, ValuesMut};

use super::table::Table;
use crate::borrow::Borrow;
use crate::fmt;
use crate::hash::{BuildHasher, Hash};
use crate::ops::Index;

#[lang = "HashMap"]
pub struct HashMap<K, V, S = RandomState> {
    pub(super) table: Table<K, V, S>,
}

impl<K, V> HashMap<K, V, RandomState> {
    pub fn new() -> HashMap<K, V, RandomState> {
        HashMap { table: Table::new(RandomState::new()) }
    }

    pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState> {
        HashMap { table: Table::with_room(RandomState::new(), capacity) }
    }
}

impl<K, V, S> HashMap<K, V, S> {
    pub const fn with_hasher(hash_builder: S) -> HashMap<K, V, S> {
        HashMap { table: Table::new(hash_builder) }
    }

    pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashMap<K, V, S> {
        HashMap { table: Table::with_room(hash_builder, capacity) }
    }

    pub fn capacity(&self) -> usize {
        self.table.room()
    }

    pub fn hasher(&self) -> &S {
        &self.table.hasher
    }

    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys::new(self.iter())
    }

    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys::new(self.into_iter())
    }

    pub fn values(&self) -> Values<'_, K, V> {
        Values::new(self.iter())
    }

    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut::new(self.iter_mut())
    }

    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues::new(self.into_iter())
    }

    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter::new(self.table.entries.iter(), self.table.len)
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut::new(self.table.entries.iter_mut(), self.table.len)
    }

    pub fn len(&self) -> usize {
        self.table.len
    }

    pub fn is_empty(&self) -> bool {
        self.table.len == 0
    }

    pub fn drain(&mut self) -> Drain<K, V> {
        let entries = crate::mem::take(&mut self.table.entries);
        let len = self.table.len;
        self.table.clear();
        Drain::new(entries.into_iter(), len)
    }

    pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F) {
        self.table.retain(f)
    }

    pub fn clear(&mut self) {
        self.table.clear()
    }
}

impl<K: Eq + Hash, V, S: BuildHasher> HashMap<K, V, S> {
    pub fn reserve(&mut self, additional: usize) {
        self.table.reserve(additional)
    }

    pub fn try_reserve(&mut self, additional: usize) -> Result<(), super::TryReserveError> {
        self.reserve(additional);
        Ok(())
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.table.shrink_to(min_capacity)
    }

    pub fn shrink_to_fit(&mut self) {
        self.table.shrink_to(0)
    }

    pub fn entry(&mut self, key: K) -> Entry<'_, K, V, S> {
        match self.table.find(&key) {
            Some(at) => Entry::Occupied(OccupiedEntry::new(&mut self.table, at)),
            None => Entry::Vacant(VacantEntry::new(&mut self.table, key)),
        }
    }

    pub fn get<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        match &self.table.entries[self.table.find(k)?] {
            Some(entry) => Some(&entry.value),
            None => None,
        }
    }

    pub fn get_key_value<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        match &self.table.entries[self.table.find(k)?] {
            Some(entry) => Some((&entry.key, &entry.value)),
            None => None,
        }
    }

    pub fn contains_key<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.table.find(k).is_some()
    }

    pub fn get_mut<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.table.find(k)?;
        match &mut self.table.entries[at] {
            Some(entry) => Some(&mut entry.value),
            None => None,
        }
    }

    pub fn insert(&mut self, k: K, v: V) -> Option<V> {
        self.table.insert(k, v)
    }

    pub fn remove<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let at = self.table.find(k)?;
        match self.table.remove_at(at) {
            Some((_, value)) => Some(value),
            None => None,
        }
    }

    pub fn remove_entry<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
    {
        let at = self.table.find(k)?;
        self.table.remove_at(at)
    }

    pub fn extract_if<F: FnMut(&K, &mut V) -> bool>(&mut self, pred: F) -> ExtractIf<'_, K, V, S, F> {
        ExtractIf::new(&mut self.table, pred)
    }
}

impl<K: Clone, V: Clone, S: Clone> Clone for HashMap<K, V, S> {
    fn clone(&self) -> Self {
        HashMap { table: self.table.clone() }
    }
}

impl<K: Eq + Hash, V: PartialEq, S: BuildHasher> PartialEq for HashMap<K, V, S> {
    fn eq(&self, other: &HashMap<K, V, S>) -> bool {
        self.len() == other.len()
            && self.iter().all(|(key, value)| match other.get(key) {
                Some(found) => *value == *found,
                None => false,
            })
    }
}

impl<K: Eq + Hash, V: Eq, S: BuildHasher> Eq for HashMap<K, V, S> {}

impl<K: fmt::Debug, V: fmt::Debug, S> fmt::Debug for HashMap<K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K, V, S: Default> Default for HashMap<K, V, S> {
    fn default() -> HashMap<K, V, S> {
        HashMap { table: Table::new(S::default()) }
    }
}

impl<K: Eq + Hash + Borrow<Q>, Q: ?Sized + Eq + Hash, V, S: BuildHasher> Index<&Q> for HashMap<K, V, S> {
    type Output = V;

    #[track_caller]
    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("no entry found for key")
    }
}

impl<K: Eq + Hash, V, S: BuildHasher + Default> FromIterator<(K, V)> for HashMap<K, V, S> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> HashMap<K, V, S> {
        let mut map = HashMap { table: Table::new(S::default()) };
        map.extend(iter);
        map
    }
}

impl<K: Eq + Hash, V, S: BuildHasher> Extend<(K, V)> for HashMap<K, V, S> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, iter: T) {
        let iter = iter.into_iter();
        self.table.reserve_for(iter.size_hint().0);
        for (key, value) in iter {
            self.insert(key, value);
        }
    }
}

impl<'a, K: Eq + Hash + Copy, V: Copy, S: BuildHasher> Extend<(&'a K, &'a V)> for HashMap<K, V, S> {
    fn extend<T: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, iter: T) {
        self.extend(iter.into_iter().map(|(key, value)| (*key, *value)))
    }
}

impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V, RandomState> {
    fn from(arr: [(K, V); N]) -> Self {
        HashMap::from_iter(arr)
    }
}
