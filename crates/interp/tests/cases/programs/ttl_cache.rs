use std::borrow::Borrow;
use std::collections::hash_map::{Entry, HashMap};
use std::future::poll_fn;
use std::hash::Hash;
use std::task::Poll;
use std::time::Duration;
use tokio::time::{advance, Instant};
use tokio_stream::StreamExt;
use tokio_util::time::{delay_queue, DelayQueue};

/// A cache whose entries go by themselves.
struct TtlCache<K, V> {
    entries: HashMap<K, (V, delay_queue::Key)>,
    expirations: DelayQueue<K>,
    ttl: Duration,
    stats: Stats,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Stats {
    hits: u64,
    misses: u64,
    expired: u64,
}

impl Stats {
    fn ratio(self) -> Option<f64> {
        match self.hits + self.misses {
            0 => None,
            n => Some(self.hits as f64 / n as f64),
        }
    }
}

impl<K: Hash + Eq + Clone, V> TtlCache<K, V> {
    fn with_ttl(ttl: Duration) -> Self {
        Self { entries: HashMap::new(), expirations: DelayQueue::new(), ttl, stats: Stats::default() }
    }

    fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.entries.entry(key) {
            Entry::Occupied(mut o) => {
                self.expirations.reset(&o.get().1, self.ttl);
                Some(std::mem::replace(&mut o.get_mut().0, value))
            }
            Entry::Vacant(v) => {
                let delay = self.expirations.insert(v.key().clone(), self.ttl);
                v.insert((value, delay));
                None
            }
        }
    }

    fn insert_for(&mut self, key: K, value: V, ttl: Duration) {
        self.remove(&key);
        let delay = self.expirations.insert_at(key.clone(), Instant::now() + ttl);
        self.entries.insert(key, (value, delay));
    }

    fn get<Q>(&mut self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let found = self.entries.get(key).map(|(v, _)| v);
        *if found.is_some() { &mut self.stats.hits } else { &mut self.stats.misses } += 1;
        found
    }

    fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        let (value, delay) = self.entries.remove(key)?;
        self.expirations.remove(&delay);
        Some(value)
    }

    /// Throws out what has expired by now, without waiting.
    async fn purge(&mut self) -> Vec<K> {
        let mut gone = vec![];
        poll_fn(|cx| {
            while let Poll::Ready(Some(expired)) = self.expirations.poll_expired(cx) {
                let key = expired.into_inner();
                self.entries.remove(&key);
                self.stats.expired += 1;
                gone.push(key);
            }
            Poll::Ready(())
        })
        .await;
        gone
    }

    fn len(&self) -> usize {
        debug_assert_eq!(self.entries.len(), self.expirations.len());
        self.entries.len()
    }
}

async fn reminders() {
    let start = Instant::now();
    let mut queue = DelayQueue::with_capacity(8);
    let keys: Vec<_> = [("tea", 300), ("call mum", 100), ("bins", 200), ("sleep", 5000), ("gym", 150)]
        .into_iter()
        .map(|(what, ms)| (what, queue.insert(what, Duration::from_millis(ms))))
        .collect();
    let key_of = |name: &str| keys.iter().find_map(|(n, k)| (*n == name).then_some(k)).unwrap();

    println!("removed {:?}", queue.remove(key_of("gym")).into_inner());
    queue.reset_at(key_of("bins"), start + Duration::from_millis(50));
    println!("{} left, deadline of sleep in {:?}", queue.len(), queue.deadline(key_of("sleep")) - start);

    let mut snoozed = false;
    while let Some(expired) = queue.next().await {
        let late = Instant::now() - expired.deadline();
        println!("{:>5?} {} ({late:?} late)", start.elapsed(), expired.get_ref());
        if *expired.get_ref() == "tea" && !snoozed {
            snoozed = true;
            queue.insert(expired.into_inner(), Duration::from_millis(40));
        } else if snoozed && queue.len() == 1 {
            queue.clear();
        }
    }
    println!("empty: {}", queue.is_empty());
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {

    let mut cache: TtlCache<String, Vec<u8>> = TtlCache::with_ttl(Duration::from_secs(10));
    assert!(cache.stats.ratio().is_none());
    for (i, key) in ["alpha", "beta", "gamma"].iter().enumerate() {
        cache.insert(key.to_string(), vec![i as u8; i + 1]);
        advance(Duration::from_secs(3)).await;
    }
    println!("{} entries, alpha = {:?}", cache.len(), cache.get("alpha"));
    println!("old beta: {:?}", cache.insert("beta".into(), b"new".to_vec()));
    cache.insert_for("brief".into(), vec![], Duration::from_millis(500));
    advance(Duration::from_secs(2)).await;
    let mut gone = cache.purge().await;
    gone.sort();
    println!("gone: {gone:?}, left {}", cache.len());
    advance(Duration::from_secs(6)).await;
    println!("gone: {:?}", cache.purge().await);
    println!("{:?}", cache.get("gamma"));
    println!("{:?}", cache.get("beta").map(|v| String::from_utf8_lossy(v)));
    println!("removed {:?} {:?}", cache.remove("beta").map(|v| v.len()), cache.remove("beta"));
    println!("{:?} ratio {:.2}", cache.stats, cache.stats.ratio().unwrap_or(f64::NAN));
    println!("purge of nothing: {:?} {}", cache.purge().await, cache.len());
    reminders().await;
}
