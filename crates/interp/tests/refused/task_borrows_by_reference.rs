#[tokio::main]
async fn main() {
    let v = vec![1];
    let r = &v;
    let h = tokio::spawn(async move { println!("{}", r.len()); });
    h.await.unwrap();
}
