use std::cell::RefCell;

thread_local! { static LOG: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) }; }
struct D(&'static str);
impl D { fn new(s: &'static str) -> D { D(s) } fn len(&self) -> usize { print!("len "); self.0.len() } fn get(&self) -> Option<usize> { Some(self.0.len()) } fn none(&self) -> Option<usize> { None } fn me(&self) -> &D { self } fn yes(&self) -> bool { true } }
impl Drop for D { fn drop(&mut self) { print!("~{} ", self.0); } }

fn tail() -> usize { let _local = D("local"); D("tail").len() }

fn main() {
    let n = D::new("statement").len();
    println!("{n}");
    if D("if").yes() { print!("body "); }
    println!();
    if let Some(n) = D("iflet").get() { print!("body {n} "); } else { print!("else "); }
    println!();
    if let Some(n) = D("iflet-none").none() { print!("body {n} "); } else { print!("else "); }
    println!();
    match D("match").get() { Some(n) => print!("arm {n} "), None => {} }
    println!();
    let mut k = 0;
    while D("while").yes() && k < 2 { print!("body "); k += 1; }
    println!();
    let extended = &D("extended");
    print!("use {} ", extended.0);
    println!();
    let inner = D("chain").me().me().len();
    println!("{inner}");
    println!("{} {}", D("arg1").len(), D("arg2").len());
    println!("{}", tail());
    let x = { let t = D("block"); t.len() };
    println!("{x}");
    let c = (D("c1").len(), D("c2").len());
    println!("{c:?}");
    let Some(_n) = D("letelse").get() else { return };
    println!("after");
    let s = [&D("e1"), &D("e2")].map(|d| d.0.len());
    println!("{s:?}");
    for i in 0..D("for").len() - 1 { print!("{i} "); }
    println!();
    let b = D("and").yes() && D("then").yes();
    println!("{b}");
    LOG.with_borrow_mut(|l| l.push("end".into()));
    println!("{:?}", LOG.take());
}
