use std::ops::{Add, AddAssign, Index, Mul, Neg, Not};
use std::thread::{self, sleep};
use std::time::Duration;

fn pause(what: &str) { println!("begin {what}"); sleep(Duration::from_millis(40)); println!("end {what}"); }

#[derive(Clone, Copy, Debug, PartialEq)]
struct N(i32);
impl Add for N { type Output = N; fn add(self, other: N) -> N { pause("add"); N(self.0 + other.0) } }
impl Mul<i32> for N { type Output = N; fn mul(self, by: i32) -> N { pause("mul"); N(self.0 * by) } }
impl AddAssign<i32> for N { fn add_assign(&mut self, by: i32) { pause("add_assign"); self.0 += by; } }
impl Neg for N { type Output = N; fn neg(self) -> N { pause("neg"); N(-self.0) } }
impl Not for N { type Output = bool; fn not(self) -> bool { pause("not"); self.0 == 0 } }
impl PartialOrd for N { fn partial_cmp(&self, other: &N) -> Option<std::cmp::Ordering> { pause("cmp"); self.0.partial_cmp(&other.0) } }

struct Digits(i32);
impl Index<u32> for Digits { type Output = str; fn index(&self, at: u32) -> &str { pause("index"); if at == 0 { "none" } else { "some" } } }
impl IntoIterator for Digits {
    type Item = i32;
    type IntoIter = std::vec::IntoIter<i32>;
    fn into_iter(self) -> Self::IntoIter { pause("into_iter"); vec![self.0 / 10, self.0 % 10].into_iter() }
}

#[derive(Debug)]
struct Low;
#[derive(Debug)]
struct High(String);
impl From<Low> for High { fn from(_: Low) -> High { pause("from"); High("high".to_string()) } }
fn low() -> Result<i32, Low> { Err(Low) }
fn high() -> Result<i32, High> { let n = low()?; Ok(n + 1) }

fn main() {
    let other = thread::spawn(|| {
        sleep(Duration::from_millis(20));
        for n in 0..11 {
            println!("  meanwhile {n}");
            sleep(Duration::from_millis(40));
        }
    });
    let mut n = N(1) + N(2);
    n += 4;
    println!("{:?} {:?}", n, -n);
    println!("{} {:?}", !n, n * 2);
    if n > N(3) && n != N(0) { println!("more"); }
    println!("{}", &Digits(0)[1]);
    for digit in Digits(42) { println!("{digit}"); }
    println!("{:?}", high());
    other.join().unwrap();
}
