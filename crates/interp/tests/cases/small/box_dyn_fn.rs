type Handler = Box<dyn Fn(&str) -> Result<String, String> + Send + Sync>;

struct Router { routes: Vec<(String, Handler)>, fallback: Option<Handler> }

impl Router {
    fn new() -> Self { Router { routes: Vec::new(), fallback: None } }
    fn route(mut self, path: &str, h: impl Fn(&str) -> Result<String, String> + Send + Sync + 'static) -> Self { self.routes.push((path.to_string(), Box::new(h))); self }
    fn fallback(mut self, h: Handler) -> Self { self.fallback = Some(h); self }
    fn handle(&self, path: &str) -> Result<String, String> {
        for (prefix, h) in &self.routes { if let Some(rest) = path.strip_prefix(prefix.as_str()) { return h(rest); } }
        self.fallback.as_ref().map_or(Err("404".into()), |h| h(path))
    }
}

fn main() {
    let greeting = String::from("hello");
    let r = Router::new().route("/greet/", move |n| Ok(format!("{greeting} {n}"))).route("/sum/", |s| s.split('+').map(|n| n.parse::<i32>().map_err(|e| e.to_string())).sum::<Result<i32, _>>().map(|n| n.to_string()));
    println!("{:?} {:?} {:?} {:?}", r.handle("/greet/ann"), r.handle("/sum/1+2"), r.handle("/sum/1+x"), r.handle("/none"));
    let r = r.fallback(Box::new(|p| Ok(format!("fallback {p}"))));
    println!("{:?}", r.handle("/none"));
}
