//! fmt in depth: what Formatter can do for you.
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{
    self, Alignment, Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Pointer, UpperHex, Write,
};

struct Rgb(u8, u8, u8);
impl LowerHex for Rgb {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            f.write_str("#")?;
        }
        write!(f, "{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}
impl UpperHex for Rgb {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let val = u32::from_be_bytes([0, self.0, self.1, self.2]);
        UpperHex::fmt(&val, f)
    }
}
impl Binary for Rgb {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Binary::fmt(&self.1, f)
    }
}
impl Octal for Rgb {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let s = format!("{:o}{:o}", self.0, self.1);
        f.pad_integral(self.2 != 0, "0o", &s)
    }
}

#[derive(Clone, Copy)]
struct Complex {
    re: f64,
    im: f64,
}
impl Display for Complex {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        if let Some(p) = f.precision() {
            write!(f, "{:.*}{:+.*}i", p, self.re, p, self.im)
        } else if f.sign_plus() {
            write!(f, "{:+}{:+}i", self.re, self.im)
        } else {
            f.pad(&format!("{}{:+}i", self.re, self.im))
        }
    }
}
impl Debug for Complex {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.debug_struct("Complex").field("re", &self.re).field("im", &format_args!("{:e}", self.im)).finish()
    }
}
impl LowerExp for Complex {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        LowerExp::fmt(&self.re, f)?;
        f.write_char('|')?;
        Display::fmt(&self.im, f)
    }
}

struct Table<'a>(&'a [(&'a str, f32)]);
impl Display for Table<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let w = self.0.iter().map(|(k, _)| k.chars().count()).max().unwrap_or_default();
        for (k, v) in self.0 {
            writeln!(f, "{k:·<w$} {v:>+9.3}", w = w + 2)?;
        }
        let rule = "=".repeat(w + 12);
        f.write_fmt(format_args!("{rule}"))
    }
}

struct Where;
impl Display for Where {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let a = match f.align() {
            Some(Alignment::Left) => "left",
            Some(Alignment::Center) => "center",
            Some(Alignment::Right) => "right",
            None => "none",
        };
        write!(
            f,
            "<{a} {:?} {:?} {:?} {}{}{}>",
            f.fill(),
            f.width(),
            f.precision(),
            f.sign_plus() as u8,
            f.alternate() as u8,
            f.sign_aware_zero_pad() as u8
        )
    }
}

struct Secret<T>(T);
impl<T> Debug for Secret<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Secret").field(&format_args!("***")).finish()
    }
}

#[derive(Debug, Default)]
struct Config {
    name: Option<&'static str>,
    flags: BTreeSet<char>,
    nested: Inner,
    unit: (),
    map: BTreeMap<u8, Vec<(bool, f32)>>,
}
#[derive(Debug, Default)]
struct Inner(i8, String);
#[derive(Debug)]
struct Unit;

struct Seq(Vec<u16>);
impl Debug for Seq {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [] => f.debug_list().finish(),
            [first, .., last] if self.0.len() > 3 => {
                f.debug_list().entry(first).entry(&"..").entry(last).finish()
            }
            all => f.debug_set().entries(all).finish(),
        }
    }
}
struct Env<'a>(&'a [(&'a str, i32)]);
impl Debug for Env<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().map(|&(k, ref v)| (k, v))).finish()
    }
}
struct Open {
    a: u8,
}
impl Debug for Open {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Open").field("a", &self.a).finish_non_exhaustive()
    }
}

#[derive(Default)]
struct Upper {
    buf: String,
}
impl Write for Upper {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.buf.extend(s.chars().flat_map(char::to_uppercase));
        if self.buf.len() > 24 { Err(fmt::Error) } else { Ok(()) }
    }
}

fn main() {
    let c = Rgb(255, 10, 171);
    println!("{c:x} {c:#x} {c:X} {c:#10X} {c:#b} {c:010b} {c:o} {c:#12o}|");
    let z = Complex { re: 1.5, im: -0.25 };
    println!("{z} [{z:>12}] [{z:^+12}] {z:.3} {z:?} {z:e}");
    println!("{z:#?}");
    println!("{}", Table(&[("pi", 3.14159), ("zürich", -1234.5), ("", 0.0)]));
    println!("{Where} {Where:<} {Where:*^+9.3} {Where:>#08}");
    println!("{:?} {:#?}", Secret(1), Secret("x"));
    let mut config =
        Config { name: Some("prod\t\"1\""), flags: "zab".chars().collect(), ..Config::default() };
    config.map.insert(7, vec![(true, 1.0), (false, f32::INFINITY)]);
    println!("{config:?}\n{config:#?}\n{Unit:?}");
    println!("{:?} {:?} {:?}", Seq(vec![]), Seq(vec![1, 2]), Seq((1..9).collect()));
    println!("{:?} {:#?}", Env(&[("a", 1), ("b", -2)]), Open { a: 1 });
    println!(
        "{:5}|{:<5}|{:^5}|{:>5}|{:05}|{:+}|{:#x}|{:#010b}|{:08.3}|{:e}",
        42, 42, 42, "ab", -42, 42, 255, 5, -3.14159, 1234567.0
    );
    println!("{0:?} {0} {1:?} {1} {2:?}", 1e21, 1e-7, 0.1 + 0.2);
    println!("{:?} {:?} {:?} {:?}", f64::NAN, -0.0, f64::MIN_POSITIVE, 1e15);
    println!("{:?} {:?} {:?}", 'ß', "tab\tnul\0 é \u{200b} \u{1F600}'", '\'');
    println!("{:x?} {:X?} {:#x?} {:02x?}", [10, 255], Some(171), (16,), b"\x00\xff");
    println!("{0:>1$} {2:>width$.prec$} {3:-^7}", 5, 3, 2.718281828, "x", width = 8, prec = 2);
    println!("{:.*} {:>3$} {}", 1, 9.87, 4, 6);
    println!("{{}} {{{}}} {:?}", 1, "{}");
    println!("{:10.3}|{:<10.3}|{:^10.2}|{:>10?}|{:10?}", "abcdef", "abcdef", "abcdef", "ab", Some(1));
    println!("{:5}|{:<5}|{:?}|{:^7}|{:>3}", true, 'c', (), false, 'é');
    let r = &7;
    println!("{} {}", format!("{r:p}").starts_with("0x"), format!("{:p}", &r).len() > 4);
    let mut u = Upper::default();
    println!("{:?}", write!(u, "abc{}-{:>4}", 'ß', 12));
    println!("{:?} {}", write!(u, "{}", "a longer text than fits"), u.buf);
    println!("{:?}", i128::MAX.to_string().len());
    println!("{:e} {:E} {:e} {:.2e}", 1500u32, 0.00012, 123456789i64, 1.23456e-5);
}
