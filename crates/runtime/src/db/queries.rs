//! What is asked of a database, by itself or in a transaction.

use super::database::Inner;
use super::key::{AsKey, Key, KeyData, KeyRange};
use super::plan::{Change, Query, Row};
use super::schema::{Index, Store};
use super::session::Session;
use super::{Error, Operation, Result, operation, value};
use crate::turn::see_through;
use futures_util::stream::{Stream, try_unfold};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::borrow::Borrow;
use std::collections::VecDeque;
use std::fmt;
use std::ops::{Bound, RangeBounds};
use std::sync::Arc;

/// How many records a stream reads at a time.
const PAGE: u32 = 64;

/// What can be asked of a [`Database`](super::Database), each time by itself, or of a
/// [`Transaction`](super::Transaction), whose changes happen with its commit.
#[derive(Clone)]
pub struct Queries {
    pub(super) database: Arc<Inner>,
    pub(super) session: Option<Arc<Session>>,
}

impl Queries {
    /// Puts a record in; one with the same key is replaced.
    ///
    /// # Errors
    ///
    /// Fails with `Constraint` if a unique index has another record with that field, with `Data` or `Key` if it cannot
    /// be stored, with `Quota`.
    pub fn put<K, V, Q>(&self, store: Store<K, V>, key: &Q, value: &V) -> Operation<()>
    where
        K: Key + Borrow<Q>,
        Q: AsKey + ?Sized,
        V: Serialize,
    {
        self.insert("put", store.name(), key.encode(), value::encode(value), false)
    }

    /// Puts a record in, with a key that no other has.
    ///
    /// # Errors
    ///
    /// Fails as [`put`](Queries::put), and with `Constraint` if there is a record with that key.
    pub fn add<K, V, Q>(&self, store: Store<K, V>, key: &Q, value: &V) -> Operation<()>
    where
        K: Key + Borrow<Q>,
        Q: AsKey + ?Sized,
        V: Serialize,
    {
        self.insert("add", store.name(), key.encode(), value::encode(value), true)
    }

    fn insert(
        &self,
        what: &str,
        store: &'static str,
        key: Result<KeyData>,
        json: Result<String>,
        fresh: bool,
    ) -> Operation<()> {
        let queries = self.clone();
        operation(&label(what, store, &key), async move {
            queries.change(Change::Put { store, row: (key?, json?), fresh }).await
        })
    }

    /// Returns the record with a key.
    ///
    /// # Errors
    ///
    /// Fails with `Data` if what is stored is no such value.
    pub fn get<K, V, Q>(&self, store: Store<K, V>, key: &Q) -> Operation<Option<V>>
    where
        K: Key + Borrow<Q>,
        Q: AsKey + ?Sized,
        V: DeserializeOwned,
    {
        let (queries, store, key) = (self.clone(), store.name(), key.encode());
        operation(&label("get", store, &key), async move {
            let query = Query { store, index: None, range: KeyRange::only(key?), limit: Some(1) };
            let rows = queries.read(query).await?;
            rows.first().map(|(_, json)| value::decode(json)).transpose()
        })
    }

    /// Removes the record with a key, if there is one.
    ///
    /// # Errors
    ///
    /// Fails with `NoStore`.
    pub fn delete<K, V, Q>(&self, store: Store<K, V>, key: &Q) -> Operation<()>
    where
        K: Key + Borrow<Q>,
        Q: AsKey + ?Sized,
    {
        let (queries, store, key) = (self.clone(), store.name(), key.encode());
        operation(&label("delete", store, &key), async move {
            queries.change(Change::Delete { store, key: key? }).await
        })
    }

    /// Removes all records of a store.
    ///
    /// # Errors
    ///
    /// Fails with `NoStore`.
    pub fn clear<K, V>(&self, store: Store<K, V>) -> Operation<()> {
        let (queries, store) = (self.clone(), store.name());
        operation(&format!("clear {store}"), async move { queries.change(Change::Clear { store }).await })
    }

    /// Returns how many records have a key in a range.
    ///
    /// # Errors
    ///
    /// Fails with `NoStore`.
    pub fn count<K: Key, V>(&self, store: Store<K, V>, range: impl RangeBounds<K>) -> Operation<u64> {
        let (queries, store, range) = (self.clone(), store.name(), KeyRange::of(&range));
        operation(&format!("count {store}"), async move {
            let query = Query { store, index: None, range: range?, limit: None };
            if queries.session.is_some() || query.range.is_empty() {
                return Ok(queries.read(query).await?.len() as u64);
            }
            see_through(queries.database.connection.count(query)).await
        })
    }

    /// Returns the records with a key in a range, in the order of the keys.
    ///
    /// # Errors
    ///
    /// Fails with `Data` or `Key` if what is stored is no such record.
    pub fn scan<K, V>(&self, store: Store<K, V>, range: impl RangeBounds<K>) -> Operation<Vec<(K, V)>>
    where
        K: Key + 'static,
        V: DeserializeOwned + 'static,
    {
        let range = KeyRange::of(&range);
        self.rows(&format!("scan {}", store.name()), store.name(), None, range)
    }

    /// Returns the records whose field is in a range, in the order of the fields and then of the keys.
    ///
    /// # Errors
    ///
    /// Fails as [`scan`](Queries::scan), and with `NoIndex`.
    pub fn scan_by<K, V, F>(
        &self,
        index: Index<K, V, F>,
        range: impl RangeBounds<F>,
    ) -> Operation<Vec<(K, V)>>
    where
        K: Key + 'static,
        V: DeserializeOwned + 'static,
        F: Key,
    {
        let (store, field) = (index.store(), index.field());
        self.rows(&format!("scan {store} by {field}"), store, Some(field), KeyRange::of(&range))
    }

