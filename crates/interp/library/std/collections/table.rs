//! What maps and sets by hash are made of: entries in the order in which they came, and an index from hashes to them.

use crate::any::type_key_of_val;
use crate::borrow::Borrow;
use crate::hash::{BuildHasher, Hash};

/// From hashes to the numbers of entries; several entries may have one hash.
#[lang = "HashIndex"]
pub(super) struct HashIndex {
    native: (),
}

impl HashIndex {
    fn new() -> HashIndex {
        native!()
    }

    /// The first entry with a hash; `usize::MAX` if there is none.
    fn first(&self, hash: u64) -> usize {
        native!()
    }

    /// The entry with a hash that comes behind another; `usize::MAX` if there is none.
    fn after(&self, hash: u64, entry: usize) -> usize {
        native!()
    }

    fn insert(&mut self, hash: u64, entry: usize) {
        native!()
    }

    fn remove(&mut self, hash: u64, entry: usize) {
        native!()
    }

    fn copy(&self) -> HashIndex {
        native!()
    }
}

/// The hash of a key of which the machine knows how it is hashed and compared; nothing of another.
fn plain_hash<Q: ?Sized>(key: &Q) -> Option<u64> {
    native!()
}

/// Whether a key is the one asked for, which may be of a type that it can be borrowed as.
fn is_like<K: Borrow<Q>, Q: ?Sized + Eq>(key: &K, other: &Q) -> bool {
    if type_key_of_val(key) == type_key_of_val(other) {
        return *key == *other;
    }
    *Borrow::<Q>::borrow(key) == *other
}

/// For how many entries a table has room that is to hold so many: places come in powers of two, of which an eighth stays
/// free.
fn room_for(entries: usize) -> usize {
    match entries {
        0 => 0,
        1..4 => 3,
        4..8 => 7,
        8..15 => 14,
        _ => (entries * 8 / 7).next_power_of_two() / 8 * 7,
    }
}

pub(super) struct Entry<K, V> {
    pub(super) hash: u64,
    pub(super) key: K,
    pub(super) value: V,
}

/// Entries, of which some may have been removed.
pub(super) struct Table<K, V, S> {
    pub(super) entries: Vec<Option<Entry<K, V>>>,
    index: HashIndex,
    pub(super) len: usize,
    /// For how many entries there would be room without growing.
    room: usize,
    pub(super) hasher: S,
    /// Whether the keys are hashed by the hasher, and so what they can be borrowed as has to be.
    by_hasher: bool,
}

impl<K, V, S> Table<K, V, S> {
    pub(super) fn new(hasher: S) -> Self {
        Table { entries: Vec::new(), index: HashIndex::new(), len: 0, room: 0, hasher, by_hasher: false }
    }

    pub(super) fn with_room(hasher: S, entries: usize) -> Self {
        let mut table = Table::new(hasher);
        table.room = room_for(entries);
        table
    }

    /// For how many entries there is room. Where they are small, tables begin with more.
    pub(super) fn room(&self) -> usize {
        if self.room == 0 || self.room >= 14 {
            return self.room;
        }
        match size_of::<(K, V)>() {
            0 | 1 => 14,
            2 | 3 => self.room.max(7),
            _ => self.room,
        }
    }

    pub(super) fn reserve(&mut self, additional: usize) {
        let wanted = self.len + additional;
        if wanted > self.room {
            self.room = room_for(wanted.max(self.room + 1));
        }
    }

    /// Makes room for entries that are going to be put in, of which half may be there already.
    pub(super) fn reserve_for(&mut self, entries: usize) {
        self.reserve(if self.len == 0 { entries } else { entries.div_ceil(2) })
    }

    pub(super) fn shrink_to(&mut self, least: usize) {
        self.room = room_for(self.len.max(least)).min(self.room);
    }

    pub(super) fn clear(&mut self) {
        self.index = HashIndex::new();
        self.len = 0;
        self.entries.clear();
    }

