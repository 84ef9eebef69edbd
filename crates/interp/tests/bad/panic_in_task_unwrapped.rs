// panicked 5: called `Result::unwrap()` on an `Err` value: JoinError::Panic
#[tokio::main]
async fn main() {
    let task = tokio::spawn(async { if true { panic!("in a task") } });
    task.await.unwrap();
}
