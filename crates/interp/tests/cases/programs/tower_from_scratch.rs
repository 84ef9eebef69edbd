//! A tiny clone of `tower`, to understand how `Service`, `Layer` and `ServiceBuilder` fit together.
//! Blog post: "Tower from scratch in 150 lines".

use std::{
    fmt,
    future::{ready, Future, Ready},
    pin::Pin,
    sync::{
        atomic::{AtomicUsize, Ordering},
        Arc,
    },
    task::{Context, Poll},
    time::Duration,
};

pub trait Service<Request> {
    type Response;
    type Error;
    type Future: Future<Output = Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>>;
    fn call(&mut self, req: Request) -> Self::Future;
}

pub trait Layer<S> {
    type Service;
    fn layer(&self, inner: S) -> Self::Service;
}

#[derive(Clone, Copy, Default)]
pub struct Identity;
impl<S> Layer<S> for Identity {
    type Service = S;
    fn layer(&self, inner: S) -> S {
        inner
    }
}

#[derive(Clone)]
pub struct Stack<Inner, Outer> {
    inner: Inner,
    outer: Outer,
}
impl<S, Inner, Outer> Layer<S> for Stack<Inner, Outer>
where
    Inner: Layer<S>,
    Outer: Layer<Inner::Service>,
{
    type Service = Outer::Service;
    fn layer(&self, service: S) -> Self::Service {
        let inner = self.inner.layer(service);
        self.outer.layer(inner)
    }
}

pub struct ServiceBuilder<L> {
    layer: L,
}
impl ServiceBuilder<Identity> {
    pub fn new() -> Self {
        ServiceBuilder { layer: Identity }
    }
}
impl<L> ServiceBuilder<L> {
    pub fn layer<T>(self, layer: T) -> ServiceBuilder<Stack<T, L>> {
        ServiceBuilder { layer: Stack { inner: layer, outer: self.layer } }
    }
    pub fn service<S>(&self, service: S) -> L::Service
    where
        L: Layer<S>,
    {
        self.layer.layer(service)
    }
    pub fn service_fn<F>(self, f: F) -> L::Service
    where
        L: Layer<ServiceFn<F>>,
    {
        self.service(ServiceFn { f })
    }
}

#[derive(Clone, Copy)]
pub struct ServiceFn<T> {
    f: T,
}
impl<T, F, Req, R, E> Service<Req> for ServiceFn<T>
where
    T: FnMut(Req) -> F,
    F: Future<Output = Result<R, E>>,
{
    type Response = R;
    type Error = E;
    type Future = F;
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), E>> {
        Poll::Ready(Ok(()))
    }
    fn call(&mut self, req: Req) -> F {
        (self.f)(req)
    }
}

pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

#[derive(Debug)]
pub struct Elapsed(Duration);
impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "request timed out after {:?}", self.0)
    }
}
impl std::error::Error for Elapsed {}

#[derive(Clone)]
pub struct Timeout<S> {
    inner: S,
    after: Duration,
}
pub struct TimeoutLayer(Duration);
impl<S> Layer<S> for TimeoutLayer {
    type Service = Timeout<S>;
    fn layer(&self, inner: S) -> Timeout<S> {
        Timeout { inner, after: self.0 }
    }
}
impl<S, Req> Service<Req> for Timeout<S>
where
    S: Service<Req>,
    S::Error: Into<BoxError>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, BoxError>> + Send>>;
    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(cx).map_err(Into::into)
    }
    fn call(&mut self, req: Req) -> Self::Future {
        let fut = self.inner.call(req);
        let after = self.after;
        Box::pin(async move {
            match tokio::time::timeout(after, fut).await {
                Ok(Ok(res)) => Ok(res),
                Ok(Err(e)) => Err(e.into()),
                Err(_) => Err(Elapsed(after).into()),
            }
        })
    }
}

#[derive(Clone)]
pub struct Count<S> {
    inner: S,
    calls: Arc<AtomicUsize>,
}
impl<S, Req> Service<Req> for Count<S>
where
    S: Service<Req>,
    Req: fmt::Debug,
{
    type Response = (usize, S::Response);
    type Error = S::Error;
    type Future = futures::future::MapOk<S::Future, Box<dyn FnOnce(S::Response) -> (usize, S::Response) + Send>>;
    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }
    fn call(&mut self, req: Req) -> Self::Future {
        use futures::TryFutureExt;
        let n = self.calls.fetch_add(1, Ordering::SeqCst) + 1;
        println!("-> #{n} {req:?}");
        self.inner.call(req).map_ok(Box::new(move |r| (n, r)))
    }
}
fn count_layer<S>(calls: &Arc<AtomicUsize>) -> impl Layer<S, Service = Count<S>> + use<S> {
    struct L(Arc<AtomicUsize>);
    impl<S> Layer<S> for L {
        type Service = Count<S>;
        fn layer(&self, inner: S) -> Count<S> {
            Count { inner, calls: self.0.clone() }
        }
    }
    L(calls.clone())
}

struct Double;
impl Service<i64> for Double {
    type Response = i64;
    type Error = BoxError;
    type Future = Ready<Result<i64, BoxError>>;
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }
    fn call(&mut self, req: i64) -> Self::Future {
        ready(req.checked_mul(2).ok_or_else(|| format!("{req} is too big").into()))
    }
}

async fn oneshot<S, R>(svc: &mut S, req: R) -> Result<S::Response, S::Error>
where
    S: Service<R>,
{
    std::future::poll_fn(|cx| svc.poll_ready(cx)).await?;
    svc.call(req).await
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), BoxError> {
    let calls = Arc::new(AtomicUsize::new(0));
    let mut svc = ServiceBuilder::new()
        .layer(count_layer(&calls))
        .layer(TimeoutLayer(Duration::from_millis(250)))
        .service_fn(|name: &'static str| async move {
            let wait = name.len() as u64 * 50;
            tokio::time::sleep(Duration::from_millis(wait)).await;
            if name.starts_with('x') {
                return Err::<String, BoxError>("names must not start with x".into());
            }
            Ok(format!("hello, {name}!"))
        });

    for name in ["bob", "alice", "maximilian", "xav"] {
        match oneshot(&mut svc, name).await {
            Ok((n, text)) => println!("<- #{n} {text}"),
            Err(e) if e.is::<Elapsed>() => println!("<- slow: {e}"),
            Err(e) => println!("<- error: {e}"),
        }
    }
    println!("calls = {}", calls.load(Ordering::Relaxed));

    let mut double = ServiceBuilder::new().layer(TimeoutLayer(Duration::from_secs(1))).service(Double);
    println!("{}", oneshot(&mut double, 21).await?);
    println!("{:?}", oneshot(&mut double, i64::MAX).await.map_err(|e| e.to_string()));
    Ok(())
}
