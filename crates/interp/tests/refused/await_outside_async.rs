async fn answer() -> i32 {
    42
}

fn main() {
    println!("{}", answer().await);
}
