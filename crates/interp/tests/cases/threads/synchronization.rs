use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Condvar, Mutex, OnceLock, RwLock};
use std::thread;
use std::time::Duration;

static COUNTER: AtomicUsize = AtomicUsize::new(0);
static CONFIG: OnceLock<String> = OnceLock::new();

fn main() {
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let other = Arc::clone(&pair);
    let waiter = thread::spawn(move || {
        let (lock, condvar) = &*other;
        let mut ready = lock.lock().unwrap();
        while !*ready {
            ready = condvar.wait(ready).unwrap();
        }
        println!("ready");
    });
    thread::sleep(Duration::from_millis(10));
    *pair.0.lock().unwrap() = true;
    pair.1.notify_one();
    waiter.join().unwrap();

    let barrier = Arc::new(Barrier::new(2));
    let handles: Vec<_> = (0..2)
        .map(|_| {
            let barrier = barrier.clone();
            thread::spawn(move || {
                COUNTER.fetch_add(1, Ordering::SeqCst);
                barrier.wait();
                COUNTER.load(Ordering::SeqCst)
            })
        })
        .collect();
    for handle in handles {
        println!("{}", handle.join().unwrap());
    }
    let lock = RwLock::new(5);
    {
        let one = lock.read().unwrap();
        let two = lock.read().unwrap();
        println!("{} {}", *one + *two, lock.try_write().is_err());
    }
    *lock.write().unwrap() += 1;
    println!("{:?}", lock);
    println!("{} {:?}", CONFIG.get_or_init(|| "set".to_string()), CONFIG.set("again".into()));

    let stop = Arc::new(AtomicBool::new(false));
    let seen = stop.clone();
    let spinner = thread::spawn(move || {
        while !seen.load(Ordering::Relaxed) {
            std::hint::spin_loop();
        }
        "stopped"
    });
    thread::sleep(Duration::from_millis(5));
    stop.store(true, Ordering::Relaxed);
    println!("{}", spinner.join().unwrap());

    let parked = thread::spawn(|| {
        thread::park();
        println!("unparked");
    });
    thread::sleep(Duration::from_millis(5));
    parked.thread().unpark();
    parked.join().unwrap();

    let poisoned = Arc::new(Mutex::new(1));
    let inner = poisoned.clone();
    let _ = thread::spawn(move || {
        let _guard = inner.lock().unwrap();
        panic!("poison");
    })
    .join();
    println!("{} {}", poisoned.is_poisoned(), poisoned.lock().is_err());
}
