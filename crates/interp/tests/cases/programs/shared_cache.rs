// A cache in which a missing value is made once, whoever asks, and expires.
use std::collections::HashMap;
use std::future::Future;
use std::hash::Hash;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};
use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::Instant;

/// A cache in which a missing value is computed once, however many ask for it.
pub struct Cache<K, V> {
    entries: RwLock<HashMap<K, Entry<V>>>,
    ttl: Duration,
    metrics: Metrics,
}

struct Entry<V> {
    cell: Arc<OnceCell<V>>,
    expires: Instant,
}

#[derive(Default, Debug)]
pub struct Metrics {
    hits: AtomicU64,
    misses: AtomicU64,
    expired: AtomicU64,
}

impl Metrics {
    fn snapshot(&self) -> [u64; 3] {
        [&self.hits, &self.misses, &self.expired].map(|c| c.load(Ordering::SeqCst))
    }
}

impl<K, V> Cache<K, V>
where
    K: Eq + Hash + Clone + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    pub fn with_ttl(ttl: Duration) -> Arc<Self> {
        Arc::new(Self { entries: Default::default(), ttl, metrics: Metrics::default() })
    }

    fn cell(&self, key: &K) -> Arc<OnceCell<V>> {
        let now = Instant::now();
        if let Some(entry) = self.entries.read().unwrap().get(key) {
            if entry.expires > now {
                self.metrics.hits.fetch_add(1, Ordering::SeqCst);
                return entry.cell.clone();
            }
            self.metrics.expired.fetch_add(1, Ordering::SeqCst);
        }
        self.metrics.misses.fetch_add(1, Ordering::SeqCst);
        let entry = Entry { cell: Arc::new(OnceCell::new()), expires: now + self.ttl };
        let cell = Arc::clone(&entry.cell);
        self.entries.write().unwrap().insert(key.clone(), entry);
        cell
    }

    pub async fn get_or_try<F, Fut, E>(&self, key: K, make: F) -> Result<V, E>
    where
        F: FnOnce(K) -> Fut,
        Fut: Future<Output = Result<V, E>>,
    {
        let cell = self.cell(&key);
        let value = cell.get_or_try_init(|| make(key)).await?;
        Ok(value.clone())
    }

    pub fn invalidate(&self, mut stale: impl FnMut(&K) -> bool) -> usize {
        let mut entries = self.entries.write().unwrap();
        let before = entries.len();
        entries.retain(|k, _| !stale(k));
        before - entries.len()
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Query {
    User(u32),
    Post { user: u32, nth: usize },
}

async fn database(query: Query, calls: &AtomicU64) -> Result<String, String> {
    let n = calls.fetch_add(1, Ordering::Relaxed);
    tokio::time::sleep(Duration::from_millis(50)).await;
    match query {
        Query::User(0) if n < 3 => Err(format!("nobody (call {n})")),
        Query::User(id) => Ok(format!("user-{id}")),
        Query::Post { user, nth } => Ok(format!("post {nth} of {user}")),
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let cache: Arc<Cache<Query, String>> = Cache::with_ttl(Duration::from_millis(200));
    let calls = Arc::new(AtomicU64::new(0));
    let start = Instant::now();

    let askers = (0..5).map(|i| {
        let (cache, calls) = (cache.clone(), calls.clone());
        tokio::spawn(async move {
            let query = if i < 4 { Query::User(1) } else { Query::Post { user: 1, nth: i } };
            cache.get_or_try(query, |q| async move { database(q, &calls).await }).await
        })
    });
    let answers = futures::future::try_join_all(askers).await.unwrap();
    println!("{answers:?}");
    println!("{} calls, {:?}", calls.load(Ordering::Relaxed), start.elapsed());

    for _ in 0..3 {
        let got = cache.get_or_try(Query::User(0), |q| database(q, &calls)).await;
        println!("{got:?}");
    }
    tokio::time::advance(Duration::from_millis(150)).await;
    let again = cache.get_or_try(Query::User(1), |_| async { Err("should be there".to_string()) }).await;
    println!("{again:?}");
    println!("{}", cache.invalidate(|q| matches!(q, Query::Post { nth: 3.., .. })));
    let [hits, misses, expired] = cache.metrics.snapshot();
    println!("hits {hits} misses {misses} expired {expired}");
    println!("{:?}", cache.metrics);
    println!("{}", cache.entries.read().map(|e| e.len()).unwrap_or(0));
}
