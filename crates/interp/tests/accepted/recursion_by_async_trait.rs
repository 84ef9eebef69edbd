use async_trait::async_trait;
#[async_trait]
trait Visit { fn kids(&self) -> Vec<&dyn Visit>; async fn count(&self) -> usize; async fn depth(&self, n: u32) -> u32 { if n == 0 { 0 } else { self.depth(n - 1).await + 1 } } }
struct Leaf; struct Node(Vec<Box<dyn Visit + Sync>>); struct Gen(u32);
#[async_trait]
impl Visit for Leaf { fn kids(&self) -> Vec<&dyn Visit> { vec![] } async fn count(&self) -> usize { 1 } }
#[async_trait]
impl Visit for Gen { fn kids(&self) -> Vec<&dyn Visit> { vec![] } async fn count(&self) -> usize { if self.0 == 0 { 1 } else { Gen(self.0 - 1).count().await + 1 } } }
#[tokio::main]
async fn main() { println!("{} {} {}", Leaf.count().await, Gen(3).count().await, Leaf.depth(4).await); }
