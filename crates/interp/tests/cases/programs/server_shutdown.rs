/// Graceful shutdown, step by step.
///
/// 1. stop accepting, 2. tell the connections, 3. wait for them, 4. but not for ever.
use std::ops::ControlFlow::{self, Break, Continue};
use std::sync::Arc;
use tokio::select;
use tokio::sync::{mpsc, oneshot, Semaphore};
use tokio::time::{self, Duration, Instant};
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;

#[derive(Debug)]
struct Connection {
    id: usize,
    requests: u32,
    pace: Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Ending {
    Finished,
    Drained,
    Killed,
}

struct Guard<'a>(&'a str, Instant);
impl Drop for Guard<'_> {
    fn drop(&mut self) {
        println!("{:>4} {} dropped", self.1.elapsed().as_millis(), self.0);
    }
}

async fn handle(conn: Connection, token: CancellationToken, start: Instant) -> (usize, Ending, u32) {
    let Connection { id, requests, pace } = conn;
    let label = format!("connection {id}");
    let _guard = Guard(&label, start);
    let mut served = 0;
    let ending = 'serve: {
        for _ in 0..requests {
            if token.is_cancelled() {
                break 'serve Ending::Drained;
            }
            // a request is never cut in the middle
            time::sleep(pace).await;
            served += 1;
        }
        Ending::Finished
    };
    (id, ending, served)
}

async fn accept_loop(mut incoming: mpsc::Receiver<Connection>, token: CancellationToken, tracker: TaskTracker, report: mpsc::Sender<(usize, Ending, u32)>, start: Instant) -> usize {
    let permits = Arc::new(Semaphore::new(3));
    let mut accepted = 0;
    loop {
        let step: ControlFlow<&str, _> = select! {
            biased;
            () = token.cancelled() => Break("told to stop"),
            permit = permits.clone().acquire_owned() => match permit {
                Ok(permit) => Continue(permit),
                Err(_) => Break("semaphore closed"),
            },
        };
        let permit = match step {
            Continue(permit) => permit,
            Break(why) => {
                println!("{:>4} accept loop ends: {why}", start.elapsed().as_millis());
                return accepted;
            }
        };
        let Some(Some(conn)) = token.run_until_cancelled(incoming.recv()).await else {
            println!("{:>4} no more connections", start.elapsed().as_millis());
            return accepted;
        };
        accepted += 1;
        let (token, report) = (token.child_token(), report.clone());
        tracker.spawn(async move {
            let _permit = permit;
            let outcome = handle(conn, token, start).await;
            report.send(outcome).await.ok();
        });
    }
}

async fn background(name: &'static str, token: CancellationToken, start: Instant) -> u32 {
    let mut beats = 0;
    let mut every = time::interval(Duration::from_millis(30));
    while let Some(at) = token.run_until_cancelled(every.tick()).await {
        beats += 1;
        debug_assert!(at >= start);
    }
    println!("{:>4} {name} stops after {beats} beats", start.elapsed().as_millis());
    beats
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let root = CancellationToken::new();
    let tracker = TaskTracker::new();
    let (conn_tx, conn_rx) = mpsc::channel(8);
    let (report_tx, mut report_rx) = mpsc::channel(16);
    let (stop_tx, stop_rx) = oneshot::channel::<&'static str>();

    let accepting = tokio::spawn(accept_loop(conn_rx, root.child_token(), tracker.clone(), report_tx, start));
    let beat = tracker.spawn(background("heartbeat", root.clone(), start));

    tokio::spawn(async move {
        for id in 0.. {
            let conn = Connection { id, requests: 2 + id as u32 * 3, pace: Duration::from_millis(7 * (id as u64 + 1)) };
            if let Err(mpsc::error::SendError(conn)) = conn_tx.send(conn).await {
                println!("{:>4} refused {conn:?}", start.elapsed().as_millis());
                break;
            }
            time::sleep(Duration::from_millis(20)).await;
        }
    });
    tokio::spawn(async move {
        time::sleep(Duration::from_millis(100)).await;
        stop_tx.send("SIGTERM").unwrap();
    });

    println!("{:>4} got {}", start.elapsed().as_millis(), stop_rx.await.unwrap_or("nothing"));
    root.cancel();
    tracker.close();
    let in_time = time::timeout(Duration::from_millis(25), tracker.wait()).await;
    println!("{:>4} all done in time: {}, {} left", start.elapsed().as_millis(), in_time.is_ok(), tracker.len());
    if in_time.is_err() {
        tracker.wait().await;
    }
    println!("{:>4} accepted {:?}, beats {:?}", start.elapsed().as_millis(), accepting.await, beat.await.unwrap());

    let mut reports = vec![];
    while let Some(report) = report_rx.recv().await {
        reports.push(report);
    }
    reports.sort_by_key(|&(id, ending, _)| (ending, std::cmp::Reverse(id)));
    println!("{reports:?}, killed: {}", reports.iter().any(|r| r.1 == Ending::Killed));

    // a guard cancels when it goes
    let token = CancellationToken::new();
    let child = token.child_token();
    let guard: DropGuard = token.clone().drop_guard();
    let sibling = token.child_token();
    sibling.cancel();
    println!("{} {} {}", token.is_cancelled(), child.is_cancelled(), sibling.is_cancelled());
    let worker = tokio::spawn(async move { select! { _ = child.cancelled_owned() => "by guard", _ = time::sleep(Duration::from_secs(9)) => "by time" } });
    drop(guard);
    println!("{} {}", worker.await.unwrap(), token.is_cancelled());
    let kept = CancellationToken::new();
    let back = kept.clone().drop_guard().disarm();
    println!("{} {:?}", back.is_cancelled(), kept.run_until_cancelled(async { 5 }).await);
}
