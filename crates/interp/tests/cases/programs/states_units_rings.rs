// Comprehensive Rust: typestate builders, newtypes, units and capabilities.
use std::collections::BTreeMap;
use std::fmt::{Debug, Display, Write};
use std::marker::PhantomData;
use std::num::{NonZeroU16, NonZeroU32};
use std::ops::{Add, Deref, DerefMut, Div, Mul, Sub};

pub trait BuilderState {}
pub struct NoUrl;
pub struct HasUrl(String);
pub struct Sealed<M> { url: String, _method: PhantomData<fn() -> M> }
impl BuilderState for NoUrl {}
impl BuilderState for HasUrl {}
impl<M: Method> BuilderState for Sealed<M> {}

pub trait Method: Default { const NAME: &'static str; const BODY: bool = false; }
#[derive(Default, Debug)] pub struct Get;
#[derive(Default, Debug)] pub struct Put;
impl Method for Get { const NAME: &'static str = "GET"; }
impl Method for Put { const NAME: &'static str = "PUT"; const BODY: bool = !Get::BODY; }

#[must_use]
pub struct RequestBuilder<S: BuilderState> { state: S, headers: BTreeMap<String, Vec<String>>, port: Option<NonZeroU16> }

impl RequestBuilder<NoUrl> {
    pub fn new() -> Self { RequestBuilder { state: NoUrl, headers: BTreeMap::new(), port: None } }
    pub fn url(self, url: impl Into<String>) -> RequestBuilder<HasUrl> { self.change(|_| HasUrl(url.into())) }
}
impl RequestBuilder<HasUrl> {
    pub fn method<M: Method>(self) -> RequestBuilder<Sealed<M>> {
        self.change(|HasUrl(url)| Sealed { url, _method: PhantomData })
    }
}
impl<S: BuilderState> RequestBuilder<S> {
    fn change<T: BuilderState>(self, f: impl FnOnce(S) -> T) -> RequestBuilder<T> {
        let Self { state, headers, port } = self;
        RequestBuilder { state: f(state), headers, port }
    }
    pub fn header<K: AsRef<str>, V: ToString>(mut self, k: K, v: V) -> Self {
        self.headers.entry(k.as_ref().to_lowercase()).or_default().push(v.to_string());
        self
    }
    pub fn port(self, port: u16) -> Result<Self, String> {
        let port = NonZeroU16::new(port).ok_or_else(|| format!("port {port} is reserved"))?;
        Ok(Self { port: Some(port), ..self })
    }
}
impl<M: Method> RequestBuilder<Sealed<M>> {
    pub fn send(&self) -> String {
        let mut out = String::new();
        write!(out, "{} {}", M::NAME, self.state.url).unwrap();
        if let Some(p) = self.port { write!(&mut out, ":{p}").unwrap(); }
        for (k, vs) in &self.headers { writeln!(out).and_then(|()| write!(out, "  {k}: {}", vs.join("; "))).unwrap(); }
        if M::BODY { out += "\n  <body>"; }
        out
    }
}

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Quantity<U, T = f64> { value: T, unit: PhantomData<U> }
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)] struct Metre;
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)] struct Second;
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)] struct Per<A, B>(PhantomData<(A, B)>);

trait Symbol { fn symbol() -> String; }
impl Symbol for Metre { fn symbol() -> String { "m".into() } }
impl Symbol for Second { fn symbol() -> String { "s".into() } }
impl<A: Symbol, B: Symbol> Symbol for Per<A, B> { fn symbol() -> String { A::symbol() + "/" + &B::symbol() } }

