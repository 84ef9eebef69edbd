//! Two people draw from one account. Between looking and taking there is an await.

use std::cell::Cell;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::sleep;

/// Asks the bank. Everybody else runs meanwhile.
async fn permission() {
    sleep(Duration::from_millis(100)).await;
}

/// Returns how much was taken.
async fn careless(amount: i32, account: &Cell<i32>) -> i32 {
    if account.get() < amount {
        return 0;
    }
    permission().await;
    account.set(account.get() - amount);
    amount
}

async fn careful(amount: i32, account: &Mutex<i32>) -> i32 {
    let mut balance = account.lock().await; // held until the function ends
    if *balance < amount {
        return 0;
    }
    permission().await;
    *balance -= amount;
    amount
}

async fn without_lock() {
    let account = Cell::new(100);
    let (ann, bob) = tokio::join!(careless(80, &account), careless(80, &account));
    let left = account.get();
    println!("without a lock: Ann takes {ann}, Bob takes {bob}, {left} left");
}

async fn with_lock() {
    let account = Mutex::new(100);
    let (ann, bob) = tokio::join!(careful(80, &account), careful(80, &account));
    let left = account.into_inner();
    println!("with a lock: Ann takes {ann}, Bob takes {bob}, {left} left");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    without_lock().await;
    with_lock().await;
}
