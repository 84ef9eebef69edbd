//! The quota of a run, which its files and databases share, and what time it is for them.

use crate::platform::RunClock;
use crate::run::{Part, RunCore, Storage};
use meanwhile_trace::Clock as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How much a run may keep, and how much it does.
pub(crate) struct Space {
    quota_bytes: u64,
    used_bytes: AtomicU64,
    clock: Option<Arc<RunClock>>,
}

impl Part for Space {
    fn make(run: Option<&RunCore>) -> Self {
        let storage = run.map_or_else(Storage::default, |it| it.storage);
        Space {
            quota_bytes: storage.quota_bytes,
            used_bytes: AtomicU64::new(0),
            clock: run.map(|it| it.clock.clone()),
        }
    }
}

impl Space {
    /// Returns the space of a run, which everything that it keeps shares.
    pub(crate) fn of(run: Option<&RunCore>) -> Arc<Self> {
        match run {
            Some(it) => it.parts.get(run),
            None => Arc::new(Space::make(None)),
        }
    }

    /// Returns milliseconds since 1970, when all runs start.
    pub(crate) fn now_ms(&self) -> u64 {
        self.clock.as_ref().map_or(0, |it| it.now_ns() / 1_000_000)
    }

    /// Lets something grow or shrink; returns whether there is room for it.
    pub(crate) fn change(&self, from_bytes: u64, to_bytes: u64) -> bool {
        let used_bytes = self.used_bytes.load(Ordering::Relaxed) - from_bytes;
        let Some(wanted) = used_bytes.checked_add(to_bytes) else { return false };
        if to_bytes > from_bytes && wanted > self.quota_bytes {
            return false;
        }
        self.used_bytes.store(wanted, Ordering::Relaxed);
        true
    }
}
