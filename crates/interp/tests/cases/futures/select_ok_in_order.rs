//! Those that fail are taken out, and the others are asked again from the first on.
use futures::future::{FutureExt, select_ok};
use std::time::Duration;
use tokio::time::sleep;

async fn after(ms: u64, result: Result<&'static str, u8>) -> Result<&'static str, u8> {
    sleep(Duration::from_millis(ms)).await;
    result
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let all = [(1, Err(1)), (1, Err(2)), (1, Ok("third")), (1, Ok("fourth"))];
    let (first, rest) = select_ok(all.map(|(ms, result)| after(ms, result).boxed())).await.unwrap();
    println!("{first} {}", rest.len());
    let (second, rest) = select_ok(rest).await.unwrap();
    println!("{second} {}", rest.len());
    let failing = [(3, Err(1)), (1, Err(2)), (2, Err(3))];
    println!("{:?}", select_ok(failing.map(|(ms, result)| after(ms, result).boxed())).await.map(|it| it.0));
}
