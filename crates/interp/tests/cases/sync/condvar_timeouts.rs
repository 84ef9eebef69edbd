use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let pair = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
    let there = Arc::clone(&pair);
    let producer = thread::spawn(move || {
        for i in 0..3 {
            there.0.lock().unwrap().push(i);
            there.1.notify_one();
            thread::sleep(Duration::from_millis(5));
        }
    });
    let mut got = 0;
    loop {
        let guard = pair.0.lock().unwrap();
        let (mut guard, result) = pair.1.wait_timeout_while(guard, Duration::from_millis(60), |it| it.is_empty()).unwrap();
        if result.timed_out() { println!("timed out {}", guard.len()); break; }
        got += guard.drain(..).count();
    }
    producer.join().unwrap();
    let (guard, result) = pair.1.wait_timeout(pair.0.lock().unwrap(), Duration::ZERO).unwrap();
    println!("{got} {} {}", result.timed_out(), guard.is_empty());
}
