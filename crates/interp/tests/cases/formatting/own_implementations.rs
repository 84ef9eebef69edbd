use std::fmt::{self, Alignment, Binary, Debug, Display, Formatter, LowerHex, Write};

struct Complex { re: f64, im: f64 }

impl Display for Complex {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sign = if self.im < 0.0 { '-' } else { '+' };
        match f.precision() {
            Some(p) => write!(f, "{:.*}{sign}{:.*}i", p, self.re, p, self.im.abs()),
            None => write!(f, "{}{sign}{}i", self.re, self.im.abs()),
        }
    }
}

struct Name(&'static str);
impl Display for Name { fn fmt(&self, f: &mut Formatter) -> fmt::Result { f.pad(self.0) } }
impl Debug for Name { fn fmt(&self, f: &mut Formatter) -> fmt::Result { f.write_str("Name<")?; Display::fmt(self.0, f)?; f.write_char('>') } }

struct Bits(u8);
impl Binary for Bits { fn fmt(&self, f: &mut Formatter) -> fmt::Result { Binary::fmt(&self.0, f) } }
impl LowerHex for Bits { fn fmt(&self, f: &mut Formatter) -> fmt::Result { LowerHex::fmt(&self.0, f) } }

struct Manual { a: i32, b: Vec<&'static str> }
impl Debug for Manual { fn fmt(&self, f: &mut Formatter) -> fmt::Result { f.debug_struct("Manual").field("a", &self.a).field("b", &self.b).finish() } }
struct Lists;
impl Debug for Lists {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        if f.alternate() { f.debug_map().entry(&"k", &1).entries([("l", 2)]).finish() }
        else { f.debug_list().entry(&1).entries([2, 3]).finish()?; f.debug_set().entry(&'s').finish()?; f.debug_tuple("T").field(&Name("n")).finish() }
    }
}

struct Flags;
impl Display for Flags {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let align = match f.align() { Some(Alignment::Left) => "<", Some(Alignment::Right) => ">", Some(Alignment::Center) => "^", None => "-" };
        write!(f, "{:?} {:?} {} {} {} {} {:?}", f.width(), f.precision(), align, f.sign_plus(), f.alternate(), f.sign_aware_zero_pad(), f.fill())
    }
}

fn main() {
    let c = Complex { re: 1.5, im: -2.0 };
    println!("{c} {c:.2} {}", c.to_string().len());
    println!("[{:>6}] [{:-^7}] [{:.1}] {:?}", Name("ab"), Name("ab"), Name("ab"), Name("q"));
    println!("{:08b} {:#x}", Bits(5), Bits(255));
    println!("{:?}\n{:#?}", Manual { a: 1, b: vec!["x"] }, Manual { a: 2, b: vec![] });
    println!("{:?} {:#?}", Lists, Lists);
    println!("{} | {:5.2} | {:<+#07} | {:*^3}", Flags, Flags, Flags, Flags);
    let mut out = String::new();
    write!(out, "{}-{:?}", 1, "x").unwrap();
    writeln!(out, "!").unwrap();
    write!(&mut out, "{c:>9}").unwrap();
    println!("{out:?}");
    println!("{}", format!("{:?} {}", Some(Name("in")), Box::new(Name("box"))));
}
