use std::rc::Rc;

#[tokio::main]
async fn main() {
    let number = Rc::new(1);
    let handle = tokio::spawn(async move { println!("{number}") });
    handle.await.unwrap();
}
