//! Addresses.

pub use ip::{AddrParseError, IpAddr, Ipv4Addr, Ipv6Addr};
pub use socket::{SocketAddr, SocketAddrV4, SocketAddrV6};

use crate::fmt;

mod ip;
mod parse;
mod socket;

macro_rules! debug_as_display {
    ($($of:ident)*) => {$(
        impl fmt::Debug for $of {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    )*};
}

debug_as_display! { Ipv4Addr Ipv6Addr IpAddr SocketAddrV4 SocketAddrV6 SocketAddr }
