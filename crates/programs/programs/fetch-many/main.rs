//! Fetching many documents: one after another, all at once, and straight from the host.

use anyhow::Result;
use futures::future::try_join_all;
use serde::Deserialize;

const PRODUCTS: u32 = 12;
const ALL: u32 = 24;

#[derive(Deserialize)]
struct Product {
    name: String,
    price: u32,
}

async fn fetch(id: u32, wish: &str) -> Result<Product> {
    let site = std::env::var("SITE")?;
    let url = format!("{site}/data/products/{id}.json{wish}");
    let response = reqwest::get(url).await?;
    Ok(response.error_for_status()?.json().await?)
}

fn report(products: &[Product]) {
    let sum: u32 = products.iter().map(|it| it.price).sum();
    let names: Vec<_> = products.iter().map(|it| it.name.as_str()).collect();
    println!("{}", names.join(", "));
    println!("{} products for {sum} euros", products.len());
}

async fn sequential() -> Result<()> {
    let mut products = Vec::new();
    for id in 1..=PRODUCTS {
        products.push(fetch(id, "?delay=100").await?);
    }
    report(&products);
    Ok(())
}

async fn gathered() -> Result<()> {
    let products = try_join_all((1..=PRODUCTS).map(|id| fetch(id, "?delay=100"))).await?;
    report(&products);
    Ok(())
}

async fn straight() -> Result<()> {
    let products = try_join_all((1..=ALL).map(|id| fetch(id, ""))).await?;
    println!("{} products", products.len());
    Ok(())
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    println!("-- sequential --");
    sequential().await?;

    println!("-- gathered --");
    gathered().await?;

    println!("-- straight from the host --");
    straight().await
}
