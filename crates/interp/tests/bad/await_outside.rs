// rejected 6: `await` is only allowed inside `async` functions and blocks
async fn answer() -> i32 {
    42
}
fn main() {
    println!("{}", answer().await);
}
