//! Connections.

use super::address::{ToSocketAddrs, reachable};
use super::keeper::Keeper;
use super::loopback::Loopback;
use super::pipe::Pipe;
use super::split::{OwnedReadHalf, OwnedWriteHalf, ReadHalf, WriteHalf};
use crate::io::os_error;
use crate::record::{Body, Recorded, SpanGuard};
use crate::run::part;
use crate::turn::turn;
use meanwhile_trace::SpanKind;
use std::fmt;
use std::future::poll_fn;
use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// One end of a connection, as tokio's.
///
/// Dropping it ends the connection: the peer can read what is under way, and then reads the end.
pub struct TcpStream {
    from_peer: Arc<Pipe>,
    to_peer: Arc<Pipe>,
    local: SocketAddr,
    peer: SocketAddr,
    nodelay: AtomicBool,
    ttl: AtomicU32,
    keeper: Keeper,
}

impl TcpStream {
    /// Makes both ends of a connection.
    fn pair(client: SocketAddr, server: SocketAddr) -> (TcpStream, TcpStream) {
        let (there, back) = (Arc::new(Pipe::default()), Arc::new(Pipe::default()));
        let end = |from_peer: &Arc<Pipe>, to_peer: &Arc<Pipe>, local, peer| TcpStream {
            from_peer: from_peer.clone(),
            to_peer: to_peer.clone(),
            local,
            peer,
            nodelay: AtomicBool::new(false),
            ttl: AtomicU32::new(64),
            keeper: Keeper::default(),
        };
        (end(&back, &there, client, server), end(&there, &back, server, client))
    }

    /// Connects to a port of this run. Is ready in a later turn of the event loop, when the connection is in the
    /// listener's backlog; it need not have been accepted.
    ///
    /// # Errors
    ///
    /// Fails with `ConnectionRefused` if nobody listens there, with `HostUnreachable` if the host is another than this
    /// page.
    ///
    /// # Cancel safety
    ///
    /// A connection whose future is dropped may still be accepted; the server then reads its end at once.
    pub fn connect<A: ToSocketAddrs>(
        address: A,
    ) -> Recorded<impl Future<Output = Result<TcpStream>> + use<A>> {
        let addresses = address.resolve();
        let name = match addresses.as_deref() {
            Ok([first, ..]) => format!("connect {first}"),
            _ => "connect".to_owned(),
        };
        let span = SpanGuard::new(SpanKind::Net, &name, None, Body::Own);
        Recorded::new(span, Result::is_err, connect_first(addresses))
    }

