//! Open files.

use super::metadata::Metadata;
use super::open_options::OpenOptions;
use super::{Operation, operation};
use crate::platform::{self, Node};
use std::fmt;
use std::io::{Error, Result, SeekFrom};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncSeek, AsyncWrite, ReadBuf};

/// The most that is read at a time.
const LONGEST_READ: usize = 2 * 1024 * 1024;

/// An open file with a position, as tokio's.
///
/// Files that are opened twice share what is in them, not the position. Every read and write is a leaf span, so put a
/// [`BufReader`](crate::io::BufReader) or [`BufWriter`](crate::io::BufWriter) around it to read or write little by
/// little.
///
/// # Cancel safety
///
/// A read or write that is dropped after its first poll is done all the same, and the next one waits for it. What was
/// read is what the next read gives; a write of the very same bytes that comes next counts as the dropped one.
pub struct File {
    node: Arc<Node>,
    path: PathBuf,
    rights: Rights,
    position: u64,
    under_way: UnderWay,
}

/// What may be done with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rights {
    pub(super) read: bool,
    pub(super) write: bool,
    pub(super) append: bool,
}

/// What has been begun.
enum UnderWay {
    Nothing,
    Read(Operation<Vec<u8>>),
    /// Gives the position after it.
    Write(Operation<u64>, Arc<[u8]>),
    Seek(Operation<u64>),
    Flush(Operation<()>),
    /// Bytes that were read and not yet taken.
    Left(Vec<u8>),
}

impl File {
    pub(super) fn new(node: Arc<Node>, path: PathBuf, rights: Rights) -> Self {
        File { node, path, rights, position: 0, under_way: UnderWay::Nothing }
    }

    /// Opens a file to be read.
    ///
    /// # Errors
    ///
    /// Fails with `NotFound`, `IsADirectory` or `NotADirectory`.
    pub fn open(path: impl AsRef<Path>) -> Operation<File> {
        OpenOptions::new().read(true).open(path)
    }

    /// Makes a file or empties it, and opens it to be written.
    ///
    /// # Errors
    ///
    /// Fails with `NotFound` if the directory is missing, with `IsADirectory` or `NotADirectory`.
    pub fn create(path: impl AsRef<Path>) -> Operation<File> {
        OpenOptions::new().write(true).create(true).truncate(true).open(path)
    }

    /// Makes a file that must be missing, and opens it to be read and written.
    ///
    /// # Errors
    ///
    /// Fails as [`create`](File::create), and with `AlreadyExists`.
    pub fn create_new(path: impl AsRef<Path>) -> Operation<File> {
        OpenOptions::new().read(true).write(true).create_new(true).open(path)
    }

    /// Returns options of which none is set.
    pub fn options() -> OpenOptions {
        OpenOptions::new()
    }

    /// Cuts the file, or fills it up with zeros, to a length in bytes.
    ///
    /// # Errors
    ///
    /// Fails with `StorageFull`, or if it was not opened to be written.
    pub fn set_len(&self, len: u64) -> Operation<()> {
        let (node, writable) = (self.node.clone(), self.rights.write);
        operation("set_len", &self.path, async move {
            if writable {
                node.set_len(len).await
            } else {
                Err(Error::other("Invalid argument (os error 22)"))
            }
        })
    }

    /// Waits until everything that was written is on the disk.
    ///
    /// # Errors
    ///
    /// Fails with `StorageFull`.
    pub fn sync_all(&self) -> Operation<()> {
        let node = self.node.clone();
        operation("sync", &self.path, async move { node.flush().await })
    }

    /// As [`sync_all`](File::sync_all).
    ///
    /// # Errors
    ///
    /// Fails with `StorageFull`.
    pub fn sync_data(&self) -> Operation<()> {
        self.sync_all()
    }

    /// Returns what is known of it.
    ///
    /// # Errors
    ///
    /// Fails if the browser does not tell.
    pub fn metadata(&self) -> Operation<Metadata> {
        let node = self.node.clone();
        operation("metadata", &self.path, async move { node.stat().await.map(Metadata) })
    }

    /// Waits for what has been begun, but for bytes that were read.
    fn poll_under_way(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let result = match &mut self.under_way {
            UnderWay::Nothing | UnderWay::Left(_) => return Poll::Ready(Ok(())),
            UnderWay::Read(read) => {
                let read = ready!(Pin::new(read).poll(cx));
                let (next, result) = match read {
                    Ok(bytes) => (UnderWay::Left(bytes), Ok(())),
                    Err(error) => (UnderWay::Nothing, Err(error)),
                };
                self.under_way = next;
                return Poll::Ready(result);
            }
            UnderWay::Write(position, _) | UnderWay::Seek(position) => {
                ready!(Pin::new(position).poll(cx)).map(|it| self.position = it)
            }
            UnderWay::Flush(flush) => ready!(Pin::new(flush).poll(cx)),
        };
        self.under_way = UnderWay::Nothing;
        Poll::Ready(result)
    }

