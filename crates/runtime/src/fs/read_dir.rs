//! What is in a directory.

use super::metadata::{FileType, Metadata};
use super::path::{Names, names};
use super::{Operation, operation, operations};
use crate::platform::Disk;
use crate::run::part;
use std::ffi::OsString;
use std::io::Result;
use std::path::{Path, PathBuf};
use std::task::{Context, Poll};

/// The entries of a directory, in the order of their names.
#[derive(Debug)]
pub struct ReadDir(std::vec::IntoIter<DirEntry>);

/// An entry of a directory, as it was when the directory was read.
#[derive(Debug)]
pub struct DirEntry {
    name: String,
    folder: PathBuf,
    names: Names,
    is_dir: bool,
}

/// Reads a directory.
///
/// # Errors
///
/// Fails with `NotFound` or `NotADirectory`.
pub fn read_dir(path: impl AsRef<Path>) -> Operation<ReadDir> {
    let (path, disk) = (path.as_ref(), part::<Disk>());
    let (names, folder) = (names(path), path.to_owned());
    operation("read_dir", path, async move {
        let names = names?;
        let mut entries = disk.list(names.clone()).await?;
        entries.sort_unstable();
        let entry = |(name, is_dir): (String, bool)| {
            let mut names = names.clone();
            names.push(name.clone());
            DirEntry { name, folder: folder.clone(), names, is_dir }
        };
        Ok(ReadDir(entries.into_iter().map(entry).collect::<Vec<_>>().into_iter()))
    })
}

impl ReadDir {
    /// Returns the next entry. Is ready at once, and never fails, unlike tokio's.
    ///
    /// # Errors
    ///
    /// Never.
    pub async fn next_entry(&mut self) -> Result<Option<DirEntry>> {
        Ok(self.0.next())
    }

    /// Polls for the next entry, for hand-written futures and streams.
    ///
    /// # Errors
    ///
    /// Never.
    pub fn poll_next_entry(&mut self, _: &mut Context<'_>) -> Poll<Result<Option<DirEntry>>> {
        Poll::Ready(Ok(self.0.next()))
    }
}

impl DirEntry {
    /// Returns its name.
    pub fn file_name(&self) -> OsString {
        self.name.clone().into()
    }

    /// Returns its path: that of the directory as it was read, and its name.
    pub fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    /// Returns whether it is a file or a directory. Is ready at once, and never fails, unlike tokio's.
    ///
    /// # Errors
    ///
    /// Never.
    pub async fn file_type(&self) -> Result<FileType> {
        Ok(FileType { is_dir: self.is_dir })
    }

    /// Returns what is known of it now.
    ///
    /// # Errors
    ///
    /// Fails with `NotFound` if it is gone.
    pub fn metadata(&self) -> Operation<Metadata> {
        let (disk, names) = (part::<Disk>(), self.names.clone());
        operation("metadata", &self.path(), async move { operations::stat(&disk, names).await.map(Metadata) })
    }
}
