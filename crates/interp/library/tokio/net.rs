//! Connections between the tasks of a program: the network is inside it.

mod addr;
mod halves;
mod host;
mod listener;
mod stream;

pub mod tcp {
    pub use super::halves::{OwnedReadHalf, OwnedWriteHalf, ReadHalf, ReuniteError, WriteHalf};
}

pub use addr::{ToSocketAddrs, lookup_host};
pub use listener::{TcpListener};
pub use stream::TcpStream;

pub(crate) use host::{HostIo, HostListener};
