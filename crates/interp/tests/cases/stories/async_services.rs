use async_trait::async_trait;
use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Weak};
use tokio::sync::{Mutex, RwLock, OnceCell, oneshot};
use std::time::Duration;
use tokio::time::sleep;
#[derive(Debug, Clone, PartialEq)] struct User { id: u64, name: String }
#[async_trait] trait Repo: Send + Sync { async fn find(&self, id: u64) -> anyhow::Result<Option<User>>; async fn save(&self, u: User) -> anyhow::Result<()>; async fn count(&self) -> usize { 0 } }
#[derive(Default)] struct MemRepo { data: RwLock<HashMap<u64, User>> }
#[async_trait] impl Repo for MemRepo { async fn find(&self, id: u64) -> anyhow::Result<Option<User>> { sleep(Duration::from_millis(2)).await; Ok(self.data.read().await.get(&id).cloned()) } async fn save(&self, u: User) -> anyhow::Result<()> { anyhow::ensure!(!u.name.is_empty(), "empty name for {}", u.id); self.data.write().await.insert(u.id, u); Ok(()) } async fn count(&self) -> usize { self.data.read().await.len() } }
struct Cached<R> { inner: R, cache: Mutex<HashMap<u64, Arc<OnceCell<Option<User>>>>>, hits: std::sync::atomic::AtomicU32 }
#[async_trait] impl<R: Repo> Repo for Cached<R> { async fn find(&self, id: u64) -> anyhow::Result<Option<User>> { let cell = { let mut c = self.cache.lock().await; c.entry(id).or_default().clone() }; if cell.initialized() { self.hits.fetch_add(1, std::sync::atomic::Ordering::Relaxed); } let v = cell.get_or_try_init(|| self.inner.find(id)).await?; Ok(v.clone()) } async fn save(&self, u: User) -> anyhow::Result<()> { self.cache.lock().await.remove(&u.id); self.inner.save(u).await } }
trait Service<Req> { type Resp; type Error; fn call(&self, r: Req) -> impl Future<Output = Result<Self::Resp, Self::Error>> + Send; }
struct Echo; impl Service<String> for Echo { type Resp = String; type Error = String; async fn call(&self, r: String) -> Result<String, String> { if r.is_empty() { Err("empty".into()) } else { Ok(r) } } }
struct Timeout<S> { inner: S, d: Duration } #[derive(Debug)] enum TErr<E> { Elapsed, Inner(E) }
impl<S, R: Send> Service<R> for Timeout<S> where S: Service<R> + Sync { type Resp = S::Resp; type Error = TErr<S::Error>; async fn call(&self, r: R) -> Result<S::Resp, TErr<S::Error>> { match tokio::time::timeout(self.d, self.inner.call(r)).await { Ok(Ok(v)) => Ok(v), Ok(Err(e)) => Err(TErr::Inner(e)), Err(_) => Err(TErr::Elapsed) } } }
struct Slow; impl Service<u32> for Slow { type Resp = u32; type Error = (); async fn call(&self, r: u32) -> Result<u32, ()> { sleep(Duration::from_millis(r as u64)).await; Ok(r) } }
trait Handler { fn handle(&self, n: u32) -> Pin<Box<dyn Future<Output = String> + Send + '_>>; } impl<F, Fut> Handler for F where F: Fn(u32) -> Fut, Fut: Future<Output = String> + Send + 'static { fn handle(&self, n: u32) -> Pin<Box<dyn Future<Output = String> + Send + '_>> { Box::pin(self(n)) } }
#[derive(Default)] struct Router { routes: HashMap<&'static str, Box<dyn Handler>> } impl Router { fn route(mut self, p: &'static str, h: impl Handler + 'static) -> Self { self.routes.insert(p, Box::new(h)); self } async fn dispatch(&self, p: &str, n: u32) -> String { match self.routes.get(p) { Some(h) => h.handle(n).await, None => format!("404 {p}") } } }
async fn hello(n: u32) -> String { format!("hello {n}") }
fn fib(n: u32) -> Pin<Box<dyn Future<Output = u64> + Send>> { Box::pin(async move { match n { 0 | 1 => n as u64, _ => fib(n - 1).await + fib(n - 2).await } }) }
async fn fact(n: u64) -> u64 { if n == 0 { 1 } else { n * Box::pin(fact(n - 1)).await } }
async fn with_retry<T, E: std::fmt::Debug>(n: usize, mut f: impl AsyncFnMut(usize) -> Result<T, E>) -> Result<T, Vec<E>> { let mut errs = vec![]; for i in 0..n { match f(i).await { Ok(v) => return Ok(v), Err(e) => errs.push(e) } } Err(errs) }
async fn apply<F>(f: F) -> i32 where F: AsyncFn(i32) -> i32 { f(1).await + f(2).await }
#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let repo: Arc<dyn Repo> = Arc::new(MemRepo::default()); repo.save(User { id: 1, name: "ann".into() }).await?; println!("{:?} {:?} {}", repo.find(1).await?, repo.find(2).await?, repo.count().await); println!("{}", repo.save(User { id: 3, name: String::new() }).await.unwrap_err());
    let c = Cached { inner: MemRepo::default(), cache: Default::default(), hits: 0.into() }; c.save(User { id: 7, name: "x".into() }).await?; for _ in 0..3 { c.find(7).await?; } println!("{:?} hits {} {}", c.find(7).await?.map(|u| u.name), c.hits.load(std::sync::atomic::Ordering::Relaxed), c.count().await);
    let t = Timeout { inner: Echo, d: Duration::from_millis(20) }; println!("{:?} {:?}", t.call("hi".into()).await, t.call(String::new()).await); println!("{:?} {:?}", Timeout { inner: Slow, d: Duration::from_millis(20) }.call(100).await, Timeout { inner: Slow, d: Duration::from_millis(50) }.call(5).await);
    let r = Router::default().route("/", hello).route("/slow", |n| async move { sleep(Duration::from_millis(n as u64)).await; format!("slow {n}") }); println!("{} {} {}", r.dispatch("/", 1).await, r.dispatch("/slow", 3).await, r.dispatch("/x", 0).await); println!("{} {}", fib(10).await, fact(10).await); let mut log = vec![]; let res = with_retry(3, async |i| { log.push(i); sleep(Duration::from_millis(1)).await; if i < 2 { Err(format!("e{i}")) } else { Ok(i * 100) } }).await; println!("{res:?} {log:?}"); let k = 10; println!("{}", apply(async |x| { tokio::task::yield_now().await; x * k }).await); println!("{}", apply(|x| async move { x + 1 }).await);
    let local = tokio::task::LocalSet::new(); let rc = std::rc::Rc::new(std::cell::Cell::new(0)); let rc2 = rc.clone(); local.run_until(async move { let hs: Vec<_> = (0..3).map(|i| { let rc = rc2.clone(); tokio::task::spawn_local(async move { sleep(Duration::from_millis(3 - i)).await; rc.set(rc.get() * 10 + i); }) }).collect(); for h in hs { h.await.unwrap(); } }).await; println!("{}", rc.get()); tokio::task_local! { static ID: u32; } println!("{} {:?}", ID.scope(5, async { ID.with(|i| i + 1) }).await, ID.try_with(|i| *i).is_err()); Ok(())
}
