use std::panic::catch_unwind;

fn text(r: std::thread::Result<i64>) -> String {
    match r {
        Ok(n) => format!("ok {n}"),
        Err(e) => e.downcast_ref::<&str>().map(|s| s.to_string()).or_else(|| e.downcast_ref::<String>().cloned()).unwrap_or("?".into()),
    }
}

fn id<T>(t: T) -> T { std::hint::black_box(t) }

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    println!("{}", text(catch_unwind(|| i64::from(id(255u8) + id(1)))));
    println!("{}", text(catch_unwind(|| i64::from(id(0u32) - id(1)))));
    println!("{}", text(catch_unwind(|| i64::from(id(i32::MAX) * id(2)))));
    println!("{}", text(catch_unwind(|| i64::from(-id(i8::MIN)))));
    println!("{}", text(catch_unwind(|| i64::from(id(1i32) / id(0)))));
    println!("{}", text(catch_unwind(|| i64::from(id(1i32) % id(0)))));
    println!("{}", text(catch_unwind(|| i64::from(id(i32::MIN) / id(-1)))));
    println!("{}", text(catch_unwind(|| i64::from(id(i32::MIN) % id(-1)))));
    println!("{}", text(catch_unwind(|| i64::from(id(1u8) << id(8)))));
    println!("{}", text(catch_unwind(|| i64::from(id(1i32) >> id(32)))));
    println!("{}", text(catch_unwind(|| i64::from(id(10i32).pow(id(10))))));
    println!("{}", text(catch_unwind(|| i64::from(id(i32::MIN).abs()))));
    println!("{}", text(catch_unwind(|| { let mut x = id(250u8); for _ in 0..10 { x += 1; } i64::from(x) })));
    println!("{}", text(catch_unwind(|| { let s: i32 = [i32::MAX, 1].iter().sum(); i64::from(s) })));
    println!("{}", text(catch_unwind(|| { let p: u8 = [16u8, 16].iter().product(); i64::from(p) })));
    println!("{}", text(catch_unwind(|| { let v = [1, 2, 3]; v[id(3)] })));
    println!("{}", text(catch_unwind(|| { let v = vec![1, 2, 3]; v[id(2)..id(1)].len() as i64 })));
    println!("{}", text(catch_unwind(|| { let v = vec![1, 2, 3]; v[..id(9)].len() as i64 })));
    println!("{}", text(catch_unwind(|| i64::from(id(5u32).next_multiple_of(id(0))))));
    println!("{}", text(catch_unwind(|| id(usize::MAX) as i64)));
}
