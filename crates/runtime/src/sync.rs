//! Locks, permits, channels and signals between tasks: tokio's own, with who waits for what recorded.
//!
//! Every type wraps its namesake of `tokio::sync`, which works in a browser; names, behaviour and cancel safety are
//! tokio's. What is added: each object is a resource of the trace, each wait a leaf span, and the trace knows who holds
//! a lock, who released it and how full a channel is.
//!
//! What differs: blocking methods (`blocking_lock`, `blocking_recv`, ...) are missing, because a page has one thread,
//! which they would stop for ever.
//!
//! ```
//! use meanwhile_runtime::{run_to_end, sync::Mutex, RunConfig};
//!
//! let run = run_to_end(RunConfig::default(), || Box::pin(async {
//!     let counter = Mutex::new(0);
//!     *counter.lock().await += 1;
//!     assert_eq!(counter.into_inner(), 1);
//!     Ok(())
//! }));
//! assert_eq!(run.trace.resources().len(), 1);
//! ```

mod barrier;
pub mod broadcast;
mod guard;
mod later;
pub mod mpsc;
mod mutex;
mod notify;
mod once_cell;
pub mod oneshot;
pub(crate) mod resource;
mod rwlock;
mod semaphore;
pub mod watch;

pub use barrier::{Barrier, BarrierWaitResult};
pub use mutex::{MappedMutexGuard, Mutex, MutexGuard, OwnedMutexGuard};
pub use notify::Notify;
pub use once_cell::OnceCell;
pub use rwlock::{
    OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock, RwLockMappedWriteGuard, RwLockReadGuard,
    RwLockWriteGuard,
};
pub use semaphore::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};
pub use tokio::sync::{AcquireError, SetError, TryAcquireError, TryLockError};

#[doc(hidden)]
pub use resource::{name_of_made, named};
#[doc(hidden)]
pub use semaphore::{lock_by_permits, lock_of_permits};
