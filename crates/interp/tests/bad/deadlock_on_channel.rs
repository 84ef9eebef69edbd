// stopped
#[tokio::main]
async fn main() {
    let (_tx, mut rx) = tokio::sync::mpsc::channel::<i32>(1);
    println!("{:?}", rx.recv().await);
}
