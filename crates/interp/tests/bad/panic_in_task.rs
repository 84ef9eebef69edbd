// completed 4: in a task
#[tokio::main]
async fn main() {
    let task = tokio::spawn(async { panic!("in a task") });
    println!("{}", task.await.is_err());
}
