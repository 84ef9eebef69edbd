//! The halves of a connection.

use super::keeper::Keeper;
use super::stream::TcpStream;
use std::fmt;
use std::io::Result;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The half of a [`TcpStream`] that reads, made by [`TcpStream::split`].
#[derive(Debug)]
pub struct ReadHalf<'a>(pub(super) &'a TcpStream);

/// The half of a [`TcpStream`] that writes, made by [`TcpStream::split`].
#[derive(Debug)]
pub struct WriteHalf<'a>(pub(super) &'a TcpStream);

/// The half of a [`TcpStream`] that reads, made by [`TcpStream::into_split`]. The connection ends with the last half.
#[derive(Debug)]
pub struct OwnedReadHalf(Arc<TcpStream>);

/// The half of a [`TcpStream`] that writes, made by [`TcpStream::into_split`]. Dropping it ends what the peer reads.
pub struct OwnedWriteHalf {
    stream: Arc<TcpStream>,
    shuts_down: bool,
    keeper: Keeper,
}

/// Two halves are not of one connection; holds both.
#[derive(Debug)]
pub struct ReuniteError(pub OwnedReadHalf, pub OwnedWriteHalf);

impl OwnedReadHalf {
    pub(super) fn pair(stream: TcpStream) -> (Self, OwnedWriteHalf) {
        let stream = Arc::new(stream);
        (
            OwnedReadHalf(stream.clone()),
            OwnedWriteHalf { stream, shuts_down: true, keeper: Keeper::default() },
        )
    }

    /// Puts the halves together again.
    ///
    /// # Errors
    ///
    /// Fails if they are not of one connection.
    pub fn reunite(self, other: OwnedWriteHalf) -> std::result::Result<TcpStream, ReuniteError> {
        if !Arc::ptr_eq(&self.0, &other.stream) {
            return Err(ReuniteError(self, other));
        }
        other.forget();
        Ok(Arc::into_inner(self.0).expect("there are but two halves"))
    }
}

impl OwnedWriteHalf {
    /// Puts the halves together again.
    ///
    /// # Errors
    ///
    /// Fails if they are not of one connection.
    pub fn reunite(self, other: OwnedReadHalf) -> std::result::Result<TcpStream, ReuniteError> {
        other.reunite(self)
    }

    /// Drops it and lets the connection go on.
    pub fn forget(mut self) {
        self.shuts_down = false;
    }
}

impl WriteHalf<'_> {
    fn used(&self) {
        self.0.used();
    }
}

impl OwnedWriteHalf {
    fn used(&self) {
        self.stream.write_used(&self.keeper);
    }
}

impl fmt::Debug for OwnedWriteHalf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnedWriteHalf").field("stream", &self.stream).finish_non_exhaustive()
    }
}

impl Drop for OwnedWriteHalf {
    fn drop(&mut self) {
        if self.shuts_down {
            self.stream.finish();
        }
    }
}

/// What is the same for a borrowed and an owned half.
macro_rules! half {
    (reads: $($name:ty, $self:ident => $stream:expr;)*) => {
        $(
            impl $name {
                /// Waits until there is something to read, or the end. Cancel safe.
                ///
                /// # Errors
                ///
                /// Never fails, unlike tokio's.
                pub fn readable(&$self) -> impl Future<Output = Result<()>> {
                    $stream.readable()
                }

                /// Reads what is there, without waiting; 0 bytes at the end.
                ///
                /// # Errors
                ///
                /// Fails with `WouldBlock` if there is nothing now.
                pub fn try_read(&$self, buf: &mut [u8]) -> Result<usize> {
                    $stream.try_read(buf)
                }

                /// Waits until there is something to read, and copies it without taking it. Cancel safe.
                ///
                /// # Errors
                ///
                /// Never fails, unlike tokio's.
                pub fn peek<'b>(&'b mut $self, buf: &'b mut [u8]) -> impl Future<Output = Result<usize>> {
                    $stream.peek(buf)
                }
            }

            impl AsyncRead for $name {
                fn poll_read(
                    $self: Pin<&mut Self>,
                    cx: &mut Context<'_>,
                    buf: &mut ReadBuf<'_>,
                ) -> Poll<Result<()>> {
                    $stream.read_ref(cx, buf)
                }
            }
        )*
    };
    (writes: $($name:ty, $self:ident => $stream:expr;)*) => {
        $(
            impl $name {
                /// Waits until there is room to write, or the peer is gone. Cancel safe.
                ///
                /// # Errors
                ///
                /// Never fails, unlike tokio's.
                pub fn writable(&$self) -> impl Future<Output = Result<()>> {
                    $stream.writable()
                }

                /// Writes what there is room for, without waiting.
                ///
                /// # Errors
                ///
                /// Fails with `WouldBlock` if there is no room now, with `BrokenPipe` if the peer is gone.
                pub fn try_write(&$self, buf: &[u8]) -> Result<usize> {
                    $stream.try_write(buf)
                }
            }

            impl AsyncWrite for $name {
                fn poll_write(
                    $self: Pin<&mut Self>,
                    cx: &mut Context<'_>,
                    bytes: &[u8],
                ) -> Poll<Result<usize>> {
                    $self.used();
                    $stream.write_ref(cx, bytes)
                }

                fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
                    Poll::Ready(Ok(()))
                }

                fn poll_shutdown($self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
                    $stream.finish();
                    Poll::Ready(Ok(()))
                }
            }
        )*
    };
    (both: $($name:ty, $self:ident => $stream:expr;)*) => {
        $(
            impl $name {
                /// Returns the address of this end.
                ///
                /// # Errors
                ///
                /// Never fails, unlike tokio's.
                pub fn local_addr(&$self) -> Result<SocketAddr> {
                    $stream.local_addr()
                }

                /// Returns the address of the other end.
                ///
                /// # Errors
                ///
                /// Never fails, unlike tokio's.
                pub fn peer_addr(&$self) -> Result<SocketAddr> {
                    $stream.peer_addr()
                }
            }

            impl AsRef<TcpStream> for $name {
                fn as_ref(&$self) -> &TcpStream {
                    &$stream
                }
            }
        )*
    };
}

half!(reads: ReadHalf<'_>, self => self.0; OwnedReadHalf, self => self.0;);
half!(writes: WriteHalf<'_>, self => self.0; OwnedWriteHalf, self => self.stream;);
half!(both:
    ReadHalf<'_>, self => self.0;
    OwnedReadHalf, self => self.0;
    WriteHalf<'_>, self => self.0;
    OwnedWriteHalf, self => self.stream;
);

impl fmt::Display for ReuniteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tried to reunite halves that are not from the same socket")
    }
}

impl std::error::Error for ReuniteError {}
