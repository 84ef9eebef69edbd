#[tokio::main]
async fn main() {
    let handle = tokio::spawn(async { 1 });
    println!("{:?}", handle.await);
    println!("{:?}", handle.await);
}
