use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::time::{Instant, sleep};

struct Job { id: u32, reply: oneshot::Sender<String> }

async fn worker(name: char, jobs: Arc<Mutex<mpsc::Receiver<Job>>>) -> u32 {
    let mut done = 0;
    loop {
        let job = { jobs.lock().await.recv().await };
        let Some(Job { id, reply }) = job else { break done };
        sleep(Duration::from_millis(u64::from(10 + id))).await;
        done += 1;
        if reply.send(format!("{name}{id}")).is_err() { println!("nobody waits for {id}"); }
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx, rx) = mpsc::channel(8);
    let rx = Arc::new(Mutex::new(rx));
    let workers: Vec<_> = ['x', 'y'].map(|n| tokio::spawn(worker(n, rx.clone()))).into();
    let start = Instant::now();
    let mut replies = vec![];
    for id in 1..=5 {
        let (reply, r) = oneshot::channel();
        tx.send(Job { id, reply }).await.unwrap();
        if id != 4 { replies.push(r); }
    }
    drop(tx);
    for r in replies { println!("{:?} at {:?}", r.await, start.elapsed()); }
    let mut total = 0;
    for w in workers { total += w.await.unwrap(); }
    println!("{total}");
}
