//! Reading and writing without blocking.

mod buffered;
mod copy;
mod duplex;
mod lines;
mod read_ext;
mod split;
mod stdio;
mod traits;
mod util;
mod write_ext;

pub use buffered::{BufReader, BufStream, BufWriter};
pub use copy::{copy, copy_bidirectional, copy_buf};
pub use duplex::{DuplexStream, SimplexStream, duplex, simplex};
pub use lines::{AsyncBufReadExt, Lines, Split};
pub use read_ext::{AsyncReadExt, Chain, Take};
pub use split::{Join, ReadHalf, WriteHalf, join, split};
pub use std::io::{Error, ErrorKind, Result, SeekFrom};
pub use stdio::{Stderr, Stdin, Stdout, stderr, stdin, stdout};
pub use traits::{AsyncBufRead, AsyncRead, AsyncSeek, AsyncWrite, ReadBuf};
pub use util::{Empty, Repeat, Sink, empty, repeat, sink};
pub use write_ext::{AsyncSeekExt, AsyncWriteExt};

impl From<crate::task::JoinError> for Error {
    fn from(error: crate::task::JoinError) -> Error {
        let text = if error.is_panic() { "task panicked" } else { "task was cancelled" };
        Error::new(ErrorKind::Other, text)
    }
}

impl From<crate::time::error::Elapsed> for Error {
    fn from(_: crate::time::error::Elapsed) -> Error {
        Error::from(ErrorKind::TimedOut)
    }
}
