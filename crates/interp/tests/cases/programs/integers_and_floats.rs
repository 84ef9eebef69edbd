// Integers, bits and floats: a tour of the numeric API
use std::num::{NonZeroU8, NonZeroUsize, Saturating, Wrapping};
use std::str::FromStr;

struct XorShift(u64);
impl XorShift {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
    fn range(&mut self, r: std::ops::RangeInclusive<i32>) -> i32 {
        let span = (*r.end() as i64 - *r.start() as i64 + 1) as u64;
        r.start() + (self.next() % span) as i32
    }
    fn float(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
    fn shuffle<T>(&mut self, v: &mut [T]) {
        for i in (1..v.len()).rev() {
            v.swap(i, self.next() as usize % (i + 1));
        }
    }
}
const fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
const G: u64 = gcd(1 << 20, 3 * 64);
const CRC: [u32; 256] = {
    let mut table = [0u32; 256];
    let mut i = 0;
    while i < 256 {
        let mut c = i as u32;
        let mut k = 0;
        while k < 8 {
            c = if c & 1 != 0 { 0xEDB8_8320 ^ (c >> 1) } else { c >> 1 };
            k += 1;
        }
        table[i] = c;
        i += 1;
    }
    table
};
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |c, &b| CRC[((c ^ b as u32) & 0xff) as usize] ^ (c >> 8))
}
fn fnv1a(s: &str) -> u64 {
    s.bytes().fold(0xcbf29ce484222325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100000001b3))
}
fn mod_pow(mut b: u128, mut e: u128, m: u128) -> u128 {
    let mut r = 1;
    b %= m;
    while e > 0 {
        if e & 1 == 1 {
            r = r * b % m;
        }
        b = b * b % m;
        e >>= 1;
    }
    r
}
macro_rules! limits {
    ($($t:ident),* $(,)?) => { $( println!("{:>5}: {} ..= {} ({} bits)", stringify!($t), $t::MIN, $t::MAX, $t::BITS); )* };
}
fn radix(mut n: u32, base: u32) -> String {
    let mut digits = vec![];
    loop {
        digits.push(char::from_digit(n % base, base).unwrap());
        n /= base;
        if n == 0 {
            break digits.iter().rev().collect();
        }
    }
}

