//! Files of the run, shaped like `tokio::fs`.
//!
//! Each run starts with an empty directory of its own. In the browser it is a folder of the origin private file system,
//! which the browser keeps on the disk and no user sees; it is removed at the end of the run, and if that cannot be
//! (the worker was ended) by a later run. Natively it is in memory: a program never touches the real disk. Outside of a
//! run, which only a browser has, it is the root of the origin private file system, and stays.
//!
//! Relative and absolute paths both start at that directory, and `..` does not lead out of it. An operation is a leaf
//! span named after it and its path, also each read and write of a [`File`].
//!
//! What differs from `tokio::fs`:
//!
//! - Errors have the kind and the text of Linux (`No such file or directory (os error 2)`), but no `raw_os_error`, and
//!   another `Debug`. Where the browser says that its quota is used up, the kind is `StorageFull`.
//! - `..` is taken away before a path is looked up, so `missing/../notes.txt` is `notes.txt`. Names are UTF-8, without
//!   backslashes. There are no links and no permissions.
//! - Opening a directory fails (`IsADirectory`), even to read.
//! - A write is ready when it is done, not when it is buffered. In a page's own thread, unlike in a worker, what is
//!   written is kept in memory until [`flush`](crate::io::AsyncWriteExt::flush), `sync_all` or the file's end.
//! - Renaming copies in the browser, so it takes its time there and is not atomic. A file that is renamed, replaced or
//!   removed while it is open stays readable through its handle, as on Linux, but in memory.
//! - [`ReadDir`] has the names in order. Times are kept for modification only; natively they count from 1970, at the
//!   start of the run.
//!
//! # Cancel safety
//!
//! An operation whose future is dropped after its first poll goes on to its end in the background: nothing is left half
//! done, but whether it was done is not known.
//!
//! ```
//! use meanwhile_runtime::{RunConfig, fs, run_to_end};
//!
//! run_to_end(RunConfig::default(), || Box::pin(async {
//!     fs::create_dir_all("notes/today").await.unwrap();
//!     fs::write("notes/today/list.txt", "milk\n").await.unwrap();
//!     assert_eq!(fs::read_to_string("/notes/../notes/today/list.txt").await.unwrap(), "milk\n");
//!     let error = fs::read("missing.txt").await.unwrap_err();
//!     assert_eq!(error.to_string(), "No such file or directory (os error 2)");
//!     Ok(())
//! }));
//! ```

mod file;
mod metadata;
mod open_options;
mod operations;
mod path;
mod read_dir;

pub use file::File;
pub use metadata::{FileType, Metadata};
pub use open_options::OpenOptions;
pub use operations::{
    copy, create_dir, create_dir_all, metadata, read, read_to_string, remove_dir, remove_dir_all,
    remove_file, rename, try_exists, write,
};
pub use read_dir::{DirEntry, ReadDir, read_dir};

pub(crate) use metadata::Stat;
pub(crate) use path::Names;

use crate::record::{Body, Recorded, SpanGuard};
use crate::turn::see_through;
use meanwhile_trace::SpanKind;
use std::io::Result;
use std::path::Path;
use std::pin::Pin;

/// Work on files that is under way.
pub(crate) type Work<T> = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

/// An operation on files, which is a leaf span; see the [module](self).
pub type Operation<T> = Recorded<Work<T>>;

/// Makes the leaf of an operation: `what` is done to the file at `path`.
fn operation<T: Send + 'static>(
    what: &str,
    path: &Path,
    work: impl Future<Output = Result<T>> + Send + 'static,
) -> Operation<T> {
    let span = SpanGuard::new(SpanKind::File, &format!("{what} {}", path.display()), None, Body::Unknown);
    Recorded::new(span, Result::is_err, Box::pin(see_through(work)))
}
