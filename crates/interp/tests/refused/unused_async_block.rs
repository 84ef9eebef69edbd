#[tokio::main]
async fn main() {
    async { println!("never") };
}
