use std::num::ParseIntError;

fn add(a: &str, b: &str) -> Result<i32, ParseIntError> {
    let a = a.parse::<i32>()?;
    let b: i32 = b.parse()?;
    Ok(a + b)
}

fn main() -> Result<(), String> {
    println!("{:?}", add("1", "2"));
    let n = add("3", "4").map_err(|e| e.to_string())?;
    println!("{n}");
    let r: Result<u8, _> = "256".parse::<u8>();
    if let Err(e) = &r { println!("{e}"); }
    let n = add("x", "1").map_err(|e| format!("cannot add: {e}"))?;
    println!("never {n}");
    Ok(())
}
