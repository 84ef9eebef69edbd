//! How a file is opened.

use super::file::{File, Rights};
use super::path::names;
use super::{Operation, operation, operations};
use crate::io::os_error;
use crate::platform::{Disk, How};
use crate::run::part;
use std::io::{ErrorKind, Result};
use std::path::Path;

/// How a file is opened, as tokio's.
///
/// ```
/// use meanwhile_runtime::fs::{self, OpenOptions};
/// use meanwhile_runtime::io::AsyncWriteExt;
/// use meanwhile_runtime::{RunConfig, run_to_end};
///
/// run_to_end(RunConfig::default(), || Box::pin(async {
///     for line in ["one\n", "two\n"] {
///         let mut log = OpenOptions::new().create(true).append(true).open("log.txt").await.unwrap();
///         log.write_all(line.as_bytes()).await.unwrap();
///     }
///     assert_eq!(fs::read_to_string("log.txt").await.unwrap(), "one\ntwo\n");
///     Ok(())
/// }));
/// ```
#[derive(Clone, Debug, Default)]
pub struct OpenOptions {
    read: bool,
    write: bool,
    append: bool,
    truncate: bool,
    create: bool,
    create_new: bool,
}

impl OpenOptions {
    /// Makes options of which none is set.
    pub fn new() -> Self {
        OpenOptions::default()
    }

    /// Sets whether it is opened to be read.
    pub fn read(&mut self, read: bool) -> &mut Self {
        self.read = read;
        self
    }

    /// Sets whether it is opened to be written.
    pub fn write(&mut self, write: bool) -> &mut Self {
        self.write = write;
        self
    }

    /// Sets whether every write goes to its end.
    pub fn append(&mut self, append: bool) -> &mut Self {
        self.append = append;
        self
    }

    /// Sets whether it is emptied.
    pub fn truncate(&mut self, truncate: bool) -> &mut Self {
        self.truncate = truncate;
        self
    }

    /// Sets whether it is made if it is missing.
    pub fn create(&mut self, create: bool) -> &mut Self {
        self.create = create;
        self
    }

    /// Sets whether it is made, and must have been missing.
    pub fn create_new(&mut self, create_new: bool) -> &mut Self {
        self.create_new = create_new;
        self
    }

    /// Opens a file.
    ///
    /// # Errors
    ///
    /// Fails with `InvalidInput` for options that make no sense together, with `NotFound`, `AlreadyExists`,
    /// `IsADirectory` or `NotADirectory`.
    pub fn open(&self, path: impl AsRef<Path>) -> Operation<File> {
        let what = if self.create || self.create_new { "create" } else { "open" };
        self.open_as(what, path.as_ref())
    }

    pub(super) fn open_as(&self, what: &str, path: &Path) -> Operation<File> {
        let (disk, names, how, rights) = (part::<Disk>(), names(path), self.how(), self.rights());
        let shown = path.to_owned();
        operation(what, path, async move {
            let how = how?;
            let node = operations::open(&disk, names?, how).await?;
            Ok(File::new(node, shown, rights))
        })
    }

    fn rights(&self) -> Rights {
        Rights { read: self.read, write: self.write || self.append, append: self.append }
    }

    /// Checks them as the standard library does.
    fn how(&self) -> Result<How> {
        let reads_only = !self.write && !self.append;
        let makes = self.create || self.create_new;
        let nonsense = (reads_only && (!self.read || self.truncate || makes))
            || (self.append && self.truncate && !self.create_new);
        if nonsense {
            return Err(os_error(ErrorKind::InvalidInput));
        }
        let truncate = self.truncate && !self.create_new;
        Ok(How { create: makes, create_new: self.create_new, truncate })
    }
}
