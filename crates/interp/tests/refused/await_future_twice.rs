async fn answer() -> i32 {
    42
}

#[tokio::main]
async fn main() {
    let future = answer();
    println!("{}", future.await);
    println!("{}", future.await);
}
