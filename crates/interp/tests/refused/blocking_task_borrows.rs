#[tokio::main]
async fn main() {
    let numbers = vec![1];
    let sum = tokio::task::spawn_blocking(|| numbers.iter().sum::<i32>()).await.unwrap();
    println!("{sum}");
}
