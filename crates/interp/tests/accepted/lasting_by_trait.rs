use std::future::Future; trait Job { fn job(&self) -> impl Future<Output = u32> + Send + 'static; } struct A(u32); impl Job for A { fn job(&self) -> impl Future<Output = u32> + Send + 'static { let n = self.0; async move { n } } }
#[tokio::main] async fn main() { let a = A(3); println!("{:?}", tokio::spawn(a.job()).await); }
