const LIMIT: usize = 3;
const NAMES: [&str; LIMIT] = ["one", "two", "three"];
static GREETING: &str = "hello";
static TABLE: [[u8; 2]; 2] = [[1, 2], [3, 4]];
const SQUARED: u32 = square(12);
const MASK: u8 = !0 << 4;

const fn square(n: u32) -> u32 {
    n * n
}

struct Circle;

impl Circle {
    const SIDES: u32 = 0;
    const NAME: &'static str = "circle";
}

trait Shape {
    const SIDES: u32;
    const DOUBLE: u32 = Self::SIDES * 2;
}

impl Shape for [u8; 4] {
    const SIDES: u32 = 4;
}

fn counter() -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(10);
    COUNT.fetch_add(1, Ordering::SeqCst)
}

fn main() {
    const LOCAL: i64 = LIMIT as i64 * -2;
    println!("{LIMIT} {NAMES:?} {GREETING} {} {SQUARED} {MASK:08b} {LOCAL}", TABLE[1][0]);
    println!("{} {} {} {}", Circle::SIDES, Circle::NAME, <[u8; 4]>::SIDES, <[u8; 4] as Shape>::DOUBLE);
    println!("{} {} {}", counter(), counter(), counter());
    match 144 { SQUARED => println!("squared"), _ => println!("other") }
    let mut copy = NAMES;
    copy[0] = "changed";
    println!("{} {}", copy[0], NAMES[0]);
    println!("{:?}", u8::MAX as u32 + i8::MAX as u32);
}
