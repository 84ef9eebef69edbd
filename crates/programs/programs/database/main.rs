//! A shop with a database: queries, and a transaction that is rolled back when its future is dropped.

use std::time::Duration;

use anyhow::Context;
use meanwhile_runtime::db::{Database, Schema, Store};
use serde::{Deserialize, Serialize};
use tokio::time::{sleep, timeout};

const STOCK: Store<u32, Item> = Store::new("stock");

#[derive(Serialize, Deserialize)]
struct Item {
    name: String,
    left: u32,
}

async fn fill(shop: &Database) -> anyhow::Result<()> {
    for (number, name) in [(1, "apples"), (2, "pears"), (3, "plums"), (7, "nuts")] {
        let item = Item { name: name.to_string(), left: 10 };
        shop.put(STOCK, &number, &item).await?;
    }
    Ok(())
}

/// Takes goods from the stock. Without `commit` nothing of it has happened.
async fn sell(number: u32, amount: u32, payment_ms: u64, shop: &Database) -> anyhow::Result<()> {
    let sale = shop.begin(STOCK).await?;
    let mut item = sale.get(STOCK, &number).await?.context("no such item")?;
    item.left = item.left.checked_sub(amount).context("not enough left")?;
    sale.put(STOCK, &number, &item).await?;
    sleep(Duration::from_millis(payment_ms)).await; // the customer pays
    sale.commit().await?;
    Ok(())
}

async fn left(number: u32, shop: &Database) -> anyhow::Result<String> {
    let item = shop.get(STOCK, &number).await?.context("no such item")?;
    Ok(format!("{} {} left", item.left, item.name))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let shop = Database::open("shop", Schema::new(1).store(STOCK)).await?;
    fill(&shop).await?;
    for (number, item) in shop.scan(STOCK, 2..=5).await? {
        println!("shelf {number}: {}", item.name);
    }

    let quick = timeout(Duration::from_millis(400), sell(1, 3, 100, &shop)).await;
    println!("quick customer: {}", if quick.is_ok() { "sold" } else { "went away" });
    let slow = timeout(Duration::from_millis(400), sell(2, 3, 900, &shop)).await;
    println!("slow customer: {}", if slow.is_ok() { "sold" } else { "went away" });

    let (apples, pears) = tokio::try_join!(left(1, &shop), left(2, &shop))?;
    println!("{apples}, {pears}");
    Ok(())
}
