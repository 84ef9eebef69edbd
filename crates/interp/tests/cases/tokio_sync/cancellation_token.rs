use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let token = CancellationToken::new();
    let child = token.child_token();
    let hs: Vec<_> = (0..3).map(|i| { let t = child.clone(); tokio::spawn(async move { tokio::select! { _ = t.cancelled() => format!("{i} cancelled"), _ = sleep(Duration::from_millis(10 * (i + 1))) => format!("{i} done") } }) }).collect();
    sleep(Duration::from_millis(15)).await;
    println!("{} {}", token.is_cancelled(), child.is_cancelled());
    token.cancel();
    for h in hs { println!("{}", h.await.unwrap()); }
    println!("{} {}", token.is_cancelled(), child.is_cancelled());
    let other = CancellationToken::new();
    let inner = other.child_token();
    inner.cancel();
    println!("{} {}", other.is_cancelled(), inner.is_cancelled());
    { let _guard = other.clone().drop_guard(); }
    other.cancelled().await;
    println!("end");
}
