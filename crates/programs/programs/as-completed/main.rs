//! As completed: take the results as they come, not as they were asked for.

use futures::future::join_all;
use futures::stream::{FuturesUnordered, StreamExt};
use std::time::Duration;
use tokio::time::sleep;

const CITIES: [(&str, u64); 4] =
    [("Oslo", 300), ("Lima", 100), ("Cairo", 400), ("Hanoi", 200)];

async fn ask(city: &str, ms: u64) -> String {
    sleep(Duration::from_millis(ms)).await;
    format!("{city} answers")
}

async fn in_order() {
    let questions = CITIES.map(|(city, ms)| ask(city, ms));
    for answer in join_all(questions).await {
        println!("{answer}");
    }
}

async fn as_completed() {
    let questions = CITIES.map(|(city, ms)| ask(city, ms));
    let mut answers = FuturesUnordered::from_iter(questions);
    while let Some(answer) = answers.next().await {
        println!("{answer}");
    }
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("-- in order --");
    in_order().await;

    println!("-- as completed --");
    as_completed().await;
}
