use tokio::sync::{broadcast, watch};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::{BroadcastStream, WatchStream};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx, rx) = broadcast::channel(4);
    for i in 0..3 { tx.send(i).unwrap(); }
    drop(tx);
    let all: Vec<_> = BroadcastStream::new(rx).map(|r| r.unwrap() * 2).collect().await;
    println!("{all:?}");
    let (tx, rx) = watch::channel("start");
    let mut s = WatchStream::new(rx);
    println!("{:?}", s.next().await);
    tx.send("next").unwrap();
    println!("{:?}", s.next().await);
    drop(tx);
    println!("{:?}", s.next().await);
    let mut m = tokio_stream::iter([1, 2]).merge(tokio_stream::iter([10]));
    let mut sum = 0;
    while let Some(n) = m.next().await { sum += n; }
    println!("{sum}");
}
