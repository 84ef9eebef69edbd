mod shapes {
    pub mod area {
        pub fn square(side: u32) -> u32 { super::multiply(side, side) }
        pub fn describe() -> String { format!("{} {}", super::super::top(), self::square(2)) }
    }
    fn multiply(a: u32, b: u32) -> u32 { a * b }
    pub use self::area::square as squared;
    pub(crate) const UNIT: &str = "cm";
    #[derive(Debug, Default, Clone, PartialEq)]
    pub struct Point { pub x: i32, y: i32 }
    impl Point {
        pub fn new(x: i32, y: i32) -> Self { Self { x, y } }
        pub fn y(&self) -> i32 { self.y }
    }
    pub enum Kind { Small, Large(u8) }
}

mod prelude {
    pub use super::shapes::{Kind::{self, *}, Point};
}

use prelude::*;
use shapes::{area::{self, describe}, squared, UNIT as CENTIMETRES};
use std::collections::BTreeMap as Map;

fn top() -> &'static str { "top" }

fn main() {
    println!("{} {} {} {CENTIMETRES}", area::square(3), squared(4), describe());
    let point = Point::new(1, 2);
    println!("{point:?} {} {} {:?}", point.x, point.y(), Point::default() == point);
    for kind in [Small, Kind::Large(3)] {
        match kind { Small => println!("small"), Large(n) => println!("large {n}") }
    }
    let mut map: Map<&str, i32> = Map::new();
    map.insert("k", 1);
    println!("{map:?}");
    {
        use std::cmp::{max, min as least};
        println!("{} {}", max(1, 2), least(1, 2));
    }
    println!("{}", self::shapes::area::square(5));
}
