use std::rc::Rc;
use std::thread;

fn main() {
    let number = Rc::new(1);
    let handle = thread::spawn(move || println!("{number}"));
    handle.join().unwrap();
}
