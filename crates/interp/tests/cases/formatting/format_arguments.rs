use std::fmt::{self, Debug, Display, Formatter, Write};

struct Pair(i32, String);
impl Debug for Pair {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pair").field(&self.0).field(&format_args!("<{}>", self.1)).finish()
    }
}

fn log(level: u8, message: fmt::Arguments<'_>) { println!("[{level}] {message} {message:?} {message:>20}|"); }
macro_rules! warn { ($($arg:tt)+) => { log(2, format_args!($($arg)+)) }; }

fn shown(it: &dyn Display) -> String { format!("{it}") }

fn main() {
    println!("{:?}", Pair(1, "a".to_string()));
    println!("{:#?}", Pair(1, "a".to_string()));
    println!("{:?} {}", format_args!("{} {:?}", 1, "x"), format_args!("{:03}", 7));
    warn!("disk {} at {:.1}%", "sda", 93.25);
    println!("{}", shown(&format_args!("{:?}", Some("y"))));
    let mut out = String::new();
    out.write_fmt(format_args!("{}-{}", 1, 2)).unwrap();
    println!("{out} {} {}", format_args!("{}", 5).to_string(), fmt::format(format_args!("{:>4}", "z")));
}
