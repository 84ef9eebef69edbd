use std::sync::atomic::{AtomicBool, AtomicI64, AtomicPtr, AtomicU8, AtomicUsize, Ordering, fence};
use std::sync::{mpsc, Arc, Barrier, Condvar, LazyLock, Mutex, Once, OnceLock, RwLock, TryLockError, Weak};
use std::thread::{self, Builder};
use std::time::{Duration, Instant};

static CONFIG: OnceLock<String> = OnceLock::new();
static TABLE: LazyLock<Vec<u32>> = LazyLock::new(|| { println!("built once"); (1..=5).map(|n| n * n).collect() });
static INIT: Once = Once::new();
static COUNT: AtomicUsize = AtomicUsize::new(0);

fn main() {
    println!("{:?} {} {:?}", CONFIG.get(), CONFIG.get_or_init(|| "first".to_string()), CONFIG.set("second".into()));
    println!("{} {}", TABLE.len(), TABLE.iter().sum::<u32>());
    for _ in 0..3 { INIT.call_once(|| println!("init")); }
    println!("{}", INIT.is_completed());
    let a = AtomicI64::new(5);
    println!("{:?} {:?} {}", a.compare_exchange(5, 7, Ordering::AcqRel, Ordering::Acquire), a.compare_exchange(5, 8, Ordering::SeqCst, Ordering::Relaxed), a.load(Ordering::Acquire));
    println!("{} {} {} {}", a.fetch_max(20, Ordering::SeqCst), a.fetch_and(0b10100, Ordering::SeqCst), a.fetch_xor(1, Ordering::SeqCst), a.swap(0, Ordering::SeqCst));
    println!("{:?} {:?}", a.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| (n < 3).then_some(n + 1)), AtomicU8::new(255).fetch_add(1, Ordering::Relaxed));
    fence(Ordering::SeqCst);
    let barrier = Arc::new(Barrier::new(3));
    let waiting: Vec<_> = (0..3).map(|_| { let b = barrier.clone(); thread::spawn(move || b.wait().is_leader()) }).collect();
    let leaders: usize = waiting.into_iter().map(|h| h.join().unwrap() as usize).sum();
    println!("{leaders}");
    let lock = Arc::new(RwLock::new(vec![1]));
    { let r1 = lock.read().unwrap(); let r2 = lock.try_read().unwrap(); println!("{} {}", r1.len() + r2.len(), lock.try_write().is_err()); }
    lock.write().unwrap().push(2);
    let poisoner = lock.clone();
    let _ = Builder::new().name("poisoner".into()).spawn(move || { let _guard = poisoner.write().unwrap(); std::panic::panic_any("oops") }).unwrap().join();
    println!("{} {:?}", lock.is_poisoned(), lock.read().map(|v| v.len()).unwrap_or_else(|e| e.into_inner().len() * 10));
    lock.clear_poison();
    println!("{:?}", lock.read().unwrap());
    let pair = Arc::new((Mutex::new(0), Condvar::new()));
    let other = Arc::clone(&pair);
    let worker = thread::spawn(move || { for _ in 0..3 { thread::sleep(Duration::from_millis(5)); *other.0.lock().unwrap() += 1; other.1.notify_all(); } });
    let (guard, timeout) = pair.1.wait_timeout_while(pair.0.lock().unwrap(), Duration::from_millis(500), |n| *n < 3).unwrap();
    println!("{} {}", *guard, timeout.timed_out());
    drop(guard);
    worker.join().unwrap();
    let m = Mutex::new(String::from("x"));
    let held = m.lock().unwrap();
    println!("{}", matches!(m.try_lock(), Err(TryLockError::WouldBlock)));
    drop(held);
    println!("{m:?}");
    println!("{}", m.into_inner().unwrap());
    let flag = Arc::new(AtomicBool::new(false));
    let parked = { let flag = flag.clone(); thread::spawn(move || { while !flag.load(Ordering::Acquire) { thread::park(); } "unparked" }) };
    flag.store(true, Ordering::Release);
    parked.thread().unpark();
    println!("{}", parked.join().unwrap());
    let (tx, rx) = mpsc::sync_channel(2);
    println!("{:?} {:?} {:?}", tx.try_send(1), tx.try_send(2), tx.try_send(3));
    println!("{:?} {:?}", rx.try_iter().collect::<Vec<i32>>(), rx.recv_timeout(Duration::from_millis(1)));
    drop(tx);
    println!("{:?} {}", rx.try_recv(), rx.recv().unwrap_err());
    let strong = Arc::new(5);
    let weak: Weak<i32> = Arc::downgrade(&strong);
    println!("{:?} {} {}", weak.upgrade(), Arc::strong_count(&strong), Arc::weak_count(&strong));
    println!("{:?} {:?}", Arc::try_unwrap(strong), weak.upgrade());
    let mut cow = Arc::new(vec![1]);
    let shared = cow.clone();
    Arc::make_mut(&mut cow).push(2);
    println!("{:?}", Arc::get_mut(&mut cow).map(|v| v.len()));
    println!("{cow:?} {shared:?} {}", Arc::ptr_eq(&cow, &shared));
    let mut value = 7;
    let pointer = AtomicPtr::new(&mut value);
    println!("{}", unsafe { *pointer.load(Ordering::Relaxed) });
    let mut data = vec![1, 2, 3, 4, 5, 6];
    let total: i32 = thread::scope(|s| {
        let parts: Vec<_> = data.chunks_mut(2).map(|part| s.spawn(move || { part.iter_mut().for_each(|n| *n *= 10); COUNT.fetch_add(1, Ordering::SeqCst); part.iter().sum::<i32>() })).collect();
        parts.into_iter().map(|p| p.join().unwrap()).sum()
    });
    println!("{total} {data:?} {}", COUNT.load(Ordering::SeqCst));
    let start = Instant::now();
    thread::park_timeout(Duration::from_millis(15));
    println!("{} {:?}", start.elapsed() < Duration::from_millis(500), thread::current().name());
    thread::Builder::new().name("named".to_string()).stack_size(1 << 20).spawn(|| println!("{:?} {}", thread::current().name(), thread::panicking())).unwrap().join().unwrap();
}
