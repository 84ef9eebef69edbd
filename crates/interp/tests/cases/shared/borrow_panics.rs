use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn message(f: impl FnOnce()) -> String {
    match catch_unwind(AssertUnwindSafe(f)) {
        Ok(()) => "fine".into(),
        Err(e) => e.downcast_ref::<String>().cloned().or(e.downcast_ref::<&str>().map(|s| s.to_string())).unwrap_or_default(),
    }
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let cell = RefCell::new(1);
    println!("{}", message(|| { let _a = cell.borrow(); let _b = cell.borrow_mut(); }));
    println!("{}", message(|| { let _a = cell.borrow_mut(); let _b = cell.borrow(); }));
    println!("{}", message(|| { let a = cell.borrow_mut(); drop(a); let _b = cell.borrow_mut(); }));
    println!("{}", message(|| { *cell.borrow_mut() += *RefCell::new(1).borrow(); }));
    println!("{}", message(|| match *cell.borrow() { n => { println!("{n}"); cell.replace(n + 1); } }));
    println!("{} {:?}", message(|| { let n = *cell.borrow(); cell.replace(n + 1); }), cell);
    println!("{}", message(|| if let Some(n) = i32::checked_add(*cell.borrow(), 1) { *cell.borrow_mut() = n; }));
    println!("{}", message(|| { let n = { *cell.borrow() }; *cell.borrow_mut() = n * 2; }));
    println!("{cell:?}");
}
