use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::sleep;

async fn with_guard(shared: Arc<Mutex<i32>>) -> i32 {
    let value = {
        let mut guard = shared.lock().unwrap();
        *guard += 1;
        *guard
    };
    sleep(Duration::from_millis(1)).await;
    {
        *shared.lock().unwrap() += 1;
    }
    tokio::task::yield_now().await;
    value
}

async fn with_drop(shared: Arc<Mutex<i32>>) {
    let guard = shared.lock().unwrap();
    drop(guard);
    sleep(Duration::from_millis(1)).await;
}

async fn with_rc() -> i32 {
    let number = {
        let rc = Rc::new(1);
        *rc
    };
    tokio::task::yield_now().await;
    let rc = Rc::new(2);
    number + *rc
}

async fn local() -> i32 {
    let rc = Rc::new(1);
    tokio::task::yield_now().await;
    *rc
}

#[tokio::main]
async fn main() {
    let shared = Arc::new(Mutex::new(0));
    let first = tokio::spawn(with_guard(shared.clone()));
    let second = tokio::spawn(with_drop(Arc::clone(&shared)));
    let third = tokio::spawn(with_rc());
    println!("{} {}", first.await.unwrap(), third.await.unwrap());
    second.await.unwrap();
    println!("{}", local().await);
    let own = shared.clone();
    let task = tokio::spawn(async move {
        let value = *own.lock().unwrap();
        sleep(Duration::from_millis(1)).await;
        value
    });
    println!("{}", task.await.unwrap());
    let guarded = tokio::sync::Mutex::new(1);
    let task = tokio::spawn(async move {
        let mut guard = guarded.lock().await;
        sleep(Duration::from_millis(1)).await;
        *guard += 1;
        *guard
    });
    println!("{}", task.await.unwrap());
    let text = String::from("a");
    let borrowing = async { text.len() };
    println!("{} {text}", borrowing.await);
    let (one, two) = tokio::join!(async { text.len() }, async { text.len() + 1 });
    println!("{one} {two}");
    let handles: Vec<_> = (0..3).map(|it| tokio::spawn(async move { it })).collect();
    for handle in handles {
        println!("{}", handle.await.unwrap());
    }
    println!("{}", shared.lock().unwrap());
}
