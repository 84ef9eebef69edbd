use std::sync::{Arc, Barrier, Mutex};
use std::thread;

fn main() {
    let barrier = Arc::new(Barrier::new(3));
    let log = Arc::new(Mutex::new(Vec::new()));
    let handles: Vec<_> = (0..3).map(|i| {
        let (barrier, log) = (barrier.clone(), log.clone());
        thread::spawn(move || {
            let mut led = 0;
            for round in 0..2 {
                log.lock().unwrap().push((round, "before", i));
                if barrier.wait().is_leader() { led += 1; }
                barrier.wait();
            }
            led
        })
    }).collect();
    let leaders: i32 = handles.into_iter().map(|h| h.join().unwrap()).sum();
    let mut log = log.lock().unwrap().clone();
    println!("{leaders} {}", log.len());
    println!("{}", log[..3].iter().all(|e| e.0 == 0));
    log.sort();
    println!("{log:?}");
}
