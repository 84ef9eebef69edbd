use anyhow::{Context, Result, anyhow, bail, ensure};

#[derive(Debug)]
struct Custom(i32);
impl std::fmt::Display for Custom { fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { write!(f, "custom {}", self.0) } }
impl std::error::Error for Custom {}

fn parse(s: &str) -> Result<i32> {
    let n: i32 = s.parse().with_context(|| format!("parsing {s:?}"))?;
    ensure!(n >= 0, "negative: {n}");
    if n > 100 { bail!("too large: {}", n); }
    if n == 13 { return Err(Custom(n).into()); }
    if n == 14 { return Err(anyhow!("plain")); }
    Ok(n)
}

fn outer(s: &str) -> Result<i32> { parse(s).context("outer") }
fn option(v: &[i32]) -> Result<i32> { v.first().copied().context("empty list") }

fn main() -> Result<()> {
    for s in ["1", "x", "-5", "500", "13", "14"] {
        match outer(s) {
            Ok(n) => println!("{n}"),
            Err(e) => {
                println!("{e} | {e:#} | {:?}", e.chain().map(|c| c.to_string()).collect::<Vec<_>>());
                println!("{} {:?}", e.root_cause(), e.downcast_ref::<Custom>().map(|c| c.0));
            }
        }
    }
    println!("{:?} {}", option(&[1]).ok(), option(&[]).unwrap_err());
    println!("{:?}", parse("x").unwrap_err());
    println!("{:?}", parse("x").context("why").unwrap_err());
    let e = anyhow!(Custom(3)).context(Custom(4));
    println!("{e} {:?} {}", e.downcast_ref::<Custom>().map(|c| c.0), e.is::<Custom>());
    let r: Result<Vec<i32>> = ["1", "2"].iter().map(|s| parse(s)).collect();
    println!("{r:?}");
    parse("y").context("last")?;
    println!("not reached");
    Ok(())
}
