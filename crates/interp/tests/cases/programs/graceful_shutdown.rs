// A server that shuts down: CancellationToken, TaskTracker, watch, broadcast, Notify.
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::Arc;
use std::time::Duration;
use tokio::select;
use tokio::sync::{broadcast, mpsc, watch, Notify};
use tokio::time::{self, interval, sleep, MissedTickBehavior};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Running,
    Draining { left: usize },
    Stopped,
}

struct Server {
    token: CancellationToken,
    tracker: TaskTracker,
    phase: watch::Sender<Phase>,
    handled: Arc<AtomicUsize>,
}

impl Server {
    fn new() -> (Self, watch::Receiver<Phase>) {
        let (phase, rx) = watch::channel(Phase::Running);
        let server = Server { token: CancellationToken::new(), tracker: TaskTracker::new(), phase, handled: Arc::default() };
        (server, rx)
    }

    async fn accept(&self, mut incoming: mpsc::Receiver<u64>) {
        loop {
            let job = select! {
                biased;
                () = self.token.cancelled() => break,
                Some(job) = incoming.recv() => job,
                else => break,
            };
            let handled = self.handled.clone();
            let token = self.token.child_token();
            self.tracker.spawn(async move {
                let work = sleep(Duration::from_millis(job));
                tokio::pin!(work);
                let mut warned = false;
                loop {
                    select! {
                        _ = &mut work => {
                            handled.fetch_add(1, Relaxed);
                            println!("  job {job} done{}", if warned { " (late)" } else { "" });
                            return;
                        }
                        _ = token.cancelled(), if !warned => {
                            warned = true;
                            println!("  job {job} has been told to hurry");
                            if job > 500 {
                                println!("  job {job} gives up");
                                return;
                            }
                        }
                    }
                }
            });
        }
        println!("no longer accepting");
    }

    async fn drain(self) {
        self.tracker.close();
        let _ = self.phase.send(Phase::Draining { left: self.tracker.len() });
        self.tracker.wait().await;
        self.phase.send_replace(Phase::Stopped);
        println!("handled {}", self.handled.load(Relaxed));
    }
}

async fn heartbeat(mut stop: broadcast::Receiver<()>) -> u32 {
    let mut ticker = interval(Duration::from_millis(40));
    ticker.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut beats = 0;
    loop {
        select! {
            _ = ticker.tick() => beats += 1,
            r = stop.recv() => {
                println!("heart stops: {r:?}");
                break beats;
            }
        }
    }
}

struct Guard<'a>(&'a str, Arc<Notify>);
impl Drop for Guard<'_> {
    fn drop(&mut self) {
        println!("{} released", self.0);
        self.1.notify_one();
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (server, mut phases) = Server::new();
    let (jobs, incoming) = mpsc::channel(4);
    let (stop, _) = broadcast::channel(1);
    let heart = tokio::spawn(heartbeat(stop.subscribe()));
    let observer = tokio::spawn(async move {
        let mut seen = vec![*phases.borrow()];
        while phases.changed().await.is_ok() {
            let now = *phases.borrow_and_update();
            seen.push(now);
            if now == Phase::Stopped {
                break;
            }
        }
        seen
    });
    let token = server.token.clone();
    let ctrl_c = async move {
        sleep(Duration::from_millis(150)).await;
        println!("ctrl-c");
        token.cancel();
    };
    let feeding = async {
        for job in [10, 100, 300, 900, 20] {
            if jobs.send(job).await.is_err() {
                println!("refused {job}");
            }
            sleep(Duration::from_millis(35)).await;
        }
    };
    tokio::join!(server.accept(incoming), ctrl_c, feeding);
    let released = Arc::new(Notify::new());
    let guarded = {
        let released = Arc::clone(&released);
        tokio::spawn(async move {
            let _guard = Guard("resource", released);
            std::future::pending::<()>().await;
        })
    };
    tokio::task::yield_now().await;
    match time::timeout(Duration::from_secs(1), server.drain()).await {
        Ok(()) => println!("clean shutdown"),
        Err(elapsed) => println!("{elapsed}"),
    }
    guarded.abort();
    released.notified().await;
    println!("cancelled: {}", guarded.await.unwrap_err().is_cancelled());
    stop.send(()).unwrap();
    println!("{:?} beats", heart.await);
    println!("{:?}", observer.await.unwrap());
}
