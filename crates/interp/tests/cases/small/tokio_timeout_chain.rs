use std::time::Duration;
use tokio::time::{error::Elapsed, sleep, timeout};

#[derive(Debug)]
enum Error { Slow(Elapsed), Bad(String) }
impl From<Elapsed> for Error { fn from(e: Elapsed) -> Self { Error::Slow(e) } }

async fn fetch(ms: u64) -> Result<u64, String> { sleep(Duration::from_millis(ms)).await; if ms == 13 { Err("unlucky".into()) } else { Ok(ms * 2) } }
async fn limited(ms: u64) -> Result<u64, Error> { let v = timeout(Duration::from_millis(20), fetch(ms)).await?.map_err(Error::Bad)?; Ok(v + 1) }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    for ms in [5, 13, 50] {
        match limited(ms).await { Ok(v) => println!("{v}"), Err(Error::Slow(e)) => println!("slow: {e}"), Err(Error::Bad(s)) => println!("bad: {s}") }
    }
    println!("{:?}", limited(100).await);
}
