// limit 5: tasks
#[tokio::main]
async fn main() {
    for number in 0..1_000_000 {
        tokio::spawn(async move { number });
    }
}
