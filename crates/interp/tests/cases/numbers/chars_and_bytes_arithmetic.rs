fn rot13(s: &str) -> String { s.bytes().map(|b| match b { b'a'..=b'z' => (b - b'a' + 13) % 26 + b'a', b'A'..=b'Z' => (b - b'A' + 13) % 26 + b'A', _ => b } as char).collect() }
fn luhn(s: &str) -> bool { s.len() > 1 && s.chars().rev().filter(|c| *c != ' ').enumerate().try_fold(0, |sum, (i, c)| c.to_digit(10).map(|d| if i % 2 == 1 { d * 2 } else { d }).map(|d| if d > 9 { d - 9 } else { d }).map(|d| d + sum)).is_some_and(|n| n % 10 == 0) }
fn checksum(bytes: &[u8]) -> u16 { let mut a = 1u16; let mut b = 0u16; for &x in bytes { a = (a + u16::from(x)) % 251; b = (b + a) % 251; } b << 8 | a }
fn to_base(mut n: u32, base: u32) -> String { if n == 0 { return "0".into(); } let mut out = vec![]; while n > 0 { out.push(char::from_digit(n % base, base).unwrap()); n /= base; } out.iter().rev().collect() }

fn main() {
    println!("{} {}", rot13("Hello, World"), rot13(&rot13("abcXYZ")));
    println!("{} {} {}", luhn("4539 3195 0343 6467"), luhn("8273 1232 7352 0569"), luhn("1x"));
    println!("{} {:#06x}", checksum(b"hello"), checksum(&[0xff; 10]));
    println!("{} {} {}", to_base(255, 2), to_base(255, 16), to_base(0, 7));
    println!("{:?}", "az".chars().map(|c| ((c as u8 - b'a' + 1) % 26 + b'a') as char).collect::<Vec<_>>());
    println!("{}", (b'a'..=b'e').map(char::from).rev().collect::<String>());
    println!("{}", ('a'..='e').map(|c| c as u32).sum::<u32>() as u8 as char);
    println!("{}", u32::from('é') + u32::from(b'!') + 'x' as u32);
}
