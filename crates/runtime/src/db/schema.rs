//! What is in a database.

use super::plan::{IndexPlan, Plan};
use std::fmt;
use std::marker::PhantomData;

/// A store: its name, and the types of its keys and values. A constant of the program.
pub struct Store<K, V> {
    name: &'static str,
    of: PhantomData<fn() -> (K, V)>,
}

/// An index of a store, which finds records by one of their fields. A constant of the program.
///
/// Records in which the field is missing or can be no key are not in the index.
pub struct Index<K, V, F> {
    store: Store<K, V>,
    field: &'static str,
    unique: bool,
    of: PhantomData<fn() -> F>,
}

impl<K, V> Store<K, V> {
    /// Names a store.
    pub const fn new(name: &'static str) -> Self {
        Store { name, of: PhantomData }
    }

    /// Names an index of the store by the field of the values that it is about, with dots on the way to an inner one:
    /// `name`, `address.city`.
    pub const fn index<F>(self, field: &'static str) -> Index<K, V, F> {
        Index { store: self, field, unique: false, of: PhantomData }
    }

    /// Returns its name.
    pub const fn name(self) -> &'static str {
        self.name
    }
}

impl<K, V, F> Index<K, V, F> {
    /// Lets in no two records with the same field.
    pub const fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    pub(super) fn store(self) -> &'static str {
        self.store.name
    }

    pub(super) fn field(self) -> &'static str {
        self.field
    }
}

impl<K, V> Clone for Store<K, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for Store<K, V> {}

impl<K, V, F> Clone for Index<K, V, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V, F> Copy for Index<K, V, F> {}

impl<K, V> fmt::Debug for Store<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Store").field(&self.name).finish()
    }
}

impl<K, V, F> fmt::Debug for Index<K, V, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Index").field(&self.store.name).field(&self.field).finish()
    }
}

/// The stores and indexes of a database, and the version of that list.
///
/// A database of an older version is brought up to it when it is opened: what is missing is made, indexes over the
/// records that are there too, and what is not named stays. Change the list only together with the version.
#[derive(Clone, Debug)]
pub struct Schema(pub(super) Plan);

impl Schema {
    /// Makes a list without stores. Versions count from 1.
    ///
    /// # Panics
    ///
    /// Panics for version 0.
    pub fn new(version: u32) -> Self {
        assert!(version > 0, "versions of a database count from 1");
        Schema(Plan { version, ..Plan::default() })
    }

    /// Adds a store.
    #[must_use]
    pub fn store<K, V>(mut self, store: Store<K, V>) -> Self {
        self.0.stores.push(store.name);
        self
    }

    /// Adds an index of a store that is in the list.
    #[must_use]
    pub fn index<K, V, F>(mut self, index: Index<K, V, F>) -> Self {
        let Index { store, field, unique, .. } = index;
        self.0.indexes.push(IndexPlan { store: store.name, field, unique });
        self
    }

    /// Says that a store of an older version is to be removed, with its records.
    #[must_use]
    pub fn without(mut self, store: &'static str) -> Self {
        self.0.removed.push(store);
        self
    }
}

/// One store or a tuple of several.
pub trait Stores {
    /// Returns their names.
    fn names(self) -> Vec<&'static str>;
}

impl<K, V> Stores for Store<K, V> {
    fn names(self) -> Vec<&'static str> {
        vec![self.name]
    }
}

macro_rules! several {
    ($($key:ident $value:ident $at:tt),*) => {
        impl<$($key, $value),*> Stores for ($(Store<$key, $value>,)*) {
            fn names(self) -> Vec<&'static str> {
                vec![$(self.$at.name),*]
            }
        }
    };
}

several!(A B 0, C D 1);
several!(A B 0, C D 1, E F 2);
several!(A B 0, C D 1, E F 2, G H 3);
