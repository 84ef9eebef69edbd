// macro_rules! collection + modules in one file with visibility and re-exports
#[macro_use]
mod macros {
    macro_rules! hashmap {
        (@unit $($x:tt)*) => { () };
        (@count $($rest:expr),*) => { <[()]>::len(&[$(hashmap!(@unit $rest)),*]) };
        ($($key:expr => $value:expr,)+) => { hashmap!($($key => $value),+) };
        ($($key:expr => $value:expr),*) => {{
            let _cap = hashmap!(@count $($key),*);
            let mut _map = ::std::collections::BTreeMap::new();
            $( let _ = _map.insert($key, $value); )*
            (_map, _cap)
        }};
    }
    macro_rules! enum_str {
        ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vm:meta])* $variant:ident = $val:literal),* $(,)? }) => {
            $(#[$meta])*
            $vis enum $name { $($(#[$vm])* $variant = $val),* }
            impl $name {
                pub const ALL: &'static [$name] = &[$($name::$variant),*];
                pub fn name(&self) -> &'static str { match self { $($name::$variant => stringify!($variant)),* } }
            }
            impl ::core::convert::TryFrom<i32> for $name {
                type Error = String;
                fn try_from(v: i32) -> Result<Self, Self::Error> {
                    match v { $(x if x == $name::$variant as i32 => Ok($name::$variant),)* other => Err(format!("{} has no {other}", stringify!($name))) }
                }
            }
        };
    }
    macro_rules! calc {
        (eval $e:expr) => { println!("{} = {}", stringify!($e), $e) };
        (eval $e:expr, $(eval $es:expr),+) => {{ calc!(eval $e); calc!($(eval $es),+) }};
    }
    macro_rules! newtype {
        ($($name:ident($inner:ty) $(: $($derive:ident),+)?;)*) => {$(
            #[derive(Debug, Clone $($(, $derive)+)?)]
            pub struct $name(pub $inner);
            impl From<$inner> for $name { fn from(x: $inner) -> Self { Self(x) } }
            impl std::ops::Deref for $name { type Target = $inner; fn deref(&self) -> &$inner { &self.0 } }
        )*};
    }
    macro_rules! maybe {
        ($($p:pat = $e:expr),+ => $body:block else $alt:block) => { match ($($e,)+) { ($($p,)+) => $body, #[allow(unreachable_patterns)] _ => $alt } };
    }
    macro_rules! compose {
        ($f:expr) => { $f };
        ($f:expr, $($rest:expr),+) => { { let g = compose!($($rest),+); move |x| g($f(x)) } };
    }
    macro_rules! state_machine {
        ($name:ident { $($from:ident => { $($ev:ident -> $to:ident),* $(,)? })* }) => {
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub enum $name { $($from),* }
            impl $name {
                pub fn on(self, event: &str) -> Option<Self> {
                    $( if self == $name::$from { $( if event == stringify!($ev) { return Some($name::$to); } )* } )*
                    None
                }
            }
        };
    }
    macro_rules! tuple_len { ($($T:ident),*) => { impl<$($T),*> crate::Arity for ($($T,)*) { const N: usize = 0 $(+ { let _ = stringify!($T); 1 })*; } }; }
    macro_rules! rpn {
        ([$r:expr]) => { $r };
        ([$b:expr, $a:expr $(, $s:expr)*] + $($rest:tt)*) => { rpn!([$a + $b $(, $s)*] $($rest)*) };
        ([$b:expr, $a:expr $(, $s:expr)*] - $($rest:tt)*) => { rpn!([$a - $b $(, $s)*] $($rest)*) };
        ([$b:expr, $a:expr $(, $s:expr)*] * $($rest:tt)*) => { rpn!([$a * $b $(, $s)*] $($rest)*) };
        ([$($s:expr),*] $num:literal $($rest:tt)*) => { rpn!([$num $(, $s)*] $($rest)*) };
        ($($t:tt)+) => { rpn!([] $($t)+) };
    }
}

pub trait Arity {
    const N: usize;
}
tuple_len!();
tuple_len!(A);
tuple_len!(A, B, C);

mod geometry {
    pub mod shapes {
        use super::units::Length;
        #[derive(Debug, Default)]
        pub struct Square {
            pub(in crate::geometry) side: Length,
            pub label: Option<&'static str>,
        }
        impl Square {
            pub(crate) fn new(side: impl Into<Length>) -> Self {
                Self { side: side.into(), ..Default::default() }
            }
            pub(super) fn secret(&self) -> f64 {
                self.side.0 * 100.0
            }
        }
        pub trait Area {
            fn area(&self) -> f64;
            fn bigger<'a>(&'a self, other: &'a dyn Area) -> f64 {
                self.area().max(other.area())
            }
        }
        impl Area for Square {
            fn area(&self) -> f64 {
                *self.side * *self.side
            }
        }
        impl<T: Area + ?Sized> Area for &T {
            fn area(&self) -> f64 {
                (**self).area()
            }
        }
    }
    pub mod units {
        newtype! { Length(f64): Copy, PartialEq, PartialOrd, Default; Name(String): PartialEq, Eq, Hash; Pair((u8, char)); }
        impl super::super::Describe for Length {
            fn describe(&self) -> String {
                format!("{}m", self.0)
            }
        }
    }
    pub fn reveal(s: &shapes::Square) -> f64 {
        s.secret() + s.side.0
    }
    pub use self::shapes::{Area as _, Square};
    pub use units::*;
}
use geometry::{Length, Name, Square, shapes::Area};

pub trait Describe {
    fn describe(&self) -> String {
        String::from("indescribable")
    }
}
impl Describe for Square {}
impl<T: Describe> Describe for [T] {
    fn describe(&self) -> String {
        self.iter().map(Describe::describe).collect::<Vec<_>>().join("+")
    }
}

enum_str! {
    /// Status codes.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Status { Ok = 200, #[allow(dead_code)] NotFound = 404, Teapot = 418 }
}
state_machine! { Door { Open => { close -> Closed } Closed => { open -> Open, lock -> Locked } Locked => { unlock -> Closed } } }

macro_rules! make_fns { ($($name:ident: $ty:ty = $body:expr),+) => { $(fn $name(x: $ty) -> $ty { let f: fn($ty) -> $ty = $body; f(x) })+ }; }
make_fns!(twice: i32 = |x| x * 2, shout: String = |s| s.to_uppercase() + "!");
macro_rules! max { ($x:expr) => ($x); ($x:expr, $($y:expr),+) => { std::cmp::max($x, max!($($y),+)) } }
macro_rules! vec_of_strings { ($($s:literal),* $(,)?) => { vec![$($s.to_string()),*] as Vec<String> }; }
macro_rules! block { ($b:block $l:lifetime $t:ty, $p:path, $i:item) => {{ $i let v: $t = $b; $l: loop { break $l $p(v) } }}; }
macro_rules! nested { ($( $k:ident : [ $($v:expr),* ] );* $(;)?) => { vec![$( (stringify!($k), [$($v),*].into_iter().sum::<i32>()) ),*] }; }

fn main() {
    let (map, n) = hashmap! { "a" => 1, "b" => 2, };
    println!("{map:?} {n}");
    println!(
        "{:?} {} {:?} {:?}",
        Status::ALL,
        Status::Teapot.name(),
        Status::try_from(404),
        Status::try_from(1)
    );
    calc! { eval 1 + 2, eval (3 * 4) - 5, eval u8::MAX as u32 + 1 }
    println!("{}", maybe!(Some(a) = Some(1), [b, ..] = [2, 3] => { a + b } else { -1 }));
    println!("{}", maybe!(Some(a) = None::<i32>, 1 = 1 => { a } else { -1 }));
    println!("{}", compose!(|x: i32| x + 1, |x: i32| x * 10, |x: i32| format!("<{x}>"))(4));
    let path = ["close", "lock", "open", "unlock", "open"]
        .iter()
        .scan(Door::Open, |d, e| {
            let next = d.on(e);
            *d = next.unwrap_or(*d);
            Some(next)
        })
        .collect::<Vec<_>>();
    println!("{path:?}");
    println!("{} {} {}", <() as Arity>::N, <(u8,)>::N, <(u8, char, ()) as Arity>::N);
    println!("{} {}", rpn!(2 3 + 4 *), rpn!(10 4 3 - - 2 *));
    let mut sq = Square::new(3.0);
    sq.label = Some("big");
    println!("{sq:?} {} {} {}", sq.area(), geometry::reveal(&sq), (&sq).bigger(&Square::new(Length(4.0))));
    println!("{} {}", sq.describe(), [Length(1.5), 2.0.into()].describe());
    println!(
        "{} {} {:?}",
        Name::from("x".to_string()).len(),
        Length(1.0) < Length(2.0),
        geometry::Pair((1, 'c')).1
    );
    println!("{} {} {}", twice(21), shout("hey".into()), max!(3, 9, 4));
    println!("{:?}", vec_of_strings!["p", "q"]);
    println!("{:?}", block!({ 1 + 1 } 'a u8, Some, const _X: u8 = 1;));
    println!("{:?}", nested! { a: [1, 2]; b: [7] ; c: [5] });
    println!("{} {}", module_path!().is_empty(), line!() > 100);
    println!("{}", concat!("a", 1, 2.5, true, 'c'));
}
