//! A program that uses many items of the library; its output is in the file beside it.
use std::rc::Rc;
use std::cell::{Cell, RefCell};
use std::sync::{Arc, Mutex, mpsc, RwLock};
use std::thread;
use std::time::{Duration, Instant};
use std::fmt;
#[derive(Debug, Clone, PartialEq, Default)]
struct P { x: f64, name: String, o: Option<i32> }
#[derive(Debug)]
enum E { A, B(i32), C { x: i32 } }
struct D(&'static str);
impl Drop for D { fn drop(&mut self) { println!("drop {}", self.0); } }
impl fmt::Display for P { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "({}, {})", self.x, self.name) } }
fn main() {
    let r = Rc::new(RefCell::new(vec![1]));
    r.borrow_mut().push(2);
    println!("{:?} {}", r, Rc::strong_count(&r));
    let c = Cell::new(5); c.set(c.get() + 1); println!("{}", c.get());
    let p = P { x: 1.0, name: "n".into(), o: Some(2) };
    println!("{} {:?} {:#?}", p, p.clone(), p);
    println!("{:?} {:?} {:?}", E::A, E::B(1), E::C { x: 2 });
    { let _a = D("a"); let _b = D("b"); }
    let m = Arc::new(Mutex::new(0));
    let hs: Vec<_> = (0..3).map(|i| { let m = Arc::clone(&m); thread::spawn(move || { *m.lock().unwrap() += i; i * 2 }) }).collect();
    let out: Vec<i32> = hs.into_iter().map(|h| h.join().unwrap()).collect();
    println!("{:?} {:?}", out, *m.lock().unwrap());
    println!("{:?}", m);
    let (tx, rx) = mpsc::channel();
    let tx2 = tx.clone();
    thread::spawn(move || { for i in 0..3 { tx.send(i).unwrap(); thread::sleep(Duration::from_millis(10)); } });
    thread::spawn(move || { tx2.send(100).unwrap(); });
    for x in rx { println!("got {x}"); }
    let l = RwLock::new(5); { *l.write().unwrap() += 1; } println!("{:?}", *l.read().unwrap());
    let s = Instant::now(); thread::sleep(Duration::from_millis(20)); println!("{:?}", s.elapsed() >= Duration::from_millis(20));
    println!("{:?} {:?}", Duration::from_millis(1500), Duration::from_micros(2500) * 2);
    let h = thread::spawn(|| { if true { panic!("boom {}", 1) } });
    println!("{:?}", h.join().is_err());
    let e: Result<i32, Box<dyn std::error::Error>> = "x".parse::<i32>().map_err(|e| e.into());
    println!("{}", e.unwrap_err());
    let b: Box<dyn Fn(i32) -> i32> = Box::new(|x| x + 1);
    println!("{}", b(2));
    let any: Box<dyn std::any::Any> = Box::new(5i32);
    println!("{:?}", any.downcast_ref::<i32>());
}
