//! Addresses of programs on machines.

use super::{IpAddr, Ipv4Addr, Ipv6Addr};
use crate::fmt;

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SocketAddrV4 {
    ip: Ipv4Addr,
    port: u16,
}

impl SocketAddrV4 {
    pub const fn new(ip: Ipv4Addr, port: u16) -> SocketAddrV4 {
        SocketAddrV4 { ip, port }
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SocketAddrV6 {
    ip: Ipv6Addr,
    port: u16,
    flowinfo: u32,
    scope_id: u32,
}

impl SocketAddrV6 {
    pub const fn new(ip: Ipv6Addr, port: u16, flowinfo: u32, scope_id: u32) -> SocketAddrV6 {
        SocketAddrV6 { ip, port, flowinfo, scope_id }
    }

    pub const fn flowinfo(&self) -> u32 {
        self.flowinfo
    }

    pub const fn scope_id(&self) -> u32 {
        self.scope_id
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SocketAddr {
    V4(SocketAddrV4),
    V6(SocketAddrV6),
}

impl SocketAddr {
    pub const fn new(ip: IpAddr, port: u16) -> SocketAddr {
        match ip {
            IpAddr::V4(ip) => SocketAddr::V4(SocketAddrV4::new(ip, port)),
            IpAddr::V6(ip) => SocketAddr::V6(SocketAddrV6::new(ip, port, 0, 0)),
        }
    }

    pub const fn ip(&self) -> IpAddr {
        match self {
            SocketAddr::V4(it) => IpAddr::V4(it.ip),
            SocketAddr::V6(it) => IpAddr::V6(it.ip),
        }
    }

    pub const fn port(&self) -> u16 {
        match self {
            SocketAddr::V4(it) => it.port,
            SocketAddr::V6(it) => it.port,
        }
    }

    pub fn set_ip(&mut self, new_ip: IpAddr) {
        *self = SocketAddr::new(new_ip, self.port());
    }

    pub fn set_port(&mut self, new_port: u16) {
        match self {
            SocketAddr::V4(it) => it.port = new_port,
            SocketAddr::V6(it) => it.port = new_port,
        }
    }

    pub const fn is_ipv4(&self) -> bool {
        matches!(self, SocketAddr::V4(_))
    }

    pub const fn is_ipv6(&self) -> bool {
        matches!(self, SocketAddr::V6(_))
    }
}

macro_rules! kinds {
    ($($variant:ident $of:ident $ip:ident;)*) => {$(
        impl $of {
            pub const fn ip(&self) -> &$ip {
                &self.ip
            }

            pub const fn port(&self) -> u16 {
                self.port
            }

            pub fn set_ip(&mut self, new_ip: $ip) {
                self.ip = new_ip;
            }

            pub fn set_port(&mut self, new_port: u16) {
                self.port = new_port;
            }
        }

        impl From<$of> for SocketAddr {
            fn from(address: $of) -> SocketAddr {
                SocketAddr::$variant(address)
            }
        }
    )*};
}

kinds! {
    V4 SocketAddrV4 Ipv4Addr;
    V6 SocketAddrV6 Ipv6Addr;
}

impl<I: Into<IpAddr>> From<(I, u16)> for SocketAddr {
    fn from(pieces: (I, u16)) -> SocketAddr {
        let ip: IpAddr = pieces.0.into();
        SocketAddr::new(ip, pieces.1)
    }
}

impl fmt::Display for SocketAddrV4 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}:{}", self.ip, self.port))
    }
}

impl fmt::Display for SocketAddrV6 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.scope_id {
            0 => f.pad(&format!("[{}]:{}", self.ip, self.port)),
            scope => f.pad(&format!("[{}%{scope}]:{}", self.ip, self.port)),
        }
    }
}

impl fmt::Display for SocketAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SocketAddr::V4(address) => fmt::Display::fmt(address, f),
            SocketAddr::V6(address) => fmt::Display::fmt(address, f),
        }
    }
}
