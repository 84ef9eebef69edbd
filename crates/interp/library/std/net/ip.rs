//! Addresses of machines.

use crate::fmt;

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ipv4Addr {
    octets: [u8; 4],
}

impl Ipv4Addr {
    pub const BITS: u32 = 32;
    pub const LOCALHOST: Ipv4Addr = Ipv4Addr { octets: [127, 0, 0, 1] };
    pub const UNSPECIFIED: Ipv4Addr = Ipv4Addr { octets: [0, 0, 0, 0] };
    pub const BROADCAST: Ipv4Addr = Ipv4Addr { octets: [255, 255, 255, 255] };

    pub const fn new(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr {
        Ipv4Addr { octets: [a, b, c, d] }
    }

    pub const fn octets(&self) -> [u8; 4] {
        self.octets
    }

    pub const fn to_bits(self) -> u32 {
        u32::from_be_bytes(self.octets)
    }

    pub const fn from_bits(bits: u32) -> Ipv4Addr {
        Ipv4Addr { octets: bits.to_be_bytes() }
    }

    pub const fn is_unspecified(&self) -> bool {
        self.to_bits() == 0
    }

    pub const fn is_loopback(&self) -> bool {
        self.octets[0] == 127
    }

    pub const fn is_private(&self) -> bool {
        match self.octets {
            [10, ..] | [192, 168, ..] => true,
            [172, b, ..] => b >= 16 && b <= 31,
            _ => false,
        }
    }

    pub const fn is_link_local(&self) -> bool {
        matches!(self.octets, [169, 254, ..])
    }

    pub const fn is_multicast(&self) -> bool {
        self.octets[0] >= 224 && self.octets[0] <= 239
    }

    pub const fn is_broadcast(&self) -> bool {
        self.to_bits() == u32::MAX
    }

    pub const fn to_ipv6_mapped(&self) -> Ipv6Addr {
        let [a, b, c, d] = self.octets;
        Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]))
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ipv6Addr {
    segments: [u16; 8],
}

impl Ipv6Addr {
    pub const BITS: u32 = 128;
    pub const LOCALHOST: Ipv6Addr = Ipv6Addr { segments: [0, 0, 0, 0, 0, 0, 0, 1] };
    pub const UNSPECIFIED: Ipv6Addr = Ipv6Addr { segments: [0; 8] };

    pub const fn new(a: u16, b: u16, c: u16, d: u16, e: u16, f: u16, g: u16, h: u16) -> Ipv6Addr {
        Ipv6Addr { segments: [a, b, c, d, e, f, g, h] }
    }

    pub const fn segments(&self) -> [u16; 8] {
        self.segments
    }

    pub const fn octets(&self) -> [u8; 16] {
        self.to_bits().to_be_bytes()
    }

    pub const fn to_bits(self) -> u128 {
        let mut bits = 0u128;
        for segment in self.segments {
            bits = (bits << 16) | segment as u128;
        }
        bits
    }

    pub const fn from_bits(bits: u128) -> Ipv6Addr {
        Ipv6Addr { segments: crate::array::from_fn(|at| (bits >> (112 - 16 * at)) as u16) }
    }

    pub const fn is_unspecified(&self) -> bool {
        self.to_bits() == 0
    }

    pub const fn is_loopback(&self) -> bool {
        self.to_bits() == 1
    }

    pub const fn is_multicast(&self) -> bool {
        self.segments[0] >= 0xff00
    }

    pub const fn to_ipv4_mapped(&self) -> Option<Ipv4Addr> {
        match self.segments {
            [0, 0, 0, 0, 0, 0xffff, _, _] => Some(Ipv4Addr::from_bits(self.to_bits() as u32)),
            _ => None,
        }
    }

    /// The longest row of zeros, of two at least: where it begins, and how long it is.
    fn zeros(&self) -> (usize, usize) {
        let (mut longest, mut at) = ((0, 0), 0);
        while at < 8 {
            let length = self.segments[at..].iter().take_while(|it| **it == 0).count();
            if length > longest.1 && length > 1 {
                longest = (at, length);
            }
            at += length + 1;
        }
        longest
    }
}

