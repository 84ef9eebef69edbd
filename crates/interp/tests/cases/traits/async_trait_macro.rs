use async_trait::async_trait;

#[async_trait]
trait Sleeper { async fn nap(&self) -> u32; async fn twice(&self) -> u32 { self.nap().await + self.nap().await } fn name(&self) -> String { "anon".into() } }

struct Fixed(u32);
struct Growing { state: tokio::sync::Mutex<u32> }

#[async_trait]
impl Sleeper for Fixed { async fn nap(&self) -> u32 { tokio::time::sleep(std::time::Duration::from_millis(self.0.into())).await; self.0 } fn name(&self) -> String { format!("fixed {}", self.0) } }

#[async_trait]
impl Sleeper for Growing { async fn nap(&self) -> u32 { let mut s = self.state.lock().await; *s += 1; *s } }

async fn run(sleepers: Vec<Box<dyn Sleeper + Send + Sync>>) -> Vec<(String, u32)> { let mut out = vec![]; for s in &sleepers { out.push((s.name(), s.twice().await)); } out }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{:?}", run(vec![Box::new(Fixed(5)), Box::new(Growing { state: tokio::sync::Mutex::new(0) })]).await);
    let g = std::sync::Arc::new(Fixed(2));
    let h = { let g = g.clone(); tokio::spawn(async move { g.twice().await }) };
    println!("{:?}", h.await);
}
