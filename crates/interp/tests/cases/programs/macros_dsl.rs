// macro_rules of the kinds that people write: hash maps, builders, enums with names, tests in tables, recursion, repetition.
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

macro_rules! hashmap {
    () => { HashMap::new() };
    ($($key:expr => $value:expr),+ $(,)?) => {{ let mut map = HashMap::new(); $(map.insert($key, $value);)+ map }};
}
macro_rules! max { ($x:expr) => ($x); ($x:expr, $($rest:expr),+) => {{ let a = $x; let b = max!($($rest),+); if a > b { a } else { b } }}; }
macro_rules! count { () => (0usize); ($head:tt $($tail:tt)*) => (1usize + count!($($tail)*)); }
macro_rules! named_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        $vis enum $name { $($variant),* }
        impl $name {
            pub const ALL: [$name; count!($($variant)*)] = [$($name::$variant),*];
            pub fn as_str(&self) -> &'static str { match self { $(Self::$variant => $text),* } }
        }
        impl fmt::Display for $name { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(self.as_str()) } }
        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(s: &str) -> Result<Self, Self::Err> { match s { $($text => Ok(Self::$variant),)* other => Err(format!(concat!("no ", stringify!($name), " called {}"), other)) } }
        }
    };
}
named_enum! {
    /// The colours.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Colour { Red = "red", Green = "green", DarkBlue = "dark-blue" }
}
macro_rules! builder {
    ($name:ident => $builder:ident { $($field:ident : $ty:ty = $default:expr),* $(,)? }) => {
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $(pub $field: $ty),* }
        #[derive(Default)]
        pub struct $builder { $($field: Option<$ty>),* }
        impl $builder {
            $(pub fn $field(mut self, value: impl Into<$ty>) -> Self { self.$field = Some(value.into()); self })*
            pub fn build(self) -> $name { $name { $($field: self.$field.unwrap_or_else(|| $default)),* } }
        }
        impl $name { pub fn builder() -> $builder { $builder::default() } }
    };
}
builder!(Server => ServerBuilder { host: String = "localhost".to_string(), port: u16 = 80, tags: Vec<&'static str> = vec![], ratio: f64 = 0.1 + 0.2 });
macro_rules! impl_area { ($($shape:ty => |$s:ident| $area:expr);+ $(;)?) => { $(impl Area for $shape { fn area(&self) -> f64 { let $s = self; $area } })+ }; }
trait Area { fn area(&self) -> f64; }
struct Circle(f64);
struct Rect { w: f64, h: f64 }
impl_area! { Circle => |c| std::f64::consts::PI * c.0.powi(2); Rect => |r| r.w * r.h; }
macro_rules! matrix { ($([$($x:expr),* $(,)?]),* $(,)?) => { vec![$(vec![$($x as f32),*]),*] }; }
macro_rules! calc {
    (eval $e:expr) => { println!("{} = {}", stringify!($e), $e) };
    (eval $e:expr, $(eval $es:expr),+) => {{ calc!(eval $e); calc!($(eval $es),+) }};
}
macro_rules! ensure_that { ($cond:expr, $($arg:tt)+) => { if !$cond { return Err(format!($($arg)+)); } }; ($cond:expr) => { ensure_that!($cond, "{} does not hold", stringify!($cond)) }; }
macro_rules! table_test { ($($name:ident: $f:path, $($input:expr => $want:expr),+;)*) => { $(fn $name() -> (usize, usize) { let mut ok = 0; let all = [$($f($input) == $want),+]; for &it in &all { ok += it as usize; } (ok, all.len()) })* }; }
macro_rules! compose { ($f:expr) => { $f }; ($f:expr, $($rest:expr),+) => { |x| compose!($($rest),+)($f(x)) }; }
macro_rules! my_vec { ($elem:expr; $n:expr) => { vec![$elem; $n] }; ($($x:expr),* $(,)?) => { <[_]>::into_vec(Box::new([$($x),*])) }; }
macro_rules! tuple_sum { ($($name:ident)+) => { impl<$($name: Into<i64> + Copy),+> SumAll for ($($name,)+) { #[allow(non_snake_case)] fn sum_all(&self) -> i64 { let ($($name,)+) = *self; 0 $(+ $name.into())+ } } }; }
trait SumAll { fn sum_all(&self) -> i64; }
tuple_sum!(A);
tuple_sum!(A B);
tuple_sum!(A B C);
macro_rules! state_machine {
    ($name:ident { $($from:ident + $event:ident => $to:ident),+ $(,)? }) => { fn $name(state: &str, event: &str) -> Option<&'static str> { match (state, event) { $((stringify!($from), stringify!($event)) => Some(stringify!($to)),)+ _ => None } } };
}
state_machine!(door { Open + Close => Closed, Closed + Open => Open, Closed + Lock => Locked, Locked + Unlock => Closed });
macro_rules! log_to { ($sink:expr, $level:ident, $fmt:literal $(, $($args:tt)*)?) => { $sink.push(format!(concat!("[", stringify!($level), "] ", $fmt) $(, $($args)*)?)) }; }
macro_rules! block_twice { ($body:block) => { ($body, $body) }; }
macro_rules! method { ($obj:ident . $m:ident ( $($a:expr),* )) => { $obj.$m($($a),*) }; }
macro_rules! with_lifetime { ($lt:lifetime, $name:ident) => { struct $name<$lt> { part: &$lt str } }; }
with_lifetime!('a, Excerpt);
macro_rules! pick { ($v:expr, $p:pat => $e:expr) => { match $v { $p => Some($e), _ => None } }; ($v:expr, $p:pat if $g:expr => $e:expr) => { match $v { $p if $g => Some($e), _ => None } }; }

table_test! { lengths: str::len, "a" => 1, "bc" => 2, "" => 1; upper: str::to_uppercase, "x" => "X", "y" => "Y"; }
fn check(n: i32) -> Result<i32, String> { ensure_that!(n > 0); ensure_that!(n % 2 == 0, "{n} is odd{}", if n > 9 { "!" } else { "" }); Ok(n / 2) }

fn main() {
    let map = hashmap! { "one" => 1, "two" => 2, };
    let mut keys: Vec<_> = map.iter().collect();
    keys.sort_by_key(|(_, v)| **v);
    let empty: HashMap<u8, u8> = hashmap!();
    println!("{keys:?} {} {}", empty.len(), max!(3, 9 - 2, 4));
    println!("{} {}", count!(a b c), count!());
    for c in Colour::ALL { print!("{c:>9}|"); }
    println!("{:?} {:?}", "dark-blue".parse::<Colour>(), "pink".parse::<Colour>());
    println!("{:?}", Server::builder().port(8080u16).tags(vec!["a"]).build());
    println!("{:?}", Server::builder().host("example.org").ratio(1.5f32).build() == ServerBuilder::default().build());
    println!("{:.3} {}", Circle(1.0).area(), Rect { w: 2.0, h: 3.5 }.area());
    println!("{:?}", matrix!([1, 2.5], [3 - 1,], []));
    calc!(eval 1 + 2, eval (1 + 2) * 3, eval "x".len());
    println!("{:?} {:?} {:?} {:?}", check(4), check(-1), check(3), check(11));
    println!("{:?} {:?}", lengths(), upper());
    println!("{}", compose!(|x: i32| x + 1, |x: i32| x * 10, |x: i32| format!("={x}"))(4));
    println!("{:?} {}", my_vec![1, 2, 3,], my_vec!["a"].len());
    println!("{} {} {}", (1i32,).sum_all(), (1u8, 2i16).sum_all(), (1i64, 2u32, 3i8).sum_all());
    println!("{:?} {:?} {:?}", door("Closed", "Lock"), door("Locked", "Open"), door("Open", "Close").and_then(|s| door(s, "Open")));
    let mut sink = vec![];
    let who = "ann";
    log_to!(sink, INFO, "start");
    log_to!(sink, WARN, "{} has {} of {:>3}", who, 1, 10);
    println!("{sink:?}");
    let mut n = 0;
    println!("{:?} {n}", block_twice!({ n += 1; n * 10 }));
    let text = String::from("a,b");
    println!("{} {}", method!(text.replace(",", "-")), Excerpt { part: &text[..1] }.part);
    println!("{:?} {:?} {:?}", pick!(Some(3), Some(n) => n + 1), pick!(5, n if n > 9 => n), pick!((1, 'x'), (1, c @ 'a'..='z') => c));
    let set: HashSet<_> = vec![1, 1, 2].into_iter().collect();
    let by: BTreeMap<_, _> = set.iter().map(|n| (n * 2, stringify!(a + b))).collect();
    println!("{by:?} {} {}", line!() > 100, module_path!().is_empty());
}
