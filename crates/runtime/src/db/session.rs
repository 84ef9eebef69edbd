//! What a transaction has changed and not yet committed.

use super::plan::{Change, Query, Row};
use super::value::index_key;
use super::{Error, KeyData, Result};
use crate::run::lock;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// The state of a transaction.
pub(super) struct Session {
    stores: Vec<&'static str>,
    writes: bool,
    /// One for each store.
    changes: Mutex<Vec<Overlay>>,
}

/// What lies over a store.
#[derive(Clone, Default)]
struct Overlay {
    /// What is beneath is gone.
    cleared: bool,
    /// New values; `None` for a record that is gone.
    rows: BTreeMap<KeyData, Option<String>>,
}

impl Session {
    pub(super) fn new(stores: Vec<&'static str>, writes: bool) -> Self {
        let changes = Mutex::new(stores.iter().map(|_| Overlay::default()).collect());
        Session { stores, writes, changes }
    }

    /// Checks that a store may be used.
    pub(super) fn check(&self, store: &'static str, writes: bool) -> Result<()> {
        if self.position(store).is_none() {
            return Err(Error::NotInTransaction(store.to_owned()));
        }
        if writes && !self.writes { Err(Error::ReadOnly) } else { Ok(()) }
    }

    fn position(&self, store: &str) -> Option<usize> {
        self.stores.iter().position(|it| *it == store)
    }

    pub(super) fn change(&self, change: Change) {
        let mut changes = lock(&self.changes);
        let overlay = self.position(change.store()).and_then(|it| changes.get_mut(it));
        let Some(overlay) = overlay else { return };
        match change {
            Change::Put { row: (key, json), .. } => drop(overlay.rows.insert(key, Some(json))),
            Change::Delete { key, .. } => drop(overlay.rows.insert(key, None)),
            Change::Clear { .. } => *overlay = Overlay { cleared: true, rows: BTreeMap::new() },
        }
    }

    /// Lays the changes over what the database has.
    pub(super) fn lay_over(&self, query: &Query, beneath: Vec<Row>) -> Vec<Row> {
        let overlay = self.position(query.store).and_then(|it| lock(&self.changes).get(it).cloned());
        let Some(overlay) = overlay.filter(|it| it.cleared || !it.rows.is_empty()) else { return beneath };
        let beneath = if overlay.cleared { Vec::new() } else { beneath };
        let unchanged = beneath.into_iter().filter(|(key, _)| !overlay.rows.contains_key(key));
        let place = |(key, json): &Row| match query.index {
            Some(field) => index_key(json, field),
            None => Some(key.clone()),
        };
        let changed = overlay.rows.iter().filter_map(|(key, json)| Some((key.clone(), json.clone()?)));
        let changed = changed.filter(|row| place(row).is_some_and(|it| query.range.contains(&it)));
        let mut rows: Vec<_> = unchanged.chain(changed).map(|row| (place(&row), row)).collect();
        rows.sort_unstable();
        rows.into_iter().map(|it| it.1).collect()
    }

    /// Takes all changes, in an order in which they can be made.
    pub(super) fn take(&self) -> Vec<Change> {
        let mut all = Vec::new();
        for (store, overlay) in self.stores.iter().copied().zip(lock(&self.changes).drain(..)) {
            if overlay.cleared {
                all.push(Change::Clear { store });
            }
            // Records that go make room in unique indexes for those that come.
            let (come, go): (Vec<_>, Vec<_>) = overlay.rows.into_iter().partition(|(_, json)| json.is_some());
            all.extend(go.into_iter().map(|(key, _)| Change::Delete { store, key }));
            let put = |(key, json): (KeyData, Option<String>)| {
                Some(Change::Put { store, row: (key, json?), fresh: false })
            };
            all.extend(come.into_iter().filter_map(put));
        }
        all
    }
}
