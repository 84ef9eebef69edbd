use std::fmt::Display;

trait Convert<T> { fn convert(&self) -> T; }

struct Celsius(f64);

impl Convert<f64> for Celsius { fn convert(&self) -> f64 { self.0 } }
impl Convert<String> for Celsius { fn convert(&self) -> String { format!("{}C", self.0) } }
impl<T: Display> Convert<Vec<String>> for [T] { fn convert(&self) -> Vec<String> { self.iter().map(|it| it.to_string()).collect() } }

trait Describe { fn describe(&self) -> String; }
impl<T: Display> Describe for T { fn describe(&self) -> String { format!("«{self}»") } }

trait Ext { fn shout(&self) -> String; fn twice(self) -> Self; }
impl Ext for &str { fn shout(&self) -> String { self.to_uppercase() + "!" } fn twice(self) -> Self { self } }
impl Ext for i32 { fn shout(&self) -> String { format!("{self}!") } fn twice(self) -> Self { self * 2 } }

trait Add2<Rhs = Self> { type Output; fn add2(self, rhs: Rhs) -> Self::Output; }
impl Add2 for i32 { type Output = i32; fn add2(self, rhs: i32) -> i32 { self + rhs } }
impl Add2<&str> for i32 { type Output = String; fn add2(self, rhs: &str) -> String { format!("{self}{rhs}") } }

fn both<T>(t: &T) -> (f64, String) where T: Convert<f64> + Convert<String> { (t.convert(), t.convert()) }

fn main() {
    let c = Celsius(21.5);
    let n: f64 = c.convert();
    let s: String = c.convert();
    println!("{n} {s} {:?}", both(&c));
    println!("{:?}", [1, 2].convert());
    println!("{} {} {}", 5.describe(), "x".describe(), 2.5f32.describe());
    println!("{} {} {} {}", "hey".shout(), 5.shout(), 5.twice(), "t".twice());
    println!("{} {}", 1.add2(2), 1.add2("x"));
    println!("{}", <Celsius as Convert<String>>::convert(&c));
}
