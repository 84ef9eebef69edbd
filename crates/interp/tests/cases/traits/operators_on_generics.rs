use std::fmt::Debug;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

trait Number: Copy + Add<Output = Self> + Mul<Output = Self> + Sub<Output = Self> + PartialOrd + Default + Debug { const ONE: Self; fn half(self) -> Self; }
impl Number for i32 { const ONE: i32 = 1; fn half(self) -> i32 { self / 2 } }
impl Number for f64 { const ONE: f64 = 1.0; fn half(self) -> f64 { self / 2.0 } }

fn dot<T: Number>(a: &[T], b: &[T]) -> T { a.iter().zip(b).fold(T::default(), |acc, (x, y)| acc + *x * *y) }
fn power<T: Number>(x: T, n: u32) -> T { (0..n).fold(T::ONE, |acc, _| acc * x) }
fn clamp_all<T: Number>(v: &mut Vec<T>, lo: T, hi: T) { for x in v.iter_mut() { if *x < lo { *x = lo } else if *x > hi { *x = hi } } }
fn total<T: Sum<T> + Clone>(v: &[T]) -> T { v.iter().cloned().sum() }
fn negate<T>(v: Vec<T>) -> Vec<T> where T: Neg<Output = T> { v.into_iter().map(|x| -x).collect() }

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
struct Mod7(u32);
impl Add for Mod7 { type Output = Self; fn add(self, o: Self) -> Self { Mod7((self.0 + o.0) % 7) } }
impl Mul for Mod7 { type Output = Self; fn mul(self, o: Self) -> Self { Mod7(self.0 * o.0 % 7) } }
impl Sub for Mod7 { type Output = Self; fn sub(self, o: Self) -> Self { Mod7((self.0 + 7 - o.0) % 7) } }
impl Number for Mod7 { const ONE: Self = Mod7(1); fn half(self) -> Self { self * Mod7(4) } }

fn main() {
    println!("{} {} {:?}", dot(&[1, 2, 3], &[4, 5, 6]), dot(&[0.5], &[3.0]), dot(&[Mod7(5), Mod7(6)], &[Mod7(3), Mod7(2)]));
    println!("{} {} {:?}", power(3, 4), power(0.5, 3), power(Mod7(3), 6));
    let mut v = vec![1, 50, -4];
    clamp_all(&mut v, 0, 10);
    println!("{v:?} {} {}", total(&[1.5, 2.0]), total(&v));
    println!("{:?} {:?}", negate(vec![1, -2]), negate(vec![0.5]));
    println!("{} {} {:?}", 7.half(), 7.0.half(), Mod7(3).half());
}