    /// Returns the address of this end.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        Ok(self.local)
    }

    /// Returns the address of the other end.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    pub fn peer_addr(&self) -> Result<SocketAddr> {
        Ok(self.peer)
    }

    /// Waits until there is something to read, or the end.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    ///
    /// # Cancel safety
    ///
    /// Safe.
    pub fn readable(&self) -> Recorded<impl Future<Output = Result<()>>> {
        let span = SpanGuard::new(SpanKind::Net, &format!("readable {}", self.peer), None, Body::Own);
        Recorded::new(span, Result::is_err, poll_fn(|cx| self.from_peer.poll_readable(cx).map(Ok)))
    }

    /// Waits until there is room to write, or the peer is gone.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    ///
    /// # Cancel safety
    ///
    /// Safe.
    pub fn writable(&self) -> Recorded<impl Future<Output = Result<()>>> {
        let span = SpanGuard::new(SpanKind::Net, &format!("writable {}", self.peer), None, Body::Own);
        Recorded::new(span, Result::is_err, poll_fn(|cx| self.to_peer.poll_writable(cx).map(Ok)))
    }

    /// Reads what is there, without waiting; 0 bytes at the end.
    ///
    /// # Errors
    ///
    /// Fails with `WouldBlock` if there is nothing now.
    pub fn try_read(&self, buf: &mut [u8]) -> Result<usize> {
        let mut buf = ReadBuf::new(buf);
        if self.from_peer.try_read(&mut buf, false) {
            Ok(buf.filled().len())
        } else {
            Err(ErrorKind::WouldBlock.into())
        }
    }

    /// Writes what there is room for, without waiting.
    ///
    /// # Errors
    ///
    /// Fails with `WouldBlock` if there is no room now, with `BrokenPipe` if the peer is gone.
    pub fn try_write(&self, buf: &[u8]) -> Result<usize> {
        self.to_peer.try_write(buf).unwrap_or_else(|| Err(ErrorKind::WouldBlock.into()))
    }

    /// Waits until there is something to read, and copies it without taking it; 0 bytes at the end.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    ///
    /// # Cancel safety
    ///
    /// Safe.
    pub fn peek<'a>(&'a self, buf: &'a mut [u8]) -> Recorded<impl Future<Output = Result<usize>> + use<'a>> {
        let span = SpanGuard::new(SpanKind::Net, &format!("peek {}", self.peer), None, Body::Own);
        let peek = poll_fn(move |cx| {
            let mut buf = ReadBuf::new(buf);
            self.from_peer.poll_read(cx, &mut buf, true).map(|()| Ok(buf.filled().len()))
        });
        Recorded::new(span, Result::is_err, peek)
    }

    /// Returns what was set last; false at first. It has no effect.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    pub fn nodelay(&self) -> Result<bool> {
        Ok(self.nodelay.load(Ordering::Relaxed))
    }

    /// Keeps a flag, which has no effect: nothing is delayed.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    pub fn set_nodelay(&self, nodelay: bool) -> Result<()> {
        self.nodelay.store(nodelay, Ordering::Relaxed);
        Ok(())
    }

    /// Returns the number that was set last; 64 at first. It has no effect.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    pub fn ttl(&self) -> Result<u32> {
        Ok(self.ttl.load(Ordering::Relaxed))
    }

    /// Keeps a number, which has no effect.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    pub fn set_ttl(&self, ttl: u32) -> Result<()> {
        self.ttl.store(ttl, Ordering::Relaxed);
        Ok(())
    }

    /// Returns no error: there is none that a read or a write has not told.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    pub fn take_error(&self) -> Result<Option<Error>> {
        Ok(None)
    }

    /// Splits it into a half to read and one to write, which borrow it.
    pub fn split(&mut self) -> (ReadHalf<'_>, WriteHalf<'_>) {
        (ReadHalf(self), WriteHalf(self))
    }

    /// Splits it into a half to read and one to write, which can go to different tasks.
    pub fn into_split(self) -> (OwnedReadHalf, OwnedWriteHalf) {
        self.keeper.forget();
        OwnedReadHalf::pair(self)
    }

    /// Notes that the task whose turn it is has both directions.
    pub(super) fn used(&self) {
        self.keeper.used(|| {
            let (from_peer, to_peer) = (self.from_peer.clone(), self.to_peer.clone());
            move || {
                from_peer.abandon();
                to_peer.finish();
            }
        });
    }

    /// Notes in `keeper` that the task whose turn it is has the direction to the peer alone.
    pub(super) fn write_used(&self, keeper: &Keeper) {
        keeper.used(|| {
            let to_peer = self.to_peer.clone();
            move || to_peer.finish()
        });
    }

    pub(super) fn read_ref(&self, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        self.from_peer.poll_read(cx, buf, false).map(Ok)
    }

    pub(super) fn write_ref(&self, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        self.to_peer.poll_write(cx, bytes)
    }

    /// Says that nothing more will be written.
    pub(super) fn finish(&self) {
        self.to_peer.finish();
    }
}

/// Connects to the first address where somebody listens.
async fn connect_first(addresses: Result<Vec<SocketAddr>>) -> Result<TcpStream> {
    let network = part::<Loopback>();
    let addresses = addresses?;
    turn().await;
    let mut last = os_error(ErrorKind::ConnectionRefused);
    for address in addresses {
        match connect_to(&network, address).await {
            Ok(stream) => return Ok(stream),
            Err(error) => last = error,
        }
    }
    Err(last)
}

async fn connect_to(network: &Loopback, address: SocketAddr) -> Result<TcpStream> {
    let server = reachable(address)?;
    let port = network.tcp().at(server).ok_or_else(|| os_error(ErrorKind::ConnectionRefused))?;
    let client = network.tcp().client(server)?;
    let (here, there) = TcpStream::pair(client, server);
    let mut there = Some(there);
    poll_fn(|cx| port.poll_enter(cx, &mut there)).await?;
    here.used();
    Ok(here)
}

impl Drop for TcpStream {
    fn drop(&mut self) {
        self.from_peer.abandon();
        self.to_peer.finish();
    }
}

impl AsyncRead for TcpStream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        self.used();
        self.read_ref(cx, buf)
    }
}

impl AsyncWrite for TcpStream {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        self.used();
        self.write_ref(cx, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
        self.finish();
        Poll::Ready(Ok(()))
    }
}

impl fmt::Debug for TcpStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TcpStream")
            .field("addr", &self.local)
            .field("peer", &self.peer)
            .finish_non_exhaustive()
    }
}
