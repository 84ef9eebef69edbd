use std::cell::RefCell;

#[tokio::main]
async fn main() {
    let handle = tokio::spawn(async {
        let cell = RefCell::new(1);
        let mut value = cell.borrow_mut();
        tokio::task::yield_now().await;
        *value += 1;
    });
    handle.await.unwrap();
}
