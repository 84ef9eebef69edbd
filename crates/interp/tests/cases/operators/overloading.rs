use std::ops::{Add, AddAssign, BitAnd, BitOr, Div, Index, IndexMut, Mul, Neg, Not, Rem, Shl, Sub};

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct V(i32, i32);

impl Add for V { type Output = V; fn add(self, o: V) -> V { V(self.0 + o.0, self.1 + o.1) } }
impl Sub for V { type Output = V; fn sub(self, o: V) -> V { V(self.0 - o.0, self.1 - o.1) } }
impl Mul<i32> for V { type Output = V; fn mul(self, k: i32) -> V { V(self.0 * k, self.1 * k) } }
impl Mul<V> for i32 { type Output = V; fn mul(self, v: V) -> V { v * self } }
impl Mul for V { type Output = i32; fn mul(self, o: V) -> i32 { self.0 * o.0 + self.1 * o.1 } }
impl Neg for V { type Output = V; fn neg(self) -> V { V(-self.0, -self.1) } }
impl AddAssign for V { fn add_assign(&mut self, o: V) { self.0 += o.0; self.1 += o.1; } }
impl AddAssign<i32> for V { fn add_assign(&mut self, o: i32) { *self += V(o, o) } }
impl<'a> Add<&'a V> for &'a V { type Output = V; fn add(self, o: &V) -> V { *self + *o } }
impl Div<i32> for V { type Output = Option<V>; fn div(self, k: i32) -> Option<V> { Some(V(self.0.checked_div(k)?, self.1.checked_div(k)?)) } }
impl Rem<i32> for V { type Output = V; fn rem(self, k: i32) -> V { V(self.0 % k, self.1 % k) } }
impl Index<&str> for V { type Output = i32; fn index(&self, k: &str) -> &i32 { match k { "x" => &self.0, "y" => &self.1, _ => panic!("no {k}") } } }
impl IndexMut<&str> for V { fn index_mut(&mut self, k: &str) -> &mut i32 { if k == "x" { &mut self.0 } else { &mut self.1 } } }
impl std::iter::Sum for V { fn sum<I: Iterator<Item = V>>(iter: I) -> V { iter.fold(V::default(), |a, b| a + b) } }

#[derive(Debug, Clone, Copy, PartialEq)]
struct Flags(u8);
impl BitOr for Flags { type Output = Flags; fn bitor(self, o: Flags) -> Flags { Flags(self.0 | o.0) } }
impl BitAnd for Flags { type Output = bool; fn bitand(self, o: Flags) -> bool { self.0 & o.0 != 0 } }
impl Not for Flags { type Output = Flags; fn not(self) -> Flags { Flags(!self.0) } }
impl Shl<u32> for Flags { type Output = Flags; fn shl(self, n: u32) -> Flags { Flags(self.0 << n) } }

fn main() {
    let (a, b) = (V(1, 2), V(3, -4));
    println!("{:?} {:?} {:?} {:?} {} {:?}", a + b, a - b, a * 3, 2 * b, a * b, -a);
    let mut c = a;
    c += b;
    c += 10;
    println!("{c:?} {a:?} {:?} {:?} {:?} {:?}", &a + &b, b / 2, b / 0, b % 3);
    c["x"] = 100;
    c["y"] += 1;
    println!("{} {} {c:?}", c["x"], c["y"]);
    println!("{:?}", [a, b, c].into_iter().sum::<V>());
    let f = Flags(1) | Flags(4);
    println!("{f:?} {} {} {:?} {:?}", f & Flags(4), f & Flags(2), !f, f << 1);
}
