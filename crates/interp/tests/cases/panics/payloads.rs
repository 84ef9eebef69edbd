use std::panic::{catch_unwind, panic_any, set_hook};

fn told(error: Box<dyn std::any::Any + Send>) -> String {
    match (error.downcast_ref::<&str>(), error.downcast_ref::<String>(), error.downcast_ref::<i32>()) {
        (Some(text), ..) => format!("&str {text}"),
        (_, Some(text), _) => format!("String {text}"),
        (.., Some(n)) => format!("i32 {n}"),
        _ => "?".to_string(),
    }
}

fn main() {
    set_hook(Box::new(|info| println!("hook {:?} at line {}", info.payload_as_str(), info.location().unwrap().line())));
    let n = 3;
    println!("{}", told(catch_unwind(|| panic!("plain")).unwrap_err()));
    println!("{}", told(catch_unwind(|| panic!("{} and {}", 1, "two")).unwrap_err()));
    println!("{}", told(catch_unwind(|| panic!("{:>3}", 1)).unwrap_err()));
    println!("{}", told(catch_unwind(|| panic!("{}", true)).unwrap_err()));
    println!("{}", told(catch_unwind(move || panic!("{n} {}", 4)).unwrap_err()));
    println!("{}", told(catch_unwind(|| panic_any(5)).unwrap_err()));
    println!("{}", told(catch_unwind(|| assert!(1 > 2, "less: {}", "one")).unwrap_err()));
    let all = vec![1, 2];
    println!("{}", told(catch_unwind(|| { let _ = all[n]; }).unwrap_err()));
    println!("{}", told(catch_unwind(|| { let _ = &all[..n]; }).unwrap_err()));
    let parts = (String::from("kept"), 1);
    let _ = parts.0;
    println!("{} {}", parts.0, parts.1);
    println!("{} {} {}", "text", 7, 'c');
}
