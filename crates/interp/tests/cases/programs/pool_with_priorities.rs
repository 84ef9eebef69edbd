// Worker pool w/ priorities, task_local request ids, spawn_blocking, semaphores; metrics; generic Stage pipeline (tokio)
use futures::FutureExt;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::fmt::Display;
use std::future::Future;
use std::num::NonZeroU32;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::{Barrier, Mutex, Notify, RwLock, Semaphore, mpsc, oneshot};
use tokio::task::{self, JoinError, JoinHandle};
use tokio::time::{Instant, sleep};

tokio::task_local! {
    static REQUEST: u32;
    static TRACE: Arc<std::sync::Mutex<Vec<String>>>;
}
fn trace(msg: impl Into<Cow<'static, str>>) {
    let id = REQUEST.try_with(|id| *id).map_or("-".to_string(), |id| id.to_string());
    let _ = TRACE.try_with(|t| t.lock().unwrap().push(format!("[{id}] {}", msg.into())));
}

#[derive(Debug, Default)]
struct Metrics {
    done: AtomicUsize,
    failed: AtomicUsize,
    micros: AtomicU64,
}
impl Metrics {
    fn snapshot(&self) -> [u64; 3] {
        [
            self.done.load(Ordering::Relaxed) as u64,
            self.failed.load(Ordering::Relaxed) as u64,
            self.micros.load(Ordering::Relaxed),
        ]
    }
}

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;
struct Entry {
    prio: u8,
    seq: u64,
    work: Work,
}
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        (self.prio, self.seq) == (other.prio, other.seq)
    }
}
impl Eq for Entry {}
impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Entry {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.prio, Reverse(self.seq)).cmp(&(other.prio, Reverse(other.seq)))
    }
}

struct Pool {
    shared: Arc<Shared>,
    workers: Vec<JoinHandle<usize>>,
}
#[derive(Default)]
struct Shared {
    heap: Mutex<BinaryHeap<Entry>>,
    ready: Notify,
    closing: std::sync::atomic::AtomicBool,
    seq: AtomicU64,
    metrics: Metrics,
}
#[derive(Debug, thiserror::Error)]
enum PoolError {
    #[error("job panicked: {0}")]
    Panicked(String),
    #[error("pool is closed")]
    Closed,
    #[error(transparent)]
    Join(#[from] JoinError),
}
struct Ticket<T>(oneshot::Receiver<Result<T, PoolError>>);
impl<T> Future for Ticket<T> {
    type Output = Result<T, PoolError>;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(cx).map(|r| r.unwrap_or(Err(PoolError::Closed)))
    }
}
impl Pool {
    fn new(n: NonZeroU32) -> Self {
        let shared = Arc::<Shared>::default();
        let workers = (0..n.get())
            .map(|_| {
                let sh = Arc::clone(&shared);
                tokio::spawn(async move {
                    let mut n = 0;
                    loop {
                        let entry = sh.heap.lock().await.pop();
                        match entry {
                            Some(Entry { work, .. }) => {
                                work.await;
                                n += 1;
                            }
                            None if sh.closing.load(Ordering::SeqCst) => break n,
                            None => sh.ready.notified().await,
                        }
                    }
                })
            })
            .collect();
        Pool { shared, workers }
    }
    async fn submit<F, T>(&self, prio: u8, fut: F) -> Ticket<T>
    where
        F: Future<Output = T> + Send + 'static,
        T: Send + 'static,
    {
        let (tx, rx) = oneshot::channel();
        let sh = self.shared.clone();
        let seq = sh.seq.fetch_add(1, Ordering::Relaxed);
        let work = Box::pin(async move {
            let t = Instant::now();
            let res = AssertUnwindSafe(fut).catch_unwind().await.map_err(|p| {
                PoolError::Panicked(match p.downcast::<&'static str>() {
                    Ok(s) => s.to_string(),
                    Err(p) => p.downcast::<String>().map_or("?".into(), |s| *s),
                })
            });
            let m = &sh.metrics;
            if res.is_ok() { &m.done } else { &m.failed }.fetch_add(1, Ordering::Relaxed);
            m.micros.fetch_add(t.elapsed().as_micros() as u64, Ordering::Relaxed);
            let _ = tx.send(res);
        });
        self.shared.heap.lock().await.push(Entry { prio, seq, work });
        self.shared.ready.notify_one();
        Ticket(rx)
    }
    async fn close(self) -> Result<(usize, [u64; 3]), PoolError> {
        self.shared.closing.store(true, Ordering::SeqCst);
        let mut total = 0;
        for w in self.workers {
            self.shared.ready.notify_waiters();
            total += w.await?;
        }
        Ok((total, self.shared.metrics.snapshot()))
    }
}

