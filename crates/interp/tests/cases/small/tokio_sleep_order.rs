use std::time::Duration;
use tokio::time::sleep;

async fn say(ms: u64, text: &str) { sleep(Duration::from_millis(ms)).await; println!("{text}"); }

#[tokio::main]
async fn main() {
    let a = tokio::spawn(say(90, "third"));
    let b = tokio::spawn(say(30, "first"));
    say(60, "second").await;
    a.await.unwrap();
    b.await.unwrap();
    tokio::join!(say(40, "fifth"), say(10, "fourth"));
    for i in 0..3 { say(1, &format!("step {i}")).await; }
}
