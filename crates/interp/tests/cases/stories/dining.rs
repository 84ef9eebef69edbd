// Google's course: dining philosophers, with threads and with tasks.
use std::sync::{mpsc, Arc, Mutex};
use std::thread;
use std::time::Duration;

struct Chopstick;
struct Philosopher { name: String, left: Arc<Mutex<Chopstick>>, right: Arc<Mutex<Chopstick>>, thoughts: mpsc::SyncSender<String> }
impl Philosopher {
    fn think(&self) { self.thoughts.send(format!("Eureka! {} has a new idea!", &self.name)).unwrap(); }
    fn eat(&self) {
        let _left = self.left.lock().unwrap();
        let _right = self.right.lock().unwrap();
        thread::sleep(Duration::from_millis(10));
    }
}
static PHILOSOPHERS: &[&str] = &["Socrates", "Hypatia", "Plato", "Aristotle", "Pythagoras"];

fn with_threads() {
    let (tx, rx) = mpsc::sync_channel(10);
    let chopsticks = PHILOSOPHERS.iter().map(|_| Arc::new(Mutex::new(Chopstick))).collect::<Vec<_>>();
    for i in 0..chopsticks.len() {
        let tx = tx.clone();
        let mut left = Arc::clone(&chopsticks[i]);
        let mut right = Arc::clone(&chopsticks[(i + 1) % chopsticks.len()]);
        if i == chopsticks.len() - 1 { std::mem::swap(&mut left, &mut right); }
        let philosopher = Philosopher { name: PHILOSOPHERS[i].to_string(), thoughts: tx, left, right };
        thread::spawn(move || { for _ in 0..3 { philosopher.eat(); philosopher.think(); } });
    }
    drop(tx);
    let mut all: Vec<String> = rx.into_iter().collect();
    all.sort();
    all.dedup();
    for thought in all { println!("{thought}"); }
}

mod with_tasks {
    use std::sync::Arc;
    use tokio::sync::{mpsc, Mutex};
    use tokio::time;
    struct Chopstick;
    struct Philosopher { name: String, left_chopstick: Arc<Mutex<Chopstick>>, right_chopstick: Arc<Mutex<Chopstick>>, thoughts: mpsc::Sender<String> }
    impl Philosopher {
        async fn think(&self) { self.thoughts.send(format!("Eureka! {} has a new idea!", &self.name)).await.unwrap(); }
        async fn eat(&self) {
            let (_left, _right) = loop {
                let left = self.left_chopstick.lock().await;
                let right = self.right_chopstick.try_lock();
                if let Ok(right) = right { break (left, right); }
                drop(left);
                time::sleep(time::Duration::from_millis(1)).await;
            };
            time::sleep(time::Duration::from_millis(5)).await;
        }
    }
    pub async fn run() {
        let mut chopsticks = vec![];
        super::PHILOSOPHERS.iter().for_each(|_| chopsticks.push(Arc::new(Mutex::new(Chopstick))));
        let (philosophers, mut rx) = {
            let mut philosophers = vec![];
            let (tx, rx) = mpsc::channel(10);
            for (i, name) in super::PHILOSOPHERS.iter().enumerate() {
                let left_chopstick = Arc::clone(&chopsticks[i]);
                let right_chopstick = Arc::clone(&chopsticks[(i + 1) % super::PHILOSOPHERS.len()]);
                philosophers.push(Philosopher { name: name.to_string(), left_chopstick, right_chopstick, thoughts: tx.clone() });
            }
            (philosophers, rx)
        };
        for phil in philosophers {
            tokio::spawn(async move { for _ in 0..10 { phil.think().await; phil.eat().await; } });
        }
        let mut counts = std::collections::BTreeMap::new();
        while let Some(thought) = rx.recv().await { *counts.entry(thought).or_insert(0) += 1; }
        println!("{counts:#?}");
    }
}
fn main() {
    with_threads();
    tokio::runtime::Runtime::new().unwrap().block_on(with_tasks::run());
}
