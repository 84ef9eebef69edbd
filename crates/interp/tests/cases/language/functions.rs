fn apply<F>(f: F, n: u8) -> u8 where F: Fn(u8) -> u8 { f(n) }

fn factorial(n: u64) -> u64 { if n < 2 { 1 } else { n * factorial(n - 1) } }

fn is_even(n: u32) -> bool { n == 0 || is_odd(n - 1) }
fn is_odd(n: u32) -> bool { n != 0 && is_even(n - 1) }

fn swap(pair: (i32, &str)) -> (&str, i32) { (pair.1, pair.0) }

fn destructured((a, b): (i32, i32), [c, .., d]: [i32; 4], Wrap { inner }: Wrap) -> i32 { a + b * c - d + inner }

struct Wrap { inner: i32 }

fn changes(mut v: Vec<i32>) -> Vec<i32> { v.push(0); v }

fn early(n: i32) -> Option<i32> {
    if n < 0 { return None; }
    let half = match n { 0 => return Some(-1), n => n / 2 };
    Some(half)
}

fn add_all(values: &[i32], into: &mut i32) { for v in values { *into += v; } }

fn diverges() -> ! { std::process::exit(3) }

fn main() {
    fn double(n: u8) -> u8 { n * 2 }
    println!("{} {} {}", apply(double, 4), apply(|n| n + 1, 4), apply(u8::count_ones_of, 7));
    println!("{} {} {}", factorial(20), is_even(10), is_odd(10));
    println!("{:?} {}", swap((1, "x")), destructured((1, 2), [3, 0, 0, 4], Wrap { inner: 100 }));
    println!("{:?}", changes(vec![1]));
    println!("{:?} {:?} {:?}", early(-1), early(0), early(9));
    let mut sum = 1;
    add_all(&[1, 2, 3], &mut sum);
    println!("{sum}");
    let pointers: Vec<fn(u8) -> u8> = vec![double, |n| n - 1];
    println!("{:?}", pointers.iter().map(|f| f(10)).collect::<Vec<_>>());
    if sum == 7 { diverges() }
    println!("not reached");
}

trait CountOnes { fn count_ones_of(self) -> u8; }
impl CountOnes for u8 { fn count_ones_of(self) -> u8 { self.count_ones() as u8 } }
