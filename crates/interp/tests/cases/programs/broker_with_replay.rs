// A pub/sub broker with topics and wildcards, durable cursors, back-pressure and dead letters; workers in a JoinSet.
use futures::{Stream, StreamExt, stream};
use std::{
    collections::{BTreeMap, HashMap, HashSet, VecDeque},
    fmt,
    num::NonZeroU8,
    sync::{
        Arc, Mutex as StdMutex, Weak,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{
    sync::{
        Notify, OwnedSemaphorePermit, RwLock, Semaphore,
        mpsc::{self, error::TrySendError},
    },
    task::{AbortHandle, JoinHandle, JoinSet},
    time::{Instant, sleep, timeout},
};
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Topic(Arc<str>);
impl fmt::Debug for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}
impl<S: AsRef<str> + ?Sized> From<&S> for Topic {
    fn from(s: &S) -> Self {
        Topic(s.as_ref().into())
    }
}
#[derive(Debug, Clone)]
enum Pattern {
    Exact(Topic),
    Prefix(Box<str>),
    Any,
}
impl Pattern {
    fn parse(s: &str) -> Self {
        match s.strip_suffix('*') {
            Some("") => Pattern::Any,
            Some(p) => Pattern::Prefix(p.into()),
            None => Pattern::Exact(s.into()),
        }
    }
    fn hits(&self, t: &Topic) -> bool {
        match self {
            Pattern::Exact(e) => e == t,
            Pattern::Prefix(p) => t.0.starts_with(&**p),
            Pattern::Any => true,
        }
    }
}
#[derive(Debug, Clone)]
struct Msg {
    seq: u64,
    topic: Topic,
    body: Arc<[u8]>,
    tries: Option<NonZeroU8>,
}
impl Msg {
    fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }
}
struct Sub {
    pattern: Pattern,
    tx: mpsc::Sender<Msg>,
    lost: AtomicU64,
}
#[derive(Default)]
struct Broker {
    subs: RwLock<BTreeMap<u32, Arc<Sub>>>,
    next: AtomicU64,
    log: StdMutex<VecDeque<Msg>>,
    changed: Notify,
}
impl Broker {
    const KEEP: usize = 4;
    async fn subscribe(self: &Arc<Self>, id: u32, pattern: &str, cap: usize) -> Subscription {
        let (tx, rx) = mpsc::channel(cap);
        self.subs.write().await.insert(id, Arc::new(Sub { pattern: Pattern::parse(pattern), tx, lost: AtomicU64::new(0) }));
        Subscription { id, rx, broker: Arc::downgrade(self) }
    }
    async fn publish(&self, topic: impl Into<Topic>, body: impl AsRef<[u8]>) -> (u64, usize) {
        let msg = Msg {
            seq: self.next.fetch_add(1, Ordering::SeqCst),
            topic: topic.into(),
            body: body.as_ref().into(),
            tries: NonZeroU8::new(1),
        };
        {
            let mut log = self.log.lock().unwrap();
            if log.len() == Self::KEEP {
                log.pop_front();
            }
            log.push_back(msg.clone());
        }
        self.changed.notify_waiters();
        let mut n = 0;
        let mut dead = vec![];
        for (id, s) in self.subs.read().await.iter().filter(|(_, s)| s.pattern.hits(&msg.topic)) {
            match s.tx.try_send(msg.clone()) {
                Ok(()) => n += 1,
                Err(TrySendError::Full(m)) => {
                    s.lost.fetch_add(m.tries.map_or(0, |t| t.get().into()), Ordering::Relaxed);
                }
                Err(TrySendError::Closed(_)) => dead.push(*id),
            }
        }
        if !dead.is_empty() {
            let mut subs = self.subs.write().await;
            dead.iter().for_each(|id| {
                subs.remove(id);
            });
        }
        (msg.seq, n)
    }
    fn replay(self: Arc<Self>, from: u64) -> impl Stream<Item = Msg> {
        stream::unfold((self, from), |(b, at)| async move {
            loop {
                let found = b.log.lock().unwrap().iter().find(|m| m.seq >= at).cloned();
                match found {
                    Some(m) => {
                        let next = m.seq + 1;
                        return Some((m, (b, next)));
                    }
                    None => {
                        if timeout(Duration::from_millis(50), b.changed.notified()).await.is_err() {
                            return None;
                        }
                    }
                }
            }
        })
    }
}
struct Subscription {
    id: u32,
    rx: mpsc::Receiver<Msg>,
    broker: Weak<Broker>,
}
impl Subscription {
    async fn next(&mut self) -> Option<Msg> {
        self.rx.recv().await
    }
    fn lost(&self) -> Option<u64> {
        let b = self.broker.upgrade()?;
        let subs = b.subs.try_read().ok()?;
        Some(subs.get(&self.id)?.lost.load(Ordering::Relaxed))
    }
}
async fn worker(
    name: &'static str, mut s: Subscription, gate: Arc<Semaphore>, dead: mpsc::UnboundedSender<(String, Msg)>,
) -> (usize, Option<u64>) {
    let mut n = 0;
    while let Some(m) = s.next().await {
        let _p: OwnedSemaphorePermit = gate.clone().acquire_owned().await.expect("open");
        sleep(Duration::from_millis(7)).await;
        if m.text().contains('!') {
            dead.send((name.to_uppercase(), m)).ok();
        } else {
            n += 1;
        }
    }
    (n, s.lost())
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let t0 = Instant::now();
    let broker = Arc::new(Broker::default());
    let gate = Arc::new(Semaphore::new(1));
    let (dtx, mut drx) = mpsc::unbounded_channel();
    let mut set: JoinSet<(&str, (usize, Option<u64>))> = JoinSet::new();
    let mut handles: HashMap<&str, AbortHandle> = HashMap::new();
    for (id, (name, pat, cap)) in (1..).zip([("all", "*", 2), ("news", "news.*", 8), ("one", "news.eu", 1)]) {
        let sub = broker.subscribe(id, pat, cap).await;
        let (gate, dtx) = (gate.clone(), dtx.clone());
        handles.insert(name, set.spawn(async move { (name, worker(name, sub, gate, dtx).await) }));
    }
    drop(dtx);
    let replay: JoinHandle<Vec<String>> =
        tokio::spawn(broker.clone().replay(2).map(|m| format!("{}{:?}={}", m.seq, m.topic, m.text())).collect());
    let mut sent = vec![];
    for (i, (t, b)) in
        [("news.eu", "a"), ("news.us", "b!"), ("sport", "c"), ("news.eu", "d"), ("news.eu", "e!"), ("news.", "f")].into_iter().enumerate()
    {
        sent.push(broker.publish(t, b).await);
        if i % 2 == 1 {
            sleep(Duration::from_millis(10)).await;
        }
    }
    println!("{sent:?} at {:?}", t0.elapsed());
    println!("{:?}", replay.await.unwrap());
    sleep(Duration::from_millis(100)).await;
    handles["one"].abort();
    broker.publish(&String::from("news.eu"), [0x67, 0xff]).await;
    tokio::task::yield_now().await;
    println!("{:?}", broker.publish("news.eu", "last").await);
    println!("subs {:?}", broker.subs.read().await.keys().collect::<Vec<_>>());
    sleep(Duration::from_millis(30)).await;
    broker.subs.write().await.clear();
    let mut results = BTreeMap::new();
    while let Some(r) = set.join_next().await {
        match r {
            Ok((n, v)) => {
                results.insert(n.to_owned(), v);
            }
            Err(e) => println!("lost a worker: {}", e.is_cancelled()),
        }
    }
    println!("{results:?}");
    let mut dead = HashSet::new();
    while let Some((who, m)) = drx.recv().await {
        println!("dead {who} {:?} {:?}", m.topic, m.text());
        dead.insert(m.seq);
    }
    println!("{} {}", dead.len(), Arc::strong_count(&broker));
}
