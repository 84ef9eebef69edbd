use std::time::Duration;
use tokio::sync::mpsc;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx, mut rx) = mpsc::channel::<u32>(1);
    let producer = tokio::spawn(async move {
        for n in 1..=4 {
            if tx.send(n).await.is_err() { return "receiver gone"; }
            println!("produced {n}");
        }
        "all sent"
    });
    let mut sum = 0;
    while let Some(n) = rx.recv().await {
        println!("consumed {n}");
        sum += n;
        tokio::time::sleep(Duration::from_millis(10)).await;
        if sum > 5 { break; }
    }
    drop(rx);
    println!("{sum} {}", producer.await.unwrap());
}
