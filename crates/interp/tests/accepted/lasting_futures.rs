struct C { n: u32 }
impl C { fn stat(&self) -> impl Future<Output = u32> + Send + 'static { let n = self.n; async move { n } } }
fn main() { let c = C { n: 1 }; let j = c.stat(); drop(c); let w = std::task::Waker::noop(); println!("{:?}", std::pin::pin!(j).poll(&mut std::task::Context::from_waker(w))); }
