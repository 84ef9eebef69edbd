use std::ops::{Add, Mul};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct V(f64, f64);
impl Add for V { type Output = V; fn add(self, o: V) -> V { V(self.0 + o.0, self.1 + o.1) } }
impl Mul<f64> for V { type Output = V; fn mul(self, k: f64) -> V { V(self.0 * k, self.1 * k) } }
struct Deep(u32);
impl PartialEq for Deep { fn eq(&self, o: &Self) -> bool { self.0 == o.0 } }
struct Node { name: String, next: Option<Box<Node>> }
impl Drop for Node { fn drop(&mut self) { if self.name.len() < 3 { println!("drop {}", self.name); } } }
struct Pool { workers: Vec<Option<thread::JoinHandle<()>>>, sender: Option<mpsc::Sender<u32>>, done: Arc<Mutex<Vec<u32>>> }
impl Pool { fn new(n: usize) -> Pool {
    let (tx, rx) = mpsc::channel(); let rx = Arc::new(Mutex::new(rx)); let done = Arc::new(Mutex::new(vec![]));
    let workers = (0..n).map(|_| { let rx = Arc::clone(&rx); let done = done.clone(); Some(thread::spawn(move || loop {
        let job: Result<u32, _> = rx.lock().unwrap().recv(); match job { Ok(j) => done.lock().unwrap().push(j), Err(_) => break } })) }).collect();
    Pool { workers, sender: Some(tx), done } } }
impl Drop for Pool { fn drop(&mut self) {
    drop(self.sender.take());
    for w in &mut self.workers { if let Some(w) = w.take() { w.join().unwrap(); } }
    let mut d = self.done.lock().unwrap(); d.sort(); println!("done {d:?}");
} }
struct Bomb(&'static str);
impl Drop for Bomb { fn drop(&mut self) { println!("bomb {}", self.0); if self.0 == "x" { panic!("boom") } } }
struct Two { a: Bomb, b: Bomb }
fn main() {
    let v = V(1.0, 2.0) + V(0.5, 0.5) * 2.0; println!("{v:?} {} {}", v == V(2.0, 3.0), v < V(3.0, 0.0));
    println!("{} {}", Deep(1) == Deep(1), Deep(1) != Deep(1));
    let mut list = None;
    for i in 0..3000 { list = Some(Box::new(Node { name: format!("n{i}"), next: list })); }
    drop(list);
    { let p = Pool::new(2); for i in 0..5 { p.sender.as_ref().unwrap().send(i).unwrap(); } println!("sent"); }
    let mut p = Some(Pool::new(1)); p = None; println!("{}", p.is_none());
    let r = std::panic::catch_unwind(|| { let _last = Bomb("last"); let _t = Two { a: Bomb("x"), b: Bomb("b") }; println!("in"); });
    println!("{}", r.is_err());
    let s = &2 + &3; println!("{s} {}", &s * 2);
    let words: Vec<String> = vec!["b".into(), "a".into()]; println!("{}", words[0] > words[1]);
    let mut total = V(0.0, 0.0); for i in 0..4 { total = total + V(i as f64, 1.0); } println!("{total:?}");
}
