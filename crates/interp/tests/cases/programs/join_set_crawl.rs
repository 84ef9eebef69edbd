// A crawler with JoinSet, Semaphore and timeouts over a site that has panics and missing pages.
use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::{JoinError, JoinSet};
use tokio::time::{sleep, timeout, Instant};

static SITE: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    println!("(building the site)");
    HashMap::from([
        ("/", vec!["/a", "/b", "/a"]),
        ("/a", vec!["/b", "/c", "/missing"]),
        ("/b", vec!["/", "/slow"]),
        ("/c", vec!["/panic"]),
        ("/slow", vec![]),
        ("/panic", vec![]),
    ])
});

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Links(usize),
    Missing,
    TimedOut,
    Crashed(String),
}

async fn load(path: &'static str, permits: Arc<Semaphore>) -> Option<Vec<&'static str>> {
    let _permit = permits.acquire_owned().await.ok()?;
    let delay = if path == "/slow" { 10_000 } else { 10 * path.len() as u64 };
    sleep(Duration::from_millis(delay)).await;
    if path == "/panic" {
        panic!("cannot render {path}");
    }
    SITE.get(path).cloned()
}

fn describe(error: JoinError) -> String {
    if error.is_panic() {
        let payload = error.into_panic();
        match payload.downcast::<String>() {
            Ok(text) => *text,
            Err(_) => "?".to_string(),
        }
    } else {
        "cancelled".into()
    }
}

async fn crawl(start: &'static str, parallel: usize) -> Vec<(&'static str, Outcome)> {
    let permits = Arc::new(Semaphore::new(parallel));
    let mut seen = HashSet::from([start]);
    let mut queue = VecDeque::from(vec![start]);
    let mut running = JoinSet::new();
    let mut names = HashMap::new();
    let mut done = vec![];
    loop {
        while let Some(path) = queue.pop_front() {
            let permits = Arc::clone(&permits);
            let handle = running.spawn(async move { timeout(Duration::from_millis(500), load(path, permits)).await });
            names.insert(handle.id(), path);
        }
        let Some(joined) = running.join_next_with_id().await else { break };
        let (id, outcome) = match joined {
            Ok((id, Ok(Some(links)))) => {
                let fresh = links.iter().copied().filter(|l| seen.insert(l));
                queue.extend(fresh);
                (id, Outcome::Links(links.len()))
            }
            Ok((id, Ok(None))) => (id, Outcome::Missing),
            Ok((id, Err(_))) => (id, Outcome::TimedOut),
            Err(e) => (e.id(), Outcome::Crashed(describe(e))),
        };
        done.push((names[&id], outcome));
    }
    done
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    for parallel in [1, 4] {
        let start = Instant::now();
        let mut done = crawl("/", parallel).await;
        println!("with {parallel}: {:?}", start.elapsed());
        if parallel > 1 {
            done.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(b.0)));
        }
        for (path, outcome) in &done {
            println!("  {path:<9}{outcome:?}");
        }
        let links: usize = done.iter().filter_map(|(_, o)| if let Outcome::Links(n) = o { Some(n) } else { None }).sum();
        println!("  {links} links");
    }

    let mut set = JoinSet::from_iter((1..=4u64).map(|n| async move {
        sleep(Duration::from_millis(100 / n)).await;
        n
    }));
    println!("{} running", set.len());
    let first = set.join_next().await.unwrap().unwrap();
    set.abort_all();
    let mut cancelled = 0;
    while let Some(r) = set.join_next().await {
        cancelled += usize::from(r.is_err_and(|e| e.is_cancelled()));
    }
    println!("first {first}, cancelled {cancelled}, empty {}", set.is_empty());
    let mut all = JoinSet::new();
    for word in ["x", "yy", "zzz"] {
        all.spawn(async move { word.len() });
    }
    let lengths: BTreeSet<usize> = all.join_all().await.into_iter().collect();
    println!("{lengths:?}");
}
