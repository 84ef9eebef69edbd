struct D;
impl Drop for D { fn drop(&mut self) { println!("dropped"); } }

#[derive(Debug)]
struct Failure { code: u8 }

fn step(n: u8) -> Result<u8, Failure> { if n > 1 { Err(Failure { code: n }) } else { Ok(n) } }

fn main() -> Result<(), Failure> {
    let _d = D;
    println!("{:?}", step(1));
    for n in 0..5 {
        let done = step(n)?;
        println!("done {done}");
    }
    println!("not reached");
    Ok(())
}
