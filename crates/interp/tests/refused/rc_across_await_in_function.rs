use std::rc::Rc;

async fn work() {
    let number = Rc::new(1);
    tokio::task::yield_now().await;
    println!("{number}");
}

#[tokio::main]
async fn main() {
    tokio::spawn(work()).await.unwrap();
}
