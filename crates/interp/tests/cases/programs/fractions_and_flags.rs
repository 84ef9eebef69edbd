//! Operators, conversions and traits: Fraction, BigUint, Polynomial, Complex, bitflags
use std::cmp::Ordering;
use std::fmt;
use std::iter::{Product, Sum};
use std::ops::*;
use std::str::FromStr;

#[derive(Debug, Clone, Copy, Hash, Eq, PartialEq)]
pub struct Ratio {
    n: i64,
    d: i64,
}
impl Ratio {
    pub const ZERO: Ratio = Ratio { n: 0, d: 1 };
    pub fn new(n: i64, d: i64) -> Self {
        assert_ne!(d, 0, "zero denominator");
        let g = gcd(n.abs(), d.abs()) * d.signum();
        Ratio { n: n / g, d: d / g }
    }
}
fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}
impl From<i64> for Ratio {
    fn from(n: i64) -> Self {
        Ratio { n, d: 1 }
    }
}
impl From<(i64, i64)> for Ratio {
    fn from((n, d): (i64, i64)) -> Self {
        Ratio::new(n, d)
    }
}
impl From<Ratio> for f64 {
    fn from(r: Ratio) -> f64 {
        r.n as f64 / r.d as f64
    }
}
impl FromStr for Ratio {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        let num = |t: &str| t.trim().parse::<i64>().map_err(|e| format!("{t:?}: {e}"));
        match s.split_once('/') {
            Some((_, d)) if num(d)? == 0 => Err("zero".into()),
            Some((n, d)) => Ok(Ratio::new(num(n)?, num(d)?)),
            None => num(s).map(Ratio::from),
        }
    }
}
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ratio { n, d: 1 } => fmt::Display::fmt(n, f),
            Ratio { n, d } => f.pad(&format!("{n}/{d}")),
        }
    }
}
macro_rules! ratio_op {
    ($($Tr:ident $f:ident $TrA:ident $fa:ident: |$a:ident, $b:ident| $e:expr;)*) => {$(
        impl $Tr for Ratio { type Output = Ratio; fn $f(self, other: Ratio) -> Ratio { let ($a, $b) = (self, other); $e } }
        impl $Tr<&Ratio> for &Ratio { type Output = Ratio; fn $f(self, other: &Ratio) -> Ratio { $Tr::$f(*self, *other) } }
        impl $Tr<i64> for Ratio { type Output = Ratio; fn $f(self, other: i64) -> Ratio { self.$f(Ratio::from(other)) } }
        impl $TrA for Ratio { fn $fa(&mut self, other: Ratio) { *self = self.$f(other) } }
    )*};
}
ratio_op! {
    Add add AddAssign add_assign: |a, b| Ratio::new(a.n * b.d + b.n * a.d, a.d * b.d);
    Sub sub SubAssign sub_assign: |a, b| Ratio::new(a.n * b.d - b.n * a.d, a.d * b.d);
    Mul mul MulAssign mul_assign: |a, b| Ratio::new(a.n * b.n, a.d * b.d);
    Div div DivAssign div_assign: |a, b| Ratio::new(a.n * b.d, a.d * b.n);
}
impl Neg for Ratio {
    type Output = Self;
    fn neg(self) -> Self {
        Ratio { n: -self.n, ..self }
    }
}
impl PartialOrd for Ratio {
    fn partial_cmp(&self, o: &Self) -> Option<Ordering> {
        Some(self.cmp(o))
    }
}
impl Ord for Ratio {
    fn cmp(&self, o: &Self) -> Ordering {
        (self.n * o.d).cmp(&(o.n * self.d))
    }
}
impl Sum for Ratio {
    fn sum<I: Iterator<Item = Self>>(i: I) -> Self {
        i.fold(Self::ZERO, Add::add)
    }
}
impl<'a> Product<&'a Ratio> for Ratio {
    fn product<I: Iterator<Item = &'a Ratio>>(i: I) -> Self {
        i.fold(1.into(), |a, b| a * *b)
    }
}
impl PartialEq<i64> for Ratio {
    fn eq(&self, o: &i64) -> bool {
        self.d == 1 && self.n == *o
    }
}

