//! What the host does with files.

use crate::net::HostIo;
use std::future::NativeFuture;
use std::io;
use std::path::Path;

pub(super) fn host_read(path: &impl AsRef<Path>) -> NativeFuture<io::Result<Vec<u8>>> {
    native!()
}

pub(super) fn host_read_to_string(path: &impl AsRef<Path>) -> NativeFuture<io::Result<String>> {
    native!()
}

pub(super) fn host_write(path: &impl AsRef<Path>, contents: &impl AsRef<[u8]>) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_copy(from: &impl AsRef<Path>, to: &impl AsRef<Path>) -> NativeFuture<io::Result<u64>> {
    native!()
}

pub(super) fn host_rename(from: &impl AsRef<Path>, to: &impl AsRef<Path>) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_create_dir(path: &impl AsRef<Path>) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_create_dir_all(path: &impl AsRef<Path>) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_remove_file(path: &impl AsRef<Path>) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_remove_dir(path: &impl AsRef<Path>) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_remove_dir_all(path: &impl AsRef<Path>) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_try_exists(path: &impl AsRef<Path>) -> NativeFuture<io::Result<bool>> {
    native!()
}

/// Whether it is a folder, and how long it is.
pub(super) fn host_metadata(path: &impl AsRef<Path>) -> NativeFuture<io::Result<(bool, u64)>> {
    native!()
}

/// The names of what is in a folder.
pub(super) fn host_read_dir(path: &impl AsRef<Path>) -> NativeFuture<io::Result<Vec<String>>> {
    native!()
}

pub(super) fn host_open(
    path: &impl AsRef<Path>,
    read: bool,
    write: bool,
    append: bool,
    truncate: bool,
    create: bool,
    create_new: bool,
) -> NativeFuture<io::Result<HostIo>> {
    native!()
}

/// The text of a path, whatever it is.
pub(super) fn text_of_path(path: &impl AsRef<Path>) -> String {
    native!()
}
