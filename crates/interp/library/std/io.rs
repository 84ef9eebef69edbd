//! Reading and writing.

mod adapters;
mod buffered;
mod cursor;
mod error;
mod kind;
mod read;
mod stdio;
mod write;

pub use adapters::{Chain, Take};
pub use buffered::{BufReader, BufWriter, LineWriter};
pub use cursor::Cursor;
pub(crate) use cursor::{sought, write_at};
pub use error::{Error, Result};
pub use kind::ErrorKind;
pub use read::{BufRead, Bytes, Lines, Read, Seek, SeekFrom, Split};
pub use stdio::{Stderr, Stdin, StdinLock, Stdout, StdoutLock, read_to_string, stderr, stdin, stdout};
#[doc(hidden)]
pub use write::__Source;
pub use write::{Empty, Sink, Write, empty, sink};

pub mod prelude {
    pub use super::{BufRead, Read, Seek, Write};
}

pub trait IsTerminal {
    fn is_terminal(&self) -> bool;
}

/// Copies everything from a reader to a writer.
pub fn copy<R: ?Sized + Read, W: ?Sized + Write>(reader: &mut R, writer: &mut W) -> Result<u64> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    writer.write_all(&bytes)?;
    Ok(bytes.len() as u64)
}
