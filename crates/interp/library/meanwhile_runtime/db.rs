//! A database: typed stores of records.

mod error;
mod host;
mod key;
mod schema;

pub use error::{Error, Result};
pub use key::{AsKey, Key};
pub use schema::{Schema, Store, Stores};

use host::{HostQueries, host_open_database};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::borrow::Borrow;
use std::ops::{Deref, RangeBounds};

/// What can be asked of a database, or of a transaction.
pub struct Queries {
    host: HostQueries,
}

pub struct Database {
    queries: Queries,
}

#[must_use = "a transaction that is dropped is rolled back"]
pub struct Transaction {
    queries: Queries,
}

impl Deref for Database {
    type Target = Queries;

    fn deref(&self) -> &Queries {
        &self.queries
    }
}

impl Deref for Transaction {
    type Target = Queries;

    fn deref(&self) -> &Queries {
        &self.queries
    }
}

impl Database {
    pub async fn open(name: &str, schema: Schema) -> Result<Database> {
        let opened = host_open_database(name, schema.version, &schema.stores, &schema.removed).await;
        let host = opened.map_err(error::of_host)?;
        Ok(Database { queries: Queries { host } })
    }

    pub async fn begin(&self, stores: impl Stores) -> Result<Transaction> {
        let host = self.host.begin_stores(&stores.names(), true).await.map_err(error::of_host)?;
        Ok(Transaction { queries: Queries { host } })
    }

    pub async fn begin_read(&self, stores: impl Stores) -> Result<Transaction> {
        let host = self.host.begin_stores(&stores.names(), false).await.map_err(error::of_host)?;
        Ok(Transaction { queries: Queries { host } })
    }
}

impl Transaction {
    pub async fn commit(self) -> Result<()> {
        self.host.commit_changes().await.map_err(error::of_host)
    }

    pub fn rollback(self) {}
}

fn json<V: Serialize>(value: &V) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Data(error.to_string()))
}

fn value<V: DeserializeOwned>(json: &str) -> Result<V> {
    serde_json::from_str::<V>(json).map_err(|error| Error::Data(error.to_string()))
}

impl Queries {
    pub async fn put<K: Key + Borrow<Q>, V: Serialize, Q: AsKey + ?Sized>(
        &self,
        store: Store<K, V>,
        key: &Q,
        value: &V,
    ) -> Result<()> {
        let json = json(value)?;
        self.host.put_json(store.name(), key, &json, false).await.map_err(error::of_host)
    }

    pub async fn add<K: Key + Borrow<Q>, V: Serialize, Q: AsKey + ?Sized>(
        &self,
        store: Store<K, V>,
        key: &Q,
        value: &V,
    ) -> Result<()> {
        let json = json(value)?;
        self.host.put_json(store.name(), key, &json, true).await.map_err(error::of_host)
    }

    pub async fn get<K: Key + Borrow<Q>, V: DeserializeOwned, Q: AsKey + ?Sized>(
        &self,
        store: Store<K, V>,
        key: &Q,
    ) -> Result<Option<V>> {
        match self.host.get_json(store.name(), key).await.map_err(error::of_host)? {
            Some(json) => Ok(Some(value::<V>(&json)?)),
            None => Ok(None),
        }
    }

    pub async fn delete<K: Key + Borrow<Q>, V, Q: AsKey + ?Sized>(&self, store: Store<K, V>, key: &Q) -> Result<()> {
        self.host.delete_key(store.name(), key).await.map_err(error::of_host)
    }

    pub async fn clear<K, V>(&self, store: Store<K, V>) -> Result<()> {
        self.host.clear_store(store.name()).await.map_err(error::of_host)
    }

    pub async fn scan<K: Key, V: DeserializeOwned>(
        &self,
        store: Store<K, V>,
        range: impl RangeBounds<K>,
    ) -> Result<Vec<(K, V)>> {
        let (start, first) = key::bound(range.start_bound());
        let (end, last) = key::bound(range.end_bound());
        let rows = self.host.scan_json(store.name(), K::IS_TEXT, start, first, end, last).await;
        let mut all = Vec::new();
        for (key, json) in rows.map_err(error::of_host)? {
            all.push((K::of(key), value::<V>(&json)?));
        }
        Ok(all)
    }
}
