use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, timeout};

async fn debounce(mut rx: mpsc::Receiver<char>, quiet: Duration) -> Vec<String> {
    let mut out = vec![];
    while let Some(first) = rx.recv().await {
        let mut word = String::from(first);
        loop {
            match timeout(quiet, rx.recv()).await { Ok(Some(c)) => word.push(c), Ok(None) => { out.push(word); return out; } Err(_) => break }
        }
        println!("quiet after {word:?}");
        out.push(word);
    }
    out
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let (tx, rx) = mpsc::channel(4);
    let d = tokio::spawn(debounce(rx, Duration::from_millis(50)));
    for (c, ms) in [('a', 10), ('b', 20), ('c', 100), ('d', 49), ('e', 80), ('f', 5)] { tx.send(c).await.unwrap(); sleep(Duration::from_millis(ms)).await; }
    drop(tx);
    println!("{:?} {:?}", d.await.unwrap(), start.elapsed());
}
