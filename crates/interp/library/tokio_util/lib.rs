//! tokio-util: cancellation, and tasks that are counted.

pub mod sync;
pub mod task;
