//! Fetching many documents: 24 requests, one after another and all at once.

use anyhow::Result;
use futures::future::try_join_all;
use serde::Deserialize;

const PRODUCTS: u32 = 24;
/// So many are answered late; the others come straight from the host.
const DELAYED: u32 = 12;

#[derive(Deserialize)]
struct Product {
    name: String,
    price: u32,
}

async fn fetch(id: u32) -> Result<Product> {
    let site = std::env::var("SITE")?;
    let wish = if id <= DELAYED { "?delay=100" } else { "" };
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
        products.push(fetch(id).await?);
    }
    report(&products);
    Ok(())
}

async fn gathered() -> Result<()> {
    let products = try_join_all((1..=PRODUCTS).map(fetch)).await?;
    report(&products);
    Ok(())
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    println!("-- sequential --");
    sequential().await?;

    println!("-- gathered --");
    gathered().await
}
