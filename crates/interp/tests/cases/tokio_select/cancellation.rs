use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

struct Step(String);
impl Drop for Step { fn drop(&mut self) { println!("  undo {}", self.0); } }

async fn transaction(id: u32) -> u32 {
    let _outer = Step(format!("{id}: begin"));
    for n in 0..3 {
        let _inner = Step(format!("{id}: step {n}"));
        sleep(Duration::from_millis(10)).await;
        println!("  {id}: step {n} done");
    }
    id
}

async fn worker(mut rx: mpsc::Receiver<&'static str>, mut stop: tokio::sync::oneshot::Receiver<()>) -> usize {
    let mut n = 0;
    loop {
        tokio::select! {
            biased;
            _ = &mut stop => { println!("stopping"); break n }
            m = rx.recv() => match m { Some(m) => { println!("message {m}"); n += 1; } None => break n + 100 },
        }
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{:?}", timeout(Duration::from_millis(15), transaction(1)).await.is_err());
    let h = tokio::spawn(transaction(2));
    sleep(Duration::from_millis(25)).await;
    h.abort();
    println!("{}", h.await.unwrap_err().is_cancelled());
    let f = transaction(3);
    drop(f);
    println!("never started");
    let mut f = Box::pin(transaction(4));
    println!("{:?}", timeout(Duration::from_millis(5), &mut f).await.is_err());
    println!("{:?}", timeout(Duration::from_millis(50), &mut f).await);
    let (tx, rx) = mpsc::channel(4);
    let (stop, stopped) = tokio::sync::oneshot::channel();
    let w = tokio::spawn(worker(rx, stopped));
    tx.send("one").await.unwrap();
    tx.send("two").await.unwrap();
    sleep(Duration::from_millis(1)).await;
    stop.send(()).unwrap();
    println!("{:?} {}", w.await, tx.is_closed());
}
