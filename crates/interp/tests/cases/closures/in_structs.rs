use std::collections::BTreeMap;

struct Cache<F: Fn(u64) -> u64> { compute: F, values: BTreeMap<u64, u64>, hits: u32 }

impl<F: Fn(u64) -> u64> Cache<F> {
    fn new(compute: F) -> Self { Cache { compute, values: BTreeMap::new(), hits: 0 } }
    fn get(&mut self, key: u64) -> u64 {
        if let Some(v) = self.values.get(&key) { self.hits += 1; return *v; }
        let v = (self.compute)(key);
        self.values.insert(key, v);
        v
    }
}

#[derive(Default)]
struct Events<'a> { handlers: BTreeMap<String, Vec<Box<dyn Fn(i32) -> i32 + 'a>>> }

impl<'a> Events<'a> {
    fn on(&mut self, name: &str, f: impl Fn(i32) -> i32 + 'a) -> &mut Self {
        self.handlers.entry(name.to_string()).or_default().push(Box::new(f));
        self
    }
    fn fire(&self, name: &str, value: i32) -> Vec<i32> {
        self.handlers.get(name).map(|fs| fs.iter().map(|f| f(value)).collect()).unwrap_or_default()
    }
}

struct Pipeline { steps: Vec<(String, fn(f64) -> f64)> }

fn main() {
    let mut cache = Cache::new(|n| { print!("[{n}]"); n * n });
    println!("{} {} {} hits {}", cache.get(3), cache.get(3), cache.get(4), cache.hits);
    let factor = 3;
    let mut events = Events::default();
    events.on("up", |n| n + 1).on("up", move |n| n * factor).on("down", |n| n - factor);
    println!("{:?} {:?} {:?}", events.fire("up", 10), events.fire("down", 10), events.fire("none", 1));
    let pipeline = Pipeline { steps: vec![("sqrt".into(), f64::sqrt), ("half".into(), |x| x / 2.0), ("abs".into(), f64::abs)] };
    let end = pipeline.steps.iter().fold(16.0, |x, (name, f)| { let y = f(x); println!("{name} {x} -> {y}"); y });
    println!("{end}");
    let table = [("add", (|a, b| a + b) as fn(i32, i32) -> i32), ("sub", |a, b| a - b)];
    for (name, f) in table { print!("{name}={} ", f(7, 2)); }
    println!();
}
