// A pool of workers over one receiver, JoinSet with ids, results in order, panics and aborts told apart.
use std::collections::{BTreeMap, HashMap};
use std::panic;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, Mutex, Semaphore};
use tokio::task::{self, AbortHandle, JoinError, JoinSet};
use tokio::time::{sleep, Instant};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct JobId(u32);

#[derive(Debug)]
enum Job { Hash(Vec<u8>), Wait(u64), Fail(&'static str), Panic }

type Outcome = Result<u64, String>;

async fn perform(job: Job) -> Outcome {
    match job {
        Job::Hash(bytes) => task::spawn_blocking(move || bytes.iter().fold(0xcbf29ce484222325u64, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x100000001b3))).await.map_err(|e| e.to_string()),
        Job::Wait(ms) => { sleep(Duration::from_millis(ms)).await; Ok(ms) }
        Job::Fail(why) => Err(why.to_string()),
        Job::Panic => panic!("job panicked"),
    }
}

async fn pool(size: usize, jobs: Vec<Job>) -> BTreeMap<JobId, (usize, Outcome)> {
    let (tx, rx) = mpsc::channel::<(JobId, Job)>(2);
    let rx = Arc::new(Mutex::new(rx));
    let (results, mut collected) = mpsc::unbounded_channel();
    let mut workers = JoinSet::new();
    for worker in 0..size {
        let (rx, results) = (Arc::clone(&rx), results.clone());
        workers.spawn(async move {
            let mut done = 0u32;
            loop {
                let next = { rx.lock().await.recv().await };
                let Some((id, job)) = next else { return (worker, done) };
                let outcome = match tokio::spawn(perform(job)).await {
                    Ok(outcome) => outcome,
                    Err(e) if e.is_panic() => {
                        let payload = e.into_panic();
                        Err(format!("panic: {}", payload.downcast_ref::<&str>().copied().unwrap_or("?")))
                    }
                    Err(e) => Err(e.to_string()),
                };
                done += 1;
                if results.send((id, worker, outcome)).is_err() { return (worker, done); }
            }
        });
    }
    drop(results);
    let feeder = tokio::spawn(async move {
        for (n, job) in (1..).zip(jobs) { tx.send((JobId(n), job)).await.unwrap(); }
    });
    let mut all = BTreeMap::new();
    while let Some((id, worker, outcome)) = collected.recv().await { all.insert(id, (worker, outcome)); }
    feeder.await.unwrap();
    let mut counts: Vec<(usize, u32)> = workers.join_all().await;
    counts.sort_by_key(|&(worker, _)| std::cmp::Reverse(worker));
    println!("{} workers did {}", counts.len(), counts.iter().map(|(_, n)| n).sum::<u32>());
    all
}

fn describe(result: Result<&str, JoinError>) -> String {
    match result {
        Ok(v) => v.to_string(),
        Err(e) if e.is_cancelled() => "cancelled".into(),
        Err(e) => match e.try_into_panic() { Ok(p) => format!("panicked with {:?}", p.downcast::<String>().map(|s| *s).ok()), Err(e) => e.to_string() },
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    panic::set_hook(Box::new(|_| {}));
    let start = Instant::now();
    let jobs = vec![Job::Wait(30), Job::Hash(b"meanwhile".to_vec()), Job::Wait(10), Job::Fail("no"), Job::Panic, Job::Wait(20), Job::Hash(vec![])];
    for (JobId(id), (_, outcome)) in pool(3, jobs).await { println!("{id}: {outcome:x?}"); }
    println!("{:?}", start.elapsed());

    let mut set = JoinSet::new();
    let mut names: HashMap<task::Id, String> = HashMap::new();
    for (name, ms) in [("quick", 5), ("never", u64::MAX), ("bad", 7)] {
        let handle: AbortHandle = set.spawn(async move {
            sleep(Duration::from_millis(ms)).await;
            if name == "bad" { panic!("bad {name} {ms}") }
            name
        });
        names.insert(handle.id(), name.to_uppercase());
        if ms == u64::MAX { tokio::spawn(async move { sleep(Duration::from_millis(6)).await; handle.abort() }); }
    }
    while let Some(result) = set.join_next_with_id().await {
        let (id, out) = match result { Ok((id, name)) => (id, Ok(name)), Err(e) => (e.id(), Err(e)) };
        println!("{} {}", names[&id], describe(out));
    }
    let limit = Arc::new(Semaphore::new(2));
    let begun = Instant::now();
    let mut set: JoinSet<_> = [40, 10, 20, 30].into_iter().map(|ms| {
        let limit = limit.clone();
        async move { let _permit = limit.acquire().await; sleep(Duration::from_millis(ms)).await; (ms, begun.elapsed().as_millis()) }
    }).collect();
    while let Some(Ok(done)) = set.join_next().await { print!("{done:?} "); if done.0 == 20 { set.abort_all(); } }
    println!("{} {}", set.len(), limit.available_permits());
    let mut detached = JoinSet::new();
    detached.spawn(async { sleep(Duration::from_millis(1)).await; println!("still here") });
    detached.detach_all();
    sleep(Duration::from_millis(2)).await;
    println!("{:?}", detached.join_next().await.is_none());
}
