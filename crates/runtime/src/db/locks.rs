//! Who may write to a store, among the transactions of a run.

use crate::run::{Part, RunCore, lock};
use crate::sync::{OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock, named};
use std::sync::{Arc, Mutex};

/// The locks of a run's stores: a few at most.
#[derive(Default)]
pub(super) struct Locks(Mutex<Vec<OfStore>>);

struct OfStore {
    database: String,
    store: &'static str,
    lock: Arc<RwLock<()>>,
}

impl Part for Locks {
    fn make(_: Option<&RunCore>) -> Self {
        Locks::default()
    }
}

/// A store that nobody else writes to.
pub(super) enum Guard {
    /// Nor does the holder.
    Shared {
        _guard: OwnedRwLockReadGuard<()>,
    },
    Alone {
        _guard: OwnedRwLockWriteGuard<()>,
    },
}

impl Locks {
    fn get(&self, database: &str, store: &'static str) -> Arc<RwLock<()>> {
        let mut locks = lock(&self.0);
        if let Some(known) = locks.iter().find(|it| it.database == database && it.store == store) {
            return known.lock.clone();
        }
        let lock = named(format!("{database}/{store}"), || Arc::new(RwLock::new(())));
        locks.push(OfStore { database: database.to_owned(), store, lock: lock.clone() });
        lock
    }

    pub(super) async fn take(&self, database: &str, store: &'static str, shared: bool) -> Guard {
        let lock = self.get(database, store);
        if shared {
            Guard::Shared { _guard: lock.read_owned().await }
        } else {
            Guard::Alone { _guard: lock.write_owned().await }
        }
    }

    /// Waits until no transaction has a store. What is asked of the platform next comes before what any later
    /// transaction asks, so the lock need not be kept.
    pub(super) async fn free(&self, database: &str, store: &'static str) {
        let lock = self.get(database, store);
        // One of the owners is here and one in the list: any other has a guard, or waits for one.
        if Arc::strong_count(&lock) > 2 {
            drop(lock.write_owned().await);
        }
    }
}
