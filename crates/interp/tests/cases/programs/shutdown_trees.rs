// Graceful shutdown: CancellationToken trees, TaskTracker, DropGuard, draining a queue with deadline.
use anyhow::{Context as _, Result, bail, ensure};
use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering::*},
    },
    time::Duration,
};
use tokio::{
    select,
    sync::{Semaphore, broadcast, mpsc, watch},
    time::{Instant, MissedTickBehavior, interval, sleep, timeout},
};
use tokio_util::{
    sync::{CancellationToken, DropGuard},
    task::TaskTracker,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
enum Phase {
    Starting = 1,
    Running,
    Draining = 10,
    Stopped,
}
impl TryFrom<u8> for Phase {
    type Error = anyhow::Error;
    fn try_from(n: u8) -> Result<Self> {
        Ok(match n {
            1 => Phase::Starting,
            2 => Phase::Running,
            10 => Phase::Draining,
            11 => Phase::Stopped,
            n => bail!("no phase {n:#04x}"),
        })
    }
}
struct Metrics {
    done: AtomicU64,
    cancelled: AtomicU64,
    healthy: AtomicBool,
}
struct Subsystem {
    name: String,
    token: CancellationToken,
    tracker: TaskTracker,
    metrics: Arc<Metrics>,
}
impl Subsystem {
    fn new(name: impl Into<String>, parent: &CancellationToken) -> Self {
        Self {
            name: name.into(),
            token: parent.child_token(),
            tracker: TaskTracker::new(),
            metrics: Arc::new(Metrics { done: 0.into(), cancelled: AtomicU64::new(0), healthy: true.into() }),
        }
    }
    fn spawn_job(&self, ms: u64) {
        let (token, m) = (self.token.clone(), Arc::clone(&self.metrics));
        self.tracker.spawn(async move { select! { biased; () = token.cancelled() => { m.cancelled.fetch_add(1, SeqCst); } _ = sleep(Duration::from_millis(ms)) => { m.done.fetch_add(1, SeqCst); } } });
    }
    async fn stop(self, grace: Duration) -> Result<(u64, u64)> {
        self.tracker.close();
        if timeout(grace, self.tracker.wait()).await.is_err() {
            println!("  {}: grace over, {} left", self.name, self.tracker.len());
            self.token.cancel();
            self.tracker.wait().await;
            self.metrics.healthy.store(false, Release);
        }
        let m = &self.metrics;
        ensure!(self.tracker.is_empty(), "tasks left in {}", self.name);
        Ok((m.done.load(Relaxed), m.cancelled.load(Relaxed)))
    }
}
async fn ticker(token: CancellationToken, beats: watch::Sender<u32>) -> u32 {
    let mut iv = interval(Duration::from_millis(25));
    iv.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        select! { biased; t = iv.tick() => { let _ = t; beats.send_modify(|b| *b += 1); if *beats.borrow() == 3 { sleep(Duration::from_millis(60)).await; } } _ = token.cancelled() => break *beats.borrow() }
    }
}
async fn consumer(id: usize, mut rx: mpsc::Receiver<u32>, mut stop: broadcast::Receiver<()>) -> Vec<String> {
    let mut log = vec![];
    let flow = loop {
        let step = select! { biased; msg = rx.recv() => match msg { Some(n) => { sleep(Duration::from_millis(10)).await; log.push(format!("{n}")); ControlFlow::Continue(()) } None => ControlFlow::Break("closed") }, r = stop.recv() => { rx.close(); ControlFlow::Break(if r.is_ok() { "told" } else { "lost" }) } };
        if let ControlFlow::Break(why) = step {
            break why;
        }
    };
    while let Some(n) = rx.recv().await {
        log.push(format!("+{n}"));
    }
    log.push(format!("c{id} {flow}"));
    log
}
struct OnDrop<F: FnOnce()>(Option<F>);
impl<F: FnOnce()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        if let Some(f) = self.0.take() {
            f()
        }
    }
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<()> {
    let t0 = Instant::now();
    let root = CancellationToken::new();
    let (beats_tx, mut beats) = watch::channel(0);
    let tick = tokio::spawn(ticker(root.child_token(), beats_tx));
    let fast = Subsystem::new("fast", &root);
    let slow = Subsystem::new(String::from("slow"), &root);
    (1..=4).for_each(|i| fast.spawn_job(i * 20));
    [50, 500, 5000].iter().for_each(|&ms| slow.spawn_job(ms));
    beats.wait_for(|b| *b >= 2).await.context("ticker gone")?;
    println!("two beats at {:?}", t0.elapsed());
    println!("fast {:?} at {:?}", fast.stop(Duration::from_millis(100)).await?, t0.elapsed());
    println!("slow {:?} at {:?}", slow.stop(Duration::from_secs(1)).await?, t0.elapsed());
    let (stop, _) = broadcast::channel(1);
    let (tx, rx) = mpsc::channel(10);
    let c = tokio::spawn(consumer(1, rx, stop.subscribe()));
    for n in 0..5 {
        tx.send(n).await?;
        if n == 1 {
            sleep(Duration::from_millis(15)).await;
        }
    }
    stop.send(())?;
    println!("{:?}", c.await?);
    println!("send after: {}", tx.send(9).await.unwrap_err());
    let guard: DropGuard = root.clone().drop_guard();
    let seen = Arc::new(AtomicBool::new(false));
    let s = seen.clone();
    let watcher = tokio::spawn({
        let root = root.clone();
        async move {
            let _d = OnDrop(Some(move || s.store(true, SeqCst)));
            root.run_until_cancelled(sleep(Duration::from_secs(3600))).await.is_none()
        }
    });
    tokio::task::yield_now().await;
    println!("before {}", root.is_cancelled());
    drop(guard);
    println!("watcher {} dropped {} after {}", watcher.await?, seen.load(SeqCst), root.is_cancelled());
    println!("beats {}", tick.await?);
    let sem = Arc::new(Semaphore::new(2));
    let order = Arc::new(std::sync::Mutex::new(vec![]));
    let tr = TaskTracker::new();
    for i in 0..5u64 {
        let (sem, order) = (sem.clone(), order.clone());
        tr.spawn(async move {
            let _p = sem.acquire_owned().await.unwrap();
            sleep(Duration::from_millis(10 * (5 - i))).await;
            order.lock().unwrap().push((i, t0.elapsed().as_millis() % 1000));
        });
    }
    tr.close();
    tr.wait().await;
    println!("{:?} permits {}", order.lock().unwrap(), sem.available_permits());
    for n in [1u8, 10, 3] {
        match Phase::try_from(n).with_context(|| format!("reading phase {n}")) {
            Ok(p) => println!("{p:?} {} {}", p as u8, p >= Phase::Running),
            Err(e) => println!("{e} / {e:#} / {:?}", e.root_cause().to_string()),
        }
    }
    let orphan = root.child_token();
    println!("{} {:?}", orphan.is_cancelled(), timeout(Duration::from_millis(1), CancellationToken::new().cancelled()).await.is_err());
    Ok(())
}
