// user's own Stream trait with blanket impl for &mut S, no Unpin
use tokio::time::{Sleep, sleep}; use std::time::Duration;
trait Stream { type Item; async fn next(&mut self) -> Option<Self::Item>; }
impl<S: Stream> Stream for &mut S { type Item = S::Item; async fn next(&mut self) -> Option<S::Item> { (**self).next().await } }
struct Delayed { first: Option<Sleep>, n: u32 }
impl Stream for Delayed { type Item = u32; async fn next(&mut self) -> Option<u32> { if let Some(s) = self.first.take() { s.await } self.n += 1; (self.n < 4).then_some(self.n) } }
async fn collect<S: Stream>(mut s: S) -> Vec<S::Item> { let mut v = vec![]; while let Some(x) = s.next().await { v.push(x) } v }
#[tokio::main]
async fn main() { let mut d = Delayed { first: Some(sleep(Duration::from_millis(1))), n: 0 }; println!("{:?}", collect(&mut d).await); println!("{:?}", collect(d).await); }
