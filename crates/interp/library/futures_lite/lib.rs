//! futures-lite: a part of what the futures crate has, and some of it under other names.

pub mod future;

pub use future::{Future, FutureExt};
pub use stream::{Stream, StreamExt};
pub use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};

pub mod stream {
    //! Streams.

    pub use futures::stream::{Stream, empty, iter, once, pending, poll_fn, repeat, unfold};
    pub use tokio_stream::StreamExt;
}

pub mod prelude {
    pub use super::future::{Future, FutureExt};
    pub use super::stream::{Stream, StreamExt};
}
