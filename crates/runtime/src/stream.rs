//! Streams: tokio-stream's and futures' own, with what needs our clock and our channels.
//!
//! The adaptors of `tokio_stream::StreamExt` and `futures::StreamExt`, `FuturesUnordered`, `StreamMap` and their kin need
//! no wrapping: they poll recorded futures, which record themselves. Our own are the adaptors that go by time (in
//! [`StreamExt`], which has all of `tokio_stream`'s) and the streams over channels and intervals ([`wrappers`]).
//!
//! A wait for a stream's next item is a span of kind branch named by its source text, like that for any future that is
//! not of this crate.

mod ext;
mod timed;
pub mod wrappers;

pub use ext::StreamExt;
pub use timed::{ChunksTimeout, Elapsed, Throttle, Timeout};
