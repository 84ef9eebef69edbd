use std::future::Future;
use std::time::Duration;
use tokio::time::sleep;

async fn add(a: &str, b: String) -> String { sleep(Duration::from_millis(1)).await; format!("{a}{b}") }
async fn recurse(n: u32) -> u32 { if n == 0 { 0 } else { n + Box::pin(recurse(n - 1)).await } }
fn returns_future(n: i32) -> impl Future<Output = i32> { println!("called {n}"); async move { println!("polled {n}"); n * 2 } }
async fn option(v: Option<i32>) -> Option<i32> { let n = v?; sleep(Duration::from_millis(1)).await; Some(n + 1) }
async fn apply<F, Fut>(f: F) -> i32 where F: Fn(i32) -> Fut, Fut: Future<Output = i32> { f(1).await + f(2).await }
async fn with_closure(f: impl AsyncFn(i32) -> i32) -> i32 { f(10).await + f(20).await }

struct Counter { n: u32 }
impl Counter { async fn bump(&mut self, by: u32) -> u32 { sleep(Duration::from_millis(1)).await; self.n += by; self.n } async fn finish(self) -> u32 { self.n } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let lazy = returns_future(4);
    println!("not yet");
    println!("{}", lazy.await);
    let text = String::from("left ");
    println!("{}", add(&text, "right".to_string()).await);
    let by_ref = async { text.len() };
    println!("{} {text}", by_ref.await);
    let by_move = async move { text + "moved" };
    println!("{}", by_move.await);
    println!("{} {:?} {:?}", recurse(4).await, option(Some(1)).await, option(None).await);
    println!("{}", apply(|n| async move { sleep(Duration::from_millis(1)).await; n * 10 }).await);
    let factor = 3;
    println!("{}", with_closure(async |n| { sleep(Duration::from_millis(1)).await; n * factor }).await);
    let mut c = Counter { n: 0 };
    c.bump(2).await;
    let n = c.bump(3).await;
    println!("{n} {}", c.finish().await);
    let r: Result<i32, std::num::ParseIntError> = async { let a: i32 = "5".parse()?; let b: i32 = "x".parse()?; Ok(a + b) }.await;
    println!("{r:?}");
    let mut total = 0;
    let mut change = async |n: i32| { total += n; total };
    change(1).await;
    println!("{}", change(5).await);
    let v = { let futs = [1, 2, 3].map(|n| async move { n * n }); let mut out = vec![]; for f in futs { out.push(f.await); } out };
    println!("{v:?} {total}");
    let m = match async { Some(3) }.await { Some(n) if n > 2 => async { "big" }.await, _ => "small" };
    println!("{m} {}", if async { true }.await { 1 } else { 2 });
    let mut data = vec![1];
    { let fut = async { data.push(2); data.len() }; println!("{}", fut.await); }
    println!("{data:?}");
    println!("{}", (async { 1 }.await + async { 2 }.await) * async { 3 }.await);
    for i in 0..async { 2 }.await { print!("{i} "); }
    println!();
}
