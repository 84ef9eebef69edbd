use std::error::Error;
use std::fmt;

#[derive(Debug)]
struct Low(u8);
impl fmt::Display for Low { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "low {}", self.0) } }
impl Error for Low {}

#[derive(Debug)]
struct High { source: Low }
impl fmt::Display for High { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.write_str("high level failed") } }
impl Error for High { fn source(&self) -> Option<&(dyn Error + 'static)> { Some(&self.source) } }

fn low(n: u8) -> Result<u8, Low> { if n > 2 { Err(Low(n)) } else { Ok(n) } }
fn high(n: u8) -> Result<u8, High> { low(n).map_err(|source| High { source }) }
fn any(n: u8) -> Result<u8, Box<dyn Error + Send + Sync>> {
    if n == 9 { return Err("nine".into()); }
    if n == 8 { Err(format!("eight {n}"))?; }
    let m = high(n)?;
    Ok(m + "1".parse::<u8>()?)
}

fn chain(e: &dyn Error) -> String {
    let mut text = e.to_string();
    let mut at = e.source();
    while let Some(inner) = at { text += &format!(" <- {inner}"); at = inner.source(); }
    text
}

fn main() -> Result<(), Box<dyn Error>> {
    for n in [1, 5, 8, 9] {
        match any(n) {
            Ok(v) => println!("ok {v}"),
            Err(e) => println!("{} | {e:?} | {}", chain(&*e), e.downcast_ref::<High>().is_some()),
        }
    }
    let boxed: Box<dyn Error> = Box::new(Low(7));
    println!("{boxed}");
    println!("{:?}", boxed.downcast::<Low>().map(|l| l.0));
    let from: Box<dyn Error> = From::from("text");
    println!("{from} {from:?}");
    let list: Vec<Box<dyn Error>> = vec![Box::new(Low(1)), "str".into(), Box::new(fmt::Error), Box::new("x".parse::<i32>().unwrap_err())];
    println!("{}", list.iter().map(|e| e.to_string()).collect::<Vec<_>>().join("; "));
    println!("{:?}", std::io::Error::new(std::io::ErrorKind::NotFound, "gone"));
    println!("{}", std::io::Error::other(Low(3)));
    high(4)?;
    Ok(())
}
