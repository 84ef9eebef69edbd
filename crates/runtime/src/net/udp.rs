//! Datagrams.

use super::address::{ToSocketAddrs, first_of, reachable};
use super::loopback::Loopback;
use super::pipe::Wakers;
use crate::io::os_error;
use crate::record::{Body, Recorded, SpanGuard};
use crate::run::{lock, part};
use meanwhile_trace::SpanKind;
use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

/// How many datagrams wait to be received; further ones are lost, as on a real network.
const CAPACITY: usize = 1024;

/// What one datagram can hold, as over IPv4.
const LONGEST: usize = 65_507;

type Datagram = (SocketAddr, Vec<u8>);

/// A bound port.
pub(super) struct Mailbox {
    address: SocketAddr,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    datagrams: VecDeque<Datagram>,
    /// Whose datagrams alone are let in.
    peer: Option<SocketAddr>,
    receiving: Wakers,
}

impl Mailbox {
    fn deliver(&self, from: SocketAddr, bytes: &[u8]) {
        let mut state = lock(&self.state);
        if state.datagrams.len() >= CAPACITY || state.peer.is_some_and(|it| it != from) {
            return;
        }
        state.datagrams.push_back((from, bytes.to_vec()));
        let woken = state.receiving.take();
        drop(state);
        drop(woken);
    }

    fn poll_receive(&self, cx: &mut Context<'_>) -> Poll<Datagram> {
        let mut state = lock(&self.state);
        match state.datagrams.pop_front() {
            Some(datagram) => Poll::Ready(datagram),
            None => {
                state.receiving.add(cx);
                Poll::Pending
            }
        }
    }
}

/// Sends and receives datagrams within the run, as tokio's.
///
/// Datagrams arrive whole and in order, or, where more than 1024 wait or nobody is bound, not at all.
pub struct UdpSocket {
    mailbox: Arc<Mailbox>,
    network: Arc<Loopback>,
}

impl UdpSocket {
    /// Binds an address of this run; port 0 gives a free one.
    ///
    /// # Errors
    ///
    /// Fails with `AddrInUse` if the port is bound already, with `AddrNotAvailable` if the address is not the page's own.
    pub async fn bind<A: ToSocketAddrs>(address: A) -> Result<UdpSocket> {
        let network = part::<Loopback>();
        let mailbox = first_of(address.resolve(), |address| {
            network.udp().bind(address, |address| Mailbox { address, state: Mutex::default() })
        })?;
        Ok(UdpSocket { mailbox, network })
    }

    /// Sets where [`send`](UdpSocket::send) sends to, and lets in nobody else's datagrams.
    ///
    /// # Errors
    ///
    /// Fails if the host is another than this page.
    pub async fn connect<A: ToSocketAddrs>(&self, address: A) -> Result<()> {
        let peer = first_of(address.resolve(), reachable)?;
        lock(&self.mailbox.state).peer = Some(peer);
        Ok(())
    }

    /// Returns the address that it is bound to.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        Ok(self.mailbox.address)
    }

    /// Returns the address that it is connected to.
    ///
    /// # Errors
    ///
    /// Fails with `NotConnected` if it is not.
    pub fn peer_addr(&self) -> Result<SocketAddr> {
        lock(&self.mailbox.state).peer.ok_or_else(|| os_error(ErrorKind::NotConnected))
    }

    /// Sends a datagram to where it is connected to; returns its length. Is ready at once.
    ///
    /// # Errors
    ///
    /// Fails with `NotConnected` if it is not, and if the datagram is longer than 65507 bytes.
    pub async fn send(&self, bytes: &[u8]) -> Result<usize> {
        self.deliver(self.peer_addr()?, bytes)
    }

    /// Sends a datagram; returns its length. Is ready at once.
    ///
    /// # Errors
    ///
    /// Fails if the host is another than this page, or the datagram is longer than 65507 bytes.
    pub async fn send_to<A: ToSocketAddrs>(&self, bytes: &[u8], target: A) -> Result<usize> {
        self.deliver(first_of(target.resolve(), reachable)?, bytes)
    }

    fn deliver(&self, to: SocketAddr, bytes: &[u8]) -> Result<usize> {
        if bytes.len() > LONGEST {
            return Err(Error::new(ErrorKind::InvalidInput, "Message too long (os error 90)"));
        }
        let from = reachable(self.mailbox.address)?;
        if let Some(mailbox) = self.network.udp().at(to) {
            mailbox.deliver(from, bytes);
        }
        Ok(bytes.len())
    }

    /// Waits for a datagram, copies as much of it as there is room for, and returns how much that is. The rest is lost.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped has taken no datagram.
    pub fn recv<'a>(&'a self, buf: &'a mut [u8]) -> Recorded<impl Future<Output = Result<usize>> + use<'a>> {
        let span = self.span("recv");
        Recorded::new(span, Result::is_err, poll_fn(|cx| self.poll_receive(cx, buf).map(|it| Ok(it.0))))
    }

    /// As [`recv`](UdpSocket::recv), and says from where it came.
    ///
    /// # Errors
    ///
    /// Never fails, unlike tokio's.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped has taken no datagram.
    pub fn recv_from<'a>(
        &'a self,
        buf: &'a mut [u8],
    ) -> Recorded<impl Future<Output = Result<(usize, SocketAddr)>> + use<'a>> {
        let span = self.span("recv_from");
        Recorded::new(span, Result::is_err, poll_fn(|cx| self.poll_receive(cx, buf).map(Ok)))
    }

    fn poll_receive(&self, cx: &mut Context<'_>, buf: &mut [u8]) -> Poll<(usize, SocketAddr)> {
        self.mailbox.poll_receive(cx).map(|(from, bytes)| {
            let count = bytes.len().min(buf.len());
            buf[..count].copy_from_slice(&bytes[..count]);
            (count, from)
        })
    }

    fn span(&self, what: &str) -> SpanGuard {
        SpanGuard::new(SpanKind::Net, &format!("{what} {}", self.mailbox.address), None, Body::Own)
    }
}

impl Drop for UdpSocket {
    fn drop(&mut self) {
        self.network.udp().release(self.mailbox.address);
    }
}

impl fmt::Debug for UdpSocket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UdpSocket").field("addr", &self.mailbox.address).finish_non_exhaustive()
    }
}
