//! Signals: Stop is the only one.

use std::future::NativeFuture;
use std::io;

/// A future of the host's that waits for Stop.
fn host_ctrl_c() -> NativeFuture<()> {
    native!()
}

pub async fn ctrl_c() -> io::Result<()> {
    host_ctrl_c().await;
    Ok(())
}