impl fmt::Display for Ipv4Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d] = self.octets;
        f.pad(&format!("{a}.{b}.{c}.{d}"))
    }
}

impl fmt::Display for Ipv6Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(address) = self.to_ipv4_mapped() {
            return f.pad(&format!("::ffff:{address}"));
        }
        let shown = |all: &[u16]| all.iter().map(|it| format!("{it:x}")).collect::<Vec<String>>().join(":");
        match self.zeros() {
            (_, 0) => f.pad(&shown(&self.segments)),
            (at, length) => {
                f.pad(&format!("{}::{}", shown(&self.segments[..at]), shown(&self.segments[at + length..])))
            }
        }
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IpAddr {
    V4(Ipv4Addr),
    V6(Ipv6Addr),
}

impl IpAddr {
    pub const fn is_ipv4(&self) -> bool {
        matches!(self, IpAddr::V4(_))
    }

    pub const fn is_ipv6(&self) -> bool {
        matches!(self, IpAddr::V6(_))
    }
}

macro_rules! of_either {
    ($($name:ident)*) => {$(
        impl IpAddr {
            pub const fn $name(&self) -> bool {
                match self {
                    IpAddr::V4(address) => address.$name(),
                    IpAddr::V6(address) => address.$name(),
                }
            }
        }
    )*};
}

of_either! { is_unspecified is_loopback is_multicast }

impl fmt::Display for IpAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IpAddr::V4(address) => fmt::Display::fmt(address, f),
            IpAddr::V6(address) => fmt::Display::fmt(address, f),
        }
    }
}

macro_rules! kinds {
    ($($variant:ident $of:ident $bits:ty, $octets:ty;)*) => {$(
        impl From<$of> for IpAddr {
            fn from(address: $of) -> IpAddr {
                IpAddr::$variant(address)
            }
        }

        impl From<$octets> for $of {
            fn from(octets: $octets) -> $of {
                $of::from_bits(<$bits>::from_be_bytes(octets))
            }
        }

        impl From<$octets> for IpAddr {
            fn from(octets: $octets) -> IpAddr {
                IpAddr::$variant($of::from(octets))
            }
        }

        impl From<$bits> for $of {
            fn from(bits: $bits) -> $of {
                $of::from_bits(bits)
            }
        }

        impl From<$of> for $bits {
            fn from(address: $of) -> $bits {
                address.to_bits()
            }
        }

        impl PartialEq<$of> for IpAddr {
            fn eq(&self, other: &$of) -> bool {
                matches!(self, IpAddr::$variant(address) if address.to_bits() == other.to_bits())
            }
        }

        impl PartialEq<IpAddr> for $of {
            fn eq(&self, other: &IpAddr) -> bool {
                *other == *self
            }
        }
    )*};
}

kinds! {
    V4 Ipv4Addr u32, [u8; 4];
    V6 Ipv6Addr u128, [u8; 16];
}

impl From<[u16; 8]> for Ipv6Addr {
    fn from(segments: [u16; 8]) -> Ipv6Addr {
        Ipv6Addr { segments }
    }
}

impl From<[u16; 8]> for IpAddr {
    fn from(segments: [u16; 8]) -> IpAddr {
        IpAddr::V6(Ipv6Addr { segments })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddrParseError(pub(super) AddrKind);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AddrKind {
    Ip,
    Ipv4,
    Ipv6,
    Socket,
    SocketV4,
    SocketV6,
}

impl fmt::Display for AddrParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            AddrKind::Ip => "invalid IP address syntax",
            AddrKind::Ipv4 => "invalid IPv4 address syntax",
            AddrKind::Ipv6 => "invalid IPv6 address syntax",
            AddrKind::Socket => "invalid socket address syntax",
            AddrKind::SocketV4 => "invalid IPv4 socket address syntax",
            AddrKind::SocketV6 => "invalid IPv6 socket address syntax",
        })
    }
}

impl crate::error::Error for AddrParseError {}
