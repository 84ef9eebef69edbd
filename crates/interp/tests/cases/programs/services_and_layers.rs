use std::convert::Infallible;
use std::fmt::Debug;
use std::future::{Future, Ready, ready};
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::sync::{Arc, Mutex, OnceLock, Weak};
use std::task::{Context, Poll, ready as ready_};
use std::time::Duration;
use futures::{FutureExt, Sink, SinkExt, Stream, StreamExt, TryFutureExt, TryStreamExt, stream};
use tokio::time::{Instant, sleep, timeout};

trait Service<Req> { type Response; type Error; type Future: Future<Output = Result<Self::Response, Self::Error>>; fn poll_ready(&mut self, _cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> { Poll::Ready(Ok(())) } fn call(&mut self, req: Req) -> Self::Future; }
trait Layer<S> { type Service; fn layer(&self, inner: S) -> Self::Service; }
struct ServiceFn<F>(F);
impl<F, Req, Fut, R, E> Service<Req> for ServiceFn<F> where F: FnMut(Req) -> Fut, Fut: Future<Output = Result<R, E>> { type Response = R; type Error = E; type Future = Fut; fn call(&mut self, req: Req) -> Fut { (self.0)(req) } }
#[derive(Clone)] struct LogLayer { prefix: &'static str, log: Arc<Mutex<Vec<String>>> }
struct Log<S> { inner: S, layer: LogLayer }
impl<S> Layer<S> for LogLayer { type Service = Log<S>; fn layer(&self, inner: S) -> Log<S> { Log { inner, layer: self.clone() } } }
impl<S, Req: Debug> Service<Req> for Log<S> where S: Service<Req>, S::Future: 'static, S::Response: Debug, S::Error: Debug {
    type Response = S::Response; type Error = S::Error; type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>>>>;
    fn call(&mut self, req: Req) -> Self::Future { let log = self.layer.log.clone(); let p = self.layer.prefix; log.lock().unwrap().push(format!("{p}> {req:?}")); let fut = self.inner.call(req); Box::pin(async move { let r = fut.await; log.lock().unwrap().push(format!("{p}< {r:?}")); r }) }
}
struct ConcurrencyLimit<S> { inner: S, sem: Arc<tokio::sync::Semaphore> }
impl<S, Req> Service<Req> for ConcurrencyLimit<S> where S: Service<Req>, S::Future: Send + 'static { type Response = S::Response; type Error = S::Error; type Future = Limited<S::Future>; fn call(&mut self, req: Req) -> Limited<S::Future> { Limited { sem: self.sem.clone().acquire_owned().boxed(), permit: None, inner: Box::pin(self.inner.call(req)) } } }
struct Limited<F> { sem: futures::future::BoxFuture<'static, Result<tokio::sync::OwnedSemaphorePermit, tokio::sync::AcquireError>>, permit: Option<tokio::sync::OwnedSemaphorePermit>, inner: Pin<Box<F>> }
impl<F: Future> Future for Limited<F> { type Output = F::Output; fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> { if self.permit.is_none() { let p = ready_!(self.sem.as_mut().poll(cx)); self.permit = p.ok(); } self.inner.as_mut().poll(cx) } }
struct Builder<L> { layers: L } struct Identity; struct Stack<A, B>(A, B);
impl<S> Layer<S> for Identity { type Service = S; fn layer(&self, s: S) -> S { s } }
impl<S, A: Layer<S>, B: Layer<A::Service>> Layer<S> for Stack<A, B> { type Service = B::Service; fn layer(&self, s: S) -> B::Service { self.1.layer(self.0.layer(s)) } }
impl Builder<Identity> { fn new() -> Self { Builder { layers: Identity } } }
impl<L> Builder<L> { fn layer<N>(self, n: N) -> Builder<Stack<N, L>> { Builder { layers: Stack(n, self.layers) } } fn service<S>(self, s: S) -> L::Service where L: Layer<S> { self.layers.layer(s) } }

trait Repo { async fn find(&self, id: u32) -> Option<String>; fn names(&self) -> impl Stream<Item = String> + '_; }
struct Mem(Vec<&'static str>);
impl Repo for Mem { async fn find(&self, id: u32) -> Option<String> { sleep(Duration::from_millis(id as u64)).await; self.0.get(id as usize).map(|s| s.to_string()) } fn names(&self) -> impl Stream<Item = String> + '_ { stream::iter(self.0.iter()).map(|s| s.to_uppercase()) } }
async fn describe<R: Repo>(r: &R) -> String { let (a, b) = futures::join!(r.find(0), r.find(9)); format!("{a:?} {b:?} {:?}", r.names().collect::<Vec<_>>().await) }

struct Open; struct Closed; struct Door<S> { opened: u32, _s: PhantomData<S> }
impl Door<Closed> { const fn new() -> Self { Door { opened: 0, _s: PhantomData } } fn open(self) -> Door<Open> { Door { opened: self.opened + 1, _s: PhantomData } } }
impl Door<Open> { fn close(self) -> Door<Closed> { Door { opened: self.opened, _s: PhantomData } } }
struct Bus { subs: Mutex<Vec<Weak<dyn Fn(&str) -> bool + Send + Sync>>> }
impl Bus { fn global() -> &'static Bus { static BUS: OnceLock<Bus> = OnceLock::new(); BUS.get_or_init(|| Bus { subs: Mutex::default() }) } fn on(&self, f: impl Fn(&str) -> bool + Send + Sync + 'static) -> Arc<dyn Fn(&str) -> bool + Send + Sync> { let f: Arc<dyn Fn(&str) -> bool + Send + Sync> = Arc::new(f); self.subs.lock().unwrap().push(Arc::downgrade(&f)); f } fn emit(&self, e: &str) -> usize { let mut s = self.subs.lock().unwrap(); s.retain(|w| w.strong_count() > 0); s.iter().filter_map(Weak::upgrade).filter(|f| f(e)).count() } }
struct VecSink(Vec<i32>);
impl Sink<i32> for VecSink { type Error = Infallible; fn poll_ready(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> { Poll::Ready(Ok(())) } fn start_send(mut self: Pin<&mut Self>, item: i32) -> Result<(), Infallible> { self.0.push(item); Ok(()) } fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> { Poll::Ready(Ok(())) } fn poll_close(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> { Poll::Ready(Ok(())) } }
fn retry<F, Fut, T, E>(mut f: F, times: usize) -> impl Future<Output = Result<T, Vec<E>>> where F: FnMut(usize) -> Fut, Fut: Future<Output = Result<T, E>> { async move { let mut errs = Vec::with_capacity(times); for n in 0..times { match f(n).await { Ok(t) => return Ok(t), Err(e) => errs.push(e) } sleep(Duration::from_millis(10 << n)).await; } Err(errs) } }
fn apply_all(fs: &[(&str, &dyn for<'a> Fn(&'a str) -> &'a str)], s: &str) { for (n, f) in fs { println!("{n}: {:?}", f(s)); } }
struct Countdown(u32); impl Stream for Countdown { type Item = u32; fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<u32>> { if self.0 == 0 { return Poll::Ready(None); } self.0 -= 1; if self.0 % 2 == 0 { cx.waker().wake_by_ref(); } Poll::Ready(Some(self.0)) } fn size_hint(&self) -> (usize, Option<usize>) { (self.0 as usize, Some(self.0 as usize)) } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let log = Arc::new(Mutex::new(vec![])); let hits = Arc::new(AtomicU32::new(0)); let h = hits.clone();
    let mut svc = Builder::new().layer(LogLayer { prefix: "outer", log: log.clone() }).layer(LogLayer { prefix: "inner", log: Arc::clone(&log) }).service(ServiceFn(move |n: u32| { let h = h.clone(); async move { h.fetch_add(n, AcqRel); if n > 2 { Err(format!("{n} too big")) } else { Ok(n * 10) } } }));
    let (a, b) = (svc.call(1).await, svc.call(3).await); println!("{a:?} {b:?} {}", hits.load(SeqCst)); println!("{}", log.lock().unwrap().join("; "));
    let mut lim = ConcurrencyLimit { inner: ServiceFn(|ms: u64| async move { sleep(Duration::from_millis(ms)).await; Ok::<_, Infallible>(ms) }), sem: Arc::new(tokio::sync::Semaphore::new(2)) };
    let t = Instant::now(); let rs = futures::future::try_join_all([100, 50, 60].map(|ms| lim.call(ms))).await?; println!("{rs:?} {:?}", t.elapsed());
    println!("{}", describe(&Mem(vec!["ada", "bob"])).await); println!("{}", Door::new().open().close().open().opened);
    let keep = Bus::global().on(|e| e.starts_with('a')); let n1 = Bus::global().emit("abc"); drop(Bus::global().on(|_| true)); println!("{n1} {} {}", Bus::global().emit("xyz"), keep("apple"));
    let mut sink = VecSink(vec![]); sink.send_all(&mut stream::iter([1, 2, 3]).map(Ok)).await?; sink.send(4).await?; println!("{:?}", sink.0);
    println!("{:?}", retry(|n| async move { if n < 2 { Err(n) } else { Ok("done") } }, 4).await); println!("{:?} {:?}", retry(|n| ready(Err::<(), _>(n * n)), 3).await, t.elapsed());
    apply_all(&[("trim", &|s| s.trim()), ("first", &|s| s.split(',').next().unwrap_or(s)), ("same", &str::trim_start)], " a,b ");
    let c = Countdown(5); println!("{:?} {:?}", c.size_hint(), c.zip(stream::repeat('x')).filter(|(n, _)| ready(n % 2 == 0)).collect::<Vec<_>>().await);
    let s = stream::iter(vec![Ok(3), Err("bad"), Ok(4)]); println!("{:?}", s.try_fold(0, |a, b| async move { Ok(a + b) }).await); let v: Vec<_> = stream::unfold(1u64, |n| async move { (n < 100).then(|| (n, n * 3)) }).chunks(2).collect().await; println!("{v:?}");
    println!("{:?}", timeout(Duration::from_millis(5), std::future::pending::<()>()).await.map_err(|e| e.to_string())); let f: Ready<i32> = ready(2); println!("{}", f.map(|x| x + 1).then(|x| async move { x * 2 }).await); println!("{:?}", async { Err::<u8, _>("e") }.or_else(|e| async move { if e == "e" { Ok(1u8) } else { Err(e) } }).await);
    let sel = tokio::select! { biased; _ = sleep(Duration::from_secs(2)) => "slow", v = async { sleep(Duration::from_millis(1500)).await; "mid" } => v, else => unreachable!() }; println!("{sel} {:?}", t.elapsed()); let mut st = stream::iter(0..6).map(|i| async move { sleep(Duration::from_millis(60 - 10 * i)).await; i }).buffer_unordered(3); let mut out = vec![]; while let Some(i) = st.next().await { out.push(i) } println!("{out:?} {:?}", t.elapsed()); Ok(())
}
