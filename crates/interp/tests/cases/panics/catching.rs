use std::panic::{self, AssertUnwindSafe};

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {} {}", self.0, std::thread::panicking());
    }
}

fn risky(n: i32) -> i32 {
    let _noisy = Noisy("risky");
    if n > 2 {
        panic!("too large: {n}");
    }
    n
}

fn main() {
    panic::set_hook(Box::new(|info| {
        println!("hook: {:?} line {}", info.payload_as_str(), info.location().unwrap().line());
    }));
    println!("{:?}", panic::catch_unwind(|| risky(1)).is_ok());
    let error = panic::catch_unwind(|| risky(3)).unwrap_err();
    println!("{:?} {:?}", error.downcast_ref::<String>(), error.downcast_ref::<&str>());
    let error = panic::catch_unwind(|| panic!("literal")).unwrap_err();
    println!("{:?}", error.downcast_ref::<&str>());
    let mut count = 0;
    let result = panic::catch_unwind(AssertUnwindSafe(|| {
        count += 1;
        let values: Vec<i32> = Vec::new();
        values[count]
    }));
    println!("{} {count}", result.is_err());
    let error = panic::catch_unwind(|| panic::panic_any(42i32)).unwrap_err();
    println!("{:?}", error.downcast_ref::<i32>());
    let result: Result<i32, _> = panic::catch_unwind(|| None.unwrap());
    println!("{}", result.is_err());
    let zero = count as i32 - 1;
    println!("{}", panic::catch_unwind(|| 1 / zero).is_err());
    println!("{}", panic::catch_unwind(|| i32::MAX - zero + count as i32).is_err());
    let _ = panic::take_hook();
    let handle = std::thread::spawn(|| -> i32 { panic!("in a thread") });
    println!("{}", handle.join().is_err());
    println!("end");
}
