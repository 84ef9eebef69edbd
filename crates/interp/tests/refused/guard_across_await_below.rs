use std::sync::{Arc, Mutex};

async fn add(shared: Arc<Mutex<i32>>) {
    let mut guard = shared.lock().unwrap();
    tokio::task::yield_now().await;
    *guard += 1;
}

#[tokio::main]
async fn main() {
    let shared = Arc::new(Mutex::new(0));
    let handle = tokio::spawn(async move {
        add(shared).await;
    });
    handle.await.unwrap();
}
