// What a scrutinee makes in passing is dropped at the end of the statement that the match is part of.
struct D(&'static str);
impl Drop for D { fn drop(&mut self) { println!("drop {}", self.0); } }
impl D { fn n(&self) -> usize { self.0.len() } fn opt(&self) -> Option<&str> { Some(self.0) } }
fn show(a: usize, b: &str) -> usize { println!("show {a} {b}"); a }
fn main() {
    let x = show(match D("one").n() { 3 => { println!("arm"); 1 } _ => 0 }, "x") + 1;
    println!("x {x}");
    let y = match D("two").opt() { Some(t) => t.len(), None => 0 } + { println!("right"); 1 };
    println!("y {y}");
    let z = (match D("three").n() { n => n }, println!("second"));
    println!("z {z:?}");
    match D("four").n() { _ => println!("in four") }
    println!("after four");
    let s = if let Some(t) = D("five").opt() { t.len() } else { 0 } + { println!("right five"); 1 };
    println!("{s}");
    let v = match D("six").opt() { Some(t) => t.to_string(), None => String::new() }.len();
    println!("{v}");
    let w = { match D("seven").n() { n => n } };
    println!("w {w}");
    println!("{} {}", match D("eight").n() { n => n }, { println!("mid"); 0 });
    if match D("nine").n() { 4 => true, _ => false } { println!("then"); }
    let f = || match D("ten").n() { n => { println!("in closure"); n } };
    println!("f {}", f() + 1);
    let m = std::sync::Mutex::new(0);
    let future = std::pin::pin!(match *m.lock().unwrap() { 0 => std::future::ready(1), _ => std::future::ready(2) });
    println!("free again: {}", m.try_lock().is_ok());
    drop(future);
    let parts = (match *m.lock().unwrap() { 0 => "none", _ => "some" }, &D("part"));
    println!("free again: {} {}", m.try_lock().is_ok(), parts.0);
    struct Job<'a> { name: &'a String, kind: u8 }
    let job = Job { name: &String::from("a"), kind: match *m.lock().unwrap() { 0 => 1, _ => 2 } };
    println!("free again: {} {} {}", m.try_lock().is_ok(), job.name, job.kind);
    let list = [&D("first"), parts.1];
    println!("{}", list[0].n() + list[1].n());
}