    /// Returns the records with a field, in the order of their keys.
    ///
    /// # Errors
    ///
    /// Fails as [`scan_by`](Queries::scan_by).
    pub fn find<K, V, F, Q>(&self, index: Index<K, V, F>, field: &Q) -> Operation<Vec<(K, V)>>
    where
        K: Key + 'static,
        V: DeserializeOwned + 'static,
        F: Key + Borrow<Q>,
        Q: AsKey + ?Sized,
    {
        let (store, name) = (index.store(), index.field());
        self.rows(&format!("find {store} by {name}"), store, Some(name), field.encode().map(KeyRange::only))
    }

    fn rows<K, V>(
        &self,
        name: &str,
        store: &'static str,
        index: Option<&'static str>,
        range: Result<KeyRange>,
    ) -> Operation<Vec<(K, V)>>
    where
        K: Key + 'static,
        V: DeserializeOwned + 'static,
    {
        let queries = self.clone();
        operation(name, async move {
            let rows = queries.read(Query { store, index, range: range?, limit: None }).await?;
            rows.into_iter().map(decode_row).collect()
        })
    }

    /// As [`scan`](Queries::scan), a few records at a time: for more of them than fit into memory. Records that are
    /// changed meanwhile may come as they were or as they are.
    pub fn stream<K, V, R>(
        &self,
        store: Store<K, V>,
        range: R,
    ) -> impl Stream<Item = Result<(K, V)>> + use<K, V, R>
    where
        R: RangeBounds<K>,
        K: Key + 'static,
        V: DeserializeOwned + 'static,
    {
        let (queries, store, range) = (self.clone(), store.name(), KeyRange::of(&range));
        let start = (VecDeque::<Row>::new(), Some(range));
        try_unfold(start, move |(mut rows, rest)| {
            let queries = queries.clone();
            async move {
                let rest = match rest {
                    Some(range) if rows.is_empty() => {
                        let (page, rest) = queries.page(store, range?).await?;
                        rows = page;
                        rest.map(Ok)
                    }
                    rest => rest,
                };
                let Some(row) = rows.pop_front() else { return Ok(None) };
                Ok(Some((decode_row(row)?, (rows, rest))))
            }
        })
    }

    /// Reads the first records of a range, and says what is left of it.
    fn page(&self, store: &'static str, range: KeyRange) -> Operation<(VecDeque<Row>, Option<KeyRange>)> {
        let queries = self.clone();
        operation(&format!("scan {store}"), async move {
            let limit = queries.session.is_none().then_some(PAGE);
            let rows = queries.read(Query { store, index: None, range: range.clone(), limit }).await?;
            let last = rows.last().filter(|_| limit == Some(rows.len() as u32)).map(|(key, _)| key.clone());
            let rest = last.map(|key| KeyRange { start: Bound::Excluded(key), end: range.end });
            Ok((rows.into(), rest))
        })
    }

    pub(super) async fn read(&self, query: Query) -> Result<Vec<Row>> {
        let Some(session) = &self.session else { return self.read_committed(query).await };
        session.check(query.store, false)?;
        let query = Query { limit: None, ..query };
        let beneath = self.read_committed(query.clone()).await?;
        Ok(session.lay_over(&query, beneath))
    }

    async fn read_committed(&self, query: Query) -> Result<Vec<Row>> {
        // IndexedDB has no word for such a range.
        if query.range.is_empty() {
            return Ok(Vec::new());
        }
        see_through(self.database.connection.read(query)).await
    }

    async fn change(&self, change: Change) -> Result<()> {
        let Some(session) = &self.session else {
            self.database.locks.free(&self.database.name, change.store()).await;
            return see_through(self.database.connection.write(vec![change])).await;
        };
        session.check(change.store(), true)?;
        if let Change::Put { store, row, fresh } = &change {
            self.check_row(store, row, *fresh).await?;
        }
        session.change(change);
        Ok(())
    }

    /// Checks what IndexedDB would check, so that a transaction fails at the change and not at its commit.
    async fn check_row(&self, store: &'static str, (key, json): &Row, fresh: bool) -> Result<()> {
        let taken = || Error::Constraint(store.to_owned());
        if fresh {
            let query = Query { store, index: None, range: KeyRange::only(key.clone()), limit: None };
            if !self.read(query).await?.is_empty() {
                return Err(taken());
            }
        }
        let unique = self.database.indexes.iter().filter(|it| it.store == store && it.unique);
        for index in unique {
            let Some(place) = value::index_key(json, index.field) else { continue };
            let query = Query { store, index: Some(index.field), range: KeyRange::only(place), limit: None };
            if self.read(query).await?.iter().any(|(other, _)| other != key) {
                return Err(taken());
            }
        }
        Ok(())
    }
}

/// `put stock/7`; the key is missing where it is none.
fn label(what: &str, store: &str, key: &Result<KeyData>) -> String {
    match key {
        Ok(key) => format!("{what} {store}/{key}"),
        Err(_) => format!("{what} {store}"),
    }
}

fn decode_row<K: Key, V: DeserializeOwned>((key, json): Row) -> Result<(K, V)> {
    let shown = key.to_string();
    let key = K::decode(key).ok_or(Error::Key(shown))?;
    Ok((key, value::decode(&json)?))
}

impl fmt::Debug for Queries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Queries").field("database", &self.database.name).finish_non_exhaustive()
    }
}
