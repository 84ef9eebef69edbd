#[tokio::main]
async fn main() {
    let text = String::from("a");
    let handle = tokio::spawn(async move { println!("{text}") });
    handle.await.unwrap();
    println!("{text}");
}
