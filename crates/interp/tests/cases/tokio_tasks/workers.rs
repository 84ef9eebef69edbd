// Blocking in tasks: on one thread everything waits, on several the others go on.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};
use tokio::runtime::Builder;

fn tenths(start: Instant) -> u128 {
    (start.elapsed().as_millis() + 40) / 100
}

async fn sleepers(start: Instant) {
    let tasks: Vec<_> = (0..3)
        .map(|_| tokio::spawn(async { thread::sleep(Duration::from_millis(100)) }))
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    println!("three sleepers: {}", tenths(start));
}

async fn ticking(start: Instant) {
    let ticks = Arc::new(Mutex::new(Vec::new()));
    let clock = ticks.clone();
    let ticker = tokio::spawn(async move {
        for _ in 0..3 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            clock.lock().unwrap().push(tenths(start));
        }
    });
    let blocker = tokio::spawn(async { thread::sleep(Duration::from_millis(250)) });
    blocker.await.unwrap();
    ticker.await.unwrap();
    println!("ticks: {:?}", ticks.lock().unwrap());
}

fn main() {
    for (name, runtime) in [
        ("one", Builder::new_current_thread().enable_all().build().unwrap()),
        ("four", Builder::new_multi_thread().worker_threads(4).enable_all().build().unwrap()),
    ] {
        println!("{name}");
        runtime.block_on(async {
            sleepers(Instant::now()).await;
            if name == "four" {
                ticking(Instant::now()).await;
            }
            let start = Instant::now();
            tokio::task::spawn_blocking(|| thread::sleep(Duration::from_millis(100))).await.unwrap();
            println!("{}", tenths(start));
        });
    }
}
