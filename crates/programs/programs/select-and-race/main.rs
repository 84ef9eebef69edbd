//! Select and race: the first answer wins, and the loser is dropped.

use std::pin::pin;
use std::time::Duration;
use tokio::time::{interval, sleep};

async fn ask(city: &str, ms: u64) -> String {
    sleep(Duration::from_millis(ms)).await;
    format!("{city} answers")
}

async fn race() -> String {
    tokio::select! {
        answer = ask("Berlin", 300) => answer,
        answer = ask("Tokyo", 150) => answer,
    }
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("the first: {}", race().await);

    // In a loop, `&mut` keeps the loser for the next round.
    let mut question = pin!(ask("Quito", 350));
    let mut ticks = interval(Duration::from_millis(100));
    let answer = loop {
        tokio::select! {
            answer = &mut question => break answer,
            _ = ticks.tick() => println!("still waiting"),
        }
    };
    println!("at last: {answer}");
}
