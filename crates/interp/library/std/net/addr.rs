//! Addresses of machines and of programs on them.

use crate::fmt;
use crate::str::FromStr;

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ipv4Addr {
    octets: [u8; 4],
}

impl Ipv4Addr {
    pub const LOCALHOST: Ipv4Addr = Ipv4Addr { octets: [127, 0, 0, 1] };
    pub const UNSPECIFIED: Ipv4Addr = Ipv4Addr { octets: [0, 0, 0, 0] };

    pub const fn new(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr {
        Ipv4Addr { octets: [a, b, c, d] }
    }

    pub const fn octets(&self) -> [u8; 4] {
        self.octets
    }

    pub const fn is_loopback(&self) -> bool {
        self.octets[0] == 127
    }
}

impl fmt::Display for Ipv4Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d] = self.octets;
        f.pad(&format!("{a}.{b}.{c}.{d}"))
    }
}

impl fmt::Debug for Ipv4Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IpAddr {
    V4(Ipv4Addr),
}

impl IpAddr {
    pub const fn is_ipv4(&self) -> bool {
        true
    }

    pub const fn is_ipv6(&self) -> bool {
        false
    }

    pub const fn is_loopback(&self) -> bool {
        let IpAddr::V4(address) = self;
        address.is_loopback()
    }
}

impl From<Ipv4Addr> for IpAddr {
    fn from(ipv4: Ipv4Addr) -> IpAddr {
        IpAddr::V4(ipv4)
    }
}

impl PartialEq<Ipv4Addr> for IpAddr {
    fn eq(&self, other: &Ipv4Addr) -> bool {
        let IpAddr::V4(address) = self;
        address.octets == other.octets
    }
}

impl PartialEq<IpAddr> for Ipv4Addr {
    fn eq(&self, other: &IpAddr) -> bool {
        let IpAddr::V4(address) = other;
        self.octets == address.octets
    }
}

impl fmt::Display for IpAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let IpAddr::V4(address) = self;
        fmt::Display::fmt(address, f)
    }
}

impl fmt::Debug for IpAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SocketAddr {
    ip: IpAddr,
    port: u16,
}

impl SocketAddr {
    pub const fn new(ip: IpAddr, port: u16) -> SocketAddr {
        SocketAddr { ip, port }
    }

    pub const fn ip(&self) -> IpAddr {
        self.ip
    }

    pub const fn port(&self) -> u16 {
        self.port
    }

    pub fn set_port(&mut self, new_port: u16) {
        self.port = new_port;
    }

    pub const fn is_ipv4(&self) -> bool {
        true
    }

    pub const fn is_ipv6(&self) -> bool {
        false
    }
}

impl<I: Into<IpAddr>> From<(I, u16)> for SocketAddr {
    fn from(pieces: (I, u16)) -> SocketAddr {
        let ip: IpAddr = pieces.0.into();
        SocketAddr { ip, port: pieces.1 }
    }
}

impl fmt::Display for SocketAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}:{}", self.ip, self.port))
    }
}

impl fmt::Debug for SocketAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddrParseError(&'static str);

impl fmt::Display for AddrParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl crate::error::Error for AddrParseError {}

impl FromStr for Ipv4Addr {
    type Err = AddrParseError;

    fn from_str(s: &str) -> Result<Ipv4Addr, AddrParseError> {
        let mut octets = [0u8; 4];
        let mut count = 0;
        for part in s.split('.') {
            let octet = part.parse::<u8>().ok();
            match octet {
                Some(octet) if count < 4 => octets[count] = octet,
                _ => return Err(AddrParseError("invalid IPv4 address syntax")),
            }
            count += 1;
        }
        if count == 4 { Ok(Ipv4Addr { octets }) } else { Err(AddrParseError("invalid IPv4 address syntax")) }
    }
}

impl FromStr for IpAddr {
    type Err = AddrParseError;

    fn from_str(s: &str) -> Result<IpAddr, AddrParseError> {
        match s.parse::<Ipv4Addr>() {
            Ok(address) => Ok(IpAddr::V4(address)),
            Err(_) => Err(AddrParseError("invalid IP address syntax")),
        }
    }
}

impl FromStr for SocketAddr {
    type Err = AddrParseError;

    fn from_str(s: &str) -> Result<SocketAddr, AddrParseError> {
        let error = AddrParseError("invalid socket address syntax");
        let Some((host, port)) = s.rsplit_once(':') else { return Err(error) };
        match (host.parse::<Ipv4Addr>(), port.parse::<u16>()) {
            (Ok(ip), Ok(port)) => Ok(SocketAddr { ip: IpAddr::V4(ip), port }),
            _ => Err(error),
        }
    }
}