    /// Takes bytes that were read, if there are some.
    fn take_left(&mut self, buf: &mut ReadBuf<'_>) -> bool {
        let UnderWay::Left(bytes) = &mut self.under_way else { return false };
        let count = bytes.len().min(buf.remaining());
        buf.put_slice(&bytes[..count]);
        self.position += count as u64;
        bytes.drain(..count);
        if bytes.is_empty() {
            self.under_way = UnderWay::Nothing;
        }
        true
    }

    fn begin_read(&mut self, count: usize) {
        let (node, position) = (self.node.clone(), self.position);
        let work = async move { node.read_at(position, count).await };
        self.under_way = UnderWay::Read(operation("read", &self.path, work));
    }

    fn begin_write(&mut self, bytes: &[u8]) {
        let at = (!self.rights.append).then_some(self.position);
        let (node, bytes) = (self.node.clone(), Arc::<[u8]>::from(bytes));
        let written = bytes.clone();
        let work = async move { node.write_at(at, written).await };
        self.under_way = UnderWay::Write(operation("write", &self.path, work), bytes);
    }

    fn begin_seek_from_end(&mut self, offset: i64) {
        let node = self.node.clone();
        let work = async move { moved(node.stat().await?.len, offset) };
        self.under_way = UnderWay::Seek(operation("seek", &self.path, work));
    }
}

fn moved(position: u64, offset: i64) -> Result<u64> {
    let before_start = || crate::io::os_error(std::io::ErrorKind::InvalidInput);
    position.checked_add_signed(offset).ok_or_else(before_start)
}

fn bad_descriptor() -> Error {
    Error::other("Bad file descriptor (os error 9)")
}

impl AsyncRead for File {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        let this = self.get_mut();
        if !this.rights.read {
            return Poll::Ready(Err(bad_descriptor()));
        }
        if buf.remaining() == 0 {
            return Poll::Ready(Ok(()));
        }
        loop {
            ready!(this.poll_under_way(cx))?;
            if this.take_left(buf) {
                return Poll::Ready(Ok(()));
            }
            this.begin_read(buf.remaining().min(LONGEST_READ));
        }
    }
}

impl AsyncWrite for File {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let this = self.get_mut();
        if !this.rights.write {
            return Poll::Ready(Err(bad_descriptor()));
        }
        // Another write than ours was begun by a future that has been dropped.
        if !matches!(&this.under_way, UnderWay::Write(_, it) if **it == *bytes) {
            ready!(this.poll_under_way(cx))?;
            this.under_way = UnderWay::Nothing;
            this.begin_write(bytes);
        }
        ready!(this.poll_under_way(cx))?;
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let this = self.get_mut();
        if !matches!(this.under_way, UnderWay::Flush(_)) {
            ready!(this.poll_under_way(cx))?;
            if !this.node.needs_flush() {
                return Poll::Ready(Ok(()));
            }
            let node = this.node.clone();
            let flush = operation("flush", &this.path, async move { node.flush().await });
            this.under_way = UnderWay::Flush(flush);
        }
        this.poll_under_way(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        self.poll_flush(cx)
    }
}

impl AsyncSeek for File {
    fn start_seek(self: Pin<&mut Self>, to: SeekFrom) -> Result<()> {
        let this = self.get_mut();
        if !matches!(this.under_way, UnderWay::Nothing | UnderWay::Left(_)) {
            return Err(Error::other(
                "other file operation is pending, call poll_complete before start_seek",
            ));
        }
        this.under_way = UnderWay::Nothing;
        match to {
            SeekFrom::Start(position) => this.position = position,
            SeekFrom::Current(offset) => this.position = moved(this.position, offset)?,
            SeekFrom::End(offset) => this.begin_seek_from_end(offset),
        }
        Ok(())
    }

    fn poll_complete(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<u64>> {
        let this = self.get_mut();
        ready!(this.poll_under_way(cx))?;
        Poll::Ready(Ok(this.position))
    }
}

/// What is in memory alone is written all the same.
impl Drop for File {
    fn drop(&mut self) {
        if self.node.needs_flush() {
            let node = self.node.clone();
            platform::spawn_local(async move {
                // There is nobody left to tell: who wants to know of a failure flushes.
                let _ = node.flush().await;
            });
        }
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File")
            .field("path", &self.path)
            .field("position", &self.position)
            .finish_non_exhaustive()
    }
}
