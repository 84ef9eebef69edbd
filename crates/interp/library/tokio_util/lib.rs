//! tokio-util: codecs, cancellation, tasks that are counted, and delayed values.

pub mod codec;
pub mod sync;
pub mod task;
pub mod time;