impl<U, T> Quantity<U, T> { const fn new(value: T) -> Self { Quantity { value, unit: PhantomData } } }
impl<U, T: Add<Output = T>> Add for Quantity<U, T> { type Output = Self; fn add(self, o: Self) -> Self { Self::new(self.value + o.value) } }
impl<U, T: Sub<Output = T>> Sub for Quantity<U, T> { type Output = Self; fn sub(self, o: Self) -> Self { Self::new(self.value - o.value) } }
impl<A, B, T: Div> Div<Quantity<B, T>> for Quantity<A, T> {
    type Output = Quantity<Per<A, B>, T::Output>;
    fn div(self, o: Quantity<B, T>) -> Self::Output { Quantity::new(self.value / o.value) }
}
impl<A, B, T: Mul> Mul<Quantity<B, T>> for Quantity<Per<A, B>, T> {
    type Output = Quantity<A, T::Output>;
    fn mul(self, o: Quantity<B, T>) -> Self::Output { Quantity::new(self.value * o.value) }
}
impl<U: Symbol, T: Display> Display for Quantity<U, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Display::fmt(&self.value, f)?;
        write!(f, " {}", U::symbol())
    }
}

struct Meter<'m, K: Ord + Debug> { counts: &'m mut BTreeMap<K, u32>, key: Option<K> }
struct Guard<T>(T, &'static str);
impl<T> Deref for Guard<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
impl<T> DerefMut for Guard<T> { fn deref_mut(&mut self) -> &mut T { &mut self.0 } }
impl<T> Drop for Guard<T> { fn drop(&mut self) { println!("release {}", self.1); } }
impl<'m, K: Ord + Debug> Meter<'m, K> {
    fn at(counts: &'m mut BTreeMap<K, u32>, key: K) -> Guard<Self> { Guard(Meter { counts, key: Some(key) }, "meter") }
    fn hit(&mut self) -> &mut u32 { self.counts.entry(self.key.take().expect("hit once")).or_insert(0) }
}

struct Ring<T, const N: usize> { items: [Option<T>; N], head: usize, len: usize }
impl<T: Copy + Debug, const N: usize> Ring<T, N> {
    const CAPACITY: NonZeroU32 = match NonZeroU32::new(N as u32) { Some(n) => n, None => panic!("empty ring") };
    fn new() -> Self { Ring { items: [const { None }; N], head: 0, len: 0 } }
    fn push(&mut self, item: T) -> Option<T> {
        let slot = (self.head + self.len) % N;
        let old = self.items[slot].replace(item);
        if old.is_some() { self.head = (self.head + 1) % N } else { self.len += 1 }
        old
    }
    fn iter(&self) -> impl DoubleEndedIterator<Item = T> + '_ { (0..self.len).map(move |i| self.items[(self.head + i) % N].unwrap()) }
}

fn main() -> Result<(), String> {
    let base = RequestBuilder::new().header("Accept", "text/html").url("http://x.y").header("ACCEPT", 'z').port(8080)?;
    println!("{}", base.method::<Put>().header("Length", 12).send());
    println!("{}", RequestBuilder::new().url(String::from("/")).method::<Get>().send());
    println!("{:?}", RequestBuilder::new().port(0).err());
    let way = Quantity::<Metre>::new(100.0) + Quantity::new(20.5);
    let time = Quantity::<Second>::new(9.0);
    let speed = way / time;
    println!("{way} in {time:.1} is {speed:.3}, {:>8.2}", speed * Quantity::new(2.0));
    println!("{:?} {}", way.partial_cmp(&Quantity::new(5.0)), Quantity::<Per<Metre, Per<Second, Metre>>, i32>::new(7));
    println!("{:?}", (Quantity::<Second, u8>::new(5) - Quantity::new(2)).value);
    println!("{}", std::mem::size_of::<Quantity<Metre>>() + std::mem::size_of::<PhantomData<String>>());
    let mut counts = BTreeMap::new();
    for k in ["b", "a", "b"] { *Meter::at(&mut counts, k).hit() += 10; }
    println!("{counts:?}");
    let mut ring = Ring::<_, 3>::new();
    let pushed: Vec<_> = ('a'..='e').map(|c| ring.push(c)).collect();
    println!("{pushed:?} {:?} {:?} of {}", ring.iter().collect::<String>(), ring.iter().rev().collect::<String>(), Ring::<u8, 3>::CAPACITY);
    Ok(())
}