trait Stage: Send + 'static {
    type In: Send + 'static;
    type Out: Send + 'static;
    fn run(&mut self, x: Self::In) -> impl Future<Output = Option<Self::Out>> + Send;
    fn pipe(mut self, mut rx: mpsc::Receiver<Self::In>) -> mpsc::Receiver<Self::Out>
    where
        Self: Sized,
    {
        let (tx, out) = mpsc::channel(1);
        tokio::spawn(async move {
            while let Some(x) = rx.recv().await {
                if let Some(y) = self.run(x).await {
                    if tx.send(y).await.is_err() {
                        break;
                    }
                }
            }
        });
        out
    }
}
struct Parse;
impl Stage for Parse {
    type In = &'static str;
    type Out = i64;
    async fn run(&mut self, x: &'static str) -> Option<i64> {
        sleep(Duration::from_millis(1)).await;
        x.parse().ok()
    }
}
struct Running<T>(T);
impl<T> Stage for Running<T>
where
    T: std::ops::AddAssign + Copy + Display + Send + 'static,
{
    type In = T;
    type Out = String;
    async fn run(&mut self, x: T) -> Option<String> {
        self.0 += x;
        Some(format!("<{}>", self.0))
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), PoolError> {
    std::panic::set_hook(Box::new(|_| {}));
    let pool = Pool::new(NonZeroU32::new(2).unwrap());
    let log = Arc::new(std::sync::Mutex::new(vec![]));
    let mut tickets = vec![];
    for (i, prio) in [1u8, 9, 5, 9, 1, 0].into_iter().enumerate() {
        let job = async move {
            trace("start");
            sleep(Duration::from_millis(10 + i as u64)).await;
            match i {
                2 => panic!("job {i} exploded"),
                5 => panic!("plain"),
                _ => trace(format!("end p{prio}")),
            }
            i * i
        };
        let job = REQUEST.scope(i as u32, TRACE.scope(log.clone(), job));
        tickets.push(pool.submit(prio, job).await);
    }
    for t in tickets {
        match t.await {
            Ok(v) => print!("{v} "),
            Err(e) => print!("({e}) "),
        }
    }
    println!("\n{}", log.lock().unwrap().join(" "));
    println!("{:?}", pool.close().await?);

    let (tx, rx) = mpsc::channel(4);
    let mut out = Running(0i64).pipe(Parse.pipe(rx));
    for s in ["1", "two", "3", "-10"] {
        tx.send(s).await.ok();
    }
    drop(tx);
    let mut all = vec![];
    out.recv_many(&mut all, 10).await;
    while let Some(s) = out.recv().await {
        all.push(s);
    }
    println!("{}", all.concat());

    let blocking = task::spawn_blocking(|| (1..=20u64).product::<u64>());
    println!("{}", blocking.await?);
    let failed = tokio::spawn(async {
        if true {
            panic!("inside {}", "task")
        }
    })
    .await
    .unwrap_err();
    println!("{} {:?}", failed.is_panic(), failed.into_panic().downcast_ref::<String>());
    let barrier = Arc::new(Barrier::new(3));
    let hs: Vec<_> = (0..3u64)
        .map(|i| {
            let b = barrier.clone();
            tokio::spawn(async move {
                sleep(Duration::from_millis(i)).await;
                b.wait().await.is_leader()
            })
        })
        .collect();
    let mut leaders = 0;
    for h in hs {
        leaders += usize::from(h.await?);
    }
    println!("{leaders}");
    let sem = Semaphore::new(3);
    let p = sem.acquire_many(2).await.unwrap();
    println!("{} {:?}", sem.available_permits(), sem.try_acquire_many(2).is_err());
    p.forget();
    sem.add_permits(5);
    println!("{}", sem.available_permits());
    let table: RwLock<BTreeMap<&str, u32>> = RwLock::const_new(BTreeMap::new());
    {
        let mut w = table.write().await;
        w.insert("k", 1);
        let r = w.downgrade();
        println!("{:?} {:?}", *r, table.try_write().is_err());
    }
    println!("{:?}", table.into_inner().into_iter().next());
    println!("{:?}", REQUEST.try_with(|_| ()).map_err(|e| e.to_string()));
    println!("{}", REQUEST.sync_scope(3, || REQUEST.get()));
    Ok(())
}
