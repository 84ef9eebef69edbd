//! What is in a database.

use std::marker::PhantomData;

#[derive(Debug)]
pub struct Store<K, V> {
    name: &'static str,
    of: PhantomData<(K, V)>,
}

impl<K, V> Store<K, V> {
    pub const fn new(name: &'static str) -> Self {
        Store { name, of: PhantomData }
    }

    pub const fn name(self) -> &'static str {
        self.name
    }
}

impl<K, V> Clone for Store<K, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for Store<K, V> {}

#[derive(Clone, Debug)]
pub struct Schema {
    pub(super) version: u32,
    pub(super) stores: Vec<&'static str>,
    pub(super) removed: Vec<&'static str>,
}

impl Schema {
    #[track_caller]
    pub fn new(version: u32) -> Self {
        assert!(version > 0, "versions of a database count from 1");
        Schema { version, stores: Vec::new(), removed: Vec::new() }
    }

    pub fn store<K, V>(mut self, store: Store<K, V>) -> Self {
        self.stores.push(store.name());
        self
    }

    pub fn without(mut self, store: &'static str) -> Self {
        self.removed.push(store);
        self
    }
}

pub trait Stores {
    fn names(self) -> Vec<&'static str>;
}

impl<K, V> Stores for Store<K, V> {
    fn names(self) -> Vec<&'static str> {
        vec![self.name()]
    }
}

impl<A, B, C, D> Stores for (Store<A, B>, Store<C, D>) {
    fn names(self) -> Vec<&'static str> {
        vec![self.0.name(), self.1.name()]
    }
}

impl<A, B, C, D, E, F> Stores for (Store<A, B>, Store<C, D>, Store<E, F>) {
    fn names(self) -> Vec<&'static str> {
        vec![self.0.name(), self.1.name(), self.2.name()]
    }
}
