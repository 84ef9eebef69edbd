// Loops with select: a resettable timer, a pinned operation that is restarted, biased order, else, preconditions.
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch, Notify};
use tokio::time::{self, sleep, Instant};
use std::sync::Arc;

#[derive(Debug)]
enum Control { Pause, Resume, Rate(u64), Stop(oneshot::Sender<Stats>) }

#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Stats { ticks: u32, pauses: u32, last: Option<Duration> }

async fn ticker(mut control: mpsc::Receiver<Control>, status: watch::Sender<Stats>) -> &'static str {
    let start = Instant::now();
    let mut stats = Stats::default();
    let mut rate = Duration::from_millis(100);
    let mut paused = false;
    let tick = sleep(rate);
    tokio::pin!(tick);
    loop {
        tokio::select! {
            biased;
            message = control.recv() => match message {
                Some(Control::Pause) if !paused => { paused = true; stats.pauses += 1; }
                Some(Control::Pause) => {}
                Some(Control::Resume) => { paused = false; tick.as_mut().reset(Instant::now() + rate); }
                Some(Control::Rate(ms)) => { rate = Duration::from_millis(ms); tick.as_mut().reset(Instant::now() + rate) }
                Some(Control::Stop(reply)) => { let _ = reply.send(stats); break "stopped"; }
                None => break "abandoned",
            },
            () = &mut tick, if !paused => {
                stats = Stats { ticks: stats.ticks + 1, last: Some(start.elapsed()), ..stats };
                status.send_replace(stats);
                tick.as_mut().reset(Instant::now() + rate);
            }
        }
    }
}

async fn action(input: Option<i32>) -> Option<String> {
    let i = input?;
    sleep(Duration::from_millis(20 * i as u64)).await;
    Some(format!("acted on {i}"))
}

async fn restarting() {
    let (tx, mut rx) = mpsc::channel(8);
    tokio::spawn(async move {
        for (pause, n) in [(0, 1), (5, 3), (50, 4), (1, 6), (200, 8), (0, 10)] { sleep(Duration::from_millis(pause)).await; if tx.send(n).await.is_err() { println!("receiver is gone"); break; } }
    });
    let mut done = false;
    let operation = action(None);
    tokio::pin!(operation);
    let mut results = vec![];
    loop {
        tokio::select! {
            res = &mut operation, if !done => {
                done = true;
                if let Some(v) = res { results.push(v); if results.len() == 3 { break; } }
            }
            Some(v) = rx.recv() => {
                if v % 2 == 0 { operation.set(action(Some(v))); done = false; } else { results.push(format!("odd {v}")); }
            }
            else => { println!("nothing left"); break; }
        }
    }
    println!("{results:?}");
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx, rx) = mpsc::channel(4);
    let (status, mut changes) = watch::channel(Stats::default());
    let task = tokio::spawn(ticker(rx, status));
    changes.changed().await.unwrap();
    println!("{:?}", *changes.borrow_and_update());
    sleep(Duration::from_millis(250)).await;
    tx.send(Control::Pause).await.unwrap();
    tx.send(Control::Pause).await.unwrap();
    sleep(Duration::from_millis(1000)).await;
    println!("{:?} {:?}", changes.has_changed(), changes.borrow().ticks);
    for c in [Control::Resume, Control::Rate(10)] { tx.send(c).await.unwrap(); }
    changes.wait_for(|s| s.ticks >= 6).await.unwrap();
    let (reply, answer) = oneshot::channel();
    tx.send(Control::Stop(reply)).await.unwrap();
    println!("{:?} {}", answer.await, task.await.unwrap());
    println!("{:?}", changes.changed().await.is_err());

    restarting().await;

    let notify = Arc::new(Notify::new());
    let (a, b) = (notify.clone(), notify.clone());
    let waiters = [tokio::spawn(async move { a.notified().await; 'a' }), tokio::spawn(async move { b.notified().await; 'b' })];
    tokio::task::yield_now().await;
    notify.notify_waiters();
    for w in waiters { print!("{} ", w.await.unwrap()); }
    println!();
    let mut interval = time::interval(Duration::from_millis(30));
    let deadline = sleep(Duration::from_millis(100));
    tokio::pin!(deadline);
    let mut count = 0;
    let left = loop { tokio::select! { _ = interval.tick() => count += 1, _ = deadline.as_mut() => break deadline.is_elapsed() } };
    println!("{count} {left}");
    let out = tokio::select! { v = async { sleep(Duration::from_millis(2)).await; 1 } => v, v = std::future::ready(2), if count > 100 => v, };
    println!("{out}");
}
