use std::cell::{Cell, RefCell};
use std::thread;

struct Loud(&'static str, u32);
impl Drop for Loud { fn drop(&mut self) { println!("drop {} {}", self.0, self.1); } }

thread_local! {
    static ID: Cell<u32> = const { Cell::new(0) };
    static SEEN: RefCell<Vec<u32>> = RefCell::new(Vec::new());
    static FIRST: Loud = Loud("first", ID.get());
    static SECOND: Loud = Loud("second", ID.get());
}

fn note(n: u32) -> usize { SEEN.with_borrow_mut(|it| { it.push(n); it.len() }) }

fn main() {
    println!("{} {}", note(1), note(2));
    let inner = thread::spawn(|| {
        ID.set(7);
        SECOND.with(|it| println!("see {}", it.1));
        FIRST.with(|it| println!("see {}", it.1));
        let deeper = thread::spawn(|| { println!("deeper {} {}", ID.get(), note(5)); }).join();
        (note(3), deeper.is_ok(), ID.get())
    });
    println!("{:?}", inner.join().unwrap());
    thread::scope(|scope| {
        for n in 1..3 {
            scope.spawn(move || { ID.set(n * 10); println!("{} {}", note(n), ID.replace(0)); }).join().unwrap();
        }
    });
    println!("{} {:?} {}", note(9), SEEN.take(), ID.get());
    let panicked = thread::spawn(|| { ID.set(1); FIRST.with(|_| ()); panic!("over") }).join();
    println!("{}", panicked.is_err());
}
