async fn rec(n: u32) -> u32 {
    if n == 0 { 0 } else { rec(n - 1).await + 1 }
}
#[tokio::main]
async fn main() { println!("{}", rec(3).await); }
