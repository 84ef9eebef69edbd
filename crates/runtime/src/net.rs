//! Connections inside of the page, shaped like `tokio::net`.
//!
//! A page cannot listen on the network, nor connect to a port of it. So the network here is the run itself: what one
//! task binds another can connect to, and nothing else is there. The same in the browser and natively, and on either
//! clock: no byte leaves the program. Two runs do not see each other, and at a run's end its ports are free.
//!
//! What differs from `tokio::net`:
//!
//! - Only loopback addresses can be bound and reached: `127.0.0.1`, `[::1]`, `localhost`. Wildcards (`0.0.0.0`, `[::]`)
//!   stand for them. Any other host is an error that says so.
//! - Nothing is lost or delayed. A connection holds up to 64 KiB in each direction; then writers wait.
//! - Who writes to a peer that is gone learns it at once (`BrokenPipe`); a real network may take another write to tell.
//!   A peer that goes with bytes unread does not reset the connection.
//! - Options that mean nothing here (`nodelay`, `ttl`) are kept and have no effect. Unix sockets, `TcpSocket`, `ready`
//!   and conversions to and from std are missing.
//!
//! In a trace `accept` and `connect` are leaf spans named after their address; reading and writing are tokio's futures,
//! named after their source text.
//!
//! ```
//! use meanwhile_runtime::io::{AsyncReadExt, AsyncWriteExt};
//! use meanwhile_runtime::net::{TcpListener, TcpStream};
//! use meanwhile_runtime::{RunConfig, run_to_end, spawn};
//!
//! run_to_end(RunConfig::default(), || Box::pin(async {
//!     let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
//!     let address = listener.local_addr().unwrap();
//!     spawn(async move {
//!         let (mut stream, _) = listener.accept().await.unwrap();
//!         let (mut reader, mut writer) = stream.split();
//!         meanwhile_runtime::io::copy(&mut reader, &mut writer).await.unwrap();
//!     });
//!     let mut stream = TcpStream::connect(address).await.unwrap();
//!     stream.write_all(b"echo").await.unwrap();
//!     stream.shutdown().await.unwrap();
//!     let mut heard = String::new();
//!     stream.read_to_string(&mut heard).await.unwrap();
//!     assert_eq!(heard, "echo");
//!     Ok(())
//! }));
//! ```

mod address;
mod keeper;
mod listener;
mod loopback;
mod pipe;
mod split;
mod stream;
mod udp;

pub use address::{ToSocketAddrs, lookup_host};
pub use listener::TcpListener;
pub use stream::TcpStream;
pub use udp::UdpSocket;

pub mod tcp {
    //! The halves of a connection.

    pub use super::split::{OwnedReadHalf, OwnedWriteHalf, ReadHalf, ReuniteError, WriteHalf};
}
