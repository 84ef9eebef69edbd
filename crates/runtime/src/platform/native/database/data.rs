//! What is in a database.

use super::store::{Records, row_bytes};
use crate::db::{Change, Error, KeyData, Plan, Query, Result, Row};
use crate::platform::native::files::Space;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A database.
pub(super) struct Data {
    version: u32,
    stores: BTreeMap<&'static str, Records>,
    space: Arc<Space>,
}

/// How a record was before a transaction.
type Undo = (&'static str, KeyData, Option<String>);

impl Data {
    pub(super) fn new(space: Arc<Space>) -> Self {
        Data { version: 0, stores: BTreeMap::new(), space }
    }

    pub(super) fn version(&self) -> u32 {
        self.version
    }

    /// Makes what the plan has and the database has not, if the plan is newer.
    pub(super) fn bring_up_to(&mut self, plan: &Plan) -> Result<()> {
        if plan.version < self.version {
            return Err(Error::Version(plan.version));
        }
        if plan.version == self.version {
            return Ok(());
        }
        let mut stores = self.stores.clone();
        for name in &plan.removed {
            if let Some(gone) = stores.remove(name) {
                self.space.change(gone.bytes(), 0);
            }
        }
        for name in &plan.stores {
            stores.entry(name).or_default();
        }
        for index in &plan.indexes {
            let store = stores.get_mut(index.store).ok_or_else(|| no_store(index.store))?;
            store.add_index(*index)?;
        }
        self.stores = stores;
        self.version = plan.version;
        Ok(())
    }

    pub(super) fn read(&self, query: &Query) -> Result<Vec<Row>> {
        self.stores.get(query.store).ok_or_else(|| no_store(query.store))?.read(query)
    }

    /// Makes all changes, or none.
    pub(super) fn write(&mut self, changes: Vec<Change>) -> Result<()> {
        let mut undo = Vec::new();
        let made = changes.into_iter().try_for_each(|change| self.make(change, &mut undo));
        if made.is_err() {
            for (store, key, json) in undo.into_iter().rev() {
                self.set(store, &key, json)?;
            }
        }
        made
    }

    fn make(&mut self, change: Change, undo: &mut Vec<Undo>) -> Result<()> {
        let store = change.store();
        let records = self.stores.get(store).ok_or_else(|| no_store(store))?;
        let sets = match change {
            Change::Put { row: (key, _), fresh: true, .. } if records.get(&key).is_some() => {
                return Err(Error::Constraint(store.to_owned()));
            }
            Change::Put { row: (key, json), .. } => vec![(key, Some(json))],
            Change::Delete { key, .. } => vec![(key, None)],
            Change::Clear { .. } => records.keys().into_iter().map(|key| (key, None)).collect(),
        };
        for (key, json) in sets {
            let old = self.set(store, &key, json)?;
            undo.push((store, key, old));
        }
        Ok(())
    }

    /// Sets a record, or removes it; returns what it was. Changes nothing if it fails.
    fn set(&mut self, store: &'static str, key: &KeyData, json: Option<String>) -> Result<Option<String>> {
        let records = self.stores.get_mut(store).ok_or_else(|| no_store(store))?;
        let bytes = |json: Option<&String>| json.map_or(0, |it| row_bytes(key, it));
        let (old, new) = (bytes(records.get(key)), bytes(json.as_ref()));
        if !self.space.change(old, new) {
            return Err(Error::Quota);
        }
        let set = records.set(key, json);
        if set.is_err() {
            self.space.change(new, old);
        }
        set
    }
}

fn no_store(name: &str) -> Error {
    Error::NoStore(name.to_owned())
}
