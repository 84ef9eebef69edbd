#[derive(Debug)]
enum Error { Parse(std::num::ParseIntError), Range(i32) }

impl From<std::num::ParseIntError> for Error {
    fn from(e: std::num::ParseIntError) -> Self { println!("converting"); Error::Parse(e) }
}

fn small(text: &str) -> Result<u8, Error> {
    let n: i32 = text.parse()?;
    u8::try_from(n).map_err(|_| Error::Range(n))
}

fn total(texts: &[&str]) -> Result<u32, Error> {
    let mut sum = 0;
    for t in texts { sum += u32::from(small(t)?); }
    Ok(sum)
}

fn middle(text: &str) -> Option<char> {
    let (_, rest) = text.split_once('(')?;
    let (inner, _) = rest.split_once(')')?;
    inner.chars().next()
}

fn dynamic(text: &str) -> Result<bool, Box<dyn std::error::Error>> {
    let n: f64 = text.parse()?;
    if n.is_nan() { Err("nan")?; }
    if n < 0.0 { return Err(format!("{n} is negative").into()); }
    let b = if n > 1.0 { "true" } else { "yes" }.parse::<bool>()?;
    Ok(b)
}

fn main() {
    println!("{:?} {:?}", small("7"), small("300"));
    println!("{:?}", total(&["1", "2", "3"]));
    println!("{:?}", total(&["1", "x", "3"]));
    println!("{:?} {:?} {:?}", middle("a(bc)d"), middle("a(bc"), middle("()"));
    for t in ["2", "0.5", "-1", "nan", "?"] {
        match dynamic(t) { Ok(b) => println!("{b}"), Err(e) => println!("{e} | {e:?}") }
    }
    let closure = |a: Option<i32>| -> Option<i32> { Some(a? + 1) };
    println!("{:?} {:?}", closure(Some(1)), closure(None));
    let nested: Result<Option<i32>, Error> = (|| { let n = small("5")?; Ok(Some(i32::from(n))) })();
    println!("{nested:?}");
}
