//! Tasks and handles: a task runs by itself, but not longer than main.

use std::time::Duration;
use tokio::task::JoinError;
use tokio::time::sleep;

async fn write(to: &str, pages: u64) -> u64 {
    println!("to {to}: first page");
    sleep(Duration::from_millis(100 * pages)).await;
    println!("to {to}: sent");
    pages
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), JoinError> {
    let ada = tokio::spawn(write("Ada", 1));
    let bob = tokio::spawn(write("Bob", 2));
    tokio::spawn(write("Cleo", 4)); // its handle is dropped, the task runs on
    println!("main: three letters begun");

    let pages = ada.await? + bob.await?;
    println!("main: {pages} pages sent, good night");
    Ok(()) // the program ends here, and all of its tasks
}
