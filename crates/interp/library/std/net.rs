//! Addresses.

pub use addr::{AddrParseError, IpAddr, Ipv4Addr, SocketAddr};

mod addr;
