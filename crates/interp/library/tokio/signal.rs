//! Signals: nobody sends one.

use std::io;

pub async fn ctrl_c() -> io::Result<()> {
    std::future::pending::<io::Result<()>>().await
}
