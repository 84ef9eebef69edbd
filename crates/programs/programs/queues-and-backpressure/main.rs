//! Orders come in faster than the kitchen cooks: a queue with much room, and one with little.

use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::time::sleep;

/// Takes an order every 60 ms. `send` waits for as long as the queue is full.
async fn waiter(name: &str, first_ms: u64, orders: Sender<String>) {
    sleep(Duration::from_millis(first_ms)).await;
    for number in 1..=3 {
        let order = format!("{name}'s order {number}");
        orders.send(order).await.expect("the cook still cooks");
        sleep(Duration::from_millis(60)).await;
    }
    println!("{name} goes home");
}

/// Needs 160 ms for an order. The loop ends when all senders are gone and the queue is empty.
async fn cook(mut orders: Receiver<String>) {
    while let Some(order) = orders.recv().await {
        println!("cooking {order}, {} more in the queue", orders.len());
        sleep(Duration::from_millis(160)).await;
    }
}

async fn kitchen(room: usize) {
    println!("A queue with room for {room}:");
    let (orders, queue) = mpsc::channel(room);
    tokio::join!(waiter("Ann", 20, orders.clone()), waiter("Bob", 40, orders), cook(queue),);
}

async fn roomy() {
    kitchen(100).await;
}

async fn tight() {
    kitchen(2).await;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    roomy().await;
    tight().await;
}
