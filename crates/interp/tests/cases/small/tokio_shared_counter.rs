use std::sync::Arc;
use tokio::sync::Mutex;

#[tokio::main]
async fn main() {
    let counter = Arc::new(Mutex::new(0));
    let mut handles = Vec::new();
    for i in 0..10 {
        let counter = Arc::clone(&counter);
        handles.push(tokio::spawn(async move {
            for _ in 0..=i { *counter.lock().await += 1; tokio::task::yield_now().await; }
        }));
    }
    for h in handles { h.await.unwrap(); }
    println!("{} {}", *counter.lock().await, Arc::strong_count(&counter));
    let std = Arc::new(std::sync::Mutex::new(String::new()));
    let h = { let s = std.clone(); tokio::spawn(async move { { s.lock().unwrap().push('a'); } tokio::task::yield_now().await; s.lock().unwrap().push('b'); }) };
    h.await.unwrap();
    println!("{}", std.lock().unwrap());
}