fn main() {
    limits!(u8, i16, u32, i64, u128);
    println!("{:?} {:?} {:?}", 250u8.checked_add(6), i32::MIN.checked_abs(), 5u8.checked_sub(6));
    println!("{} {} {}", 250u8.wrapping_add(10), i8::MIN.wrapping_neg(), i16::MAX.wrapping_mul(2));
    println!("{} {} {}", 250u8.saturating_add(10), (-100i8).saturating_sub(100), i32::MAX.saturating_mul(-2));
    println!("{:?} {:?} {:?}", 200u8.overflowing_mul(2), i8::MIN.overflowing_neg(), 1u32.overflowing_shl(33));
    println!(
        "{} {} {} {}",
        40u32.leading_zeros(),
        40u16.trailing_zeros(),
        (-1i8).count_ones(),
        0xF0u8.leading_ones()
    );
    println!(
        "{:#x} {:#x} {:#x}",
        0x12345678u32.rotate_left(8),
        0x1234u16.swap_bytes(),
        0b1101u8.reverse_bits()
    );
    println!("{:?} {:?} {}", 0x0102u16.to_be_bytes(), 1i32.to_le_bytes(), u32::from_be_bytes(*b"Rust"));
    println!("{} {} {} {}", 7i32.pow(3), 10u64.ilog10(), 1000u32.ilog2(), 99u8.isqrt());
    println!("{} {} {} {}", -7 / 2, -7 % 2, (-7i32).div_euclid(2), (-7i32).rem_euclid(2));
    println!(
        "{} {} {} {}",
        17u32.next_power_of_two(),
        16u8.is_power_of_two(),
        7u32.div_ceil(2),
        13u32.next_multiple_of(5)
    );
    println!("{} {} {:?}", 5u8.abs_diff(9), (-5i32).signum(), (-5i8).unsigned_abs());
    println!("{} {} {} {}", 300i32 as u8, -1i32 as u64, 3.99f64 as i8, -1.5f32 as u8);
    println!("{} {} {} {}", f64::NAN as i32, f32::INFINITY as i16, u64::MAX as f32, 'é' as u32);
    println!(
        "{:?} {:?} {:?}",
        u8::from_str_radix("ff", 16),
        i32::from_str_radix("-1010", 2),
        u8::from_str("+7")
    );
    println!("{:?} {:?}", u16::try_from(70000i32).is_err(), i8::try_from(127u64));
    println!(
        "{:?} {} {:?}",
        NonZeroU8::new(0),
        NonZeroUsize::MIN.get(),
        NonZeroU8::new(5).map(|n| n.checked_mul(n))
    );
    let w = Wrapping(200u8) + Wrapping(100);
    let mut s = Saturating(200u8);
    s += 100;
    println!("{w} {:?} {s}", w);
    println!(
        "{G} {:08x} {:016x} {}",
        crc32(b"123456789"),
        fnv1a("hello"),
        mod_pow(3, 1 << 70, 1_000_000_007)
    );
    println!("{} {} {}", radix(255, 2), radix(255, 16), radix(12345, 36));
    println!("{:?}", 5u32.midpoint(8));
    println!("{:?} {:?}", 3u8.cmp(&4), 3.0f64.partial_cmp(&f64::NAN));
    println!("{} {} {} {}", 2.5f64.round(), -2.5f64.round(), 2.5f64.round_ties_even(), 2.7f64.trunc());
    println!(
        "{:.4} {:.4} {:.4} {:.4}",
        2f64.sqrt(),
        1f64.exp(),
        std::f64::consts::PI.sin().abs(),
        8f64.cbrt()
    );
    println!(
        "{} {} {:?} {}",
        7.5f64 % 2.0,
        (-7.5f64).rem_euclid(2.0),
        1.0f64.atan2(1.0).to_degrees(),
        3f32.hypot(4.0)
    );
    println!("{} {} {} {}", 1.0f64.max(f64::NAN), 5.5f32.clamp(0.0, 1.0), 15.clamp(0, 10), 2f64.powi(-2));
    println!("{} {} {}", f64::EPSILON, f32::MAX, 0.1f32 + 0.2f32);
    println!(
        "{:#x} {} {}",
        1.5f32.to_bits(),
        f64::from_bits(0x4009_21fb_5444_2d18),
        (0.1f64).mul_add(10.0, 1.0)
    );
    println!("{:?} {:?}", 1.5f64.classify(), (f64::MIN_POSITIVE / 2.0).is_subnormal());
    println!("{} {} {}", 1e10, 1.0e-10, 123456789.0f32);
    let mut v = vec![2.5, -1.0, f64::INFINITY, 0.0, -0.0];
    v.sort_by(f64::total_cmp);
    println!("{v:?} {:?}", v.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    let mut rng = XorShift(42);
    println!("{:?} {:.6}", (0..6).map(|_| rng.range(-3..=3)).collect::<Vec<_>>(), rng.float());
    let mut deck: Vec<u8> = (1..=8).collect();
    rng.shuffle(&mut deck);
    println!("{deck:?}");
    let inside = (0..2000).filter(|_| rng.float().powi(2) + rng.float().powi(2) < 1.0).count();
    println!("{:.2}", 4.0 * inside as f64 / 2000.0);
    println!("{:?} {}", 1_000_000i64.checked_pow(4), i128::from(i64::MAX) * 2);
    println!("{} {}", u8::MAX.wrapping_shl(9), !0u16 >> 3 ^ 0b11);
    println!("{:?}", (1u8..=255).try_fold(1u8, |a, b| a.checked_mul(b).ok_or(b)));
    println!("{:?} {:?}", 10i32.checked_div(0), 10u32.checked_ilog2());
    println!("{:?} {:?}", 7u8.carrying_like(250), u64::MAX.leading_zeros() + 0u64.leading_zeros());
    println!("{:?}", (b'a' as char..='e').step_by(2).collect::<String>());
}
trait Carry: Sized {
    fn carrying_like(self, o: Self) -> (Self, bool);
}
impl Carry for u8 {
    fn carrying_like(self, o: u8) -> (u8, bool) {
        let sum = u16::from(self) + u16::from(o);
        (sum as u8, sum > 0xff)
    }
}
