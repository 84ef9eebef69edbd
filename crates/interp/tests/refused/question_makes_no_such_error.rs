use std::error::Error;
use std::num::{ParseFloatError, ParseIntError};

#[derive(Debug)]
struct Plain;

fn plain() -> Result<i32, Plain> {
    Err(Plain)
}

#[derive(Debug)]
enum Failure {
    Number(ParseIntError),
}

impl From<ParseIntError> for Failure {
    fn from(error: ParseIntError) -> Self {
        Failure::Number(error)
    }
}

fn as_text(text: &str) -> Result<i32, String> {
    let number = text.parse::<i32>()?;
    Ok(number)
}

fn as_box() -> Result<i32, Box<dyn Error>> {
    Ok(plain()?)
}

fn as_own(text: &str) -> Result<f64, Failure> {
    let whole = text.parse::<i32>()?;
    let part = text.parse::<f64>()?;
    Ok(f64::from(whole) + part)
}

fn as_number() -> Result<i32, u8> {
    let large: Result<i32, u64> = Err(1);
    Ok(large?)
}

fn as_str() -> Result<i32, &'static str> {
    let found: Result<i32, String> = Ok(1);
    Ok(found?)
}

async fn nested() -> Result<(), ParseFloatError> {
    let inner = async { plain() };
    inner.await?;
    Ok(())
}

#[tokio::main]
async fn main() {
    println!("{:?} {:?} {:?} {:?}", as_text("x"), as_box().is_ok(), as_own("1"), as_number());
    println!("{:?} {:?}", as_str(), nested().await);
}
