// Fractions and sets of bits: operators by a macro, comparisons with numbers, formatting, Sum and Product.
use std::cmp::Ordering;
use std::collections::HashSet;
use std::fmt::{self, Binary, Debug, Display, LowerHex};
use std::hash::{Hash, Hasher};
use std::iter::{Product, Sum};
use std::ops::*;
use std::str::FromStr;

#[derive(Clone, Copy)]
pub struct Ratio {
    n: i64,
    d: i64,
}

const fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

impl Ratio {
    pub const ZERO: Ratio = Ratio::whole(0);
    pub const ONE: Self = Self::whole(1);

    pub const fn whole(n: i64) -> Self {
        Ratio { n, d: 1 }
    }

    pub fn new(n: i64, d: i64) -> Self {
        assert!(d != 0, "denominator must not be zero");
        let g = gcd(n, d) * d.signum();
        Ratio { n: n / g, d: d / g }
    }

    pub fn recip(self) -> Option<Self> {
        (self.n != 0).then(|| Ratio::new(self.d, self.n))
    }

    pub fn pow(self, exp: i32) -> Self {
        let base = Ratio::new(self.n.pow(exp.unsigned_abs()), self.d.pow(exp.unsigned_abs()));
        if exp < 0 { base.recip().expect("zero to a negative power") } else { base }
    }
}

impl From<i64> for Ratio {
    fn from(n: i64) -> Self {
        Ratio::whole(n)
    }
}

impl From<Ratio> for f64 {
    fn from(r: Ratio) -> f64 {
        r.n as f64 / r.d as f64
    }
}

macro_rules! arithmetic {
    ($($trait:ident::$method:ident, $assign:ident::$assign_method:ident => |$a:ident, $b:ident| $body:expr;)*) => {$(
        impl $trait for Ratio {
            type Output = Ratio;
            fn $method(self, other: Ratio) -> Ratio {
                let ($a, $b) = (self, other);
                $body
            }
        }
        impl<'a> $trait<&'a Ratio> for Ratio {
            type Output = Ratio;
            fn $method(self, other: &'a Ratio) -> Ratio {
                $trait::$method(self, *other)
            }
        }
        impl $trait<i64> for Ratio {
            type Output = Ratio;
            fn $method(self, other: i64) -> Ratio {
                self.$method(Ratio::from(other))
            }
        }
        impl<T> $assign<T> for Ratio where Ratio: $trait<T, Output = Ratio> {
            fn $assign_method(&mut self, other: T) {
                *self = (*self).$method(other);
            }
        }
    )*};
}

arithmetic! {
    Add::add, AddAssign::add_assign => |a, b| Ratio::new(a.n * b.d + b.n * a.d, a.d * b.d);
    Sub::sub, SubAssign::sub_assign => |a, b| a + -b;
    Mul::mul, MulAssign::mul_assign => |a, b| Ratio::new(a.n * b.n, a.d * b.d);
    Div::div, DivAssign::div_assign => |a, b| Ratio::new(a.n * b.d, a.d * b.n);
    Rem::rem, RemAssign::rem_assign => |a, b| a - b * ((a / b).n / (a / b).d);
}

impl Mul<Ratio> for i64 {
    type Output = Ratio;
    fn mul(self, r: Ratio) -> Ratio {
        r * self
    }
}

impl Neg for Ratio {
    type Output = Self;
    fn neg(self) -> Self {
        Ratio { n: -self.n, ..self }
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.n * other.d == other.n * self.d
    }
}
impl Eq for Ratio {}
impl PartialEq<i64> for Ratio {
    fn eq(&self, other: &i64) -> bool {
        *self == Ratio::from(*other)
    }
}
impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.n * other.d).cmp(&(other.n * self.d))
    }
}
impl Hash for Ratio {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.n, self.d).hash(state);
    }
}

impl Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.d == 1 {
            f.pad(&self.n.to_string())
        } else {
            f.pad(&format!("{}/{}", self.n, self.d))
        }
    }
}
impl Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Ratio").field(&format_args!("{}", self)).finish()
    }
}

