#[tokio::main]
async fn main() {
    let text = String::from("a");
    let handle = tokio::spawn(async {
        println!("{text}");
    });
    handle.await.unwrap();
}
