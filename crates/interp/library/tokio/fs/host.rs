//! What the host does with files.

use crate::net::HostIo;
use std::future::NativeFuture;
use std::io;

pub(super) fn host_read(path: &str) -> NativeFuture<io::Result<Vec<u8>>> {
    native!()
}

pub(super) fn host_read_to_string(path: &str) -> NativeFuture<io::Result<String>> {
    native!()
}

pub(super) fn host_write(path: &str, bytes: &[u8]) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_copy(from: &str, to: &str) -> NativeFuture<io::Result<u64>> {
    native!()
}

pub(super) fn host_rename(from: &str, to: &str) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_create_dir(path: &str) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_create_dir_all(path: &str) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_remove_file(path: &str) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_remove_dir(path: &str) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_remove_dir_all(path: &str) -> NativeFuture<io::Result<()>> {
    native!()
}

pub(super) fn host_try_exists(path: &str) -> NativeFuture<io::Result<bool>> {
    native!()
}

/// Whether it is a folder, and how long it is.
pub(super) fn host_metadata(path: &str) -> NativeFuture<io::Result<(bool, u64)>> {
    native!()
}

/// The names of what is in a folder.
pub(super) fn host_read_dir(path: &str) -> NativeFuture<io::Result<Vec<String>>> {
    native!()
}

pub(super) fn host_open(
    path: &str,
    read: bool,
    write: bool,
    append: bool,
    truncate: bool,
    create: bool,
    create_new: bool,
) -> NativeFuture<io::Result<HostIo>> {
    native!()
}
