use std::cell::RefCell;
use std::thread;

fn main() {
    let number = RefCell::new(1);
    thread::scope(|scope| {
        scope.spawn(|| *number.borrow_mut() += 1);
    });
    println!("{:?}", number);
}