#[derive(Clone, PartialEq, Eq, Default)]
struct Big(Vec<u32>);
impl From<u64> for Big {
    fn from(n: u64) -> Self {
        let mut b = Big(vec![n as u32, (n >> 32) as u32]);
        b.trim();
        b
    }
}
impl Big {
    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
    fn factorial(n: u32) -> Big {
        (1..=n).fold(Big::from(1), |acc, k| acc * k)
    }
}
impl Mul<u32> for Big {
    type Output = Big;
    fn mul(mut self, k: u32) -> Big {
        let mut carry = 0u64;
        for d in &mut self.0 {
            let t = u64::from(*d) * u64::from(k) + carry;
            *d = t as u32;
            carry = t >> 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
        self
    }
}
impl Add<&Big> for Big {
    type Output = Big;
    fn add(mut self, rhs: &Big) -> Big {
        self.0.resize(self.0.len().max(rhs.0.len()) + 1, 0);
        let mut carry = false;
        for (i, d) in self.0.iter_mut().enumerate() {
            let (s, c1) = d.overflowing_add(*rhs.0.get(i).unwrap_or(&0));
            let (s, c2) = s.overflowing_add(carry as u32);
            (*d, carry) = (s, c1 | c2);
        }
        self.trim();
        self
    }
}
impl fmt::Display for Big {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (mut digits, mut rest) = (Vec::new(), self.0.clone());
        while !rest.is_empty() {
            let mut rem = 0u64;
            for d in rest.iter_mut().rev() {
                let cur = rem << 32 | *d as u64;
                *d = (cur / 1_000_000_000) as u32;
                rem = cur % 1_000_000_000;
            }
            digits.push(rem);
            while let Some(0) = rest.last() {
                rest.pop();
            }
        }
        let mut s = digits.pop().unwrap_or_default().to_string();
        s.extend(digits.iter().rev().map(|d| format!("{d:09}")));
        f.pad_integral(true, "", &s)
    }
}
#[derive(Debug, Clone, PartialEq)]
struct Poly<T>(Vec<T>);
impl<T: Copy + Default + Add<Output = T> + Mul<Output = T>> Poly<T> {
    fn eval(&self, x: T) -> T {
        self.0.iter().rev().fold(T::default(), |acc, &c| acc * x + c)
    }
}
impl<'a, T> Mul for &'a Poly<T>
where
    T: Copy + Default + AddAssign + Mul<Output = T>,
{
    type Output = Poly<T>;
    fn mul(self, rhs: &'a Poly<T>) -> Poly<T> {
        let mut out = vec![T::default(); self.0.len() + rhs.0.len() - 1];
        for (i, &a) in self.0.iter().enumerate() {
            for (j, &b) in rhs.0.iter().enumerate() {
                out[i + j] += a * b;
            }
        }
        Poly(out)
    }
}
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Flags(u8);
impl Flags {
    const READ: Self = Self(1);
    const WRITE: Self = Self(1 << 1);
    const EXEC: Self = Self(1 << 2);
    const RW: Self = Self(Self::READ.0 | Self::WRITE.0);
    fn contains(self, o: Self) -> bool {
        self & o == o
    }
}
impl BitOr for Flags {
    type Output = Self;
    fn bitor(self, o: Self) -> Self {
        Flags(self.0 | o.0)
    }
}
impl BitAnd for Flags {
    type Output = Self;
    fn bitand(self, Flags(o): Self) -> Self {
        Flags(self.0 & o)
    }
}
impl BitXorAssign for Flags {
    fn bitxor_assign(&mut self, o: Self) {
        self.0 ^= o.0
    }
}
impl Not for Flags {
    type Output = Self;
    fn not(self) -> Self {
        Flags(!self.0 & 7)
    }
}
impl Shl<u32> for Flags {
    type Output = Self;
    fn shl(self, n: u32) -> Self {
        Flags(self.0 << n & 7)
    }
}
impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = [(Flags::READ, "READ"), (Flags::WRITE, "WRITE"), (Flags::EXEC, "EXEC")]
            .into_iter()
            .filter(|&(x, _)| self.contains(x))
            .map(|(_, n)| n)
            .collect();
        if names.is_empty() { f.write_str("(none)") } else { f.write_str(&names.join(" | ")) }
    }
}
struct Text(String);
impl Index<RangeFull> for Text {
    type Output = str;
    fn index(&self, _: RangeFull) -> &str {
        &self.0
    }
}
impl Index<usize> for Text {
    type Output = str;
    fn index(&self, i: usize) -> &str {
        self.0.split(' ').nth(i).unwrap_or("")
    }
}
impl Index<&str> for Text {
    type Output = str;
    fn index(&self, p: &str) -> &str {
        self.0.find(p).map_or("", |i| &self.0[i..])
    }
}
impl Rem<char> for &Text {
    type Output = usize;
    fn rem(self, c: char) -> usize {
        self.0.matches(c).count()
    }
}

fn main() {
    let (a, b) = (Ratio::new(1, 2), Ratio::new(3, -4));
    println!("{} {} {} {} {}", a + b, a - b, a * b, a / b, -a);
    println!("{} {} {}", &a + &b, a + 3, a * 4 == 2);
    let mut c = a;
    c += b;
    c *= 8.into();
    c /= Ratio::from((2, 3));
    println!("{c} [{:>6}] [{:<6}] {:?} {}", a, Ratio::from(7), c.cmp(&a), f64::from(b));
    println!(
        "{:?} {:?} {:?} {:?}",
        "6/8".parse::<Ratio>(),
        "5".parse::<Ratio>(),
        Ratio::from_str("1/0"),
        "x/2".parse::<Ratio>()
    );
    println!(
        "{} {}",
        (1..=10).map(|n| Ratio::new(1, n * (n + 1))).sum::<Ratio>(),
        [a, b, c].iter().product::<Ratio>()
    );
    let mut v = [a, b, c, Ratio::ZERO];
    v.sort_by(|x, y| y.cmp(x));
    println!("{} {:?}", v.map(|r| r.to_string()).join(" > "), v.iter().max());
    println!("{} {:>30}", Big::factorial(30), Big::factorial(20) + &Big::from(u64::MAX));
    println!("{} {}", Big::default(), Big::factorial(5) == Big::from(120));
    let p = Poly(vec![1, -3, 2]);
    println!("{:?} {} {:.2}", &p * &p, p.eval(5), Poly(vec![0.5, 1.5]).eval(2.0));
    let mut f = Flags::RW;
    println!("{f:?} {:?} {:?} {:?}", !f, f & Flags::WRITE | Flags::EXEC, Flags::READ << 2);
    f ^= Flags::READ;
    println!("{f:?} {:?} {}", Flags::default(), f.contains(Flags::WRITE));
    let t = Text("the quick brown fox".into());
    println!("{:?} {:?} {:?} {}", &t[..], &t[2], &t["qu"], &t % 'o');
}
