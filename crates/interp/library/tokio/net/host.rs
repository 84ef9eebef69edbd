//! What the host has: streams of bytes, which are connections or files, and listeners.

use std::future::NativeFuture;
use std::io;
use std::task::{Context, Poll};

#[lang = "HostIo"]
pub(crate) struct HostIo {
    native: (),
}

#[lang = "HostListener"]
pub(crate) struct HostListener {
    native: (),
}

pub(crate) fn host_connect(address: &str) -> NativeFuture<io::Result<HostIo>> {
    native!()
}

pub(crate) fn host_bind(address: &str) -> NativeFuture<io::Result<HostListener>> {
    native!()
}

impl HostIo {
    /// At most so many bytes.
    pub(crate) fn poll_read_bytes(&self, cx: &mut Context<'_>, most: usize) -> Poll<io::Result<Vec<u8>>> {
        native!()
    }

    pub(crate) fn poll_write_bytes(&self, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        native!()
    }

    pub(crate) fn poll_flush_all(&self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        native!()
    }

    pub(crate) fn poll_shut_down(&self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        native!()
    }

    /// From the start (0), from where it is (1), from the end (2); whether the way begins or goes on.
    pub(crate) fn poll_seek_to(&self, cx: &mut Context<'_>, from: u8, by: i64, begins: bool) -> Poll<io::Result<u64>> {
        native!()
    }

    /// The same stream.
    pub(crate) fn second(&self) -> HostIo {
        native!()
    }

    /// The address of the other end, or of this.
    pub(crate) fn address(&self, other: bool) -> io::Result<String> {
        native!()
    }

    /// Whether it is a folder, and how long it is.
    pub(crate) fn file_facts(&self) -> NativeFuture<io::Result<(bool, u64)>> {
        native!()
    }

    pub(crate) fn set_file_len(&self, len: u64) -> NativeFuture<io::Result<()>> {
        native!()
    }

    pub(crate) fn sync_file(&self) -> NativeFuture<io::Result<()>> {
        native!()
    }
}

impl HostListener {
    pub(crate) fn accept_one(&self) -> NativeFuture<io::Result<(HostIo, String)>> {
        native!()
    }

    pub(crate) fn poll_accept_one(&self, cx: &mut Context<'_>) -> Poll<io::Result<(HostIo, String)>> {
        native!()
    }

    pub(crate) fn listener_address(&self) -> io::Result<String> {
        native!()
    }
}

unsafe impl Send for HostIo {}
unsafe impl Sync for HostIo {}
unsafe impl Send for HostListener {}
unsafe impl Sync for HostListener {}
