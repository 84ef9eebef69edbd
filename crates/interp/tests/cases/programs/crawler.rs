// A crawler over a map of pages: buffer_unordered, a visited set, politeness by host, a summary; streams of Results.
use async_trait::async_trait;
use futures::{future::BoxFuture, stream::{self, FuturesUnordered, Stream}, FutureExt, StreamExt, TryStreamExt};
use once_cell::sync::Lazy;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{atomic::{AtomicU64, Ordering}, Arc};
use std::time::Duration;
use tokio::sync::{Mutex, RwLock};
use tokio::time::{sleep, Instant};

type Error = Box<dyn std::error::Error + Send + Sync + 'static>;
type Result<T, E = Error> = std::result::Result<T, E>;

static SITE: Lazy<HashMap<&'static str, (u64, Vec<&'static str>)>> = Lazy::new(|| {
    HashMap::from([
        ("a.org/", (10, vec!["a.org/x", "b.org/", "a.org/y"])), ("a.org/x", (30, vec!["a.org/", "b.org/z"])),
        ("a.org/y", (5, vec![])), ("b.org/", (20, vec!["b.org/z", "c.org/gone"])), ("b.org/z", (1, vec!["a.org/y"])),
    ])
});

#[async_trait]
trait Fetch: Send + Sync {
    async fn fetch(&self, url: &str) -> Result<Page>;
    fn calls(&self) -> u64 { 0 }
}
#[derive(Debug, Clone, Default)]
struct Page { url: String, links: Vec<String>, took: u64 }

struct MapFetcher { calls: AtomicU64, per_host: Mutex<HashMap<String, Instant>>, gap: Duration }
#[async_trait]
impl Fetch for MapFetcher {
    async fn fetch(&self, url: &str) -> Result<Page> {
        self.calls.fetch_add(1, Ordering::Relaxed);
        let (host, _) = url.split_once('/').ok_or_else(|| format!("{url} has no host"))?;
        let slot = {
            let mut per_host = self.per_host.lock().await;
            let next = per_host.entry(host.to_string()).or_insert_with(Instant::now);
            let slot = (*next).max(Instant::now());
            *next = slot + self.gap;
            slot
        };
        tokio::time::sleep_until(slot).await;
        match SITE.get(url) {
            None => Err(format!("404 for {url}").into()),
            Some(&(took, ref links)) => {
                sleep(Duration::from_millis(took)).await;
                Ok(Page { url: url.into(), links: links.iter().map(|&l| l.to_string()).collect(), took })
            }
        }
    }
    fn calls(&self) -> u64 { self.calls.load(Ordering::Relaxed) }
}

struct Cached<F> { inner: F, pages: RwLock<HashMap<String, Arc<Page>>> }
impl<F: Fetch> Cached<F> {
    async fn get(&self, url: &str) -> Result<Arc<Page>> {
        if let Some(page) = self.pages.read().await.get(url) { return Ok(Arc::clone(page)); }
        let page = Arc::new(self.inner.fetch(url).await?);
        Ok(self.pages.write().await.entry(url.to_owned()).or_insert(page).clone())
    }
}

async fn crawl<F: Fetch + 'static>(fetcher: Arc<Cached<F>>, start: &str, limit: usize) -> (BTreeMap<String, usize>, Vec<String>) {
    let mut visited: HashSet<String> = [start.to_string()].into();
    let (mut depths, mut failures) = (BTreeMap::new(), vec![]);
    let mut running: FuturesUnordered<BoxFuture<'static, (usize, String, Result<Arc<Page>>)>> = FuturesUnordered::new();
    let mut queue = vec![(0usize, start.to_string())];
    loop {
        while running.len() < limit {
            let Some((depth, url)) = queue.pop() else { break };
            let fetcher = fetcher.clone();
            running.push(async move { let page = fetcher.get(&url).await; (depth, url, page) }.boxed());
        }
        let Some((depth, url, page)) = running.next().await else { break };
        match page {
            Ok(page) => { queue.extend(page.links.iter().filter(|l| visited.insert(l.to_string())).map(|l| (depth + 1, l.clone()))); depths.insert(url, depth); }
            Err(e) => failures.push(e.to_string()),
        }
    }
    (depths, failures)
}

fn pages<'a, F: Fetch>(fetcher: &'a Cached<F>, urls: &'a [&'a str]) -> impl Stream<Item = Result<Arc<Page>>> + 'a {
    stream::iter(urls).map(move |url| fetcher.get(url)).buffered(2)
}
fn recursive<'a, F: Fetch>(fetcher: &'a Cached<F>, url: String, left: u32) -> BoxFuture<'a, BTreeSet<String>> {
    async move {
        let Ok(page) = fetcher.get(&url).await else { return BTreeSet::new() };
        let below = if left == 0 { vec![] } else { futures::future::join_all(page.links.iter().map(|l| recursive(fetcher, l.clone(), left - 1))).await };
        below.into_iter().flatten().chain([url]).collect()
    }.boxed()
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<()> {
    let start = Instant::now();
    let fetcher = Arc::new(Cached { inner: MapFetcher { calls: AtomicU64::new(0), per_host: Default::default(), gap: Duration::from_millis(7) }, pages: RwLock::default() });
    let (depths, failures) = crawl(fetcher.clone(), "a.org/", 3).await;
    println!("{depths:?} {failures:?} in {:?} by {} calls", start.elapsed(), fetcher.inner.calls());
    let links: usize = pages(&fetcher, &["a.org/", "b.org/"]).try_fold(0, |n, page| async move { Ok(n + page.links.len()) }).await?;
    println!("{links} {}", fetcher.inner.calls());
    let slowest = pages(&fetcher, &["a.org/y", "a.org/x"]).map_ok(|p| (p.took, p.url.clone())).try_collect::<BTreeMap<_, _>>().await?;
    println!("{:?}", slowest.last_key_value());
    match pages(&fetcher, &["b.org/z", "nowhere", "a.org/"]).try_collect::<Vec<_>>().await { Ok(all) => println!("{}", all.len()), Err(e) => println!("{e}") }
    println!("{:?}", recursive(&fetcher, "b.org/".into(), 1).await);
    let lens: Vec<_> = stream::iter(SITE.keys().copied().collect::<BTreeSet<_>>()).then(|u| { let f = &fetcher; async move { f.get(u).await.map(|p| p.links.len()).unwrap_or(0) } }).filter(|n| futures::future::ready(*n > 0)).collect().await;
    println!("{lens:?}");
    Ok(())
}
