// Closures in structs, given back, curried, counted; handlers wrapped in middleware.
use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::hash::Hash;
use std::ops::AddAssign;

struct Cacher<F, K, V>
where
    F: Fn(K) -> V,
{
    calculation: F,
    values: HashMap<K, V>,
    calls: usize,
}

impl<F, K, V> Cacher<F, K, V>
where
    F: Fn(K) -> V,
    K: Eq + Hash + Copy,
    V: Clone,
{
    fn new(calculation: F) -> Cacher<F, K, V> {
        Cacher { calculation, values: HashMap::new(), calls: 0 }
    }

    fn value(&mut self, arg: K) -> V {
        match self.values.get(&arg) {
            Some(v) => v.clone(),
            None => {
                self.calls += 1;
                let v = (self.calculation)(arg);
                self.values.insert(arg, v.clone());
                v
            }
        }
    }
}

fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |x| g(f(x))
}

fn curry<A: Copy + 'static, B: 'static, C: 'static>(f: fn(A, B) -> C) -> impl Fn(A) -> Box<dyn Fn(B) -> C> {
    move |a| Box::new(move |b| f(a, b))
}

fn apply_n<T>(n: usize, mut f: impl FnMut(T) -> T, start: T) -> T {
    (0..n).fold(start, |acc, _| f(acc))
}

fn make_counters() -> (impl FnMut() -> u32, impl Fn(u32) -> u32) {
    let mut count = 0;
    let step = 3;
    (
        move || {
            count += step;
            count
        },
        move |by| by * step,
    )
}

#[derive(Debug, Clone)]
struct Request {
    path: String,
    user: Option<&'static str>,
    trace: Vec<String>,
}

type Response = Result<(u16, String), String>;
type Handler = Box<dyn Fn(Request) -> Response>;
type Middleware = fn(Handler) -> Handler;

fn logging(next: Handler) -> Handler {
    Box::new(move |mut req| {
        req.trace.push(format!("-> {}", req.path));
        let response = next(req);
        match &response {
            Ok((code, body)) => println!("  [log] {code} {} bytes", body.len()),
            Err(e) => println!("  [log] error {e}"),
        }
        response
    })
}

fn auth(next: Handler) -> Handler {
    Box::new(move |req| if req.path.starts_with("/admin") && req.user != Some("root") { Ok((403, "forbidden".to_string())) } else { next(req) })
}

fn recover(next: Handler) -> Handler {
    Box::new(move |req| next(req).or_else(|e| Ok((500, format!("sorry: {e}")))))
}

struct Router {
    routes: Vec<(&'static str, Handler)>,
    stack: Vec<Middleware>,
}

impl Router {
    fn route(mut self, prefix: &'static str, handler: impl Fn(Request) -> Response + 'static) -> Self {
        self.routes.push((prefix, Box::new(handler)));
        self
    }
    fn with(mut self, m: Middleware) -> Self {
        self.stack.push(m);
        self
    }
    fn build(self) -> Handler {
        let Router { mut routes, stack } = self;
        routes.sort_by_key(|(p, _)| std::cmp::Reverse(p.len()));
        let base: Handler = Box::new(move |req| {
            for (prefix, handler) in &routes {
                if let Some(rest) = req.path.strip_prefix(prefix) {
                    return handler(Request { path: rest.to_owned(), ..req });
                }
            }
            Ok((404, "nothing here".into()))
        });
        stack.into_iter().rev().fold(base, |next, m| m(next))
    }
}

fn tally<I, K, N>(items: I) -> BTreeMap<K, N>
where
    I: IntoIterator<Item = (K, N)>,
    K: Ord,
    N: AddAssign + Default,
{
    let mut out = BTreeMap::new();
    for (k, n) in items {
        *out.entry(k).or_insert_with(N::default) += n;
    }
    out
}

fn print_all<'a, T: Display + 'a>(title: &str, items: impl Iterator<Item = &'a T>) {
    println!("{title}: {}", items.map(|i| format!("{i}")).collect::<Vec<_>>().join("; "));
}

fn main() {
    let mut squares = Cacher::new(|n: u64| (1..=n).product::<u64>());
    println!("{} {} {} after {} calls", squares.value(5), squares.value(10), squares.value(5), squares.calls);
    let offset = 10;
    let mut lengths = Cacher::new(|s: &str| s.len() + offset);
    println!("{} {}", lengths.value("four"), lengths.value("four"));

    let f = compose(|x: i32| x + 1, |x| format!("[{x}]"));
    println!("{} {}", f(1), compose(f, |s| s.len())(99));
    let add = curry(|a: i32, b: i32| a + b);
    let add5 = add(5);
    println!("{} {:?}", add5(3), [1, 2].map(add(10)));
    println!("{}", apply_n(4, |s: String| s + "ab", String::new()));
    let mut seen = vec![];
    let last = apply_n(5, |n| { seen.push(n); n * 2 }, 1u32);
    println!("{last} {seen:?}");
    let (mut next, times) = make_counters();
    println!("{} {} {}", next(), next(), times(7));

    let app = Router { routes: vec![], stack: vec![] }
        .route("/", |req| Ok((200, format!("root of {:?} {}", req.path, req.trace.join(",")))))
        .route("/admin/", |req| Ok((200, format!("welcome {}", req.user.unwrap_or("?")))))
        .route("/fail", |req| Err(format!("cannot {}", req.path)))
        .with(recover)
        .with(logging)
        .with(auth)
        .build();
    for (path, user) in [("/x", None), ("/admin/panel", None), ("/admin/panel", Some("root")), ("/fail/now", None), ("nowhere", None)] {
        let request = Request { path: path.into(), user, trace: Vec::with_capacity(2) };
        match app(request) {
            Ok((code, body)) => println!("{path:<13} {code} {body}"),
            Err(e) => println!("{path:<13} unhandled {e}"),
        }
    }

    println!("{:?}", tally([("a", 1), ("b", 2), ("a", 5)]));
    println!("{:?}", tally("hello".chars().map(|c| (c, 0.5f32))));
    print_all("floats", [1.5, 2.25].iter());
    let ops: [(&str, fn(f64, f64) -> f64); 4] = [("+", |a, b| a + b), ("max", f64::max), ("hypot", f64::hypot), ("pow", f64::powf)];
    for (name, op) in ops {
        print!("{name}={} ", op(3.0, 4.0));
    }
    println!();
    let mut fns: Vec<Box<dyn FnOnce(&mut String) -> usize>> = Vec::new();
    let owned = String::from("moved");
    fns.push(Box::new(move |s| { s.push_str(&owned); owned.len() }));
    fns.push(Box::new(|s| { s.insert(0, '>'); s.len() }));
    let mut text = String::new();
    println!("{:?} {text}", fns.into_iter().map(|f| f(&mut text)).collect::<Vec<_>>());
}
