//! What names an address.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

pub trait ToSocketAddrs {
    /// The address as a text.
    fn address_text(&self) -> String;
}

macro_rules! shown {
    ($($of:ty)*) => {$(
        impl ToSocketAddrs for $of {
            fn address_text(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

shown! { str String SocketAddr }

macro_rules! pairs {
    ($($of:ty)*) => {$(
        impl ToSocketAddrs for ($of, u16) {
            fn address_text(&self) -> String {
                format!("{}:{}", self.0, self.1)
            }
        }
    )*};
}

pairs! { &str String IpAddr Ipv4Addr }

impl<T: ToSocketAddrs + ?Sized> ToSocketAddrs for &T {
    fn address_text(&self) -> String {
        (**self).address_text()
    }
}

impl ToSocketAddrs for [SocketAddr] {
    fn address_text(&self) -> String {
        self[0].to_string()
    }
}

/// The address in a text.
pub(super) fn parsed(text: String) -> SocketAddr {
    text.parse::<SocketAddr>().unwrap()
}

pub async fn lookup_host<T: ToSocketAddrs>(host: T) -> io::Result<impl Iterator<Item = SocketAddr>> {
    let text = host.address_text().replace("localhost", "127.0.0.1");
    match text.parse::<SocketAddr>() {
        Ok(address) => Ok(vec![address].into_iter()),
        Err(_) => Err(io::Error::new(io::ErrorKind::InvalidInput, "invalid socket address")),
    }
}
