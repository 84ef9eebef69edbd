// Macros by example.
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

macro_rules! map {
    () => { BTreeMap::new() };
    ($($k:expr => $v:expr),+ $(,)?) => {{ let mut m = BTreeMap::new(); $(m.insert($k, $v);)+ m }};
}
macro_rules! count { () => { 0usize }; ($head:tt $($tail:tt)*) => { 1usize + count!($($tail)*) }; }
macro_rules! max { ($x:expr) => ($x); ($x:expr, $($rest:expr),+) => {{ let (a, b) = ($x, max!($($rest),+)); if a > b { a } else { b } }}; }
macro_rules! calculate {
    (eval $e:expr) => { println!("{} = {}", stringify!($e), $e) };
    (eval $e:expr, $(eval $es:expr),+) => {{ calculate!(eval $e); calculate!($(eval $es),+) }};
}
macro_rules! named_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($variant:ident $(= $text:literal)?),* $(,)? }) => {
        $(#[$meta])* $vis enum $name { $($variant),* }
        impl $name {
            pub const ALL: [$name; count!($($variant)*)] = [$($name::$variant),*];
            pub fn label(&self) -> &'static str { match self { $(Self::$variant => named_enum!(@text $variant $($text)?)),* } }
        }
        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(s: &str) -> Result<Self, String> { $name::ALL.into_iter().find(|v| v.label() == s).ok_or_else(|| format!(concat!("not a ", stringify!($name), ": {}"), s)) }
        }
    };
    (@text $variant:ident) => { stringify!($variant) };
    (@text $variant:ident $text:literal) => { $text };
}
named_enum! {
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Colour { Red, Green = "verde", Blue }
}

macro_rules! newtypes { ($($name:ident($inner:ty) $(: $($der:ident),+)?;)*) => {$(
    #[derive(Debug, Clone, PartialEq $($(, $der)+)?)]
    struct $name($inner);
    impl From<$inner> for $name { fn from(v: $inner) -> Self { $name(v) } }
    impl fmt::Display for $name { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}:{}", stringify!($name), self.0) } }
)*}; }
newtypes! { UserId(u32): Copy, Eq, PartialOrd; Email(String); Score(f64): Copy; }

