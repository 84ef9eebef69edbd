async fn number() -> Result<u8, String> {
    Ok(1)
}

async fn sum() -> Result<u8, String> {
    let first = number()?;
    let second = number().await?;
    Ok(first + second)
}

#[tokio::main]
async fn main() {
    println!("{:?}", sum().await);
}
