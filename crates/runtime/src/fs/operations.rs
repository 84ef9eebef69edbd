//! What is done in one go.

use super::metadata::{Metadata, Stat};
use super::path::{Names, names};
use super::{Operation, Work, operation};
use crate::io::os_error;
use crate::platform::{Disk, How, Node};
use crate::run::part;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;
use std::sync::Arc;

/// Reads a whole file.
///
/// # Errors
///
/// Fails with `NotFound`, `NotADirectory` (on the way to it) or `IsADirectory`.
pub fn read(path: impl AsRef<Path>) -> Operation<Vec<u8>> {
    let (path, disk) = (path.as_ref(), part::<Disk>());
    let names = names(path);
    operation("read", path, async move { read_all(&disk, names?).await })
}

/// Reads a whole file as text.
///
/// # Errors
///
/// Fails as [`read`], and with `InvalidData` if it is not UTF-8.
pub fn read_to_string(path: impl AsRef<Path>) -> Operation<String> {
    let (path, disk) = (path.as_ref(), part::<Disk>());
    let names = names(path);
    operation("read", path, async move {
        String::from_utf8(read_all(&disk, names?).await?)
            .map_err(|_| Error::new(ErrorKind::InvalidData, "stream did not contain valid UTF-8"))
    })
}

/// Makes a file or empties it, and writes to it.
///
/// # Errors
///
/// Fails with `NotFound` if the directory is missing, with `IsADirectory`, or with `StorageFull`.
pub fn write(path: impl AsRef<Path>, contents: impl AsRef<[u8]>) -> Operation<()> {
    let (path, disk, bytes) = (path.as_ref(), part::<Disk>(), Arc::from(contents.as_ref()));
    let names = names(path);
    operation("write", path, async move { write_all(&disk, names?, bytes).await })
}

/// Copies a file, and returns how many bytes it has. What is at `to` is replaced.
///
/// # Errors
///
/// Fails as [`read`] and [`write()`].
pub fn copy(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Operation<u64> {
    let (from, to, disk) = (from.as_ref(), to.as_ref(), part::<Disk>());
    let (source, target) = (names(from), names(to));
    operation("copy", from, async move {
        let bytes = read_all(&disk, source?).await?;
        let len = bytes.len() as u64;
        write_all(&disk, target?, bytes.into()).await?;
        Ok(len)
    })
}

/// Renames a file or directory. A file at `to` is replaced, and so is an empty directory by a directory.
///
/// # Errors
///
/// Fails with `NotFound`, with `IsADirectory`, `NotADirectory` or `DirectoryNotEmpty` for what is at `to`, and with
/// `InvalidInput` if a directory would go into itself.
pub fn rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Operation<()> {
    let (from, disk) = (from.as_ref(), part::<Disk>());
    let (source, target) = (names(from), names(to.as_ref()));
    operation("rename", from, async move {
        let (source, target) = (source?, target?);
        if source.is_empty() || target.is_empty() {
            return Err(os_error(ErrorKind::ResourceBusy));
        }
        if target.len() > source.len() && target.starts_with(&source) {
            return Err(os_error(ErrorKind::InvalidInput));
        }
        disk.rename(source, target).await
    })
}

/// Makes a directory, in one that is there.
///
/// # Errors
///
/// Fails with `AlreadyExists`, or with `NotFound` if the directory above is missing.
pub fn create_dir(path: impl AsRef<Path>) -> Operation<()> {
    let (path, disk) = (path.as_ref(), part::<Disk>());
    let names = names(path);
    operation("create_dir", path, async move {
        let names = names?;
        if names.is_empty() { Err(os_error(ErrorKind::AlreadyExists)) } else { disk.create_dir(names).await }
    })
}

/// Makes a directory, and those above it that are missing.
///
/// # Errors
///
/// Fails with `AlreadyExists` or `NotADirectory` if there is a file in the way.
pub fn create_dir_all(path: impl AsRef<Path>) -> Operation<()> {
    let (path, disk) = (path.as_ref(), part::<Disk>());
    let names = names(path);
    operation("create_dir_all", path, async move {
        let names = names?;
        for end in 1..=names.len() {
            let here = names[..end].to_vec();
            match disk.create_dir(here.clone()).await {
                // There may be a file instead; on the way down that is found out at the next step.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    if end == names.len() && !disk.stat(here).await?.is_dir {
                        return Err(error);
                    }
                }
                done => done?,
            }
        }
        Ok(())
    })
}

/// Removes a file.
///
/// # Errors
///
/// Fails with `NotFound` or `IsADirectory`.
pub fn remove_file(path: impl AsRef<Path>) -> Operation<()> {
    remove("remove_file", path.as_ref(), Disk::remove_file)
}

/// Removes an empty directory.
///
/// # Errors
///
/// Fails with `NotFound`, `NotADirectory` or `DirectoryNotEmpty`.
pub fn remove_dir(path: impl AsRef<Path>) -> Operation<()> {
    remove("remove_dir", path.as_ref(), |disk, names| disk.remove_dir(names, false))
}

/// Removes a directory with everything in it.
///
/// # Errors
///
/// Fails with `NotFound` or `NotADirectory`.
pub fn remove_dir_all(path: impl AsRef<Path>) -> Operation<()> {
    remove("remove_dir_all", path.as_ref(), |disk, names| disk.remove_dir(names, true))
}

fn remove(what: &str, path: &Path, remove: fn(&Disk, Names) -> Work<()>) -> Operation<()> {
    let (names, disk) = (names(path), part::<Disk>());
    operation(what, path, async move {
        let names = names?;
        if names.is_empty() { Err(os_error(ErrorKind::ResourceBusy)) } else { remove(&disk, names).await }
    })
}

/// Returns what is known of a file or directory.
///
/// # Errors
///
/// Fails with `NotFound` or `NotADirectory` (on the way to it).
pub fn metadata(path: impl AsRef<Path>) -> Operation<Metadata> {
    let (path, disk) = (path.as_ref(), part::<Disk>());
    let names = names(path);
    operation("metadata", path, async move { stat(&disk, names?).await.map(Metadata) })
}

/// Returns whether there is a file or directory.
///
/// # Errors
///
/// Fails if that cannot be told.
pub fn try_exists(path: impl AsRef<Path>) -> Operation<bool> {
    let (path, disk) = (path.as_ref(), part::<Disk>());
    let names = names(path);
    operation("try_exists", path, async move {
        match stat(&disk, names?).await {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    })
}

pub(super) async fn stat(disk: &Disk, names: Names) -> Result<Stat> {
    if names.is_empty() { Ok(Stat::DIR) } else { disk.stat(names).await }
}

/// Opens a file; the run's directory is none.
pub(super) async fn open(disk: &Disk, names: Names, how: How) -> Result<Arc<Node>> {
    match names.is_empty() {
        true if how.create_new => Err(os_error(ErrorKind::AlreadyExists)),
        true => Err(os_error(ErrorKind::IsADirectory)),
        false => disk.open(names, how).await,
    }
}

async fn read_all(disk: &Disk, names: Names) -> Result<Vec<u8>> {
    let node = open(disk, names, How::default()).await?;
    let size = node.stat().await?.len;
    node.read_at(0, usize::try_from(size).unwrap_or(usize::MAX)).await
}

async fn write_all(disk: &Disk, names: Names, bytes: Arc<[u8]>) -> Result<()> {
    let node = open(disk, names, How { create: true, truncate: true, create_new: false }).await?;
    node.write_at(Some(0), bytes).await?;
    node.flush().await
}
