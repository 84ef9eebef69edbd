use core::num::NonZero;
use std::io::BufRead;
use {std::fmt, std::collections::HashMap};
struct A;
impl fmt::Display for A {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "A")
    }
}
fn main() {
    let m: HashMap<i32, A> = HashMap::from([(1, A)]);
    println!("{}", m[&1]);
    let n = core::num::NonZero::new(5u32).unwrap();
    println!("{n} {n:?} {}", n.get());
    let n: Option<NonZero<u8>> = NonZero::new(0);
    println!("{n:?}");
    let n = NonZero::<i64>::new(-4).unwrap();
    println!("{}", n.get());
    let n: NonZero<usize> = 7.try_into().unwrap();
    println!("{}", n.get());
    let v: Vec<u8> = b"a\nbc\n\nd".to_vec();
    for l in v.lines() {
        println!("{:?}", l.unwrap());
    }
    for l in (&v[2..]).lines() {
        println!("{:?}", l.unwrap());
    }
    let s: &[u8] = b"x y z";
    let mut r: &[u8] = b"q\nr\n";
    let mut line = String::new();
    println!("{:?} {line:?}", r.read_line(&mut line));
    println!("{line:?} {}", r.len());
    let w: *const [i32] = &[1, 2];
    println!("{}", unsafe { (&*w).len() });
    println!("{}", w.len());
    let w: *const i32 = &5;
    println!("{}", unsafe { *w });
    let w: *const dyn fmt::Display = &A;
    println!("{}", unsafe { &*w });
}
