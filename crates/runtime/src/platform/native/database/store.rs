//! The records of a store.

use crate::db::{Error, IndexPlan, KeyData, Query, Result, Row, index_key};
use std::collections::{BTreeMap, BTreeSet};

/// A store, with its indexes.
#[derive(Clone, Default)]
pub(super) struct Records {
    rows: BTreeMap<KeyData, String>,
    indexes: Vec<Index>,
}

#[derive(Clone)]
struct Index {
    plan: IndexPlan,
    /// By field, then by key.
    places: BTreeSet<(KeyData, KeyData)>,
}

impl Index {
    fn add(&mut self, key: &KeyData, json: &str) -> Result<()> {
        let Some(place) = index_key(json, self.plan.field) else { return Ok(()) };
        if self.plan.unique && self.places.iter().any(|(at, of)| *at == place && of != key) {
            return Err(Error::Constraint(self.plan.store.to_owned()));
        }
        self.places.insert((place, key.clone()));
        Ok(())
    }

    fn remove(&mut self, key: &KeyData, json: &str) {
        if let Some(place) = index_key(json, self.plan.field) {
            self.places.remove(&(place, key.clone()));
        }
    }
}

impl Records {
    /// Makes an index over the records that are there, unless there is one.
    pub(super) fn add_index(&mut self, plan: IndexPlan) -> Result<()> {
        if self.indexes.iter().any(|it| it.plan.field == plan.field) {
            return Ok(());
        }
        let mut index = Index { plan, places: BTreeSet::new() };
        self.rows.iter().try_for_each(|(key, json)| index.add(key, json))?;
        self.indexes.push(index);
        Ok(())
    }

    pub(super) fn read(&self, query: &Query) -> Result<Vec<Row>> {
        let limit = query.limit.map_or(usize::MAX, |it| it as usize);
        let Some(field) = query.index else {
            let rows = self.rows.iter().filter(|(key, _)| query.range.contains(key)).take(limit);
            return Ok(rows.map(|(key, json)| (key.clone(), json.clone())).collect());
        };
        let index = self.indexes.iter().find(|it| it.plan.field == field);
        let index = index.ok_or_else(|| Error::NoIndex(field.to_owned()))?;
        let keys = index.places.iter().filter(|(at, _)| query.range.contains(at)).map(|(_, key)| key);
        Ok(keys.take(limit).filter_map(|key| Some((key.clone(), self.rows.get(key)?.clone()))).collect())
    }

    pub(super) fn get(&self, key: &KeyData) -> Option<&String> {
        self.rows.get(key)
    }

    pub(super) fn keys(&self) -> Vec<KeyData> {
        self.rows.keys().cloned().collect()
    }

    /// Sets a record, or removes it; returns what it was. Changes nothing if it fails.
    pub(super) fn set(&mut self, key: &KeyData, json: Option<String>) -> Result<Option<String>> {
        let old = self.rows.remove(key);
        if let Some(old) = &old {
            self.indexes.iter_mut().for_each(|it| it.remove(key, old));
        }
        let Some(json) = json else { return Ok(old) };
        let added = self.indexes.iter_mut().try_for_each(|it| it.add(key, &json));
        if let Err(error) = added {
            self.indexes.iter_mut().for_each(|it| it.remove(key, &json));
            if let Some(old) = old {
                self.set(key, Some(old))?;
            }
            return Err(error);
        }
        self.rows.insert(key.clone(), json);
        Ok(old)
    }

    /// Returns about how many bytes the records take.
    pub(super) fn bytes(&self) -> u64 {
        self.rows.iter().map(|(key, json)| row_bytes(key, json)).sum()
    }
}

pub(super) fn row_bytes(key: &KeyData, json: &str) -> u64 {
    key.bytes() + json.len() as u64
}
