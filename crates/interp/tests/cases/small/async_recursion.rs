use std::future::Future;
use std::pin::Pin;

fn countdown(n: u32) -> Pin<Box<dyn Future<Output = Vec<u32>> + Send>> {
    Box::pin(async move {
        if n == 0 { return vec![0]; }
        tokio::task::yield_now().await;
        let mut rest = countdown(n - 1).await;
        rest.insert(0, n);
        rest
    })
}

async fn walk(depth: u32, name: String) -> usize {
    if depth == 0 { println!("leaf {name}"); return 1; }
    let left = Box::pin(walk(depth - 1, format!("{name}l")));
    let right = Box::pin(walk(depth - 1, name + "r"));
    let (a, b) = tokio::join!(left, right);
    a + b
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{:?}", countdown(4).await);
    println!("{}", walk(2, "t".into()).await);
    println!("{:?}", tokio::spawn(countdown(1)).await);
}
