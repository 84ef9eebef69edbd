// async closures, AsyncFn traits, HRTB handlers, router + middleware; modern edition idioms (let chains, trait upcasting)
use std::any::Any;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, LazyLock, OnceLock};
use std::time::Duration;
use tokio::time::sleep;

#[derive(Debug, Default, Clone)]
pub struct Request {
    method: String,
    path: String,
    params: BTreeMap<String, String>,
    body: Option<String>,
}
#[derive(Debug, PartialEq)]
pub struct Response {
    status: u16,
    body: String,
}
pub trait IntoResponse {
    fn into_response(self) -> Response;
}
impl IntoResponse for Response {
    fn into_response(self) -> Response {
        self
    }
}
impl IntoResponse for &str {
    fn into_response(self) -> Response {
        Response { status: 200, body: self.to_owned() }
    }
}
impl IntoResponse for String {
    fn into_response(self) -> Response {
        self.as_str().into_response()
    }
}
impl IntoResponse for (u16, &'static str) {
    fn into_response(self) -> Response {
        Response { status: self.0, body: self.1.into() }
    }
}
impl<T: IntoResponse, E: Debug> IntoResponse for Result<T, E> {
    fn into_response(self) -> Response {
        match self {
            Ok(t) => t.into_response(),
            Err(e) => Response { status: 500, body: format!("{e:?}") },
        }
    }
}

type BoxFut<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
type Handler = Arc<dyn for<'a> Fn(&'a mut Request) -> BoxFut<'a, Response> + Send + Sync>;

fn handler<F, R>(f: F) -> Handler
where
    F: for<'a> Fn(&'a mut Request) -> BoxFut<'a, R> + Send + Sync + 'static,
    R: IntoResponse + 'static,
{
    let f = Arc::new(f);
    Arc::new(move |req| {
        let f = f.clone();
        Box::pin(async move { f(req).await.into_response() })
    })
}

