async fn start(name: String) {
    tokio::spawn(async {
        println!("{}", name.len());
    })
    .await
    .unwrap();
}

#[tokio::main]
async fn main() {
    start("a".into()).await;
}
