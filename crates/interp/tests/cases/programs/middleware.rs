// Services and layers in the manner of tower: a Service trait with futures, timeouts, logging, a router with handlers of many shapes.
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::future::{self, Future};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{sleep, Sleep};

pub trait Service<Request> {
    type Response;
    type Error;
    type Future: Future<Output = Result<Self::Response, Self::Error>>;
    fn call(&self, req: Request) -> Self::Future;
}
pub trait Layer<S> { type Service; fn layer(&self, inner: S) -> Self::Service; }

#[derive(Debug, Clone, PartialEq)]
pub struct Req { method: &'static str, path: String, body: Option<String> }
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Resp { status: u16, body: String }
impl<T: Into<String>> From<(u16, T)> for Resp { fn from((status, body): (u16, T)) -> Self { Resp { status, body: body.into() } } }

#[derive(Clone)]
struct ServiceFn<F>(F);
impl<F, Fut, R, Res, E> Service<R> for ServiceFn<F> where F: Fn(R) -> Fut, Fut: Future<Output = Result<Res, E>> {
    type Response = Res;
    type Error = E;
    type Future = Fut;
    fn call(&self, req: R) -> Fut { (self.0)(req) }
}

#[derive(Clone)]
struct Timeout<S> { inner: S, limit: Duration }
struct TimeoutLayer(Duration);
impl<S> Layer<S> for TimeoutLayer { type Service = Timeout<S>; fn layer(&self, inner: S) -> Timeout<S> { Timeout { inner, limit: self.0 } } }
pin_project_lite::pin_project! { struct TimeoutFuture<F> { #[pin] inner: F, #[pin] sleep: Sleep } }
impl<F, T, E: From<String>> Future for TimeoutFuture<F> where F: Future<Output = Result<T, E>> {
    type Output = Result<T, E>;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        if let Poll::Ready(result) = this.inner.poll(cx) { return Poll::Ready(result); }
        this.sleep.poll(cx).map(|()| Err(E::from("timed out".to_string())))
    }
}
impl<R, S> Service<R> for Timeout<S> where S: Service<R>, S::Error: From<String> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = TimeoutFuture<S::Future>;
    fn call(&self, req: R) -> Self::Future { TimeoutFuture { inner: self.inner.call(req), sleep: sleep(self.limit) } }
}

struct Logged<S> { inner: Arc<S>, log: Arc<Mutex<Vec<String>>> }
impl<S, R> Service<R> for Logged<S> where R: Debug + Send + 'static, S: Service<R> + Send + Sync + 'static, S::Future: Send, S::Response: Debug, S::Error: Debug {
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;
    fn call(&self, req: R) -> Self::Future {
        let (inner, log) = (Arc::clone(&self.inner), self.log.clone());
        Box::pin(async move {
            let text = format!("{req:?}");
            let result = inner.call(req).await;
            let line = match &result { Ok(r) => format!("{} -> {r:?}", text.len()), Err(e) => format!("{} failed: {e:?}", text.len()) };
            log.lock().unwrap().push(line);
            result
        })
    }
}

type BoxedHandler = Box<dyn Fn(Req, Arc<State>) -> Pin<Box<dyn Future<Output = Resp> + Send>> + Send + Sync>;
#[derive(Default, Debug)]
struct State { hits: Mutex<BTreeMap<String, u32>> }
trait Handler<Args>: Clone + Send + Sync + 'static { fn handle(self, req: Req, state: Arc<State>) -> impl Future<Output = Resp> + Send; }
impl<F, Fut, R> Handler<()> for F where F: Fn() -> Fut + Clone + Send + Sync + 'static, Fut: Future<Output = R> + Send, R: Into<Resp> {
    async fn handle(self, _: Req, _: Arc<State>) -> Resp { self().await.into() }
}
impl<F, Fut, R, A> Handler<(A,)> for F where F: Fn(A) -> Fut + Clone + Send + Sync + 'static, Fut: Future<Output = R> + Send, R: Into<Resp>, A: FromRequest + Send {
    async fn handle(self, req: Req, state: Arc<State>) -> Resp { match A::from_request(&req, &state) { Ok(a) => self(a).await.into(), Err(e) => e } }
}
impl<F, Fut, R, A, B> Handler<(A, B)> for F where F: Fn(A, B) -> Fut + Clone + Send + Sync + 'static, Fut: Future<Output = R> + Send, R: Into<Resp>, A: FromRequest + Send, B: FromRequest + Send {
    async fn handle(self, req: Req, state: Arc<State>) -> Resp {
        let a = match A::from_request(&req, &state) { Ok(a) => a, Err(e) => return e };
        match B::from_request(&req, &state) { Ok(b) => self(a, b).await.into(), Err(e) => e }
    }
}
trait FromRequest: Sized { fn from_request(req: &Req, state: &Arc<State>) -> Result<Self, Resp>; }
struct Path(String);
struct Body(String);
struct Shared(Arc<State>);
impl FromRequest for Path { fn from_request(req: &Req, _: &Arc<State>) -> Result<Self, Resp> { Ok(Path(req.path.rsplit('/').next().unwrap_or_default().to_string())) } }
impl FromRequest for Body { fn from_request(req: &Req, _: &Arc<State>) -> Result<Self, Resp> { req.body.clone().map(Body).ok_or_else(|| (400, "no body").into()) } }
impl FromRequest for Shared { fn from_request(_: &Req, state: &Arc<State>) -> Result<Self, Resp> { Ok(Shared(Arc::clone(state))) } }

