//! tokio-stream: streams of tokio's things, and adaptors whose closures are no futures.

pub mod adapters;
mod collect;
mod ext;
mod map;
pub mod wrappers;

pub use adapters::{Elapsed, Once, Pending, empty, iter, once, pending};
pub use collect::FromStream;
pub use ext::StreamExt;
pub use futures::stream::{Empty, Iter, Stream};
pub use map::StreamMap;

pub mod stream_ext {
    pub use crate::adapters::{Elapsed, Timeout};
}
