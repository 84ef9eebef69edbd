//! Addresses.

pub use ip::{AddrParseError, IpAddr, Ipv4Addr, Ipv6Addr};
pub use socket::{SocketAddr, SocketAddrV4, SocketAddrV6};

mod ip;
mod parse;
mod socket;
