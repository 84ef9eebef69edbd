macro_rules! square { ($x:expr) => { $x * $x }; }

macro_rules! maximum {
    ($x:expr) => { $x };
    ($x:expr, $($rest:expr),+) => {{ let a = $x; let b = maximum!($($rest),+); if a > b { a } else { b } }};
}

macro_rules! map {
    ($($key:literal => $value:expr),* $(,)?) => {{
        let mut map = std::collections::BTreeMap::new();
        $(map.insert($key, $value);)*
        map
    }};
}

macro_rules! structure {
    ($(#[$meta:meta])* $name:ident { $($field:ident: $ty:ty = $default:expr),* }) => {
        $(#[$meta])* struct $name { $($field: $ty),* }
        impl $name {
            fn new() -> Self { Self { $($field: $default),* } }
            fn fields() -> &'static [&'static str] { &[$(stringify!($field)),*] }
        }
    };
}

structure! { #[derive(Debug)] Options { depth: u8 = 3, name: String = "none".to_string() } }

macro_rules! function { ($name:ident, $body:block) => { fn $name() -> i32 $body }; }
function!(forty, { 40 });

macro_rules! hygiene { ($e:expr) => {{ let x = 10; $e + x }}; }
macro_rules! count { () => { 0 }; ($head:tt $($tail:tt)*) => { 1 + count!($($tail)*) }; }
macro_rules! op { ($a:expr, plus, $b:expr) => { $a + $b }; ($a:expr, minus, $b:expr) => { $a - $b }; }

fn main() {
    println!("{} {}", square!(3 + 1), maximum!(3, 9, 4));
    println!("{:?}", map! { "a" => 1, "b" => square!(2), });
    println!("{:?} {:?}", Options::new(), Options::fields());
    println!("{}", forty());
    let x = 1;
    println!("{}", hygiene!(x * 2));
    println!("{} {} {}", count!(a b (c d) e), op!(5, plus, 2), op!(5, minus, 2));
    println!("{}", stringify!(a + b));
}
