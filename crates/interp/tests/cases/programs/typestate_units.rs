// Typestate builder, sealed traits, phantom types, units of measure.
use std::{
    any::type_name,
    borrow::Cow,
    collections::BTreeMap,
    convert::Infallible,
    fmt,
    marker::PhantomData,
    ops::{Add, Div, Mul},
    time::Duration,
};
mod sealed {
    pub trait Sealed {}
}
pub trait State: sealed::Sealed {
    const NAME: &'static str;
}
macro_rules! states { ($($(#[$m:meta])* $s:ident),+ $(,)?) => { $( $(#[$m])* #[derive(Debug, Clone, Copy, Default)] pub struct $s; impl sealed::Sealed for $s {} impl State for $s { const NAME: &'static str = stringify!($s); } )+ } }
states! { /// not yet dialled
Idle, Connecting, #[allow(dead_code)] Established, Closed }
#[derive(Debug)]
pub struct Conn<S: State> {
    peer: Cow<'static, str>,
    log: Vec<String>,
    _s: PhantomData<fn() -> S>,
}
impl<S: State> Conn<S> {
    fn go<T: State>(mut self, what: impl fmt::Display) -> Conn<T> {
        self.log.push(format!("{} -> {}: {what}", S::NAME, T::NAME));
        Conn { peer: self.peer, log: self.log, _s: PhantomData }
    }
    pub fn state(&self) -> &'static str {
        S::NAME
    }
}
impl Conn<Idle> {
    pub fn new(peer: impl Into<Cow<'static, str>>) -> Self {
        Conn { peer: peer.into(), log: vec![], _s: PhantomData }
    }
    pub fn dial(self) -> Conn<Connecting> {
        self.go("dial")
    }
}
impl Conn<Connecting> {
    pub fn finish(self, ok: bool) -> Result<Conn<Established>, Conn<Closed>> {
        if ok { Ok(self.go(format_args!("ack {}", 1 + 1))) } else { Err(self.go("refused")) }
    }
}
impl Conn<Established> {
    pub fn send(&mut self, b: &[u8]) -> &mut Self {
        self.log.push(format!("sent {}", String::from_utf8_lossy(b)));
        self
    }
    pub fn close(self) -> Conn<Closed> {
        self.go("bye")
    }
}
impl Conn<Closed> {
    pub fn into_log(self) -> impl DoubleEndedIterator<Item = String> + ExactSizeIterator {
        self.log.into_iter()
    }
}
pub struct Missing;
pub struct Set<T>(T);
pub struct RequestBuilder<U, M> {
    url: U,
    method: M,
    headers: BTreeMap<String, Vec<String>>,
    timeout: Option<Duration>,
    retries: u8,
    hook: Option<Box<dyn Fn(&str) -> bool>>,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    url: String,
    method: Method,
    headers: BTreeMap<String, Vec<String>>,
    timeout: Duration,
    retries: u8,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Method {
    #[default]
    Get,
    Put = 4,
    Delete,
}
impl Default for RequestBuilder<Missing, Missing> {
    fn default() -> Self {
        RequestBuilder { url: Missing, method: Missing, headers: BTreeMap::new(), timeout: None, retries: 3, hook: None }
    }
}
impl<M> RequestBuilder<Missing, M> {
    fn url<S: AsRef<str>>(self, url: S) -> RequestBuilder<Set<String>, M> {
        let Self { method, headers, timeout, retries, hook, url: Missing } = self;
        RequestBuilder { url: Set(url.as_ref().trim_end_matches('/').to_owned()), method, headers, timeout, retries, hook }
    }
}
impl<U> RequestBuilder<U, Missing> {
    fn method(self, m: Method) -> RequestBuilder<U, Set<Method>> {
        RequestBuilder {
            url: self.url,
            method: Set(m),
            headers: self.headers,
            timeout: self.timeout,
            retries: self.retries,
            hook: self.hook,
        }
    }
}
impl<U, M> RequestBuilder<U, M> {
    fn header(mut self, k: &str, v: impl ToString) -> Self {
        self.headers.entry(k.to_lowercase()).or_default().push(v.to_string());
        self
    }
    fn timeout(self, t: impl Into<Option<Duration>>) -> Self {
        Self { timeout: t.into(), ..self }
    }
    fn retries<const N: u8>(mut self) -> Self {
        self.retries = N;
        self
    }
    fn validate(mut self, f: impl Fn(&str) -> bool + 'static) -> Self {
        self.hook = Some(Box::new(f));
        self
    }
}
impl RequestBuilder<Set<String>, Set<Method>> {
    fn build(self) -> Result<Request, BuildError> {
        let Set(url) = self.url;
        if let Some(false) = self.hook.as_ref().map(|h| h(&url)) {
            return Err(BuildError::Rejected { url });
        }
        if self.retries > 10 {
            Err(BuildError::Retries(self.retries))?
        }
        Ok(Request {
            url,
            method: self.method.0,
            headers: self.headers,
            timeout: self.timeout.unwrap_or(Duration::from_secs(30)),
            retries: self.retries,
        })
    }
}
#[derive(Debug)]
pub enum BuildError {
    Rejected { url: String },
    Retries(u8),
}
impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Rejected { url, .. } => write!(f, "url {url:?} rejected"),
            Self::Retries(n @ (0..=9 | 10..)) => write!(f, "{n} retries"),
        }
    }
}
impl std::error::Error for BuildError {}
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Quantity<U> {
    v: f64,
    u: PhantomData<U>,
}
trait Unit {
    const SYM: &'static str;
    const FACTOR: f64 = 1.0;
}
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Metre;
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Foot;
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Second;
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Per<A, B>(PhantomData<(A, B)>);
impl Unit for Metre {
    const SYM: &'static str = "m";
}
impl Unit for Foot {
    const SYM: &'static str = "ft";
    const FACTOR: f64 = 0.3048;
}
impl Unit for Second {
    const SYM: &'static str = "s";
}
impl<A: Unit, B: Unit> Unit for Per<A, B> {
    const SYM: &'static str = "per";
    const FACTOR: f64 = A::FACTOR / B::FACTOR;
}
impl<U: Unit> Quantity<U> {
    const fn new(v: f64) -> Self {
        Quantity { v, u: PhantomData }
    }
    fn to<V: Unit>(self) -> Quantity<V> {
        Quantity::new(self.v * U::FACTOR / V::FACTOR)
    }
}
impl<U: Unit> fmt::Display for Quantity<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.v, f)?;
        f.write_str(" ")?;
        f.write_str(U::SYM)
    }
}
impl<U> Add for Quantity<U> {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        Quantity { v: self.v + o.v, u: PhantomData }
    }
}
impl<U> Mul<f64> for Quantity<U> {
    type Output = Self;
    fn mul(self, k: f64) -> Self {
        Self { v: self.v * k, ..self }
    }
}
impl<U> Mul<Quantity<U>> for f64 {
    type Output = Quantity<U>;
    fn mul(self, q: Quantity<U>) -> Quantity<U> {
        q * self
    }
}
impl<A, B> Div<Quantity<B>> for Quantity<A> {
    type Output = Quantity<Per<A, B>>;
    fn div(self, o: Quantity<B>) -> Self::Output {
        Quantity { v: self.v / o.v, u: PhantomData }
    }
}
fn never(r: Result<u8, Infallible>) -> u8 {
    match r {
        Ok(n) => n,
        Err(e) => match e {},
    }
}
fn main() {
    let c = Conn::new("db:5432").dial();
    println!("{} {}", c.state(), type_name::<Idle>().rsplit("::").next().unwrap());
    match c.finish(true) {
        Ok(mut c) => {
            c.send(b"hello").send(&[0xff, b'!']);
            let n = c.log.len();
            println!("{n} {}", c.peer);
            for l in c.close().into_log().rev() {
                println!("  {l}");
            }
        }
        Err(c) => println!("{}", c.state()),
    }
    let failed =
        Conn::new(format!("host{}", 7)).dial().finish(false).map(|_| ()).map_err(|c| (matches!(c.peer, Cow::Owned(_)), c.into_log().len()));
    println!("{failed:?}");
    let r = RequestBuilder::default()
        .header("Accept", "*/*")
        .url("http://x.org///")
        .header("X-N", 42)
        .method(Method::Put)
        .header("accept", 'q')
        .timeout(Duration::from_millis(1500))
        .retries::<2>()
        .build()
        .unwrap();
    println!("{r:#?}");
    println!("{}", r.method as i32 + Method::Delete as i32);
    for e in [
        RequestBuilder::default().method(Default::default()).url("ftp://x").validate(|u| u.starts_with("http")).build(),
        RequestBuilder::default().url(String::from("http://y")).method(Method::Get).retries::<11>().timeout(None).build(),
    ] {
        println!("{}", e.unwrap_err());
    }
    let d = Quantity::<Foot>::new(100.0);
    let t = Quantity::<Second>::new(8.0);
    println!("{d:.1} = {:.2}; {:8.3}|{}", d.to::<Metre>(), d.to::<Metre>() / t, 2.0 * (d + Quantity::new(0.5)));
    println!("{} {:?}", Quantity::<Metre>::new(3.0) < Quantity::new(4.0), (d / t).to::<Per<Metre, Second>>().v);
    println!("{}", never(Ok(3)));
}
