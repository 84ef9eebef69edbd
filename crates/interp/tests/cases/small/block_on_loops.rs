use futures::executor::block_on;

async fn step(n: u32) -> u32 { n + 1 }
async fn run() -> Vec<u32> {
    let mut out = vec![];
    let mut n = 0;
    while n < 5 { n = step(n).await; if n == 3 { continue; } out.push(n); }
    'outer: for i in 0..3 { for j in 0..3 { if step(j).await == 3 { continue 'outer; } if step(i).await == 3 { break 'outer; } out.push(i * 10 + j); } }
    out.push(loop { let v = step(n).await; n = v; if v > 7 { break v; } });
    out
}

fn main() {
    println!("{:?}", block_on(run()));
    let text = block_on(async { let a = async { String::from("in") }; let b = a.await; let c = async { b + "ner" }; c.await });
    println!("{text}");
    let r: Result<u32, String> = block_on(async { if step(1).await == 2 { Err("two".to_string())? } Ok(1) });
    println!("{r:?}");
}
