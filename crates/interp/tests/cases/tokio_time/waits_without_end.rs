// Waits that no clock sees the end of: something else ends first.
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[tokio::main]
async fn main() {
    tokio::select! {
        _ = sleep(Duration::MAX) => println!("never"),
        _ = sleep(Duration::from_millis(5)) => println!("the short one"),
    }
    tokio::select! {
        _ = sleep(Duration::from_millis(u64::MAX)) => println!("never"),
        _ = sleep(Duration::from_millis(5)) => println!("the short one again"),
    }
    println!("{:?}", timeout(Duration::MAX, async { 7 }).await);

    let (sender, receiver) = mpsc::channel();
    let thread = thread::spawn(move || {
        thread::sleep(Duration::from_millis(5));
        sender.send("sent").unwrap();
    });
    println!("{:?}", receiver.recv_timeout(Duration::MAX));
    println!("{:?}", receiver.recv_timeout(Duration::MAX));
    thread.join().unwrap();

    let parked = thread::spawn(|| thread::park_timeout(Duration::MAX));
    parked.thread().unpark();
    println!("{}", parked.join().is_ok());
}
