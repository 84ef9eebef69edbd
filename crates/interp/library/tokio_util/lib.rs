//! tokio-util: codecs, cancellation, and tasks that are counted.

pub mod codec;
pub mod sync;
pub mod task;
