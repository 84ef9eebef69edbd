use anyhow::{Context as _, Result};
use async_trait::async_trait;
use serde_json::{json, Map, Value};
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::sleep;

#[derive(Debug, Clone)]
struct Request {
    path: String,
    body: Value,
    extensions: BTreeMap<&'static str, String>,
}

#[derive(Debug, Clone, PartialEq)]
struct Response {
    status: u16,
    body: Value,
}

#[async_trait]
trait Handler: Send + Sync + 'static {
    async fn call(&self, req: Request) -> Result<Response>;
    fn name(&self) -> String {
        std::any::type_name::<Self>().rsplit("::").next().unwrap_or("?").to_string()
    }
}

#[async_trait]
impl<F, Fut> Handler for F
where
    F: Fn(Request) -> Fut + Send + Sync + 'static,
    Fut: std::future::Future<Output = Result<Response>> + Send + 'static,
{
    async fn call(&self, req: Request) -> Result<Response> {
        self(req).await
    }
    fn name(&self) -> String {
        "function".into()
    }
}

#[derive(Clone)]
struct Next<'a> {
    endpoint: &'a dyn Handler,
    rest: &'a [Arc<dyn Middleware>],
}

impl<'a> Next<'a> {
    async fn run(mut self, req: Request) -> Result<Response> {
        if let Some((current, rest)) = self.rest.split_first() {
            self.rest = rest;
            current.handle(req, self).await
        } else {
            self.endpoint.call(req).await
        }
    }
}

#[async_trait]
trait Middleware: Send + Sync {
    async fn handle(&self, req: Request, next: Next<'_>) -> Result<Response>;
}

struct Logger(Mutex<String>);
struct Auth { users: Vec<(&'static str, &'static str)> }
struct Retry(u32);

#[async_trait]
impl Middleware for Logger {
    async fn handle(&self, req: Request, next: Next<'_>) -> Result<Response> {
        let path = req.path.clone();
        let res = next.run(req).await;
        let mut log = self.0.lock().await;
        match &res {
            Ok(r) => writeln!(log, "{path:<10}{}", r.status)?,
            Err(e) => writeln!(log, "{path:<10}error {e}")?,
        }
        res
    }
}

#[async_trait]
impl Middleware for Auth {
    async fn handle(&self, mut req: Request, next: Next<'_>) -> Result<Response> {
        let token = req.body.get("token").and_then(Value::as_str);
        let user = token.and_then(|t| self.users.iter().find(|(_, known)| *known == t)).map(|&(name, _)| name);
        let Some(user) = user else {
            return Ok(Response { status: 401, body: json!({"error": "unauthorized", "token": token}) });
        };
        req.extensions.insert("user", user.to_owned());
        next.run(req).await
    }
}

#[async_trait]
impl Middleware for Retry {
    async fn handle(&self, req: Request, next: Next<'_>) -> Result<Response> {
        let mut tries = 0;
        loop {
            match next.clone().run(req.clone()).await {
                Err(e) if tries < self.0 => {
                    tries += 1;
                    println!("    retry {tries}: {e:#}");
                    sleep(Duration::from_millis(10)).await;
                }
                Ok(mut r) if tries > 0 => {
                    r.body["tries"] = tries.into();
                    return Ok(r);
                }
                done => return done.with_context(|| format!("gave up after {tries} retries")),
            }
        }
    }
}

#[derive(Default)]
struct Todos {
    items: Mutex<Vec<Value>>,
    flaky: std::sync::atomic::AtomicBool,
}

#[async_trait]
impl Handler for Todos {
    async fn call(&self, req: Request) -> Result<Response> {
        if !self.flaky.swap(true, std::sync::atomic::Ordering::AcqRel) {
            anyhow::bail!("database is starting");
        }
        let mut items = self.items.lock().await;
        let title = req.body.pointer("/todo/title").context("no title")?;
        let item = json!({ "id": items.len() + 1, "title": title, "by": req.extensions["user"], "tags": ["new", null, 1.5] });
        items.push(item.clone());
        Ok(Response { status: 201, body: item })
    }
}

struct App {
    routes: BTreeMap<String, Box<dyn Handler>>,
    middleware: Vec<Arc<dyn Middleware>>,
}

impl App {
    async fn respond(&self, path: &str, body: Value) -> Result<Response> {
        let req = Request { path: path.to_string(), body, extensions: Default::default() };
        match self.routes.get(path) {
            Some(endpoint) => Next { endpoint: &**endpoint, rest: &self.middleware }.run(req).await,
            None => Ok(Response { status: 404, body: Value::Null }),
        }
    }
}

async fn echo(req: Request) -> Result<Response> {
    let mut keys = Map::new();
    for (k, v) in req.body.as_object().into_iter().flatten() {
        keys.insert(k.to_uppercase(), match v {
            Value::Number(n) if n.is_i64() => json!(n.as_i64().unwrap() * 2),
            Value::Array(a) => a.iter().rev().cloned().collect(),
            other => other.clone(),
        });
    }
    Ok(Response { status: 200, body: keys.into() })
}

#[tokio::main]
async fn main() -> Result<()> {
    let logger = Arc::new(Logger(Mutex::default()));
    let mut app = App { routes: BTreeMap::new(), middleware: vec![] };
    app.routes.insert("/todos".into(), Box::new(Todos::default()));
    app.routes.insert("/echo".into(), Box::new(echo));
    app.middleware.push(logger.clone());
    app.middleware.push(Arc::new(Auth { users: vec![("ada", "s3cret"), ("bob", "hunter2")] }));
    app.middleware.push(Arc::new(Retry(2)));
    for (path, handler) in &app.routes {
        println!("{path} -> {}", handler.name());
    }
    let requests = [
        ("/todos", json!({"token": "s3cret", "todo": {"title": "write \"tests\""}})),
        ("/todos", json!({"token": "nope"})),
        ("/todos", json!({"token": "hunter2", "todo": []})),
        ("/echo", json!({"token": "hunter2", "n": 21, "list": [1, "two", [3]], "f": 0.5})),
        ("/none", json!(null)),
    ];
    for (path, body) in requests {
        match app.respond(path, body).await {
            Ok(Response { status, body }) => println!("{status} {body}"),
            Err(e) => println!("ERR {e:?}"),
        }
    }
    print!("{}", logger.0.lock().await);
    let any: Box<dyn Any + Send> = Box::new(app.respond("/none", Value::Bool(true)).await?);
    println!("{:?}", any.downcast::<Response>().map(|r| r.body.is_null()).ok());
    Ok(())
}
