// Concurrency by threads: scoped map-reduce, condvar queue, rwlock cache, barriers, mpsc fan-in, atomics, once cells.
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, TryRecvError};
use std::sync::{Arc, Barrier, Condvar, LazyLock, Mutex, Once, OnceLock, RwLock, Weak};
use std::thread;
use std::time::Duration;
struct BoundedQueue<T> {
    items: Mutex<(VecDeque<T>, bool)>,
    not_empty: Condvar,
    not_full: Condvar,
    cap: usize,
    high: AtomicUsize,
}
impl<T> BoundedQueue<T> {
    fn new(cap: usize) -> Arc<Self> {
        Arc::new(BoundedQueue {
            items: Mutex::new((VecDeque::with_capacity(cap), false)),
            not_empty: Condvar::new(),
            not_full: Condvar::new(),
            cap,
            high: AtomicUsize::new(0),
        })
    }
    fn push(&self, t: T) -> Result<(), T> {
        let mut g = self.not_full.wait_while(self.items.lock().unwrap(), |(q, closed)| q.len() == self.cap && !*closed).unwrap();
        if g.1 {
            return Err(t);
        }
        g.0.push_back(t);
        self.high.fetch_max(g.0.len(), Ordering::Relaxed);
        self.not_empty.notify_one();
        Ok(())
    }
    fn pop(&self) -> Option<T> {
        let mut g = self.items.lock().unwrap();
        loop {
            if let Some(t) = g.0.pop_front() {
                self.not_full.notify_one();
                return Some(t);
            }
            if g.1 {
                return None;
            }
            g = self.not_empty.wait(g).unwrap();
        }
    }
    fn close(&self) {
        self.items.lock().unwrap().1 = true;
        self.not_empty.notify_all();
        self.not_full.notify_all();
    }
}
fn par_map<T: Sync, R: Send + Default + Clone>(items: &[T], workers: usize, f: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let mut out = vec![R::default(); items.len()];
    let chunk = items.len().div_ceil(workers);
    thread::scope(|s| {
        for (xs, ys) in items.chunks(chunk).zip(out.chunks_mut(chunk)) {
            let f = &f;
            s.spawn(move || {
                for (x, y) in xs.iter().zip(ys) {
                    *y = f(x);
                }
            });
        }
    });
    out
}
struct Memo<F> {
    f: F,
    cache: RwLock<HashMap<u64, u64>>,
    misses: AtomicI64,
}
impl<F: Fn(u64) -> u64> Memo<F> {
    fn get(&self, n: u64) -> u64 {
        if let Some(v) = self.cache.read().unwrap().get(&n) {
            return *v;
        }
        self.misses.fetch_add(1, Ordering::AcqRel);
        let v = (self.f)(n);
        *self.cache.write().unwrap().entry(n).or_insert(v)
    }
}
static PRIMES: LazyLock<Vec<u32>> = LazyLock::new(|| {
    println!("sieving");
    let mut s = [true; 50];
    (2..50)
        .filter(|&i| {
            if s[i] {
                (i * i..50).step_by(i).for_each(|j| s[j] = false);
            }
            s[i]
        })
        .map(|i| i as u32)
        .collect()
});
static NAME: OnceLock<String> = OnceLock::new();
static INIT: Once = Once::new();
thread_local! { static DEPTH: Cell<u32> = const { Cell::new(0) }; static LOG: RefCell<Vec<String>> = RefCell::default(); }
fn nested(n: u32) -> u32 {
    DEPTH.with(|d| d.set(d.get() + 1));
    if n == 0 {
        DEPTH.take()
    } else {
        LOG.with_borrow_mut(|l| l.push(format!("d{n}")));
        nested(n - 1)
    }
}
#[derive(Debug)]
struct Node {
    name: &'static str,
    parent: Mutex<Weak<Node>>,
    kids: Mutex<Vec<Arc<Node>>>,
}
impl Node {
    fn new(name: &'static str) -> Arc<Node> {
        Arc::new(Node { name, parent: Default::default(), kids: Mutex::new(vec![]) })
    }
    fn adopt(self: &Arc<Self>, kid: Arc<Node>) -> &Arc<Self> {
        *kid.parent.lock().unwrap() = Arc::downgrade(self);
        self.kids.lock().unwrap().push(kid);
        self
    }
    fn path(&self) -> String {
        match self.parent.lock().unwrap().upgrade() {
            Some(p) => format!("{}/{}", p.path(), self.name),
            None => self.name.to_string(),
        }
    }
}
impl Drop for Node {
    fn drop(&mut self) {
        println!("drop {}", self.name)
    }
}
fn main() {
    let words = ["alpha", "beta", "gamma", "delta", "epsilon"];
    println!("{:?}", par_map(&words, 2, |w| w.len()));
    println!("{:?}", par_map(&[1u32, 2, 3], 3, |n| "*".repeat(*n as usize)));
    let q = BoundedQueue::new(2);
    let sum = Arc::new(AtomicI64::new(0));
    let consumers: Vec<_> = (0..2)
        .map(|_| {
            let (q, sum) = (q.clone(), Arc::clone(&sum));
            thread::spawn(move || {
                let mut n = 0;
                while let Some(x) = q.pop() {
                    sum.fetch_add(x, Ordering::SeqCst);
                    n += 1;
                }
                n
            })
        })
        .collect();
    for i in 1..=10 {
        q.push(i).unwrap();
    }
    q.close();
    println!("{:?}", q.push(99));
    let counts: i32 = consumers.into_iter().map(|h| h.join().unwrap()).sum();
    println!("{counts} {} high<=2 {}", sum.load(Ordering::SeqCst), q.high.load(Ordering::SeqCst) <= 2);
    let fib = Memo { f: |n| if n < 2 { n } else { fib_step(n, |k| k) }, cache: Default::default(), misses: AtomicI64::new(0) };
    println!("{} {} {}", fib.get(1), fib.get(10), {
        fib.get(10);
        fib.misses.load(Ordering::SeqCst)
    });
    let (tx, rx) = mpsc::channel::<(usize, String)>();
    thread::scope(|s| {
        for id in 0..3 {
            let tx = tx.clone();
            s.spawn(move || {
                for k in 0..2 {
                    tx.send((id, format!("m{k}"))).unwrap();
                }
            });
        }
    });
    drop(tx);
    let by: BTreeMap<usize, Vec<String>> = rx.iter().fold(BTreeMap::new(), |mut m, (id, s)| {
        m.entry(id).or_insert_with(Vec::new).push(s);
        m
    });
    println!("{by:?} {:?}", rx.try_recv());
    let (tx, rx) = mpsc::sync_channel::<u8>(0);
    println!(
        "{:?} {:?}",
        rx.try_recv() == Err(TryRecvError::Empty),
        rx.recv_timeout(Duration::from_millis(5)) == Err(RecvTimeoutError::Timeout)
    );
    let h = thread::spawn(move || (1..=3).map(|i| tx.send(i).is_ok()).collect::<Vec<_>>());
    println!("{:?}", rx.iter().take(2).collect::<Vec<_>>());
    drop(rx);
    println!("{:?}", h.join().unwrap());
    let barrier = Arc::new(Barrier::new(3));
    let phase = Arc::new(Mutex::new(vec![]));
    let hs: Vec<_> = (0..3)
        .map(|_| {
            let (b, p) = (barrier.clone(), phase.clone());
            thread::spawn(move || {
                p.lock().unwrap().push("a");
                let lead = b.wait().is_leader();
                p.lock().unwrap().push("b");
                lead
            })
        })
        .collect();
    let leaders = hs.into_iter().filter_map(|h| h.join().ok()).filter(|l| *l).count();
    println!("{} leaders {leaders}", phase.lock().unwrap().concat());
    let h = thread::spawn(|| PRIMES.len());
    println!("{} {:?}", h.join().unwrap(), &PRIMES[..4]);
    println!("{} {:?} {}", NAME.get_or_init(|| "first".into()), NAME.set("second".to_string()), NAME.get().unwrap());
    for _ in 0..3 {
        INIT.call_once(|| println!("once"));
    }
    println!("{}", INIT.is_completed());
    println!("{} {} {}", nested(3), thread::spawn(|| nested(1)).join().unwrap(), LOG.take().join(","));
    let m = Arc::new(Mutex::new(5));
    let m2 = m.clone();
    let r = thread::Builder::new()
        .name("bad".into())
        .spawn(move || {
            let _g = m2.lock().unwrap();
            panic!("oh {}", "no")
        })
        .unwrap()
        .join();
    let msg = r.unwrap_err();
    println!(
        "{:?} {} {}",
        msg.downcast_ref::<String>(),
        m.is_poisoned(),
        match m.lock() {
            Ok(g) => *g,
            Err(p) => {
                let mut g = p.into_inner();
                *g += 1;
                *g
            }
        }
    );
    m.clear_poison();
    println!("{:?}", m.lock().map(|g| *g).ok());
    let flag = Arc::new(AtomicBool::new(false));
    let f2 = flag.clone();
    let parked = thread::spawn(move || {
        while !f2.load(Ordering::Acquire) {
            thread::park();
        }
        "unparked"
    });
    flag.store(true, Ordering::Release);
    parked.thread().unpark();
    println!("{}", parked.join().unwrap());
    println!("{:?} {:?}", flag.compare_exchange(true, false, Ordering::SeqCst, Ordering::Relaxed), flag.swap(true, Ordering::SeqCst));
    let root = Node::new("root");
    let mid = Node::new("mid");
    let leaf = Node::new("leaf");
    mid.adopt(leaf.clone());
    root.adopt(mid).adopt(Node::new("other"));
    println!("{} {}", leaf.path(), Arc::strong_count(&leaf));
    drop(root);
    println!("{}", leaf.path());
    println!("{:?}", Arc::try_unwrap(Arc::new(3)).map(|n| n + 1));
}
fn fib_step(n: u64, id: impl Fn(u64) -> u64 + Copy) -> u64 {
    match n {
        0 | 1 => id(n),
        n => fib_step(n - 1, id) + fib_step(n - 2, id),
    }
}
