use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::{interval, sleep};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx, mut rx) = mpsc::unbounded_channel();
    let (stop, mut stopped) = watch::channel(false);
    tokio::spawn(async move { for i in 0..3 { sleep(Duration::from_millis(25)).await; tx.send(i).unwrap(); } sleep(Duration::from_millis(12)).await; stop.send(true).unwrap(); sleep(Duration::from_millis(1000)).await; drop(tx); });
    let mut beat = interval(Duration::from_millis(10));
    let (mut beats, mut got) = (0, vec![]);
    loop {
        tokio::select! {
            biased;
            r = stopped.changed() => { println!("{r:?} {}", *stopped.borrow()); break; }
            Some(n) = rx.recv() => got.push(n),
            _ = beat.tick() => beats += 1,
        }
    }
    println!("{beats} {got:?}");
}
