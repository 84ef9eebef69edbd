//! What the platform is asked to do.

use super::{KeyData, KeyRange};

/// The stores that a database has from a version on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    pub(crate) version: u32,
    pub(crate) stores: Vec<&'static str>,
    pub(crate) indexes: Vec<IndexPlan>,
    pub(crate) removed: Vec<&'static str>,
}

/// An index that a store has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct IndexPlan {
    pub(crate) store: &'static str,
    /// The field that it finds records by, which is its name too: `name`, `address.city`.
    pub(crate) field: &'static str,
    pub(crate) unique: bool,
}

/// Which records to read, in the order of their keys or of the index.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub(crate) store: &'static str,
    /// The field of an index, to which the range applies then.
    pub(crate) index: Option<&'static str>,
    pub(crate) range: KeyRange,
    pub(crate) limit: Option<u32>,
}

/// A record: its key, and its value as JSON.
pub(crate) type Row = (KeyData, String);

/// A change to a store.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// Puts a record in; with `fresh` there must be none with its key.
    Put {
        store: &'static str,
        row: Row,
        fresh: bool,
    },
    Delete {
        store: &'static str,
        key: KeyData,
    },
    Clear {
        store: &'static str,
    },
}

impl Change {
    pub(crate) fn store(&self) -> &'static str {
        match self {
            Change::Put { store, .. } | Change::Delete { store, .. } | Change::Clear { store } => store,
        }
    }
}
