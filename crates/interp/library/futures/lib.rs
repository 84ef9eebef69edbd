//! Futures, streams and what is made of them.

pub mod executor;
pub mod future;
pub mod task;

pub use future::{Future, FutureExt, TryFutureExt};

pub mod prelude {
    pub use crate::future::{Future, FutureExt, TryFutureExt};
}
