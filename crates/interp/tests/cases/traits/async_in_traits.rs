use std::future::Future;
use std::pin::Pin;

trait Fetch {
    async fn fetch(&self, id: u32) -> Result<String, String>;
    async fn twice(&self, id: u32) -> String {
        let a = self.fetch(id).await;
        let b = self.fetch(id + 1).await;
        format!("{a:?} {b:?}")
    }
}

struct Memory(Vec<&'static str>);
struct Failing;

impl Fetch for Memory {
    async fn fetch(&self, id: u32) -> Result<String, String> {
        tokio::task::yield_now().await;
        self.0.get(id as usize).map(|s| s.to_string()).ok_or_else(|| format!("no {id}"))
    }
}

impl Fetch for Failing {
    async fn fetch(&self, _: u32) -> Result<String, String> { Err("always".into()) }
    async fn twice(&self, id: u32) -> String { format!("never {id}") }
}

trait Job { fn run(&mut self) -> Pin<Box<dyn Future<Output = u32> + Send + '_>>; }

struct Count(u32);
impl Job for Count { fn run(&mut self) -> Pin<Box<dyn Future<Output = u32> + Send + '_>> { Box::pin(async move { self.0 += 1; self.0 }) } }

trait Later { fn later(&self) -> impl Future<Output = i32> + Send; }
impl Later for i32 { fn later(&self) -> impl Future<Output = i32> + Send { let n = *self; async move { n * 2 } } }

async fn use_it(f: &impl Fetch) -> String { f.twice(0).await }

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", use_it(&Memory(vec!["zero", "one"])).await);
    println!("{}", use_it(&Failing).await);
    let mut jobs: Vec<Box<dyn Job>> = vec![Box::new(Count(1)), Box::new(Count(10))];
    for job in &mut jobs { print!("{} ", job.run().await); }
    println!("{}", jobs[0].run().await);
    println!("{}", 21.later().await);
}
