use std::cell::{Cell, RefCell};
use std::thread;

struct Noisy(&'static str);
impl Drop for Noisy { fn drop(&mut self) { println!("local {} dropped", self.0); } }

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(1) };
    static NAMES: RefCell<Vec<String>> = RefCell::new({ println!("init"); vec!["start".to_string()] });
    static NOISY: Noisy = Noisy("worker");
}

fn bump() -> u32 { COUNT.with(|c| { c.set(c.get() * 2); c.get() }) }

fn main() {
    println!("{} {}", bump(), bump());
    NAMES.with(|n| n.borrow_mut().push("main".into()));
    let other = thread::spawn(|| {
        NAMES.with_borrow_mut(|n| n.push("other".into()));
        NOISY.with(|n| println!("using {}", n.0));
        (bump(), NAMES.with_borrow(|n| n.clone()))
    }).join().unwrap();
    println!("{other:?}");
    println!("{:?} {}", NAMES.take(), COUNT.replace(7));
    NAMES.set(vec!["set".into()]);
    println!("{:?} {}", NAMES.with(|n| n.borrow().join(",")), COUNT.get());
    COUNT.set(50);
    println!("{}", bump());
}
