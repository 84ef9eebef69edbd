// limit 4: instructions
#[tokio::main]
async fn main() {
    loop {
        tokio::task::yield_now().await;
    }
}
