use tokio_util::sync::CancellationToken;
use tokio::time::{sleep, Duration};
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let root = CancellationToken::new();
    for i in 0..4 { let t = root.child_token(); tokio::spawn(async move { t.cancelled().await; println!("child {i}") }); }
    sleep(Duration::from_millis(1)).await;
    root.cancel();
    sleep(Duration::from_millis(1)).await;
    println!();
    let root = CancellationToken::new();
    for i in 0..4 { let t = root.child_token(); let u = t.child_token();
       tokio::spawn(async move { u.cancelled().await; println!("grandchild {i}") }); }
    sleep(Duration::from_millis(1)).await;
    root.cancel();
    sleep(Duration::from_millis(1)).await;
    println!();
    let root = CancellationToken::new();
    let t = root.child_token();
    for i in 0..4 { let u = t.child_token();
       tokio::spawn(async move { u.cancelled().await; println!("grandchild {i}") }); }
    let v = t.clone();
    tokio::spawn(async move { v.cancelled().await; println!("child") });
    sleep(Duration::from_millis(1)).await;
    root.cancel();
    sleep(Duration::from_millis(1)).await;
}
