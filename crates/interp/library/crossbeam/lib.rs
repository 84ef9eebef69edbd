//! crossbeam: what its crates have.

pub mod queue;

pub use crossbeam_channel as channel;
pub use crossbeam_channel::select;
pub use crossbeam_utils::{atomic, sync, thread};
pub use crossbeam_utils::thread::scope;

pub mod utils {
    //! Small things.

    pub use crossbeam_utils::{Backoff, CachePadded};
}
