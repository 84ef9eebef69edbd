//! Futures, streams and what is made of them.

pub mod executor;
pub mod future;
pub mod stream;
pub mod task;

pub use future::{Future, FutureExt, TryFutureExt};
pub use stream::{Stream, StreamExt, TryStreamExt};

pub mod prelude {
    pub use crate::future::{Future, FutureExt, TryFutureExt};
    pub use crate::stream::{Stream, StreamExt, TryStreamExt};
}
