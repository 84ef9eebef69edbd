use std::time::Duration;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    // A token of which nobody has the parent any more is still its grandparent's.
    let root = CancellationToken::new();
    let below = root.child_token().child_token();
    let waits = tokio::spawn(async move { timeout(Duration::from_secs(1), below.cancelled()).await.is_ok() });
    sleep(Duration::from_millis(1)).await;
    root.cancel();
    println!("{:?}", waits.await);

    let orphan = CancellationToken::new().child_token();
    println!("{}", timeout(Duration::from_millis(5), orphan.cancelled()).await.is_err());

    // What is over by then counts, not the token.
    let token = CancellationToken::new();
    let both = token.run_until_cancelled(async {
        token.cancel();
        "output"
    });
    println!("{:?}", both.await);
    println!("{:?}", token.run_until_cancelled(async { "nothing" }).await);
    println!("{:?}", CancellationToken::new().run_until_cancelled_owned(async { 3 }).await);

    let token = CancellationToken::new();
    {
        let guard = token.drop_guard_ref();
        println!("{}", guard.token().is_cancelled());
    }
    println!("{}", token.is_cancelled());
    let token = CancellationToken::new();
    let same = token.drop_guard_ref().disarm();
    println!("{} {:?}", same.is_cancelled(), token.clone().drop_guard().token());
}
