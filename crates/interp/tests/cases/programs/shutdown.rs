// Graceful shutdown: a token with children, a tracker, guards that cancel when dropped, a channel that tells when all is over.
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{broadcast, mpsc};
use tokio::time::{sleep, timeout, Instant};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

struct Shutdown { is_shutdown: bool, notify: broadcast::Receiver<()> }
impl Shutdown {
    fn new(notify: broadcast::Receiver<()>) -> Shutdown { Shutdown { is_shutdown: false, notify } }
    fn is_shutdown(&self) -> bool { self.is_shutdown }
    async fn recv(&mut self) {
        if self.is_shutdown { return; }
        let _ = self.notify.recv().await;
        self.is_shutdown = true;
    }
}

struct Connection { id: usize, shutdown: Shutdown, served: Arc<AtomicUsize>, _complete: mpsc::Sender<()> }
impl Connection {
    async fn run(mut self) {
        while !self.shutdown.is_shutdown() {
            tokio::select! {
                n = Self::request(self.id) => { self.served.fetch_add(n, Ordering::Relaxed); }
                _ = self.shutdown.recv() => println!("connection {} leaves", self.id),
            }
        }
    }
    async fn request(id: usize) -> usize { sleep(Duration::from_millis(10 * (id as u64 + 1))).await; 1 }
}
impl Drop for Connection { fn drop(&mut self) { println!("drop {}", self.id); } }

async fn worker(name: &'static str, token: CancellationToken, cleanup: Duration) -> Result<u32, String> {
    let mut rounds = 0;
    loop {
        tokio::select! {
            biased;
            () = token.cancelled() => break,
            () = sleep(Duration::from_millis(25)) => rounds += 1,
        }
    }
    sleep(cleanup).await;
    if rounds == 0 { Err(format!("{name} did nothing")) } else { Ok(rounds) }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (notify, _) = broadcast::channel(1);
    let (complete, mut all_done) = mpsc::channel::<()>(1);
    let served = Arc::new(AtomicUsize::new(0));
    for id in 0..3 {
        let shutdown = Shutdown::new(notify.subscribe());
        tokio::spawn(Connection { id, shutdown, served: Arc::clone(&served), _complete: complete.clone() }.run());
    }
    sleep(Duration::from_millis(65)).await;
    drop(complete);
    drop(notify);
    println!("{:?} served {}", all_done.recv().await, served.load(Ordering::Relaxed));

    let root = CancellationToken::new();
    let tracker = TaskTracker::new();
    let start = Instant::now();
    let handles = [("web", 10), ("db", 40), ("mail", 0)].map(|(name, ms)| tracker.spawn(worker(name, root.child_token(), Duration::from_millis(ms))));
    let lonely = root.child_token();
    let late = tracker.spawn(worker("late", lonely.clone(), Duration::ZERO));
    lonely.cancel();
    println!("{:?} {}", late.await.unwrap(), root.is_cancelled());
    tracker.close();
    println!("{:?} {}", timeout(Duration::from_millis(60), tracker.wait()).await.is_err(), tracker.len());
    root.cancel();
    tracker.wait().await;
    println!("over after {:?}", start.elapsed());
    for handle in handles { print!("{:?} ", handle.await.unwrap()); }
    println!();

    let token = CancellationToken::new();
    let outcome = token.run_until_cancelled(async { sleep(Duration::from_secs(1)).await; "finished" });
    let (outcome, ()) = tokio::join!(outcome, async { sleep(Duration::from_millis(5)).await; token.cancel() });
    println!("{outcome:?}");
    let token = CancellationToken::new();
    let watcher = tokio::spawn({ let token = token.clone(); async move { token.cancelled_owned().await; "seen" } });
    { let _guard = token.clone().drop_guard(); println!("{}", token.is_cancelled()); }
    println!("{} {}", token.is_cancelled(), watcher.await.unwrap());
    let guard = CancellationToken::new().drop_guard();
    println!("{}", guard.disarm().is_cancelled());
    let hung = tokio::spawn(async { std::future::pending::<()>().await });
    let forced = tokio::select! { r = hung => r.is_ok(), _ = sleep(Duration::from_secs(30)) => { println!("forced"); false } };
    println!("{forced}");
}
