//! Two transfers in opposite directions: each holds the lock that the other one needs.

use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{sleep, timeout};

/// Locks the first account, then the second, and moves the money.
async fn transfer(amount: i32, from: &Mutex<i32>, to: &Mutex<i32>) {
    let mut from = from.lock().await;
    sleep(Duration::from_millis(50)).await; // checks the signature
    let mut to = to.lock().await;
    *from -= amount;
    *to += amount;
}

/// One transfer locks Ann's account first, the other one Bob's.
async fn crossed() {
    let ann = Mutex::new(100);
    let bob = Mutex::new(100);
    let both = async { tokio::join!(transfer(30, &ann, &bob), transfer(50, &bob, &ann)) };
    match timeout(Duration::from_millis(500), both).await {
        Ok(_) => println!("crossed: both transfers are done"),
        Err(_) => println!("crossed: deadlock, given up after 500 ms"),
    }
    println!("Ann has {}, Bob has {}", ann.lock().await, bob.lock().await);
}

/// Both lock Ann's account first: to send her 50 is to take -50 from her.
async fn ordered() {
    let ann = Mutex::new(100);
    let bob = Mutex::new(100);
    let both = async { tokio::join!(transfer(30, &ann, &bob), transfer(-50, &ann, &bob)) };
    match timeout(Duration::from_millis(500), both).await {
        Ok(_) => println!("ordered: both transfers are done"),
        Err(_) => println!("ordered: deadlock, given up after 500 ms"),
    }
    println!("Ann has {}, Bob has {}", ann.lock().await, bob.lock().await);
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    crossed().await;
    ordered().await;
}
