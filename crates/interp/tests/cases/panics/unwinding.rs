use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::cell::Cell;

struct D(&'static str);
impl Drop for D { fn drop(&mut self) { println!("drop {} {}", self.0, std::thread::panicking()); } }

fn deep(n: u32) -> u32 {
    let _d = D(["zero", "one", "two"][n as usize]);
    if n == 0 { panic!("at the bottom {}", 42); }
    deep(n - 1) + 1
}

fn text(e: &(dyn std::any::Any + Send)) -> String {
    if let Some(s) = e.downcast_ref::<&str>() { format!("str {s}") } else if let Some(s) = e.downcast_ref::<String>() { format!("string {s}") } else { "other".into() }
}

fn main() {
    std::panic::set_hook(Box::new(|info| println!("hook: {}", info.payload().downcast_ref::<&str>().copied().unwrap_or("formatted"))));
    let r = catch_unwind(|| deep(2));
    println!("{}", text(&*r.unwrap_err()));
    println!("{:?}", catch_unwind(|| { let _d = D("fine"); 5 }).unwrap());
    let count = Cell::new(0);
    let r = catch_unwind(AssertUnwindSafe(|| { count.set(1); let v: Vec<i32> = vec![]; count.set(2); let _ = v[0]; count.set(3); }));
    println!("{} {}", r.is_err(), count.get());
    for f in [|| None::<i32>.unwrap(), || Err::<i32, _>("why").unwrap(), || None.expect("expected"), || Err::<i32, i32>(3).expect("three"), || Ok::<i32, i32>(3).unwrap_err(), || unreachable!(), || todo!(), || unimplemented!("not {}", "yet"), || { assert!(1 > 2); 0 }, || { assert_eq!(1, 2, "sum of {}", 3); 0 }, || "x".parse::<i32>().unwrap(), || { assert!(false, "told {}", 1); 0 }] {
        println!("{}", text(&*catch_unwind(f).unwrap_err()));
    }
    let again = catch_unwind(|| { if let Err(e) = catch_unwind(|| panic!("inner")) { resume_unwind(e) } });
    println!("again {}", text(&*again.unwrap_err()));
    println!("{}", text(&*catch_unwind(|| std::panic::panic_any(7u8)).unwrap_err()));
    let t = std::thread::spawn(|| { let _d = D("thread"); panic!("in thread") }).join();
    println!("{}", text(&*t.unwrap_err()));
    println!("end");
}
