use std::collections::{HashMap, HashSet, VecDeque, BTreeSet};
use std::sync::{Arc, Mutex};
use futures::stream::{FuturesUnordered, StreamExt};
use tokio::time::{sleep, Duration, Instant};
use anyhow::{Context as _, Result, bail};
#[derive(Debug, Clone)] struct Page { url: String, links: Vec<String>, size: usize }
#[derive(Clone)] struct Web(Arc<HashMap<&'static str, (&'static [&'static str], u64)>>);
impl Web { fn new() -> Self { let mut m = HashMap::new(); m.insert("/", (&["/a", "/b"][..], 10)); m.insert("/a", (&["/b", "/c", "/"][..], 30)); m.insert("/b", (&["/d"][..], 20)); m.insert("/c", (&[][..], 10)); m.insert("/d", (&["/missing"][..], 40)); Web(Arc::new(m)) }
    async fn get(&self, url: &str) -> Result<Page> { let (links, ms) = match self.0.get(url) { Some(p) => p, None => bail!("404: {url}") }; sleep(Duration::from_millis(*ms)).await; Ok(Page { url: url.to_owned(), links: links.iter().map(|s| s.to_string()).collect(), size: url.len() * 100 }) } }
async fn crawl(web: &Web, start: &str, limit: usize) -> Result<Vec<Page>> {
    let mut seen: HashSet<String> = HashSet::from([start.to_string()]); let mut queue = VecDeque::from([start.to_string()]); let mut running = FuturesUnordered::new(); let mut pages = vec![]; let mut errors = 0;
    loop {
        while running.len() < limit { let Some(url) = queue.pop_front() else { break }; running.push(async move { let r = web.get(&url).await.with_context(|| format!("fetching {url}")); (url, r) }); }
        match running.next().await { None => break, Some((url, Ok(p))) => { println!("got {url} ({} links)", p.links.len()); for l in &p.links { if seen.insert(l.clone()) { queue.push_back(l.clone()); } } pages.push(p); } Some((_, Err(e))) => { errors += 1; println!("error: {e:#}"); } }
    }
    anyhow::ensure!(errors < 2, "too many errors"); Ok(pages)
}
#[tokio::main] async fn main() -> Result<()> { let web = Web::new(); let t = Instant::now(); let pages = crawl(&web, "/", 2).await?; let total: usize = pages.iter().map(|p| p.size).sum(); let urls: BTreeSet<_> = pages.iter().map(|p| &*p.url).collect(); println!("{total} {urls:?} {}", t.elapsed() < Duration::from_secs(1)); let biggest = pages.iter().max_by_key(|p| p.size).context("no pages")?; println!("{}", biggest.url); let web2 = web.clone(); let h = tokio::spawn(async move { crawl(&web2, "/nope", 1).await.map(|p| p.len()) }); println!("{:?}", h.await?); Ok(()) }
