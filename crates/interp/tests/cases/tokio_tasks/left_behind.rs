// What `main` leaves behind that can run gets on while the runtime is being shut down; what waits does not.

use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

struct Deposit(u32);

async fn account(mut deposits: mpsc::Receiver<Deposit>) {
    let mut balance = 0;
    while let Some(Deposit(amount)) = deposits.recv().await {
        balance += amount;
        println!("balance {balance}");
    }
    println!("closed");
    sleep(Duration::from_secs(1)).await;
    println!("never");
}

#[tokio::main]
async fn main() {
    let (sender, receiver) = mpsc::channel(16);
    tokio::spawn(account(receiver));
    for amount in [5, 10, 20] {
        sender.send(Deposit(amount)).await.unwrap();
    }
}
