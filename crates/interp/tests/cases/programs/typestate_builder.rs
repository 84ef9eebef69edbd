// Builders and doors whose states are types, units that do not mix.
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

// ---- a request whose builder cannot be finished too early -----------------

pub struct NoUrl;
pub struct Url(String);
pub struct NoMethod;
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    Get,
    Post,
    Delete,
}

impl AsRef<str> for Method {
    fn as_ref(&self) -> &str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Delete => "DELETE",
        }
    }
}

pub struct RequestBuilder<U, M> {
    url: U,
    method: M,
    headers: BTreeMap<Cow<'static, str>, String>,
    body: Option<Vec<u8>>,
}

impl RequestBuilder<NoUrl, NoMethod> {
    pub fn new() -> Self {
        RequestBuilder { url: NoUrl, method: NoMethod, headers: BTreeMap::new(), body: None }
    }
}

impl<U, M> RequestBuilder<U, M> {
    pub fn url(self, url: impl Into<String>) -> RequestBuilder<Url, M> {
        let RequestBuilder { method, headers, body, .. } = self;
        RequestBuilder { url: Url(url.into()), method, headers, body }
    }

    pub fn method(self, method: Method) -> RequestBuilder<U, Method> {
        RequestBuilder { method, url: self.url, headers: self.headers, body: self.body }
    }

    pub fn header<K, V>(mut self, key: K, value: V) -> Self
    where
        K: Into<Cow<'static, str>>,
        V: ToString,
    {
        self.headers.insert(key.into(), value.to_string());
        self
    }

    pub fn body(mut self, body: &[u8]) -> Self {
        self.body.get_or_insert_with(Vec::new).extend_from_slice(body);
        self
    }
}

impl RequestBuilder<Url, Method> {
    pub fn build(self) -> Request {
        let Self { url: Url(url), method, mut headers, body } = self;
        if let Some(body) = &body {
            headers.entry("content-length".into()).or_insert_with(|| body.len().to_string());
        }
        Request { url, method, headers, body: body.unwrap_or_default() }
    }
}

pub struct Request {
    url: String,
    method: Method,
    headers: BTreeMap<Cow<'static, str>, String>,
    body: Vec<u8>,
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}", self.method.as_ref(), self.url)?;
        for (key, value) in &self.headers {
            writeln!(f, "{key:>16}: {value}")?;
        }
        f.write_str(&String::from_utf8_lossy(&self.body))
    }
}

// ---- a door with states as types ------------------------------------------

mod state {
    pub trait State {
        const NAME: &'static str;
        fn is_passable() -> bool {
            false
        }
    }
    pub enum Open {}
    pub enum Closed {}
    pub struct Locked;
    impl State for Open {
        const NAME: &'static str = "open";
        fn is_passable() -> bool {
            true
        }
    }
    impl State for Closed {
        const NAME: &'static str = "closed";
    }
    impl State for Locked {
        const NAME: &'static str = "locked";
    }
}
use state::*;

struct Door<S: State> {
    uses: u32,
    _state: PhantomData<S>,
}

impl<S: State> Door<S> {
    fn into_state<T: State>(self) -> Door<T> {
        Door { uses: self.uses + 1, _state: PhantomData }
    }
    fn describe(&self) -> String {
        format!("the door is {} ({} uses{})", S::NAME, self.uses, if S::is_passable() { ", go ahead" } else { "" })
    }
}

impl Door<Closed> {
    fn new() -> Self {
        Door { uses: 0, _state: PhantomData }
    }
    fn open(self) -> Door<Open> {
        self.into_state()
    }
    fn lock(self, code: u32) -> (Door<Locked>, impl FnOnce(u32) -> Result<Door<Closed>, String>) {
        let uses = self.uses;
        (self.into_state(), move |attempt| {
            if attempt == code {
                Ok(Door { uses: uses + 2, _state: PhantomData })
            } else {
                Err(format!("{attempt:04} is wrong"))
            }
        })
    }
}

impl Door<Open> {
    fn close(self) -> Door<Closed> {
        self.into_state()
    }
}

/// Units that do not mix.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Length<Unit>(f64, PhantomData<Unit>);
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Meters;
#[derive(Debug, Clone, Copy)]
struct Feet;

impl<U> std::ops::Add for Length<U> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Length(self.0 + other.0, PhantomData)
    }
}

impl From<Length<Feet>> for Length<Meters> {
    fn from(feet: Length<Feet>) -> Self {
        Length(feet.0 * 0.3048, PhantomData)
    }
}

fn main() {
    let request = RequestBuilder::new()
        .header("accept", "*/*")
        .method(Method::Post)
        .url("http://example.test/items")
        .header(String::from("x-try"), 3)
        .body(b"name=")
        .body("päckchen".as_bytes())
        .build();
    println!("{request}");
    println!("{}", RequestBuilder::new().url("/").method(Method::Get).build());
    println!("{}", Method::Delete > Method::Post);

    let door = Door::new();
    println!("{}", door.describe());
    let door = door.open();
    println!("{}", door.describe());
    let (door, unlock) = door.close().lock(42);
    println!("{}", door.describe());
    match unlock(7) {
        Ok(door) => println!("{}", door.describe()),
        Err(why) => println!("{why}"),
    }
    let (_, unlock) = Door::<Closed>::new().lock(1);
    println!("{}", unlock(1).map(|d| d.open()).map(|d| d.describe()).unwrap_or_default());

    let total: Length<Meters> = Length::<Meters>(1.0, PhantomData) + Length::<Feet>(10.0, PhantomData).into();
    println!("{:.3} {}", total.0, total > Length(4.0, PhantomData));
}
