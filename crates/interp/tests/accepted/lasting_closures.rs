struct C { n: u32 }
impl C { fn job(&self) -> impl FnOnce() -> u32 + Send + 'static { let n = self.n; move || n } }
fn make(c: &C) -> impl FnOnce() -> u32 + Send + 'static { let n = c.n; move || n }
fn main() { let c = C { n: 1 }; println!("{:?}", std::thread::spawn(c.job()).join().unwrap());  println!("{:?}", std::thread::spawn(make(&c)).join().unwrap()); }
