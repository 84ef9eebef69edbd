//! What can be bound and connected to.

use crate::io::os_error;
use std::io::{Error, ErrorKind, Result};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

/// What names an address: `"127.0.0.1:8080"`, `"localhost:0"`, `("127.0.0.1", 8080)`, a [`SocketAddr`], ...
///
/// As tokio's, it cannot be implemented outside of this crate.
pub trait ToSocketAddrs: sealed::Resolve {}

impl<T: sealed::Resolve + ?Sized> ToSocketAddrs for T {}

/// Returns the addresses that a host and port stand for.
///
/// # Errors
///
/// Fails if the text is no `host:port`, or the host is another than this page.
pub async fn lookup_host<T: ToSocketAddrs>(host: T) -> Result<impl Iterator<Item = SocketAddr>> {
    Ok(host.resolve()?.into_iter())
}

pub(super) mod sealed {
    use super::{Result, SocketAddr};

    pub trait Resolve {
        /// Returns at least one address, or an error.
        fn resolve(&self) -> Result<Vec<SocketAddr>>;
    }
}

use sealed::Resolve;

macro_rules! resolve {
    ($($name:ident: $type:ty => $addresses:expr;)*) => {
        $(
            impl Resolve for $type {
                fn resolve(&self) -> Result<Vec<SocketAddr>> {
                    let $name = self;
                    $addresses
                }
            }
        )*
    };
}

resolve! {
    it: SocketAddr => Ok(vec![*it]);
    it: SocketAddrV4 => Ok(vec![(*it).into()]);
    it: SocketAddrV6 => Ok(vec![(*it).into()]);
    it: (IpAddr, u16) => Ok(vec![(*it).into()]);
    it: (Ipv4Addr, u16) => Ok(vec![(*it).into()]);
    it: (Ipv6Addr, u16) => Ok(vec![(*it).into()]);
    it: (&str, u16) => of_host(it.0, it.1);
    it: (String, u16) => of_host(&it.0, it.1);
    it: str => of_text(it);
    it: String => of_text(it);
    it: [SocketAddr] => if it.is_empty() { Err(none()) } else { Ok(it.to_vec()) };
}

impl<T: Resolve + ?Sized> Resolve for &T {
    fn resolve(&self) -> Result<Vec<SocketAddr>> {
        (**self).resolve()
    }
}

fn of_text(text: &str) -> Result<Vec<SocketAddr>> {
    if let Ok(address) = text.parse() {
        return Ok(vec![address]);
    }
    let Some((host, port)) = text.rsplit_once(':') else {
        return Err(Error::new(ErrorKind::InvalidInput, "invalid socket address"));
    };
    let port = port.parse().map_err(|_| Error::new(ErrorKind::InvalidInput, "invalid port value"))?;
    of_host(host, port)
}

fn of_host(host: &str, port: u16) -> Result<Vec<SocketAddr>> {
    if let Ok(ip) = host.parse::<IpAddr>() {
        return Ok(vec![(ip, port).into()]);
    }
    if host.eq_ignore_ascii_case("localhost") {
        return Ok(vec![(Ipv4Addr::LOCALHOST, port).into()]);
    }
    Err(unreachable(host))
}

fn none() -> Error {
    Error::new(ErrorKind::InvalidInput, "could not resolve to any address")
}

fn unreachable(host: &str) -> Error {
    Error::new(
        ErrorKind::HostUnreachable,
        format!("a page can only connect to itself (localhost, 127.0.0.1, [::1]), not to {host}"),
    )
}

/// Returns where a connection to an address leads: wildcards lead to the loopback address of their family.
pub(super) fn reachable(address: SocketAddr) -> Result<SocketAddr> {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip if ip.is_loopback() => ip,
        ip => return Err(unreachable(&ip.to_string())),
    };
    Ok((ip, address.port()).into())
}

/// Checks that an address can be bound: it is one of the page's own, or a wildcard.
pub(super) fn bindable(address: SocketAddr) -> Result<SocketAddr> {
    if address.ip().is_loopback() || address.ip().is_unspecified() {
        return Ok(address);
    }
    Err(os_error(ErrorKind::AddrNotAvailable))
}

/// Tries every address until one works; returns the last error if none does.
pub(super) fn first_of<T>(
    addresses: Result<Vec<SocketAddr>>,
    mut attempt: impl FnMut(SocketAddr) -> Result<T>,
) -> Result<T> {
    let mut last = none();
    for address in addresses? {
        match attempt(address) {
            Ok(it) => return Ok(it),
            Err(error) => last = error,
        }
    }
    Err(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_inputs_are_understood() {
        let texts = |it: Result<Vec<SocketAddr>>| it.map(|it| it[0].to_string()).map_err(|it| it.to_string());
        assert_eq!(texts("127.0.0.1:80".resolve()), Ok("127.0.0.1:80".to_owned()));
        assert_eq!(texts("LocalHost:0".to_owned().resolve()), Ok("127.0.0.1:0".to_owned()));
        assert_eq!(texts("[::1]:7".resolve()), Ok("[::1]:7".to_owned()));
        assert_eq!(texts(("::1", 7).resolve()), Ok("[::1]:7".to_owned()));
        assert_eq!(texts((Ipv4Addr::UNSPECIFIED, 9).resolve()), Ok("0.0.0.0:9".to_owned()));
        assert_eq!(texts("127.0.0.1".resolve()), Err("invalid socket address".to_owned()));
        assert_eq!(texts("localhost:http".resolve()), Err("invalid port value".to_owned()));
        assert_eq!(texts([].as_slice().resolve()), Err("could not resolve to any address".to_owned()));
    }
}
