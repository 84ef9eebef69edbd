// Pipelines of threads, map and reduce in scopes, barriers, OnceLock, poisoned locks.
use std::collections::BTreeMap;
use std::sync::mpsc::{channel, sync_channel, Receiver, Sender};
use std::sync::{Arc, Barrier, Mutex, OnceLock, RwLock};
use std::thread::{self, ScopedJoinHandle};

/// A pipeline stage: something that turns an iterator of messages into another.
trait Stage<In, Out> {
    fn run(self, input: Receiver<In>, output: Sender<Out>);
}

impl<F, In, Out> Stage<In, Out> for F
where
    F: FnMut(In) -> Option<Out>,
{
    fn run(mut self, input: Receiver<In>, output: Sender<Out>) {
        for message in input {
            if let Some(out) = self(message) {
                if output.send(out).is_err() {
                    break;
                }
            }
        }
    }
}

struct Pipeline<T>(Receiver<T>);

impl<T: Send + 'static> Pipeline<T> {
    fn source<I>(items: I) -> Self
    where
        I: IntoIterator<Item = T> + Send + 'static,
    {
        let (tx, rx) = channel();
        thread::spawn(move || items.into_iter().try_for_each(|item| tx.send(item)));
        Pipeline(rx)
    }

    fn stage<U: Send + 'static>(self, stage: impl Stage<T, U> + Send + 'static) -> Pipeline<U> {
        let (tx, rx) = channel();
        thread::spawn(move || stage.run(self.0, tx));
        Pipeline(rx)
    }
}

impl<T> IntoIterator for Pipeline<T> {
    type Item = T;
    type IntoIter = std::sync::mpsc::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

fn parallel_sum(data: &[u64], parts: usize) -> u64 {
    thread::scope(|s| {
        let handles: Vec<ScopedJoinHandle<'_, u64>> = data.chunks(data.len().div_ceil(parts)).map(|chunk| s.spawn(move || chunk.iter().sum())).collect();
        handles.into_iter().map(|h| h.join().unwrap()).sum()
    })
}

fn map_reduce(docs: &[&'static str]) -> BTreeMap<&'static str, usize> {
    let (tx, rx) = sync_channel(4);
    thread::scope(|s| {
        for (id, doc) in docs.iter().enumerate() {
            let tx = tx.clone();
            s.spawn(move || {
                for word in doc.split(' ') {
                    tx.send((id, word)).unwrap();
                }
            });
        }
        drop(tx);
        rx.into_iter().fold(BTreeMap::new(), |mut counts, (_, word)| {
            *counts.entry(word).or_insert(0) += 1;
            counts
        })
    })
}

fn phases(n: usize) -> Vec<String> {
    let barrier = Arc::new(Barrier::new(n));
    let log = Arc::new(Mutex::new(Vec::new()));
    let handles: Vec<_> = (0..n)
        .map(|i| {
            let (barrier, log) = (Arc::clone(&barrier), Arc::clone(&log));
            thread::spawn(move || {
                log.lock().unwrap().push(format!("A{i}"));
                let leader = barrier.wait().is_leader();
                log.lock().unwrap().push(format!("B{i}"));
                leader
            })
        })
        .collect();
    let leaders = handles.into_iter().map(|h| h.join().unwrap()).filter(|&l| l).count();
    println!("{leaders} leader");
    let mut log = Arc::into_inner(log).unwrap().into_inner().unwrap();
    assert!(log[..n].iter().all(|s| s.starts_with('A')));
    log.sort_unstable();
    log
}

static CONFIG: OnceLock<String> = OnceLock::new();

fn poisoned() {
    let shared = Arc::new(RwLock::new(vec![1, 2, 3]));
    let other = Arc::clone(&shared);
    let result = thread::Builder::new().name("clumsy".into()).spawn(move || {
        let mut guard = other.write().unwrap();
        guard.push(4);
        if guard.len() > 3 {
            panic!("dropped the tray");
        }
    });
    let cause = result.unwrap().join().unwrap_err();
    println!("cause {:?}", cause.downcast_ref::<&str>());
    let values = shared.read().unwrap_or_else(|e| e.into_inner());
    println!("poisoned {} but readable: {:?}", shared.is_poisoned(), values);
}

fn main() {
    let primes = Pipeline::source(2u32..60)
        .stage(|n| (n % 2 == 1 || n == 2).then_some(n))
        .stage(|n| (2..n).take_while(|d| d * d <= n).all(|d| n % d != 0).then_some(n))
        .stage({
            let mut previous = None;
            move |n: u32| previous.replace(n).map(|p| (p, n, n - p))
        });
    let twins: Vec<_> = primes.into_iter().filter(|&(.., gap)| gap == 2).map(|(a, b, _)| format!("({a},{b})")).collect();
    println!("{}", twins.concat());

    let data: Vec<u64> = (1..=1000).collect();
    println!("{} {}", parallel_sum(&data, 4), parallel_sum(&data[..10], 3));
    println!("{:?}", map_reduce(&["a b a", "b c", "a c c c"]));
    println!("{}", phases(3).join(","));

    let initialised = thread::spawn(|| CONFIG.get_or_init(|| "from a thread".into()).len()).join().unwrap();
    println!("{initialised} {:?} {:?}", CONFIG.get(), CONFIG.set("again".to_string()));
    poisoned();

    let mut a = vec![1, 2, 3];
    let mut x = 0;
    thread::scope(|s| {
        s.spawn(|| println!("length {}", a.len()));
        s.spawn(|| x += a[0] + a[2]);
    });
    a.push(x);
    println!("{a:?} {x}");
}
