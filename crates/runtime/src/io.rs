//! Reading and writing without blocking: tokio's own traits and tools, which work in a browser.
//!
//! What differs from `tokio::io`:
//!
//! - [`stdout`] and [`stderr`] lead to the output of the run, where `println!` leads, and write at once.
//! - [`stdin`] is always at its end: a page has no standard input.
//! - Errors that an operating system would give have its kind and its text (`Connection refused (os error 111)`), but no
//!   `raw_os_error`, and another `Debug`: there is no operating system.
//!
//! Futures such as `reader.read_line(&mut line)` are tokio's: in a trace each has a span named after its source text.
//!
//! ```
//! use meanwhile_runtime::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, duplex};
//! use meanwhile_runtime::{RunConfig, join, run_to_end};
//!
//! run_to_end(RunConfig::default(), || Box::pin(async {
//!     let (mut here, there) = duplex(4);
//!     let write = async {
//!         here.write_all(b"one\ntwo\n").await.unwrap();
//!         drop(here);
//!     };
//!     let read = async {
//!         let mut lines = BufReader::new(there).lines();
//!         assert_eq!(lines.next_line().await.unwrap().as_deref(), Some("one"));
//!         assert_eq!(lines.next_line().await.unwrap().as_deref(), Some("two"));
//!         assert_eq!(lines.next_line().await.unwrap(), None);
//!     };
//!     join!(write, read);
//!     Ok(())
//! }));
//! ```

mod os_error;
mod stdio;

pub use std::io::{Error, ErrorKind, Result, SeekFrom};
pub use stdio::{Stderr, Stdin, Stdout, stderr, stdin, stdout};
pub use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncSeek, AsyncSeekExt, AsyncWrite,
    AsyncWriteExt, BufReader, BufStream, BufWriter, Chain, DuplexStream, Empty, Join, Lines, ReadBuf,
    ReadHalf, Repeat, SimplexStream, Sink, Split, Take, WriteHalf, copy, copy_bidirectional,
    copy_bidirectional_with_sizes, copy_buf, duplex, empty, join, repeat, simplex, sink, split,
};

pub(crate) use os_error::os_error;
