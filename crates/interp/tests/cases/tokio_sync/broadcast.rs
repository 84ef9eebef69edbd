use tokio::sync::broadcast::{self, error::{RecvError, TryRecvError}};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx, mut a) = broadcast::channel(2);
    let mut b = tx.subscribe();
    println!("{:?} {}", tx.send(1), tx.receiver_count());
    println!("{:?} {:?} {:?}", a.recv().await, b.try_recv(), b.try_recv());
    for i in 2..=5 { tx.send(i).unwrap(); }
    println!("{:?} {:?} {:?}", a.recv().await, a.recv().await, a.recv().await);
    println!("{} {:?}", b.len(), matches!(b.recv().await, Err(RecvError::Lagged(2))));
    println!("{:?} {}", b.recv().await, tx.len());
    let mut late = tx.subscribe();
    drop(tx);
    println!("{:?} {:?} {}", late.recv().await, a.try_recv(), a.try_recv() == Err(TryRecvError::Closed));
    println!("{}", late.recv().await.unwrap_err());
    let (tx, rx) = broadcast::channel::<String>(4);
    drop(rx);
    println!("{:?}", tx.send("nobody".into()));
    let mut handles = vec![];
    for id in 0..2 {
        let mut rx = tx.subscribe();
        handles.push(tokio::spawn(async move { let mut got = vec![]; while let Ok(m) = rx.recv().await { got.push(format!("{id}{m}")); } got }));
    }
    for m in ["x", "y"] { println!("{:?}", tx.send(m.to_string())); tokio::task::yield_now().await; }
    drop(tx);
    for h in handles { println!("{:?}", h.await.unwrap()); }
}
