// Bits and pieces with integers: checksums, codecs, and hand-rolled random numbers.
use std::fmt::{self, LowerHex, UpperHex};
use std::num::Wrapping;
use std::ops::RangeInclusive;

const fn crc_table() -> [u32; 256] {
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
}

static CRC: [u32; 256] = crc_table();

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0, |crc, &b| CRC[((crc ^ b as u32) & 0xff) as usize] ^ (crc >> 8))
}

fn adler32<'a>(data: impl IntoIterator<Item = &'a u8>) -> u32 {
    let (a, b) = data.into_iter().fold((1u32, 0u32), |(a, b), &x| {
        let a = (a + u32::from(x)) % 65_521;
        (a, (b + a) % 65_521)
    });
    b << 16 | a
}

fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf29ce484222325, |h, b| (h ^ b as u64).wrapping_mul(0x100000001b3))
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(data: &[u8]) -> String {
    data.chunks(3)
        .flat_map(|chunk| {
            let n = chunk.iter().enumerate().fold(0u32, |n, (i, &b)| n | u32::from(b) << (16 - 8 * i));
            (0..4).map(move |i| if i <= chunk.len() { ALPHABET[(n >> (18 - 6 * i) & 63) as usize] as char } else { '=' })
        })
        .collect()
}

fn unbase64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    for quad in text.as_bytes().chunks(4) {
        let [a, b, c, d] = quad else { return None };
        let value = |x: &u8| ALPHABET.iter().position(|y| x == y).map(|p| p as u32);
        let pad = [c, d].iter().filter(|x| ***x == b'=').count();
        let n = value(a)? << 18 | value(b)? << 12 | value(c).unwrap_or(0) << 6 | value(d).unwrap_or_default();
        out.extend(&n.to_be_bytes()[1..4 - pad]);
    }
    Some(out)
}

struct XorShift(u64);
impl XorShift {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
    fn in_range(&mut self, range: RangeInclusive<i32>) -> i32 {
        let span = (range.end() - range.start() + 1) as u64;
        range.start() + (self.next() % span) as i32
    }
    fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rgb(u8, u8, u8);

impl Rgb {
    fn blend(self, other: Rgb, t: f32) -> Rgb {
        let mix = |a: u8, b: u8| (a as f32 + (b as f32 - a as f32) * t).round() as u8;
        Rgb(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
    fn brighter(self, by: u8) -> Rgb {
        Rgb(self.0.saturating_add(by), self.1.saturating_add(by), self.2.saturating_add(by))
    }
    fn luminance(&self) -> u16 {
        let &Rgb(r, g, b) = self;
        (u16::from(r) * 54 + u16::from(g) * 183 + u16::from(b) * 19) >> 8
    }
}
impl From<u32> for Rgb {
    fn from(n: u32) -> Self {
        let [_, r, g, b] = n.to_be_bytes();
        Rgb(r, g, b)
    }
}
impl LowerHex for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if f.alternate() {
            f.write_str("#")?;
        }
        [self.0, self.1, self.2].iter().try_for_each(|b| write!(f, "{b:02x}"))
    }
}
impl UpperHex for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(&format!("{:02X}{:02X}{:02X}", self.0, self.1, self.2))
    }
}

fn gray(n: u8) -> u8 {
    n ^ (n >> 1)
}

fn isqrt(n: u64) -> u64 {
    if n < 2 {
        return n;
    }
    let mut x = 1 << (n.ilog2() / 2 + 1);
    loop {
        let y = (x + n / x) / 2;
        if y >= x {
            break x;
        }
        x = y;
    }
}

fn roman(mut n: u16) -> String {
    const TABLE: [(u16, &str); 13] = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];
    let mut out = String::new();
    for &(value, digits) in TABLE.iter() {
        while n >= value {
            n -= value;
            out += digits;
        }
    }
    out
}

fn main() {
    println!("{:08x} {:08x} {:016x}", crc32(b"123456789"), adler32(b"Wikipedia"), fnv1a("hello"));
    for text in ["", "f", "fo", "foo", "Many hands"] {
        let encoded = base64(text.as_bytes());
        let back = unbase64(&encoded).map(|b| String::from_utf8(b).unwrap());
        println!("{encoded:?} {}", back.as_deref() == Some(text));
    }
    println!("{:?} {:?}", unbase64("abc"), unbase64("a*bc"));

    let mut rng = XorShift(0x2545_F491_4F6C_DD1D);
    let mut dice = [0usize; 6];
    for _ in 0..600 {
        dice[rng.in_range(1..=6) as usize - 1] += 1;
    }
    println!("{dice:?} {}", dice.iter().sum::<usize>());
    let mut cards: Vec<u8> = (1..=9).collect();
    rng.shuffle(&mut cards);
    println!("{cards:?}");

    let (a, b) = (Rgb::from(0x102030), Rgb(200, 100, 250));
    println!("{a:x} {b:#x} {:>8X}| {:x} {:#x} {}", a, a.blend(b, 0.25), b.brighter(60), b.luminance());
    println!("{}", (0..8).map(|n| format!("{:03b}", gray(n))).collect::<Vec<_>>().join(" "));
    println!("{:?}", [0, 1, 15, 16, 17, 1 << 40, u64::MAX >> 2].map(isqrt));
    println!("{} {} {}", roman(1994), roman(3888), roman(49));

    let w = Wrapping(250u8) + Wrapping(10);
    println!("{w} {:?} {}", Wrapping(5u8) - Wrapping(6), (Wrapping(i32::MAX) + Wrapping(1)).0);
    println!("{:?} {:?} {:?}", 200u8.checked_add(56), 200u8.overflowing_add(56), 200u8.saturating_sub(201));
    println!("{} {} {}", (-7i32).rem_euclid(3), (-7i32).div_euclid(3), -7 % 3);
    println!("{} {} {} {}", 40u32.leading_zeros(), 40u16.trailing_zeros(), 0xF0F0u16.count_ones(), 0x12u8.rotate_left(4));
    println!("{} {} {}", u32::from_str_radix("zz", 36).unwrap(), i64::from_str_radix("-1010", 2).unwrap(), u8::from_str_radix("256", 10).unwrap_err());
    println!("{:?} {:?}", 1234567u32.to_be_bytes(), u16::from_le_bytes([0x34, 0x12]));
    println!("{} {} {}", 300i32 as u8, -1i8 as u32, 3.99f32 as u8);
    println!("{} {} {}", f32::MAX as i32, f64::NAN as u8, 'é' as u32);
    println!("{:?} {:?}", i8::try_from(200i32), u64::try_from(-1i32).map_err(|e| e.to_string()));
    println!("{} {:e} {:.2e}", 1e21, 1234.5, 0.00012);
    println!("{} {} {}", 7u32.is_power_of_two(), 7u32.next_power_of_two(), 10u8.abs_diff(250));
    println!("{:?} {:?}", 2i32.checked_pow(31), 10u64.checked_ilog10());
    println!("{} {}", u128::MAX, i128::MIN);
    println!("{:?}", (1u8..).map_while(|n| n.checked_mul(n)).collect::<Vec<_>>());
    println!("{:?} {:?}", 5.cmp(&3), 2.5f64.partial_cmp(&f64::NAN));
    println!("{:?}", 9.75f64.to_bits().to_be_bytes().map(|b| b.swap_bytes()));
    println!("{} {} {}", 7.clamp(1, 5), (-2.5f32).abs().sqrt().floor(), (0.1 + 0.2) as f32);
}
