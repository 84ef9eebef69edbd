//! Open files.

use super::OpenOptions;
use crate::io::{AsyncRead, AsyncSeek, AsyncWrite, ReadBuf};
use crate::net::HostIo;
use std::fmt;
use std::io::{self, SeekFrom};
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};

pub struct File {
    host: HostIo,
    /// Where it is to go: from the start, from here or from the end.
    to: Option<(u8, i64)>,
}

impl File {
    pub(super) fn of(host: HostIo) -> File {
        File { host, to: None }
    }

    pub async fn open(path: impl AsRef<Path>) -> io::Result<File> {
        OpenOptions::new().read(true).open(path).await
    }

    pub async fn create(path: impl AsRef<Path>) -> io::Result<File> {
        OpenOptions::new().write(true).create(true).truncate(true).open(path).await
    }

    pub async fn create_new(path: impl AsRef<Path>) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).create_new(true).open(path).await
    }

    pub fn options() -> OpenOptions {
        OpenOptions::new()
    }

    pub async fn set_len(&self, size: u64) -> io::Result<()> {
        self.host.set_file_len(size).await
    }

    pub async fn sync_all(&self) -> io::Result<()> {
        self.host.sync_file().await
    }

    pub async fn sync_data(&self) -> io::Result<()> {
        self.host.sync_file().await
    }

    pub async fn metadata(&self) -> io::Result<Metadata> {
        let facts = self.host.file_facts().await?;
        Ok(Metadata::of(facts))
    }
}

impl AsyncRead for File {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        buf.poll_fill(&self.host, cx)
    }
}

impl AsyncWrite for File {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.host.poll_write_bytes(cx, buf)
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.host.poll_flush_all(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.host.poll_shut_down(cx)
    }
}

impl AsyncSeek for File {
    fn start_seek(self: Pin<&mut Self>, position: SeekFrom) -> io::Result<()> {
        self.get_mut().to = Some(match position {
            SeekFrom::Start(to) => (0, to as i64),
            SeekFrom::Current(by) => (1, by),
            SeekFrom::End(by) => (2, by),
        });
        Ok(())
    }

    fn poll_complete(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<u64>> {
        let this = self.get_mut();
        match this.to.take() {
            Some((from, by)) => this.host.poll_seek_to(cx, from, by, true),
            None => this.host.poll_seek_to(cx, 1, 0, false),
        }
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("tokio::fs::File").finish_non_exhaustive()
    }
}

#[derive(Clone, Debug)]
pub struct Metadata {
    is_dir: bool,
    len: u64,
}

impl Metadata {
    pub(super) fn of((is_dir, len): (bool, u64)) -> Metadata {
        Metadata { is_dir, len }
    }

    pub fn file_type(&self) -> FileType {
        FileType { is_dir: self.is_dir }
    }

    pub fn is_dir(&self) -> bool {
        self.is_dir
    }

    pub fn is_file(&self) -> bool {
        !self.is_dir
    }

    pub fn is_symlink(&self) -> bool {
        false
    }

    pub fn len(&self) -> u64 {
        self.len
    }
}

#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct FileType {
    is_dir: bool,
}

impl FileType {
    pub fn is_dir(&self) -> bool {
        self.is_dir
    }

    pub fn is_file(&self) -> bool {
        !self.is_dir
    }

    pub fn is_symlink(&self) -> bool {
        false
    }
}
