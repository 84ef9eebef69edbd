use std::sync::{Arc, Mutex, RwLock};
use std::cell::RefCell;
struct Shared { list: RefCell<Vec<i32>> }
fn main() {
    let lock = Arc::new(Mutex::new(vec![1]));
    let first = lock.lock().unwrap().iter();
    println!("{:?}", first);
    let shared = Shared { list: RefCell::new(vec![1]) };
    let head = shared.list.borrow().first();
    println!("{head:?}");
    let rw = RwLock::new(String::new());
    let text = rw.read().unwrap().as_str();
    println!("{text}");
}
