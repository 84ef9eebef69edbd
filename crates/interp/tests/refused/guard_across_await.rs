use std::sync::{Arc, Mutex};

#[tokio::main]
async fn main() {
    let shared = Arc::new(Mutex::new(0));
    let own = shared.clone();
    let handle = tokio::spawn(async move {
        let mut guard = own.lock().unwrap();
        *guard += 1;
        tokio::task::yield_now().await;
    });
    handle.await.unwrap();
    println!("{}", *shared.lock().unwrap());
}
