use std::time::Duration;
use tokio::sync::{broadcast, mpsc};
use tokio::time::sleep;

struct Worker { id: u32, done: u32 }
impl Drop for Worker { fn drop(&mut self) { println!("worker {} did {}", self.id, self.done); } }

async fn run(id: u32, mut stop: broadcast::Receiver<()>, _alive: mpsc::Sender<()>) {
    let mut w = Worker { id, done: 0 };
    loop {
        tokio::select! {
            _ = sleep(Duration::from_millis(u64::from(10 * id))) => w.done += 1,
            _ = stop.recv() => { println!("worker {id} cleaning up"); sleep(Duration::from_millis(5)).await; break }
        }
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (stop, _) = broadcast::channel(1);
    let (alive, mut ended) = mpsc::channel(1);
    for id in 1..=3 { tokio::spawn(run(id, stop.subscribe(), alive.clone())); }
    drop(alive);
    sleep(Duration::from_millis(45)).await;
    println!("stopping {}", stop.send(()).unwrap());
    println!("{:?}", ended.recv().await);
}
