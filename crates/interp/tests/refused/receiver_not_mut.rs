#[tokio::main]
async fn main() {
    let (tx, rx) = tokio::sync::mpsc::channel::<i32>(1);
    tx.send(1).await.unwrap();
    println!("{:?}", rx.recv().await);
}
