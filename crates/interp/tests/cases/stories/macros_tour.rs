use std::collections::{BTreeMap, HashMap};
macro_rules! hashmap { ($($k:expr => $v:expr),* $(,)?) => {{ let mut m = ::std::collections::BTreeMap::new(); $(m.insert($k, $v);)* m }}; }
macro_rules! maxm { ($x:expr) => { $x }; ($x:expr, $($rest:expr),+) => {{ let a = $x; let b = maxm!($($rest),+); if a > b { a } else { b } }}; }
macro_rules! count { () => { 0usize }; ($h:tt $($t:tt)*) => { 1usize + count!($($t)*) }; }
macro_rules! make_struct { ($(#[$m:meta])* $vis:vis struct $name:ident { $($(#[$fm:meta])* $f:ident : $t:ty = $d:expr),* $(,)? }) => { $(#[$m])* $vis struct $name { $($(#[$fm])* pub $f: $t),* } impl Default for $name { fn default() -> Self { Self { $($f: $d),* } } } impl $name { const FIELDS: &'static [&'static str] = &[$(stringify!($f)),*]; $(pub fn $f(&self) -> &$t { &self.$f })* } }; }
make_struct! { #[derive(Debug, Clone)] pub struct Config { host: String = "localhost".to_string(), port: u16 = 8080, tags: Vec<&'static str> = vec!["a"] } }
macro_rules! enum_str { (enum $name:ident { $($variant:ident = $val:expr),+ $(,)? }) => { #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)] enum $name { $($variant = $val),+ } impl $name { fn name(&self) -> &'static str { match self { $(Self::$variant => stringify!($variant)),+ } } fn all() -> Vec<Self> { vec![$($name::$variant),+] } } impl TryFrom<i32> for $name { type Error = String; fn try_from(v: i32) -> Result<Self, String> { match v { $(x if x == $name::$variant as i32 => Ok($name::$variant),)+ _ => Err(format!("bad {}: {v}", stringify!($name))) } } } }; }
enum_str! { enum Color { Red = 1, Green = 2, Blue = 4 } }
macro_rules! op { ($a:expr, plus, $b:expr) => { $a + $b }; ($a:expr, times, $b:expr) => { $a * $b }; ($a:literal, $o:ident) => { concat!($a, "-", stringify!($o)) }; }
macro_rules! impl_area { ($($t:ident($($f:ident),*) => $e:expr;)*) => { $(struct $t { $($f: f64),* } impl Area for $t { fn area(&self) -> f64 { let $t { $($f),* } = self; $e } })* }; }
trait Area { fn area(&self) -> f64; }
impl_area! { Rect(w, h) => w * h; Circle(r) => 3.0 * r * r; }
macro_rules! my_try { ($e:expr) => { match $e { Ok(v) => v, Err(e) => return Err(From::from(e)) } }; }
macro_rules! compose { ($f:expr) => { $f }; ($f:expr => $($r:tt)+) => { |x| compose!($($r)+)($f(x)) }; }
macro_rules! matrix { ($([$($x:expr),*]),* $(,)?) => { vec![$(vec![$($x),*]),*] }; }
macro_rules! func { ($name:ident, $ret:ty, $body:block) => { fn $name() -> $ret $body }; }
func!(seven, i32, { let x = 3; x + 4 });
macro_rules! dispatch { ($v:expr; $($p:pat $(if $g:expr)? => $r:expr),+ $(,)?) => { match $v { $($p $(if $g)? => $r),+ } }; }
macro_rules! vec_of { ($t:ty; $($e:expr),*) => { { let v: Vec<$t> = vec![$($e as $t),*]; v } }; }
macro_rules! assert_all { ($($e:expr),+ $(; $($arg:tt)+)?) => { $( if !$e { println!("failed: {}", stringify!($e)); } )+ $(println!($($arg)+);)? }; }
macro_rules! tuple_impls { ($($n:ident: $($t:ident $i:tt),+;)+) => { $(impl<$($t: Describe),+> Describe for ($($t,)+) { fn describe(&self) -> String { let mut v: Vec<String> = vec![]; $(v.push(self.$i.describe());)+ format!("{}<{}>", stringify!($n), v.join(",")) } })+ }; }
trait Describe { fn describe(&self) -> String; }
impl Describe for i32 { fn describe(&self) -> String { format!("i{self}") } } impl Describe for &str { fn describe(&self) -> String { format!("s{self}") } }
tuple_impls! { One: A 0; Two: A 0, B 1; Three: A 0, B 1, C 2; }
fn parse(s: &str) -> Result<i32, Box<dyn std::error::Error>> { let x: i32 = my_try!(s.parse::<i32>()); Ok(x * 2) }
mod inner {  pub fn helper(s: &str) -> String { s.to_uppercase() } macro_rules! local { ($($x:tt)*) => { vec![$($x)*] }; } pub(crate) use local; }
fn main() {
    println!("{:?}", hashmap! { "a" => 1, "b" => 2, }); println!("{} {}", maxm!(3), maxm!(1, 9, 4)); println!("{}", count!(a b (c d) [e]));
    let c = Config::default(); println!("{c:?} {:?} {} {}", Config::FIELDS, c.port(), c.host());
    for c in Color::all() { println!("{} {} {:?}", c.name(), c as i32, Color::try_from(c as i32)); } println!("{:?}", Color::try_from(3));
    println!("{} {} {}", op!(1 + 1, plus, 3), op!(2, times, 2 + 3), op!("x", y)); println!("{} {}", Rect { w: 2.0, h: 3.0 }.area(), Circle { r: 2.0 }.area()); println!("{:?} {}", parse("21").unwrap(), parse("x").unwrap_err()); println!("{}", compose!(|x: i32| x + 1 => |x: i32| x * 10 => |x: i32| format!("<{x}>"))(4)); println!("{:?} {}", matrix![[1, 2], [3, 4]], seven()); println!("{}", dispatch!(7; 0 => "zero", n if n % 2 == 1 => "odd", _ => "even")); println!("{:?}", vec_of![f32; 1, 2]); assert_all!(1 < 2, 3 > 4; "extra {}", 5); println!("{} {} {}", (1,).describe(), (1, "x").describe(), (1, 2, ("n",)).describe()); println!("{} {:?}", inner::helper("abc"), inner::local![1, 2]); println!("{} {} {}", line!() > 0, file!().ends_with(".rs"), module_path!().is_empty()); println!("{}", concat!("a", 1, 2.5, true)); let x = dbg!(2 + 3) * 2; println!("{x}"); println!("{}", stringify!(a + b * (c)));
}
