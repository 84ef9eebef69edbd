use std::collections::HashMap;
use std::fmt::{Debug, Display};
macro_rules! hashmap { () => { HashMap::new() }; ($($k:expr => $v:expr),+ $(,)?) => {{ let mut m = HashMap::new(); $(m.insert($k, $v);)+ m }}; }
macro_rules! maximum { ($x:expr) => ($x); ($x:expr, $($rest:expr),+) => {{ let a = $x; let b = maximum!($($rest),+); if a > b { a } else { b } }}; }
macro_rules! point { ($name:ident { $($field:ident : $ty:ty = $default:expr),* $(,)? }) => {
    #[derive(Debug, Clone, PartialEq)] struct $name { $($field: $ty),* }
    impl Default for $name { fn default() -> Self { $name { $($field: $default),* } } }
    impl $name { const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*]; $(fn $field(mut self, value: $ty) -> Self { self.$field = value; self })* }
}; }
point!(Config { host: String = "localhost".to_string(), port: u16 = 80 + 8000, tags: Vec<&'static str> = vec![] });
macro_rules! enum_str { ($(#[$m:meta])* $vis:vis enum $n:ident { $($(#[doc = $d:literal])? $v:ident $(= $val:expr)?),* $(,)? }) => {
    $(#[$m])* $vis enum $n { $($v $(= $val)?),* }
    impl $n { pub const ALL: [$n; [$(stringify!($v)),*].len()] = [$($n::$v),*]; fn as_str(&self) -> &'static str { match self { $($n::$v => stringify!($v)),* } } }
    impl std::str::FromStr for $n { type Err = String; fn from_str(s: &str) -> Result<Self, String> { match s { $(stringify!($v) => Ok($n::$v),)* other => Err(format!("no {} called {other}", stringify!($n))) } } }
}; }
enum_str! { #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)] pub enum Level { Low = 1, Mid = 5, High } }
macro_rules! impl_area { ($($t:ident($($f:ident),*) => $e:expr;)*) => { $(impl Area for $t { fn area(&self) -> f64 { let $t { $($f),* } = self; $e } })* } }
trait Area { fn area(&self) -> f64; }
struct Sq { side: f64 } struct Tri { base: f64, height: f64 }
impl_area! { Sq(side) => side * side; Tri(base, height) => 0.5 * base * height; }
macro_rules! compose { ($f:expr) => { $f }; ($f:expr => $($rest:expr)=>+) => { |x| compose!($($rest)=>+)($f(x)) }; }
macro_rules! count { () => { 0usize }; ($h:tt $($t:tt)*) => { 1usize + count!($($t)*) }; }
macro_rules! my_vec { ($e:expr; $n:expr) => { std::iter::repeat($e).take($n).collect::<Vec<_>>() }; ($($x:expr),* $(,)?) => { <[_]>::into_vec(Box::new([$($x),*])) }; }
macro_rules! check { ($cond:expr $(, $($arg:tt)+)?) => { if !$cond { println!("check failed: {}{}", stringify!($cond), { #[allow(unused_mut)] let mut s = String::new(); $(s = format!(": {}", format_args!($($arg)+));)? s }) } else { println!("ok: {}", stringify!($cond)) } }; }
macro_rules! rpn { (@ [$r:expr]) => { $r }; (@ [$b:expr, $a:expr $(, $s:expr)*] + $($t:tt)*) => { rpn!(@ [$a + $b $(, $s)*] $($t)*) }; (@ [$b:expr, $a:expr $(, $s:expr)*] * $($t:tt)*) => { rpn!(@ [$a * $b $(, $s)*] $($t)*) }; (@ [$($s:expr),*] $n:literal $($t:tt)*) => { rpn!(@ [$n $(, $s)*] $($t)*) }; ($($t:tt)+) => { rpn!(@ [] $($t)+) }; }
macro_rules! try_all { ($($name:ident = $e:expr;)* => $body:expr) => { (|| -> Result<_, Box<dyn std::error::Error>> { $(let $name = $e?;)* Ok($body) })() } }
macro_rules! methods { ($s:ident, $($name:ident($($a:ident: $t:ty),*) -> $r:ty $b:block)*) => { impl $s { $(pub fn $name(&self, $($a: $t),*) -> $r $b)* } } }
struct Calc; methods! { Calc, add(a: i32, b: i32) -> i32 { a + b } name() -> &'static str { "calc" } }
fn show<T: Debug + ?Sized>(t: &T) -> String { format!("<{t:?}>") }
fn largest<'a, T: PartialOrd + Display>(items: &'a [T]) -> Option<&'a T> { let mut it = items.iter(); let first = it.next()?; Some(it.fold(first, |m, x| if x > m { x } else { m })) }
mod shapes { pub mod round { #[derive(Debug, Default)] pub struct Circle(pub f32); impl super::Named for Circle { const NAME: &'static str = "circle"; } } pub trait Named { const NAME: &'static str; fn hello(&self) -> String { ["I am a ", Self::NAME].concat() } } pub use self::round::Circle as Disc; pub(crate) fn unit() -> Disc { Disc(1.0) } }
use shapes::{Named as _, unit};
fn main() {
    let m: HashMap<&str, i32> = hashmap! { "a" => 1, "b" => 2, }; let e: HashMap<u8, u8> = hashmap!(); let mut ks: Vec<_> = m.iter().collect(); ks.sort(); println!("{ks:?} {}", e.is_empty());
    println!("{} {}", maximum!(3, 9, 4), maximum!(1.5));
    let c = Config::default().port(9000).tags(my_vec!["x", "y"]); println!("{c:?} {:?} {}", Config::FIELDS, c == Config::default());
    println!("{:?} {:?} {:?} {}", Level::ALL, "Mid".parse::<Level>(), "Nope".parse::<Level>(), Level::High as u8); println!("{} {:?}", Level::Low.as_str(), Level::Low.cmp(&Level::High));
    let shapes: [&dyn Area; 2] = [&Sq { side: 3.0 }, &Tri { base: 4.0, height: 2.5 }]; println!("{:?}", shapes.map(|s| s.area()));
    let f = compose!(|x: i32| x + 1 => |x: i32| x * 2 => |x: i32| format!("#{x}")); println!("{}", f(4));
    println!("{} {:?}", count!(a b (c d) [e]), my_vec![7u8; 3]); check!(1 + 1 == 2); check!(2 > 3, "two is {} than {}", "less", 3); println!("{}", rpn!(2 3 + 4 *));
    let r = try_all! { a = "12".parse::<i32>(); b = "3.5".parse::<f64>(); => a as f64 * b }; println!("{:?}", r.map_err(|e| e.to_string()));
    let r = try_all! { a = "12".parse::<i32>(); b = "z".parse::<f64>(); => a as f64 * b }; println!("{:?}", r.map_err(|e| e.to_string()));
    println!("{} {}", Calc.add(2, 3), Calc.name()); println!("{} {} {}", show("str"), show(&[1, 2][..]), show(&Some('c')));
    println!("{:?} {:?} {:?}", largest(&["pear", "fig", "plum"]), largest::<i32>(&[]), largest(&[2.5, -1.0]));
    println!("{} {:?}", unit().hello(), shapes::Disc::default());
    let v: Vec<Box<dyn Fn(i32) -> i32>> = vec![Box::new(|x| x + 1), Box::new(move |x| x * ks.len() as i32), Box::new(i32::abs)]; println!("{:?}", v.iter().map(|f| f(-5)).collect::<Vec<_>>());
    let label = 'outer: { for i in 1.. { if i * i > 50 { break 'outer i; } } 0 }; println!("{label}"); let x = loop { break if label > 5 { "big" } else { "small" } }; println!("{x}");
    let s = String::from("héllo wörld"); println!("{} {} {:?} {:?}", s.len(), s.chars().count(), s.find('w'), s.char_indices().filter(|(_, c)| !c.is_ascii()).collect::<Vec<_>>()); println!("{}", s.split(' ').map(|w| { let mut c = w.chars(); c.next().map(|f| f.to_uppercase().collect::<String>() + c.as_str()).unwrap_or_default() }).collect::<Vec<_>>().join(" "));
    let t = (1, ("two", [3.0, 4.5]), 'c'); let (a, (b, [.., last]), c) = t; println!("{a} {b} {last} {c} {:?}", t); if let [first, .., end] = [1, 2, 3, 4][..] { println!("{first}..{end}") }
    let n = 37u8; println!("{}", match n { 0 => "zero".into(), x if x % 2 == 0 => format!("even {x}"), x @ (1..=9 | 30..=39) => format!("odd {x} in range"), _ => String::new() });
    println!("{:?} {:?} {:?}", 250u8.checked_add(10), 250u8.wrapping_add(10), 250u8.saturating_add(10)); println!("{:?} {}", 5i32.overflowing_sub(7), (-7i32).rem_euclid(3)); println!("{:#x} {:08b} {:e} {:?} {}", 255, 19, 1234.5, 1e21, f64::NAN.max(1.0)); println!("{:^11}|{:*<8}|{:#>+8.2}|{:#?}", "mid", "left", 3.14159, (1, "a"));
}
