//! tokio: the leaves are the host's, so that they are in the timeline.

pub mod fs;
pub mod io;
pub mod net;
pub mod runtime;
pub mod signal;
pub mod sync;
pub mod task;
pub mod time;

pub use task::spawn;
