use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let ready = Arc::new(AtomicBool::new(false));
    let r = ready.clone();
    let parked = thread::spawn(move || { let mut wakes = 0; while !r.load(Ordering::Acquire) { thread::park(); wakes += 1; } wakes >= 1 });
    thread::sleep(Duration::from_millis(10));
    ready.store(true, Ordering::Release);
    parked.thread().unpark();
    println!("{}", parked.join().unwrap());
    let start = Instant::now();
    thread::park_timeout(Duration::from_millis(20));
    println!("{}", start.elapsed() >= Duration::from_millis(15));
    thread::current().unpark();
    thread::park();
    println!("token used");
    let order = Arc::new(AtomicU32::new(0));
    let hs: Vec<_> = [60u64, 20, 40].into_iter().map(|ms| { let o = order.clone(); thread::spawn(move || { thread::sleep(Duration::from_millis(ms)); (ms, o.fetch_add(1, Ordering::SeqCst)) }) }).collect();
    println!("{:?}", hs.into_iter().map(|h| h.join().unwrap()).collect::<Vec<_>>());
}
