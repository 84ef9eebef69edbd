//! Addresses out of texts.

use super::ip::AddrKind;
use super::{AddrParseError, IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use crate::str::FromStr;

fn v4(s: &str) -> Option<Ipv4Addr> {
    let mut octets = [0u8; 4];
    let mut count = 0;
    for part in s.split('.') {
        let plain = part.bytes().all(|it| it.is_ascii_digit()) && (part.len() == 1 || !part.starts_with('0'));
        *octets.get_mut(count)? = part.parse::<u8>().ok().filter(|_| plain)?;
        count += 1;
    }
    (count == 4).then(|| Ipv4Addr::from(octets))
}

/// The segments between colons, of which the last two may be written as `1.2.3.4`.
fn segments(s: &str) -> Option<Vec<u16>> {
    let mut found = Vec::new();
    if s.is_empty() {
        return Some(found);
    }
    let mut parts = s.split(':').peekable();
    while let Some(part) = parts.next() {
        if part.contains('.') && parts.peek().is_none() {
            let bits = v4(part)?.to_bits();
            found.extend([(bits >> 16) as u16, bits as u16]);
        } else {
            let plain = part.len() <= 4 && part.bytes().all(|it| it.is_ascii_hexdigit());
            found.push(u16::from_str_radix(part, 16).ok().filter(|_| plain)?);
        }
    }
    Some(found)
}

fn v6(s: &str) -> Option<Ipv6Addr> {
    let all = match s.split_once("::") {
        None => segments(s)?,
        Some((front, back)) => {
            let (front, back) = (segments(front)?, segments(back)?);
            let zeros = 8usize.checked_sub(front.len() + back.len()).filter(|it| *it > 0)?;
            [front, vec![0; zeros], back].concat()
        }
    };
    match all[..] {
        [a, b, c, d, e, f, g, h] => Some(Ipv6Addr::new(a, b, c, d, e, f, g, h)),
        _ => None,
    }
}

fn port(s: &str) -> Option<u16> {
    s.parse::<u16>().ok().filter(|_| !s.starts_with('+'))
}

fn socket_v4(s: &str) -> Option<SocketAddrV4> {
    let (host, at) = s.rsplit_once(':')?;
    Some(SocketAddrV4::new(v4(host)?, port(at)?))
}

fn socket_v6(s: &str) -> Option<SocketAddrV6> {
    let (host, at) = s.strip_prefix('[')?.rsplit_once("]:")?;
    let (host, scope) = match host.split_once('%') {
        Some((host, scope)) => (host, scope.parse::<u32>().ok()?),
        None => (host, 0),
    };
    Some(SocketAddrV6::new(v6(host)?, port(at)?, 0, scope))
}

macro_rules! parsed {
    ($($of:ident $kind:ident: |$s:ident| $read:expr;)*) => {$(
        impl FromStr for $of {
            type Err = AddrParseError;

            fn from_str($s: &str) -> Result<$of, AddrParseError> {
                let read: Option<$of> = $read;
                read.ok_or(AddrParseError(AddrKind::$kind))
            }
        }
    )*};
}

parsed! {
    Ipv4Addr Ipv4: |s| v4(s);
    Ipv6Addr Ipv6: |s| v6(s);
    IpAddr Ip: |s| v4(s).map(IpAddr::V4).or_else(|| v6(s).map(IpAddr::V6));
    SocketAddrV4 SocketV4: |s| socket_v4(s);
    SocketAddrV6 SocketV6: |s| socket_v6(s);
    SocketAddr Socket: |s| socket_v4(s).map(SocketAddr::V4).or_else(|| socket_v6(s).map(SocketAddr::V6));
}
