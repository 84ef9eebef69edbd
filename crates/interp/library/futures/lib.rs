//! Futures, streams and what is made of them.

pub mod channel;
pub mod executor;
pub mod future;
pub mod lock;
pub mod sink;
pub mod stream;
pub mod task;

pub use future::{Future, FutureExt, TryFuture, TryFutureExt};
pub use sink::{Sink, SinkExt};
pub use stream::{Stream, StreamExt, TryStream, TryStreamExt};

pub mod prelude {
    pub use crate::future::{self, Future, FutureExt, TryFuture, TryFutureExt};
    pub use crate::sink::{self, Sink, SinkExt};
    pub use crate::stream::{self, Stream, StreamExt, TryStream, TryStreamExt};
}

pub mod never {
    pub type Never = std::convert::Infallible;
}
