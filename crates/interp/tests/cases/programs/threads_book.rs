// Threads, channels and shared state after the manner of the Book's chapter 16.
use std::collections::BTreeMap;
use std::fmt;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::sync::{Arc, Mutex, RwLock};
use std::thread;
use std::time::Duration;

#[derive(Debug, Clone, PartialEq)]
enum Event {
    Started { worker: usize },
    Progress(usize, f32),
    Finished { worker: usize, result: Result<u64, String> },
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Event::Started { worker } => write!(f, "#{worker} started"),
            Event::Progress(worker, part) => write!(f, "#{worker} at {:>6.2}%", part * 100.0),
            Event::Finished { worker, result: Ok(sum) } => write!(f, "#{worker} done: {sum}"),
            Event::Finished { worker, result: Err(why) } => write!(f, "#{worker} failed: {why:?}"),
        }
    }
}

fn work(worker: usize, numbers: &[u32], tx: Sender<Event>) {
    tx.send(Event::Started { worker }).unwrap();
    let mut sum = 0u64;
    for (i, &n) in numbers.iter().enumerate() {
        if n == 13 {
            let result = Err(format!("unlucky number at {i}"));
            tx.send(Event::Finished { worker, result }).unwrap();
            return;
        }
        sum += u64::from(n);
        if i % 2 == 1 {
            tx.send(Event::Progress(worker, (i + 1) as f32 / numbers.len() as f32)).unwrap();
        }
    }
    tx.send(Event::Finished { worker, result: Ok(sum) }).unwrap();
}

fn drain(rx: &Receiver<Event>) -> Vec<Event> {
    let mut seen = Vec::new();
    loop {
        match rx.try_recv() {
            Ok(event) => seen.push(event),
            Err(TryRecvError::Empty) => thread::yield_now(),
            Err(TryRecvError::Disconnected) => break seen,
        }
    }
}

fn main() {
    let (tx, rx) = mpsc::channel();
    let inputs = vec![vec![1, 2, 3, 4], vec![10, 13, 20], vec![], (1..=6).collect::<Vec<u32>>()];
    let handles: Vec<_> = inputs
        .into_iter()
        .enumerate()
        .map(|(id, numbers)| {
            let tx = tx.clone();
            thread::Builder::new().name(format!("worker-{id}")).spawn(move || {
                work(id, &numbers, tx);
                thread::current().name().map(str::to_owned)
            }).expect("a thread")
        })
        .collect();
    drop(tx);
    let mut by_worker: BTreeMap<usize, Vec<Event>> = BTreeMap::new();
    for event in drain(&rx) {
        let id = match &event {
            Event::Started { worker } | Event::Finished { worker, .. } => *worker,
            Event::Progress(worker, _) => *worker,
        };
        by_worker.entry(id).or_default().push(event);
    }
    for handle in handles {
        println!("{:?}", handle.join().unwrap());
    }
    for (id, events) in &by_worker {
        println!("worker {id}: {}", events.iter().map(|e| e.to_string()).collect::<Vec<_>>().join("; "));
    }

    let scores = Arc::new(RwLock::new(BTreeMap::from([("ann", 3), ("bob", 5)])));
    let log = Arc::new(Mutex::new(Vec::<String>::new()));
    let threads: Vec<thread::JoinHandle<usize>> = ["ann", "bob", "cyd"]
        .iter()
        .map(|&name| {
            let (scores, log) = (Arc::clone(&scores), Arc::clone(&log));
            thread::spawn(move || {
                *scores.write().unwrap().entry(name).or_insert(0) += name.len() as i32;
                let mut log = log.lock().unwrap();
                log.push(name.to_uppercase());
                log.len()
            })
        })
        .collect();
    let mut positions: Vec<usize> = threads.into_iter().map(|t| t.join().unwrap()).collect();
    positions.sort_unstable();
    println!("{positions:?} {:?}", scores.read().unwrap());
    let mut names = Arc::try_unwrap(log).unwrap().into_inner().unwrap();
    names.sort();
    println!("{names:?}");

    let (tx, rx) = mpsc::sync_channel::<i32>(1);
    let producer = thread::spawn(move || { for n in 0..3 { tx.send(n * n).unwrap(); } });
    println!("{:?}", rx.iter().map(|n| n + 1).collect::<Vec<_>>());
    producer.join().unwrap();
    println!("{:?}", rx.recv_timeout(Duration::from_millis(5)) == Err(RecvTimeoutError::Disconnected));
    let failed = thread::spawn(|| -> i32 { panic!("out of {}", "luck") }).join();
    println!("{}", failed.unwrap_err().downcast_ref::<String>().map_or("?", |s| s.as_str()));
}
