use std::sync::{Arc, Mutex};

mod tools {
    macro_rules! list { ($($x:tt)*) => { vec![$($x)*] }; }
    macro_rules! twice { ($x:expr) => { $x * 2 }; }
    pub(crate) use {list, twice as double};
}
use tools::double;

struct Account { balance: u64 }

fn main() {
    let (a, b) = (Arc::new(Mutex::new(Account { balance: 10 })), Arc::new(Mutex::new(Account { balance: 1 })));
    for first in [true, false] {
        let (mut x, mut y);
        if first { x = a.lock().unwrap(); y = b.lock().unwrap(); } else { y = b.lock().unwrap(); x = a.lock().unwrap(); }
        x.balance -= 3;
        y.balance += 3;
        println!("{} {}", x.balance, y.balance);
    }
    let (text, (number, _ignored));
    text = "later";
    number = double!(21);
    _ignored = 'x';
    println!("{text} {number} {:?}", tools::list![1, 2]);
}