macro_rules! record {
    ($name:ident { $($field:ident : $ty:ty = $default:expr),* $(,)? }) => {
        #[derive(Debug, Clone)]
        struct $name { $($field: $ty),* }
        impl Default for $name { fn default() -> Self { $name { $($field: $default),* } } }
        impl $name {
            $(fn $field(mut self, value: impl Into<$ty>) -> Self { self.$field = value.into(); self })*
            fn fields() -> &'static [(&'static str, &'static str)] { &[$((stringify!($field), stringify!($ty))),*] }
        }
    };
}
record!(Server { host: String = "localhost".into(), port: u16 = 80, tags: Vec<&'static str> = vec!["a"] });

macro_rules! matrix { ($([$($x:expr),* $(,)?]),* $(,)?) => { vec![$(vec![$($x as f64),*]),*] }; }
macro_rules! my_assert { ($cond:expr $(, $($arg:tt)+)?) => { if !$cond { #[allow(unused_mut)] let mut extra = String::new(); $(extra += &format!($($arg)+);)? println!("failed: {}{}", stringify!($cond), extra); } }; }
macro_rules! tuple_sum { ($($name:ident),+) => { impl<$($name: Into<i64> + Copy),+> TupleSum for ($($name,)+) {
    #[allow(non_snake_case)] fn total(&self) -> i64 { let ($($name,)+) = *self; 0 $(+ $name.into())+ } } }; }
trait TupleSum { fn total(&self) -> i64; }
tuple_sum!(A); tuple_sum!(A, B); tuple_sum!(A, B, C);

macro_rules! rpn {
    (@ [$r:expr]) => { $r };
    (@ [$b:expr, $a:expr $(, $s:expr)*] + $($t:tt)*) => { rpn!(@ [$a + $b $(, $s)*] $($t)*) };
    (@ [$b:expr, $a:expr $(, $s:expr)*] - $($t:tt)*) => { rpn!(@ [$a - $b $(, $s)*] $($t)*) };
    (@ [$b:expr, $a:expr $(, $s:expr)*] * $($t:tt)*) => { rpn!(@ [$a * $b $(, $s)*] $($t)*) };
    (@ [$($s:expr),*] $n:literal $($t:tt)*) => { rpn!(@ [$n $(, $s)*] $($t)*) };
    ($($t:tt)+) => { rpn!(@ [] $($t)+) };
}
macro_rules! html {
    ($out:ident;) => {};
    ($out:ident; $tag:ident $([$($attr:ident = $val:expr),*])? { $($body:tt)* } $($rest:tt)*) => {{
        $out += concat!("<", stringify!($tag));
        $($($out += &format!(" {}={:?}", stringify!($attr), $val);)*)?
        $out.push('>'); html!($out; $($body)*); $out += concat!("</", stringify!($tag), ">"); html!($out; $($rest)*);
    }};
    ($out:ident; $text:literal $($rest:tt)*) => {{ $out += $text; html!($out; $($rest)*); }};
    ($out:ident; ($e:expr) $($rest:tt)*) => {{ $out += &$e.to_string(); html!($out; $($rest)*); }};
}
macro_rules! swap { ($a:ident, $b:ident) => { let tmp = $a; $a = $b; $b = tmp; }; }
macro_rules! try_or { ($e:expr, $label:lifetime) => { match $e { Some(v) => v, None => break $label } }; }
macro_rules! op { ($a:expr, $op:tt, $b:expr) => { $a $op $b }; }
macro_rules! make_fn { ($($vis:vis fn $name:ident<$t:ident : $bound:path>($($p:pat_param => $pt:ty),*) -> $r:ty $body:block)+) => { $($vis fn $name<$t: $bound>($($p: $pt),*) -> $r $body)+ }; }
make_fn! { pub fn show<T: std::fmt::Debug>((a, b) => (T, T), sep => &str) -> String { format!("{a:?}{sep}{b:?}") } fn biggest<T: Ord>(v => Vec<T>) -> Option<T> { v.into_iter().max() } }
macro_rules! nested { ($($k:ident : [$($v:expr),*]);* $(;)?) => { [$((stringify!($k), [$($v),*].iter().sum::<i32>(), count!($($v)*))),*] }; }
mod shapes { macro_rules! area { (rect $w:expr, $h:expr) => { $w * $h }; (square $s:expr) => { $crate::shapes::sq($s) }; } pub(crate) use area; pub fn sq(s: i32) -> i32 { s * s } }
use shapes::area;

fn main() {
    let m = map! { "one" => 1i32, "two" => 2, };
    let empty: BTreeMap<u8, u8> = map!();
    println!("{m:?} {empty:?} {} {}", count!(a b (c d) [e]), max!(3, 9 - 1, 2 * 3));
    calculate! { eval 1 + 2, eval (1 + 2) * 3, eval m["two"].pow(3) }
    println!("{:?} {:?} {:?}", Colour::ALL.map(|c| c.label()), "verde".parse::<Colour>(), "Green".parse::<Colour>());
    println!("{:?}", Colour::ALL.iter().rev().collect::<BTreeSet<_>>());
    let id = UserId::from(7);
    println!("{id} {} {} {:?}", Email("a@b".into()), Score::from(1.5), id.partial_cmp(&UserId(9)));
    println!("{:?} {:?}", Server::default().host("example.org").port(8080u16), Server::fields());
    println!("{:?}", matrix!([1, 2u8], [3.5, -4]));
    my_assert!(1 + 1 == 3);
    my_assert!(m.len() > 5, ", it has {}", m.len());
    my_assert!(m.contains_key("one"), "unused");
    println!("{} {} {}", (3u8,).total(), (1i32, 2u16).total(), (1i8, -5i64, 10u32).total());
    println!("{} {}", rpn!(2 3 + 4 *), rpn!(10 2 3 * - 1 +));
    let mut page = String::new();
    let n = 3;
    html!(page; ul [class = "list", id = n] { li { "one" } li { (n * 2) b { "!" } } } p {});
    println!("{page}");
    let (mut x, mut y) = (1, 2);
    swap!(x, y);
    println!("{x} {y} {} {}", op!(x, <<, y), op!(x, >=, y));
    let mut seen = vec![];
    let mut it = [Some(1), Some(2), None, Some(3)].into_iter();
    'all: loop { seen.push(try_or!(it.next().flatten(), 'all)); }
    println!("{seen:?} {} {:?}", show((1, 2), "~"), biggest(vec!["b", "c", "a"]));
    println!("{:?} {} {}", nested! { a: [1, 2, 3]; b: [10, x]; }, area!(rect 3, 4), area!(square 5));
    println!("{} {} {}", line!() > 100, file!().ends_with(".rs"), module_path!().is_empty());
    println!("{:?} {}", matches!(m.get("one"), Some(n) if *n == 1), stringify!(Vec<Option<i32>>));
}