impl FromStr for Ratio {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        let parse = |t: &str| t.trim().parse::<i64>().map_err(|e| format!("{t:?}: {e}"));
        match s.split_once('/') {
            None => parse(s).map(Ratio::whole),
            Some((_, d)) if d.trim() == "0" => Err("division by zero".into()),
            Some((n, d)) => Ok(Ratio::new(parse(n)?, parse(d)?)),
        }
    }
}

impl Sum for Ratio {
    fn sum<I: Iterator<Item = Ratio>>(iter: I) -> Self {
        iter.fold(Ratio::ZERO, Add::add)
    }
}
impl<'a> Sum<&'a Ratio> for Ratio {
    fn sum<I: Iterator<Item = &'a Ratio>>(iter: I) -> Self {
        iter.copied().sum()
    }
}
impl Product for Ratio {
    fn product<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ONE, |a, b| a * b)
    }
}

/// A set of small numbers, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Bits(u16);

impl BitOr for Bits { type Output = Self; fn bitor(self, o: Self) -> Self { Bits(self.0 | o.0) } }
impl BitAnd for Bits { type Output = Self; fn bitand(self, o: Self) -> Self { Bits(self.0 & o.0) } }
impl BitXorAssign for Bits { fn bitxor_assign(&mut self, o: Self) { self.0 ^= o.0 } }
impl Not for Bits { type Output = Self; fn not(self) -> Self { Bits(!self.0) } }
impl Shl<u32> for Bits { type Output = Self; fn shl(self, n: u32) -> Self { Bits(self.0.checked_shl(n).unwrap_or(0)) } }
impl Binary for Bits { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { Binary::fmt(&self.0, f) } }
impl LowerHex for Bits { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { LowerHex::fmt(&self.0, f) } }
impl Index<u32> for Bits {
    type Output = bool;
    fn index(&self, i: u32) -> &bool {
        if self.0 >> i & 1 == 1 { &true } else { &false }
    }
}
impl FromIterator<u32> for Bits {
    fn from_iter<I: IntoIterator<Item = u32>>(iter: I) -> Self {
        iter.into_iter().fold(Bits::default(), |b, n| b | Bits(1) << n)
    }
}

fn main() {
    let (half, third) = (Ratio::new(1, 2), Ratio::new(-2, -6));
    println!("{} {} {} {}", half + third, half - third, half * third, half / third);
    println!("{} {} {}", half + &third, half * 4, 6 * third);
    let mut acc = Ratio::whole(7);
    acc += half;
    acc *= 2;
    acc -= &Ratio::ONE;
    acc /= third;
    println!("{acc} {:?} {}", acc % Ratio::whole(5), -acc);
    println!("[{half:>6}] [{third:<6}] [{:^6}] [{:*>5}]", Ratio::new(4, 2), Ratio::new(-3, 9));
    println!("{} {} {:?}", half > third, half == Ratio::new(50, 100), third.cmp(&half));
    println!("{} {}", acc == 42, Ratio::ONE == 1);
    println!("{} {}", Ratio::new(2, 3).pow(3), Ratio::new(2, 3).pow(-2));
    let series: Vec<Ratio> = (1..=6).map(|n| Ratio::new(1, n * (n + 1))).collect();
    println!("{} {} {:.4}", series.iter().sum::<Ratio>(), series.iter().copied().product::<Ratio>(), f64::from(series[5]));
    println!("{:?} {:?}", series.iter().max(), series.iter().copied().min().and_then(Ratio::recip));
    for text in ["3/4", "-6/8", "5", "1/0", "x/2", "1/ "] {
        match text.parse::<Ratio>() {
            Ok(r) => println!("{text} is {r}"),
            Err(e) => println!("{text} is bad: {e}"),
        }
    }
    let distinct: HashSet<Ratio> = [half, Ratio::new(3, 6), third].into();
    println!("{}", distinct.len());

    let odd: Bits = (0..12).filter(|n| n % 2 == 1).collect();
    let mut low = Bits(0b1111);
    println!("{:#b} {:016b} {:x}", odd, !odd, odd & low);
    low ^= Bits(0b0110);
    println!("{:b} {} {} {:#06x}", low, low[0], low[1], low << 4 | odd);
    println!("{:?}", (Bits(1) << 20) == Bits::default());
}
