//! The morning report. It is right, and it takes far longer than it should.

use std::time::Duration;

use futures::future::join_all;
use tokio::sync::Mutex;
use tokio::time::{interval, sleep};

async fn load(section: &str) -> String {
    sleep(Duration::from_millis(200)).await;
    format!("{section}: all is well")
}

/// Something that has to happen every 100 ms, whatever else is going on.
async fn heartbeat() {
    let mut beats = interval(Duration::from_millis(100));
    loop {
        beats.tick().await;
    }
}

fn checksum(seed: u64) -> u64 {
    (0..15_000_000).fold(seed, |x, _| x * 48_271 % 2_147_483_647)
}

async fn sign(report: &str) -> u64 {
    let seed = report.len() as u64;
    checksum(seed)
}

async fn deliver(reader: &str, signature: u64) -> String {
    sleep(Duration::from_millis(150)).await;
    format!("{reader}: delivered, signed {signature}")
}

async fn send(reader: &str, signature: u64, log: &Mutex<Vec<String>>) {
    let mut log = log.lock().await;
    log.push(deliver(reader, signature).await);
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let heart = tokio::spawn(heartbeat());

    let weather = load("weather").await;
    let traffic = load("traffic").await;
    let news = load("news").await;
    let report = [weather, traffic, news].join("\n");
    println!("{report}");

    let signature = sign(&report).await;

    let log = Mutex::new(Vec::new());
    join_all(["Ann", "Bob", "Cid"].map(|reader| send(reader, signature, &log))).await;
    println!("{}", log.lock().await.join("\n"));
    heart.abort();
}
