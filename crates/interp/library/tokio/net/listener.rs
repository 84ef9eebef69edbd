//! What takes connections.

use super::addr::parsed;
use super::host::{HostListener, host_bind};
use super::{TcpStream, ToSocketAddrs};
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::task::{Context, Poll};

pub struct TcpListener {
    host: HostListener,
}

impl TcpListener {
    pub async fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<TcpListener> {
        let host = host_bind(&addr.address_text()).await?;
        Ok(TcpListener { host })
    }

    pub async fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        let (stream, from) = self.host.accept_one().await?;
        Ok((TcpStream { host: stream }, parsed(from)))
    }

    pub fn poll_accept(&self, cx: &mut Context<'_>) -> Poll<io::Result<(TcpStream, SocketAddr)>> {
        self.host.poll_accept_one(cx).map_ok(|(stream, from)| (TcpStream { host: stream }, parsed(from)))
    }

    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.host.listener_address().map(parsed)
    }

    pub fn ttl(&self) -> io::Result<u32> {
        Ok(64)
    }

    pub fn set_ttl(&self, _: u32) -> io::Result<()> {
        Ok(())
    }
}

impl fmt::Debug for TcpListener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TcpListener").field("addr", &self.local_addr().ok()).finish_non_exhaustive()
    }
}

