// What a condition is made with ends with it: no guard is held while the task waits.
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;

#[derive(Default)]
struct Shared {
    rounds: Mutex<u32>,
    told: Notify,
}

async fn watch(shared: Arc<Shared>) {
    while *shared.rounds.lock().unwrap() < 3 {
        if shared.rounds.lock().unwrap().is_multiple_of(2) {
            shared.told.notified().await;
        } else {
            tokio::task::yield_now().await;
        }
        *shared.rounds.lock().unwrap() += 1;
    }
    println!("ended after {}", shared.rounds.lock().unwrap());
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let shared = Arc::new(Shared::default());
    let task = tokio::spawn(watch(shared.clone()));
    while !task.is_finished() {
        shared.told.notify_one();
        tokio::task::yield_now().await;
    }
    task.await.unwrap();
}
