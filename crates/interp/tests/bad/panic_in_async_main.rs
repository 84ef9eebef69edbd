// panicked 5: later
#[tokio::main]
async fn main() {
    tokio::task::yield_now().await;
    panic!("later");
}