#[derive(Default)]
struct Router { routes: Vec<(&'static str, &'static str, BoxedHandler)>, state: Arc<State> }
impl Router {
    fn route<A: 'static>(mut self, method: &'static str, prefix: &'static str, handler: impl Handler<A>) -> Self {
        self.routes.push((method, prefix, Box::new(move |req, state| Box::pin(handler.clone().handle(req, state)))));
        self
    }
    fn dispatch(&self, req: Req) -> Pin<Box<dyn Future<Output = Result<Resp, String>> + Send>> {
        let Some((.., handler)) = self.routes.iter().find(|(m, p, _)| *m == req.method && req.path.starts_with(p)) else { return Box::pin(future::ready(Ok((404, "nothing here").into()))) };
        let answer = handler(req, self.state.clone());
        Box::pin(async { Ok(answer.await) })
    }
}
async fn index() -> (u16, &'static str) { (200, "index") }
async fn hello(Path(name): Path, Shared(state): Shared) -> Resp {
    let mut hits = state.hits.lock().unwrap();
    let n = hits.entry(name.clone()).and_modify(|n| *n += 1).or_insert(1);
    (200, format!("hello {name} #{n}")).into()
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let router = Arc::new(Router::default().route("GET", "/hello", hello).route("POST", "/echo", |Body(b): Body| async move { (201, b.chars().rev().collect::<String>()) }).route("GET", "/slow", || async { sleep(Duration::from_secs(9)).await; (200, "late") }).route("GET", "/", index));
    let log = Arc::default();
    let svc = ServiceFn({ let router = router.clone(); move |req: Req| router.dispatch(req) });
    let svc = Logged { inner: Arc::new(TimeoutLayer(Duration::from_secs(1)).layer(svc)), log: Arc::clone(&log) };
    let req = |method, path: &str| Req { method, path: path.into(), body: None };
    for r in [req("GET", "/"), req("GET", "/hello/ann"), req("GET", "/hello/ann"), req("POST", "/echo"), Req { body: Some("abc".into()), ..req("POST", "/echo/x") }, req("PUT", "/"), req("GET", "/slow")] {
        match svc.call(r).await { Ok(Resp { status, body }) => println!("{status} {body}"), Err(e) => println!("error: {e}") }
    }
    println!("{:#?}\n{:?}", log.lock().unwrap(), router.state);
}
