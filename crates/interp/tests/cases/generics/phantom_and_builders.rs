use std::marker::PhantomData;

#[derive(Debug, Clone, Copy)] struct Metres;
#[derive(Debug, Clone, Copy)] struct Feet;

#[derive(Debug, Clone, Copy)]
struct Length<U> { value: f64, unit: PhantomData<U> }

impl<U> Length<U> { fn new(value: f64) -> Self { Length { value, unit: PhantomData } } }
impl<U> std::ops::Add for Length<U> { type Output = Self; fn add(self, o: Self) -> Self { Length::new(self.value + o.value) } }
impl From<Length<Feet>> for Length<Metres> { fn from(l: Length<Feet>) -> Self { Length::new(l.value * 0.25) } }

struct Open; struct Closed;
struct Door<S> { opened: u32, state: PhantomData<S> }
impl Door<Closed> { fn new() -> Self { Door { opened: 0, state: PhantomData } } fn open(self) -> Door<Open> { Door { opened: self.opened + 1, state: PhantomData } } }
impl Door<Open> { fn close(self) -> Door<Closed> { Door { opened: self.opened, state: PhantomData } } }

#[derive(Debug, Default)]
struct Request { url: String, headers: Vec<(String, String)>, body: Option<String> }
#[derive(Default)]
struct Builder { request: Request }
impl Builder {
    fn url(mut self, url: impl Into<String>) -> Self { self.request.url = url.into(); self }
    fn header<K: AsRef<str>, V: ToString>(mut self, k: K, v: V) -> Self { self.request.headers.push((k.as_ref().to_lowercase(), v.to_string())); self }
    fn body(self, body: &str) -> Self { Builder { request: Request { body: Some(body.to_owned()), ..self.request } } }
    fn build(self) -> Result<Request, &'static str> { if self.request.url.is_empty() { Err("no url") } else { Ok(self.request) } }
}

trait Unit { const NAME: &'static str; }
impl Unit for Metres { const NAME: &'static str = "m"; }
impl Unit for Feet { const NAME: &'static str = "ft"; }
impl<U: Unit> Length<U> { fn show(&self) -> String { format!("{}{}", self.value, U::NAME) } }

fn main() {
    let a: Length<Metres> = Length::new(2.0);
    let b = Length::<Feet>::new(8.0);
    println!("{} {} {}", a.show(), b.show(), (a + b.into()).show());
    println!("{}", Door::new().open().close().open().close().opened);
    println!("{:?}", Builder::default().url("http://x").header("A-B", 1).header(String::from("C"), 'd').body("hi").build());
    println!("{:?}", Builder::default().build().unwrap_err());
}
