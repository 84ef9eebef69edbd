use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

struct Queue<T> { items: Mutex<VecDeque<T>>, ready: Condvar, limit: usize, space: Condvar }

impl<T> Queue<T> {
    fn new(limit: usize) -> Self { Queue { items: Mutex::new(VecDeque::new()), ready: Condvar::new(), limit, space: Condvar::new() } }
    fn push(&self, item: T) {
        let mut items = self.items.lock().unwrap();
        while items.len() >= self.limit { items = self.space.wait(items).unwrap(); }
        items.push_back(item);
        self.ready.notify_one();
    }
    fn pop(&self) -> T {
        let mut items = self.ready.wait_while(self.items.lock().unwrap(), |i| i.is_empty()).unwrap();
        let item = items.pop_front().unwrap();
        self.space.notify_one();
        item
    }
}

fn main() {
    let q = Arc::new(Queue::new(2));
    let producer = { let q = q.clone(); thread::spawn(move || for i in 0..6 { q.push(i * i); }) };
    let got: Vec<i32> = (0..6).map(|_| q.pop()).collect();
    producer.join().unwrap();
    println!("{got:?}");
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let other = Arc::clone(&pair);
    let t = thread::spawn(move || {
        thread::sleep(Duration::from_millis(20));
        *other.0.lock().unwrap() = true;
        other.1.notify_all();
        "notified"
    });
    let (lock, cvar) = &*pair;
    let mut started = lock.lock().unwrap();
    while !*started { started = cvar.wait(started).unwrap(); }
    println!("{started} {}", t.join().unwrap());
    let (g, r) = cvar.wait_timeout(started, Duration::from_millis(10)).unwrap();
    println!("{} {}", *g, r.timed_out());
    let (g, r) = cvar.wait_timeout_while(g, Duration::from_millis(10), |s| !*s).unwrap();
    println!("{} {}", *g, r.timed_out());
}
