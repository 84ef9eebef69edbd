use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

fn main() {
    let stop = Arc::new(AtomicBool::new(false));
    let ticks = Arc::new(AtomicU32::new(0));
    let h = { let (s, t) = (stop.clone(), ticks.clone()); thread::spawn(move || { while !s.load(Ordering::Relaxed) { t.fetch_add(1, Ordering::Relaxed); thread::sleep(Duration::from_millis(2)); } "stopped" }) };
    thread::sleep(Duration::from_millis(30));
    stop.store(true, Ordering::Relaxed);
    println!("{} {}", h.join().unwrap(), ticks.load(Ordering::Relaxed) > 2);
    let once = AtomicBool::new(false);
    let winners = thread::scope(|s| (0..4).map(|_| s.spawn(|| once.compare_exchange(false, true, Ordering::SeqCst, Ordering::SeqCst).is_ok())).collect::<Vec<_>>().into_iter().filter(|_| true).map(|h| u32::from(h.join().unwrap())).sum::<u32>());
    println!("{winners}");
}
