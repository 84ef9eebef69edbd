// Cache with expiry, single flight, stale-while-revalidate; DelayQueue-like sweep by hand.
use futures::future::{BoxFuture, Either, FutureExt, Shared, WeakShared, join, join3, select};
use std::{
    collections::HashMap,
    fmt::Debug,
    future::Future,
    hash::Hash,
    pin::pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    sync::{Notify, OnceCell, RwLock},
    time::{Instant, sleep, sleep_until},
};
type Loader<K, V> = Arc<dyn Fn(K) -> BoxFuture<'static, Result<V, Arc<str>>> + Send + Sync>;
#[derive(Clone)]
enum Slot<V: Clone> {
    Fresh(V, Instant),
    Loading(Shared<BoxFuture<'static, Result<V, Arc<str>>>>),
}
#[derive(Debug, Default)]
struct Stats {
    hits: AtomicUsize,
    misses: AtomicUsize,
    joined: AtomicUsize,
    stale: AtomicUsize,
}
impl Stats {
    fn bump(which: &AtomicUsize) {
        which.fetch_add(1, Ordering::Relaxed);
    }
    fn snapshot(&self) -> [(&'static str, usize); 4] {
        [("hits", &self.hits), ("misses", &self.misses), ("joined", &self.joined), ("stale", &self.stale)]
            .map(|(n, c)| (n, c.load(Ordering::Relaxed)))
    }
}
pub struct Cache<K, V: Clone> {
    slots: Mutex<HashMap<K, Slot<V>>>,
    loader: Loader<K, V>,
    ttl: Duration,
    grace: Duration,
    stats: Stats,
}
impl<K, V> Cache<K, V>
where
    K: Clone + Eq + Hash + Send + Sync + Debug + 'static,
    V: Clone + Send + Sync + 'static,
{
    pub fn new<F, Fut>(ttl: Duration, loader: F) -> Arc<Self>
    where
        F: Fn(K) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<V, Arc<str>>> + Send + 'static,
    {
        Arc::new(Cache {
            slots: Mutex::default(),
            loader: Arc::new(move |k| loader(k).boxed()),
            ttl,
            grace: ttl / 2,
            stats: Stats::default(),
        })
    }
    pub async fn get(self: &Arc<Self>, key: K) -> Result<V, Arc<str>> {
        let now = Instant::now();
        let flight = {
            let mut slots = self.slots.lock().unwrap();
            match slots.get(&key).cloned() {
                Some(Slot::Fresh(v, until)) if now < until => {
                    Stats::bump(&self.stats.hits);
                    return Ok(v);
                }
                Some(Slot::Fresh(v, until)) if now < until + self.grace => {
                    Stats::bump(&self.stats.stale);
                    let f = self.start(&mut slots, key.clone());
                    tokio::spawn(async move {
                        let _ = f.await;
                    });
                    return Ok(v);
                }
                Some(Slot::Loading(f)) => {
                    Stats::bump(&self.stats.joined);
                    f
                }
                None | Some(Slot::Fresh(..)) => {
                    Stats::bump(&self.stats.misses);
                    self.start(&mut slots, key)
                }
            }
        };
        flight.await
    }
    fn start(self: &Arc<Self>, slots: &mut HashMap<K, Slot<V>>, key: K) -> Shared<BoxFuture<'static, Result<V, Arc<str>>>> {
        let this = Arc::downgrade(self);
        let load = (self.loader)(key.clone());
        let k = key.clone();
        let f = async move {
            let r = load.await;
            if let Some(this) = this.upgrade() {
                let mut slots = this.slots.lock().unwrap();
                match &r {
                    Ok(v) => {
                        slots.insert(k, Slot::Fresh(v.clone(), Instant::now() + this.ttl));
                    }
                    Err(_) => drop(slots.remove(&k)),
                }
            }
            r
        }
        .boxed()
        .shared();
        slots.insert(key, Slot::Loading(f.clone()));
        f
    }
    pub fn invalidate_if(&self, mut pred: impl FnMut(&K) -> bool) -> usize {
        let mut s = self.slots.lock().unwrap();
        let before = s.len();
        s.retain(|k, _| !pred(k));
        before - s.len()
    }
}
struct Expiring {
    map: RwLock<HashMap<&'static str, (u32, Instant)>>,
    changed: Notify,
}
impl Expiring {
    async fn insert(&self, k: &'static str, v: u32, ttl: u64) {
        self.map.write().await.insert(k, (v, Instant::now() + Duration::from_millis(ttl)));
        self.changed.notify_one();
    }
    async fn sweep(self: Arc<Self>, t0: Instant) {
        loop {
            let next = self.map.read().await.values().map(|(_, at)| *at).min();
            let changed = pin!(self.changed.notified());
            match next {
                None => changed.await,
                Some(at) => match select(Box::pin(sleep_until(at)), changed).await {
                    Either::Left(_) => {
                        let now = Instant::now();
                        let mut gone = vec![];
                        self.map.write().await.retain(|k, (v, at)| {
                            let keep = *at > now;
                            if !keep {
                                gone.push(format!("{k}={v}"));
                            }
                            keep
                        });
                        gone.sort();
                        println!("{:>5?} swept {}", t0.elapsed(), gone.join(" "));
                    }
                    Either::Right(((), _)) => continue,
                },
            }
        }
    }
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let calls = Arc::new(AtomicUsize::new(0));
    let c2 = calls.clone();
    let cache = Cache::new(Duration::from_millis(100), move |id: u32| {
        let n = c2.fetch_add(1, Ordering::SeqCst);
        async move {
            sleep(Duration::from_millis(20)).await;
            if id == 13 { Err(Arc::from(format!("unlucky {id} (call {n})"))) } else { Ok(format!("user{id}v{n}")) }
        }
    });
    let t0 = Instant::now();
    println!("{:?} {:?}", join3(cache.get(1), cache.get(1), cache.get(2)).await, t0.elapsed());
    println!("{:?}", join(cache.get(13), cache.get(13)).await);
    sleep(Duration::from_millis(40)).await;
    println!("{:?} at {:?}", cache.get(1).await, t0.elapsed());
    sleep(Duration::from_millis(60)).await;
    println!("{:?} at {:?}", cache.get(1).await, t0.elapsed());
    sleep(Duration::from_millis(30)).await;
    println!("{:?} at {:?}", cache.get(1).await, t0.elapsed());
    sleep(Duration::from_secs(1)).await;
    println!("{:?} {}", cache.get(2).await, calls.load(Ordering::SeqCst));
    println!("{:?} dropped {}", cache.stats.snapshot(), cache.invalidate_if(|k| k % 2 == 1));
    let ex = Arc::new(Expiring { map: Default::default(), changed: Notify::new() });
    let t1 = Instant::now();
    let sweeper = tokio::spawn(ex.clone().sweep(t1));
    ex.insert("a", 1, 50).await;
    ex.insert("b", 2, 20).await;
    sleep(Duration::from_millis(30)).await;
    ex.insert("c", 3, 5).await;
    ex.insert("d", 4, 20).await;
    sleep(Duration::from_millis(100)).await;
    sweeper.abort();
    println!("left {} {}", ex.map.read().await.len(), sweeper.await.unwrap_err().is_cancelled());
    let cell: OnceCell<u8> = OnceCell::new();
    let r = cell.get_or_try_init(|| async { "x".parse::<u8>() }).await.map_err(|e| e.to_string());
    println!("{r:?} {:?} {:?}", cell.get_or_init(|| async { 7 }).await, cell.get());
    let shared = async { 5 }.boxed().shared();
    let weak: Option<WeakShared<_>> = shared.downgrade();
    println!("{:?} {:?}", shared.clone().await, shared.peek());
    drop(shared);
    println!("{}", weak.and_then(|w| w.upgrade()).is_none());
}