    /// Takes an entry away. Holes are closed when there are more of them than entries.
    pub(super) fn remove_at(&mut self, at: usize) -> Option<(K, V)> {
        let entry = self.entries[at].take()?;
        self.index.remove(entry.hash, at);
        self.len -= 1;
        if at + 1 == self.entries.len() {
            self.entries.pop();
        } else if self.entries.len() > 32 && self.len * 2 < self.entries.len() {
            self.close_holes();
        }
        Some((entry.key, entry.value))
    }

    fn close_holes(&mut self) {
        let entries = crate::mem::take(&mut self.entries);
        self.index = HashIndex::new();
        for entry in entries {
            if let Some(entry) = entry {
                self.index.insert(entry.hash, self.entries.len());
                self.entries.push(Some(entry));
            }
        }
    }

    pub(super) fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, mut f: F) {
        let mut at = 0;
        while at < self.entries.len() {
            let kept = match &mut self.entries[at] {
                Some(entry) => f(&entry.key, &mut entry.value),
                None => true,
            };
            if !kept {
                if let Some(entry) = self.entries[at].take() {
                    self.index.remove(entry.hash, at);
                    self.len -= 1;
                }
            }
            at += 1;
        }
        self.close_holes();
    }
}

impl<K: Eq + Hash, V, S: BuildHasher> Table<K, V, S> {
    fn hash<Q: ?Sized + Hash>(&self, key: &Q) -> u64 {
        match plain_hash(key) {
            Some(hash) if !self.by_hasher => hash,
            _ => self.hasher.hash_one(key),
        }
    }

    /// The hash of a key that is to be put in.
    fn hash_of_new(&mut self, key: &K) -> u64 {
        match plain_hash(key) {
            Some(hash) => hash,
            None => {
                self.by_hasher = true;
                self.hasher.hash_one(key)
            }
        }
    }

    /// The number of the entry of a key.
    pub(super) fn find<Q: ?Sized + Hash + Eq>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        if self.len == 0 {
            return None;
        }
        let hash = self.hash(key);
        if self.by_hasher { self.find_borrowed(hash, key) } else { self.find_hashed(hash, key) }
    }

    /// As [`find_hashed`](Table::find_hashed), by what the keys are borrowed as.
    fn find_borrowed<Q: ?Sized + Eq>(&self, hash: u64, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        let mut at = self.index.first(hash);
        while at != usize::MAX {
            if let Some(entry) = &self.entries[at] {
                if is_like(&entry.key, key) {
                    return Some(at);
                }
            }
            at = self.index.after(hash, at);
        }
        None
    }

    fn find_hashed<Q: ?Sized + Eq>(&self, hash: u64, key: &Q) -> Option<usize> {
        let mut at = self.index.first(hash);
        while at != usize::MAX {
            if let Some(entry) = &self.entries[at] {
                if entry.key == *key {
                    return Some(at);
                }
            }
            at = self.index.after(hash, at);
        }
        None
    }

    pub(super) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let hash = self.hash_of_new(&key);
        match self.find_hashed(hash, &key) {
            Some(at) => match &mut self.entries[at] {
                Some(entry) => Some(crate::mem::replace(&mut entry.value, value)),
                None => None,
            },
            None => {
                self.push(hash, key, value);
                None
            }
        }
    }

    /// Adds an entry whose key is not there yet; its number.
    pub(super) fn add(&mut self, key: K, value: V) -> usize {
        let hash = self.hash_of_new(&key);
        self.push(hash, key, value)
    }

    fn push(&mut self, hash: u64, key: K, value: V) -> usize {
        let at = self.entries.len();
        self.index.insert(hash, at);
        self.entries.push(Some(Entry { hash, key, value }));
        self.len += 1;
        if self.len > self.room {
            self.room = room_for(self.len);
        }
        at
    }
}

impl<K: Clone, V: Clone, S: Clone> Clone for Table<K, V, S> {
    fn clone(&self) -> Self {
        let mut entries = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            entries.push(match entry {
                Some(entry) => {
                    Some(Entry { hash: entry.hash, key: entry.key.clone(), value: entry.value.clone() })
                }
                None => None,
            });
        }
        let (index, hasher) = (self.index.copy(), self.hasher.clone());
        Table { entries, index, len: self.len, room: self.room, hasher, by_hasher: self.by_hasher }
    }
}
