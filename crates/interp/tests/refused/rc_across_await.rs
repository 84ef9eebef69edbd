use std::rc::Rc;
use std::time::Duration;

#[tokio::main]
async fn main() {
    let handle = tokio::spawn(async {
        let number = Rc::new(1);
        tokio::time::sleep(Duration::from_millis(1)).await;
        println!("{number}");
    });
    handle.await.unwrap();
}
