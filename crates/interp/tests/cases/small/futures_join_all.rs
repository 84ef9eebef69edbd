use futures::future::join_all;
use std::pin::Pin;
use std::future::Future;

async fn square(n: u32) -> u32 { for _ in 0..n { tokio::task::yield_now().await; } n * n }

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{:?}", join_all((1..5).map(square)).await);
    let boxed: Vec<Pin<Box<dyn Future<Output = String>>>> = vec![Box::pin(async { "a".to_string() }), Box::pin(async { format!("{}", square(3).await) })];
    println!("{:?}", join_all(boxed).await);
    let handles: Vec<_> = (0..3).map(|i| tokio::spawn(async move { i * 10 })).collect();
    let results: Vec<i32> = join_all(handles).await.into_iter().map(|r| r.unwrap()).collect();
    println!("{results:?}");
    println!("{:?}", join_all(Vec::<std::future::Ready<()>>::new()).await.len());
}
