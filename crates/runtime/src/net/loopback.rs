//! The ports of a run.

use super::address::bindable;
use super::listener::Port;
use super::udp::Mailbox;
use crate::io::os_error;
use crate::run::{Part, RunCore, lock};
use std::io::{ErrorKind, Result};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

/// The first of the ports that are given out, as IANA has it.
const FIRST_FREE: u16 = 49152;

/// Who is where: the network of a run.
#[derive(Default)]
pub(super) struct Loopback {
    tcp: Ports<Port>,
    udp: Ports<Mailbox>,
}

impl Part for Loopback {
    fn make(_: Option<&RunCore>) -> Self {
        Loopback::default()
    }
}

impl Loopback {
    pub(super) fn tcp(&self) -> &Ports<Port> {
        &self.tcp
    }

    pub(super) fn udp(&self) -> &Ports<Mailbox> {
        &self.udp
    }
}

/// The ports of one protocol.
pub(super) struct Ports<T>(Mutex<Table<T>>);

struct Table<T> {
    // A few at most: a map would only make the program larger.
    bound: Vec<(SocketAddr, Arc<T>)>,
    next: u16,
}

impl<T> Default for Ports<T> {
    fn default() -> Self {
        Ports(Mutex::new(Table { bound: Vec::new(), next: FIRST_FREE }))
    }
}

impl<T> Table<T> {
    /// Returns who answers at an address: who bound it, or the wildcard of its family.
    fn at(&self, address: SocketAddr) -> Option<&Arc<T>> {
        let overlaps = |it: &SocketAddr| {
            let same_family = it.is_ipv4() == address.is_ipv4();
            let same_ip =
                it.ip() == address.ip() || it.ip().is_unspecified() || address.ip().is_unspecified();
            it.port() == address.port() && same_family && same_ip
        };
        self.bound.iter().find(|it| overlaps(&it.0)).map(|it| &it.1)
    }

    /// Returns a port that nobody has bound, for as long as there is one.
    fn free_port(&mut self, mut address: SocketAddr) -> Result<SocketAddr> {
        for _ in FIRST_FREE..=u16::MAX {
            address.set_port(self.next);
            self.next = self.next.checked_add(1).unwrap_or(FIRST_FREE);
            if self.at(address).is_none() {
                return Ok(address);
            }
        }
        Err(os_error(ErrorKind::AddrInUse))
    }
}

impl<T> Ports<T> {
    /// Binds an address, at a free port for port 0, and makes what answers there.
    pub(super) fn bind(&self, address: SocketAddr, make: impl FnOnce(SocketAddr) -> T) -> Result<Arc<T>> {
        let address = bindable(address)?;
        let mut table = lock(&self.0);
        let address = if address.port() == 0 { table.free_port(address)? } else { address };
        if table.at(address).is_some() {
            return Err(os_error(ErrorKind::AddrInUse));
        }
        let bound = Arc::new(make(address));
        table.bound.push((address, bound.clone()));
        Ok(bound)
    }

    pub(super) fn at(&self, address: SocketAddr) -> Option<Arc<T>> {
        lock(&self.0).at(address).cloned()
    }

    /// Gives out a port for one end of a connection.
    pub(super) fn client(&self, towards: SocketAddr) -> Result<SocketAddr> {
        lock(&self.0).free_port(SocketAddr::new(towards.ip(), 0))
    }

    pub(super) fn release(&self, address: SocketAddr) {
        lock(&self.0).bound.retain(|it| it.0 != address);
    }
}