macro_rules! route {
    (|$req:ident| $body:expr) => {
        handler(|$req: &mut Request| Box::pin(async move { $body }))
    };
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Seg {
    Lit(String),
    Param(String),
}
#[derive(Default)]
struct Router {
    routes: Vec<(String, Vec<Seg>, Handler)>,
    layers: Vec<Arc<dyn Fn(Handler) -> Handler>>,
}
impl Router {
    fn route(mut self, spec: &str, h: Handler) -> Self {
        let (method, path) = spec.split_once(' ').expect("METHOD /path");
        let segs = path
            .trim_matches('/')
            .split('/')
            .map(|s| match s.strip_prefix(':') {
                Some(name) => Seg::Param(name.to_string()),
                None => Seg::Lit(s.to_string()),
            })
            .collect();
        self.routes.push((method.to_string(), segs, h));
        self
    }
    fn layer(mut self, l: impl Fn(Handler) -> Handler + 'static) -> Self {
        self.layers.push(Arc::new(l));
        self
    }
    async fn call(&self, method: &str, path: &str, body: Option<&str>) -> Response {
        let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
        for (m, segs, h) in &self.routes {
            if m == method
                && segs.len() == parts.len()
                && let Some(params) = bind(segs, &parts)
            {
                let mut req = Request {
                    method: method.into(),
                    path: path.into(),
                    params,
                    body: body.map(str::to_string),
                };
                let h = self.layers.iter().rev().fold(Arc::clone(h), |h, l| l(h));
                return h(&mut req).await;
            }
        }
        (404, "not found").into_response()
    }
}
fn bind(segs: &[Seg], parts: &[&str]) -> Option<BTreeMap<String, String>> {
    segs.iter()
        .zip(parts)
        .filter_map(|(s, p)| match s {
            Seg::Lit(l) if l == p => None,
            Seg::Lit(_) => Some(None),
            Seg::Param(n) => Some(Some((n.clone(), p.to_string()))),
        })
        .collect()
}

async fn twice<F>(f: F) -> (u32, u32)
where
    F: AsyncFn(u32) -> u32,
{
    (f(1).await, f(2).await)
}
async fn until<T>(mut step: impl AsyncFnMut() -> Option<T>) -> Vec<T> {
    let mut out = Vec::new();
    while let Some(x) = step().await {
        out.push(x);
    }
    out
}
async fn once<T>(f: impl AsyncFnOnce(&str) -> T) -> T {
    f("once").await
}

trait Shape: Any + Debug {
    fn area(&self) -> f64;
}
trait Solid: Shape {
    fn volume(&self) -> f64;
}
#[derive(Debug)]
struct Cube(f64);
impl Shape for Cube {
    fn area(&self) -> f64 {
        6.0 * self.0.powi(2)
    }
}
impl Solid for Cube {
    fn volume(&self) -> f64 {
        self.0.powi(3)
    }
}

static USERS: LazyLock<HashMap<u32, &str>> = LazyLock::new(|| HashMap::from([(1, "ann"), (2, "bob")]));
static GREETING: OnceLock<String> = OnceLock::new();

fn parse_pair(s: &str) -> Option<(i32, i32)> {
    if let Some((a, b)) = s.split_once(',')
        && let Ok(a) = a.trim().parse::<i32>()
        && let Ok(b) = b.trim().parse()
        && a < b
    {
        Some((a, b))
    } else {
        None
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let timed = |h: Handler| -> Handler {
        Arc::new(move |req| {
            let h = h.clone();
            Box::pin(async move {
                let t = tokio::time::Instant::now();
                let label = format!("{} {}", req.method, req.path);
                let mut res = h(req).await;
                res.body += &format!(" [{label} {}ms]", t.elapsed().as_millis());
                res
            })
        })
    };
    let app = Router::default()
        .route("GET /", route!(|_req| "index"))
        .route(
            "GET /users/:id",
            route!(|req| {
                sleep(Duration::from_millis(5)).await;
                let id = req.params["id"].parse::<u32>();
                id.map(|id| USERS.get(&id).map_or_else(|| "nobody".to_string(), |n| n.to_uppercase()))
            }),
        )
        .route(
            "POST /echo",
            route!(|req| match req.body.take() {
                Some(b) if !b.is_empty() => Response { status: 201, body: b },
                _ => (400, "empty").into_response(),
            }),
        )
        .layer(timed)
        .layer(|h| {
            Arc::new(move |req| {
                if req.path.contains("secret") {
                    return Box::pin(std::future::ready(Response { status: 403, body: String::new() }));
                }
                h(req)
            })
        });
    for (m, p, b) in [
        ("GET", "/", None),
        ("GET", "/users/1", None),
        ("GET", "/users/9", None),
        ("GET", "/users/x", None),
        ("POST", "/echo", Some("hi")),
        ("POST", "/echo", Some("")),
        ("GET", "/users/secret", None),
        ("PUT", "/", None),
    ] {
        let Response { status, body } = app.call(m, p, b).await;
        println!("{m:>4} {p:<13} -> {status} {body}");
    }

    let base = 10;
    println!("{:?}", twice(async |n| base * n).await);
    let mut left = 3;
    let got = until(async || {
        sleep(Duration::from_millis(1)).await;
        left -= 1;
        (left >= 0).then_some(left * left)
    })
    .await;
    println!("{got:?}");
    let owned = String::from("moved");
    println!("{}", once(async move |s: &str| format!("{s} {owned}")).await);

    let solid: Box<dyn Solid> = Box::new(Cube(2.0));
    println!("{}", solid.volume());
    let shape: Box<dyn Shape> = solid;
    println!("{} {shape:?}", shape.area());
    let any: Box<dyn Any> = shape;
    println!("{:?}", any.downcast::<Cube>().map(|c| c.0));
    println!("{:?} {:?} {:?}", parse_pair("1, 2"), parse_pair("2,1"), parse_pair("x"));
    println!("{} {:?}", GREETING.get_or_init(|| "hey".into()), GREETING.set("again".into()));
}
