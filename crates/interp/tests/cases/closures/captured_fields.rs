struct Noisy(&'static str);
impl Drop for Noisy { fn drop(&mut self) { println!("drop {}", self.0); } }

struct Pair { a: Noisy, b: Noisy, count: u32 }

fn main() {
    let pair = Pair { a: Noisy("a"), b: Noisy("b"), count: 1 };
    {
        let closure = move || println!("using {}", pair.a.0.len());
        closure();
        println!("closure ends");
    }
    println!("{} {}", pair.b.0, pair.count);
    let mut point = (1, 2);
    {
        let mut change = || point.0 += 10;
        let other = &point.1;
        change();
        println!("{other}");
        change();
    }
    println!("{point:?}");
    let data = vec![1, 2, 3];
    let by_ref = || data.len();
    println!("{} {:?}", by_ref(), data);
    let by_move = move || data.len();
    println!("{}", by_move());
    let noisy = Noisy("consumed");
    let consume = || drop(noisy);
    println!("before");
    consume();
    println!("after");
    let mut n = 5;
    let mut copy = move || { n += 1; n };
    println!("{} {} {n}", copy(), copy());
    n += 1;
    println!("{n}");
    let text = String::from("shared");
    let first = || text.len();
    let second = || text.to_uppercase();
    println!("{} {}", first(), second());
    println!("end");
}
