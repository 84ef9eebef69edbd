use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
enum AppError {
    Parse(ParseIntError),
    Negative(i64),
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AppError::Parse(inner) => write!(f, "cannot parse: {inner}"),
            AppError::Negative(value) => write!(f, "negative: {value}"),
        }
    }
}

impl Error for AppError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            AppError::Parse(inner) => Some(inner),
            AppError::Negative(_) => None,
        }
    }
}

impl From<ParseIntError> for AppError {
    fn from(inner: ParseIntError) -> Self {
        AppError::Parse(inner)
    }
}

fn parse(text: &str) -> Result<i64, AppError> {
    let value: i64 = text.trim().parse()?;
    if value < 0 {
        return Err(AppError::Negative(value));
    }
    Ok(value)
}

fn boxed(text: &str) -> Result<i64, Box<dyn Error>> {
    if text == "bad" {
        return Err("plain text".into());
    }
    Ok(parse(text)? * 2)
}

fn first_even(values: &[i32]) -> Option<i32> {
    let found = values.iter().find(|it| *it % 2 == 0)?;
    Some(*found * 10)
}

fn main() -> Result<(), Box<dyn Error>> {
    for text in ["12", "x", "-4"] {
        match parse(text) {
            Ok(value) => println!("ok {value}"),
            Err(error) => println!("{error} / {error:?} / {}", error.source().is_some()),
        }
    }
    println!("{:?} {:?}", first_even(&[1, 4]), first_even(&[1]));
    println!("{} {}", boxed("bad").unwrap_err(), boxed("-1").unwrap_err());
    println!("{:?}", boxed("3")?);
    println!("{:?} {:?}", Some(3).ok_or("none"), None::<i32>.ok_or("none"));
    println!("{:?}", Ok::<i32, String>(3).and_then(|it| if it > 5 { Ok(it) } else { Err(format!("small {it}")) }));
    println!("{} {}", Err::<i32, &str>("e").unwrap_or(7), Some(2).map_or(0, |it| it + 1));
    boxed("zzz")?;
    println!("not reached");
    Ok(())
}
