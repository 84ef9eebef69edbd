use std::thread;
use std::time::Duration;
use tokio::task;

fn fib(n: u32) -> u64 { if n < 2 { n.into() } else { fib(n - 1) + fib(n - 2) } }

#[tokio::main]
async fn main() {
    let a = task::spawn_blocking(|| fib(15));
    let b = task::spawn_blocking(|| { thread::sleep(Duration::from_millis(10)); "slept".to_string() });
    println!("{} {}", b.await.unwrap(), a.await.unwrap());
    let e = task::spawn_blocking(|| { if true { panic!("blocked") } }).await.unwrap_err();
    println!("{}", e.is_panic());
    let h = tokio::runtime::Handle::current();
    let nested = task::spawn_blocking(move || h.block_on(async { 5 })).await.unwrap();
    println!("{nested}");
}
