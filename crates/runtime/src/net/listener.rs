//! Waiting for connections.

use super::address::{ToSocketAddrs, first_of};
use super::keeper::Keeper;
use super::loopback::Loopback;
use super::pipe::Wakers;
use super::stream::TcpStream;
use crate::io::os_error;
use crate::record::{Body, Recorded, SpanGuard};
use crate::run::{lock, part};
use meanwhile_trace::SpanKind;
use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::io::{ErrorKind, Result};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

/// How many connections wait to be accepted before those who connect wait: as many as with tokio's `bind`.
const BACKLOG: usize = 1024;

/// A bound port.
pub(super) struct Port {
    address: SocketAddr,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    backlog: VecDeque<TcpStream>,
    closed: bool,
    accepting: Wakers,
    connecting: Wakers,
}

impl Port {
    /// Puts a connection into the backlog as soon as there is room: `stream` is taken then.
    pub(super) fn poll_enter(
        &self,
        cx: &mut Context<'_>,
        stream: &mut Option<TcpStream>,
    ) -> Poll<Result<()>> {
        let mut state = lock(&self.state);
        if state.closed {
            return Poll::Ready(Err(os_error(ErrorKind::ConnectionRefused)));
        }
        if state.backlog.len() >= BACKLOG {
            state.connecting.add(cx);
            return Poll::Pending;
        }
        state.backlog.extend(stream.take());
        let woken = state.accepting.take();
        drop(state);
        drop(woken);
        Poll::Ready(Ok(()))
    }

    fn poll_accept(&self, cx: &mut Context<'_>) -> Poll<TcpStream> {
        let mut state = lock(&self.state);
        let Some(stream) = state.backlog.pop_front() else {
            state.accepting.add(cx);
            return Poll::Pending;
        };
        let woken = state.connecting.take();
        drop(state);
        drop(woken);
        Poll::Ready(stream)
    }

    fn close(&self) {
        let mut state = lock(&self.state);
        state.closed = true;
        let refused = std::mem::take(&mut state.backlog);
        let woken = state.connecting.take();
        drop(state);
        // Whoever is at the other end reads the end of the stream.
        drop(refused);
        drop(woken);
    }
}

/// Waits for connections at a port, as tokio's.
///
/// Dropping it frees the port, and ends connections that have not been accepted.
pub struct TcpListener {
    port: Arc<Port>,
    network: Arc<Loopback>,
    ttl: AtomicU32,
    keeper: Keeper,
}

impl TcpListener {
    /// Binds an address of this run; port 0 gives a free one.
    ///
    /// # Errors
    ///
    /// Fails with `AddrInUse` if the port is bound already, with `AddrNotAvailable` if the address is not the page's own.
    pub async fn bind<A: ToSocketAddrs>(address: A) -> Result<TcpListener> {
        let network = part::<Loopback>();
        let port = first_of(address.resolve(), |address| {
            network.tcp().bind(address, |address| Port { address, state: Mutex::default() })
        })?;
        let listener = TcpListener { port, network, ttl: AtomicU32::new(64), keeper: Keeper::default() };
        listener.used();
        Ok(listener)
    }

    /// Waits for the next connection, and returns it with the address of who connected.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped has taken no connection.
    pub fn accept(&self) -> Recorded<impl Future<Output = Result<(TcpStream, SocketAddr)>>> {
        let span = SpanGuard::new(SpanKind::Net, &format!("accept {}", self.port.address), None, Body::Own);
        Recorded::new(span, Result::is_err, poll_fn(|cx| self.poll_accept(cx)))
    }

    /// Polls for the next connection, for hand-written futures and streams. Records no span of its own.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    pub fn poll_accept(&self, cx: &mut Context<'_>) -> Poll<Result<(TcpStream, SocketAddr)>> {
        self.used();
        self.port.poll_accept(cx).map(|stream| {
            stream.used();
            let peer = stream.peer_addr()?;
            Ok((stream, peer))
        })
    }

    fn used(&self) {
        self.keeper.used(|| {
            let (port, network) = (self.port.clone(), self.network.clone());
            move || close(&port, &network)
        });
    }

    /// Returns the address that it is bound to.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        Ok(self.port.address)
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
}

impl Drop for TcpListener {
    fn drop(&mut self) {
        close(&self.port, &self.network);
    }
}

fn close(port: &Port, network: &Loopback) {
    network.tcp().release(port.address);
    port.close();
}

impl fmt::Debug for TcpListener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TcpListener").field("addr", &self.port.address).finish_non_exhaustive()
    }
}
