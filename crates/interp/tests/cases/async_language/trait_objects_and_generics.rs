use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::sleep;

type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

trait Service: Send + Sync { fn call<'a>(&'a self, req: &'a str) -> BoxFuture<'a, Result<String, String>>; }

struct Echo;
struct Delay<S>(S, u64);
struct Count<S> { inner: S, calls: std::sync::atomic::AtomicU32 }

impl Service for Echo { fn call<'a>(&'a self, req: &'a str) -> BoxFuture<'a, Result<String, String>> { Box::pin(async move { if req.is_empty() { Err("empty".to_string()) } else { Ok(req.to_uppercase()) } }) } }
impl<S: Service> Service for Delay<S> { fn call<'a>(&'a self, req: &'a str) -> BoxFuture<'a, Result<String, String>> { Box::pin(async move { sleep(Duration::from_millis(self.1)).await; self.0.call(req).await.map(|s| format!("{s} after {}", self.1)) }) } }
impl<S: Service> Service for Count<S> { fn call<'a>(&'a self, req: &'a str) -> BoxFuture<'a, Result<String, String>> { let n = self.calls.fetch_add(1, std::sync::atomic::Ordering::SeqCst); Box::pin(async move { let r = self.inner.call(req).await?; Ok(format!("{n}:{r}")) }) } }

async fn with<T, F>(value: T, f: F) -> usize where F: for<'a> Fn(&'a T) -> BoxFuture<'a, usize> { f(&value).await + f(&value).await }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let s: Arc<dyn Service> = Arc::new(Count { inner: Delay(Echo, 5), calls: Default::default() });
    println!("{:?} {:?}", s.call("a").await, s.call("").await);
    let tasks: Vec<_> = ["x", "y"].into_iter().map(|r| { let s = Arc::clone(&s); tokio::spawn(async move { s.call(r).await }) }).collect();
    for t in tasks { println!("{:?}", t.await.unwrap()); }
    println!("{}", with(String::from("four"), |s| Box::pin(async move { s.len() })).await);
}
