use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU64, AtomicUsize, Ordering, fence};
use std::sync::Arc;
use std::thread;

static TOTAL: AtomicUsize = AtomicUsize::new(100);

fn main() {
    let a = AtomicI32::new(5);
    println!("{} {} {}", a.fetch_add(3, Ordering::SeqCst), a.fetch_sub(1, Ordering::Relaxed), a.load(Ordering::Acquire));
    println!("{} {} {}", a.swap(40, Ordering::AcqRel), a.fetch_max(50, Ordering::SeqCst), a.fetch_min(3, Ordering::SeqCst));
    println!("{:?} {:?}", a.compare_exchange(3, 4, Ordering::SeqCst, Ordering::Relaxed), a.compare_exchange(3, 5, Ordering::SeqCst, Ordering::Relaxed));
    println!("{} {} {}", a.fetch_and(6, Ordering::SeqCst), a.fetch_or(9, Ordering::SeqCst), a.fetch_xor(1, Ordering::SeqCst));
    println!("{:?} {:?}", a.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| if n > 5 { Some(n * 2) } else { None }), a);
    a.store(i32::MAX, Ordering::Release);
    println!("{} {}", a.fetch_add(1, Ordering::SeqCst), a.load(Ordering::SeqCst));
    let b = AtomicBool::new(false);
    println!("{} {} {} {:?}", b.fetch_or(true, Ordering::SeqCst), b.swap(false, Ordering::SeqCst), b.fetch_not(Ordering::SeqCst), b);
    let counter = Arc::new(AtomicU64::new(0));
    let handles: Vec<_> = (1..=4).map(|i| { let c = counter.clone(); thread::spawn(move || { for _ in 0..100 { c.fetch_add(i, Ordering::Relaxed); TOTAL.fetch_add(1, Ordering::Relaxed); } }) }).collect();
    handles.into_iter().for_each(|h| h.join().unwrap());
    println!("{} {}", counter.load(Ordering::Relaxed), TOTAL.load(Ordering::Relaxed));
    let flag = Arc::new(AtomicBool::new(false));
    let waiter = { let f = flag.clone(); thread::spawn(move || { while !f.load(Ordering::Acquire) { thread::yield_now(); } "seen" }) };
    fence(Ordering::SeqCst);
    flag.store(true, Ordering::Release);
    println!("{}", waiter.join().unwrap());
    let mut n = AtomicI32::from(3);
    *n.get_mut() += 1;
    println!("{}", n.into_inner());
}
