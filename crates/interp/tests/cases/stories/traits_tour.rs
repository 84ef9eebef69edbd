use std::any::{Any, TypeId, type_name};
use std::borrow::{Borrow, Cow};
use std::collections::HashMap;
use std::convert::TryFrom;
use std::fmt::{self, Debug, Display};
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)] enum Suit { #[default] Clubs, Hearts = 5, Spades }
#[derive(Debug, Clone, PartialEq, PartialOrd)] struct Item { name: String, price: f32, tags: Vec<&'static str> }
trait Shape { const SIDES: u32; fn new(x: f64) -> Self where Self: Sized; fn area(&self) -> f64; fn name(&self) -> String { format!("{}-gon", Self::SIDES) } }
struct Sq(f64); struct Tri(f64);
impl Shape for Sq { const SIDES: u32 = 4; fn new(x: f64) -> Self { Sq(x) } fn area(&self) -> f64 { self.0 * self.0 } }
impl Shape for Tri { const SIDES: u32 = 3; fn new(x: f64) -> Self { Tri(x) } fn area(&self) -> f64 { self.0 * self.0 * 3f64.sqrt() / 4.0 } fn name(&self) -> String { "triangle".into() } }
fn build<S: Shape>(x: f64) -> (String, f64) { let s = S::new(x); (s.name(), s.area()) }
trait Animal { fn name(&self) -> &str; fn noise(&self) -> String; fn as_any(&self) -> &dyn Any; fn boxed_clone(&self) -> Box<dyn Animal>; }
#[derive(Clone)] struct Dog { name: String } #[derive(Clone)] struct Sheep { naked: bool }
impl Animal for Dog { fn name(&self) -> &str { &self.name } fn noise(&self) -> String { "woof".to_owned() } fn as_any(&self) -> &dyn Any { self } fn boxed_clone(&self) -> Box<dyn Animal> { Box::new(self.clone()) } }
impl Animal for Sheep { fn name(&self) -> &str { "sheep" } fn noise(&self) -> String { if self.naked { "baaah" } else { "meh" }.to_string() } fn as_any(&self) -> &dyn Any { self } fn boxed_clone(&self) -> Box<dyn Animal> { Box::new(self.clone()) } }
impl Clone for Box<dyn Animal> { fn clone(&self) -> Self { self.boxed_clone() } }
impl Debug for dyn Animal { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "<{} says {}>", self.name(), self.noise()) } }
impl PartialEq for dyn Animal { fn eq(&self, o: &dyn Animal) -> bool { self.name() == o.name() } }
trait Person { fn name(&self) -> String; } trait Student: Person { fn university(&self) -> String; } trait Programmer { fn fav(&self) -> String; } trait Cs: Programmer + Student { fn git(&self) -> String; }
fn greet(s: &dyn Cs) -> String { format!("{} {} {} {}", s.name(), s.university(), s.fav(), s.git()) }
struct Me; impl Person for Me { fn name(&self) -> String { "me".into() } } impl Student for Me { fn university(&self) -> String { "uni".into() } } impl Programmer for Me { fn fav(&self) -> String { "rust".into() } } impl Cs for Me { fn git(&self) -> String { "gh".into() } }
trait Container { type Item; type Key<'a> where Self: 'a; fn get(&self, i: usize) -> Option<&Self::Item>; fn first(&self) -> Option<&Self::Item> { self.get(0) } fn key<'a>(&'a self, i: usize) -> Self::Key<'a>; }
impl<T: ToString> Container for Vec<T> { type Item = T; type Key<'a> = &'a T where T: 'a; fn get(&self, i: usize) -> Option<&T> { <[T]>::get(self, i) } fn key<'a>(&'a self, i: usize) -> &'a T { &self[i] } }
fn show_all<C>(c: &C) -> String where C: Container, C::Item: Display { let mut s = String::new(); let mut i = 0; while let Some(x) = c.get(i) { s += &format!("{x};"); i += 1; } s }
impl From<(&str, f32)> for Item { fn from((n, p): (&str, f32)) -> Self { Item { name: n.into(), price: p, tags: vec![] } } }
impl TryFrom<u8> for Suit { type Error = String; fn try_from(v: u8) -> Result<Self, Self::Error> { Ok(match v { 0 => Suit::Clubs, 5 => Suit::Hearts, 6 => Suit::Spades, n => return Err(format!("no suit {n}")) }) } }
impl PartialEq<str> for Item { fn eq(&self, o: &str) -> bool { self.name == o } }
impl AsRef<str> for Item { fn as_ref(&self) -> &str { &self.name } }
trait Ext { fn double(&self) -> Self; } impl<T> Ext for T where T: Clone + std::ops::Add<Output = T> { fn double(&self) -> T { self.clone() + self.clone() } }
fn largest<T: PartialOrd + Copy>(l: &[T]) -> T { let mut m = l[0]; for &x in l { if x > m { m = x; } } m }
fn describe(x: &dyn Any) -> String { if let Some(i) = x.downcast_ref::<i32>() { format!("i32 {i}") } else if let Some(s) = x.downcast_ref::<&str>() { format!("str {s}") } else if x.is::<Vec<u8>>() { "bytes".into() } else { "?".into() } }
fn print_it(input: impl Debug + 'static) { println!("{input:?} {}", TypeId::of::<i32>() == input.type_id()); }
struct Wrapper<T>(T); impl<T: Display> Wrapper<T> { fn show(&self) -> String { format!("[{}]", self.0) } } impl Wrapper<i32> { fn twice(&self) -> i32 { self.0 * 2 } } impl<T> std::ops::Deref for Wrapper<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
fn dynamic(n: i32) -> Box<dyn Fn(i32) -> String> { if n > 0 { Box::new(move |x| format!("+{}", x + n)) } else { Box::new(|x| format!("={x}")) } }
fn main() {
    println!("{:?} {:?} {:?} {:?}", build::<Sq>(2.0), build::<Tri>(2.0), Sq::SIDES, <Tri as Shape>::SIDES);
    let zoo: Vec<Box<dyn Animal>> = vec![Box::new(Dog { name: "rex".into() }), Box::new(Sheep { naked: true })]; let z2 = zoo.clone(); println!("{:?} {}", z2, *z2[0] == *zoo[0]); for a in &zoo { match a.as_any().downcast_ref::<Dog>() { Some(d) => println!("dog {}", d.name), None => println!("not a dog: {}", a.noise()) } }
    println!("{}", greet(&Me)); println!("{} {:?} {}", show_all(&vec![1, 2]), vec!["a"].first(), Container::key(&vec![7, 8], 1));
    let i: Item = ("pen", 1.5).into(); println!("{i:?} {} {} {:?}", i == *"pen", i.as_ref().len(), i.partial_cmp(&Item { price: 2.0, ..i.clone() })); println!("{:?} {:?} {:?}", Suit::try_from(5), Suit::try_from(9), Suit::default()); println!("{:?} {} {:?}", Suit::Hearts.max(Suit::Clubs), Suit::Spades as u8, Suit::Clubs.cmp(&Suit::Hearts));
    println!("{} {} {}", 4.double(), "ab".to_string().len().double(), 1.5f32.double()); println!("{} {} {}", largest(&[1, 5, 2]), largest(&['a', 'z']), largest(&[0.1, -3.0])); println!("{} {} {} {}", describe(&5i32), describe(&"x"), describe(&vec![1u8]), describe(&1.0)); print_it(5); print_it("s"); println!("{} {} {}", Wrapper("x").show(), Wrapper(4).twice(), Wrapper(String::from("abc")).len()); println!("{} {}", dynamic(1)(2), dynamic(0)(2)); println!("{} {}", type_name::<i32>(), type_name::<Option<String>>());
    let any: Box<dyn Any> = Box::new(String::from("hi")); match any.downcast::<String>() { Ok(s) => println!("{}", s.to_uppercase()), Err(_) => println!("no") } let mut m: HashMap<TypeId, Box<dyn Any>> = HashMap::new(); m.insert(TypeId::of::<u32>(), Box::new(7u32)); m.insert(TypeId::of::<String>(), Box::new("res".to_string())); println!("{:?}", m.get(&TypeId::of::<u32>()).and_then(|b| b.downcast_ref::<u32>())); if let Some(s) = m.get_mut(&TypeId::of::<String>()).and_then(|b| b.downcast_mut::<String>()) { s.push('!'); println!("{s}"); } let b: &dyn Display = &5; println!("{b}"); println!("{}", [3, 1].iter().map(|x| x as &dyn Display).map(|d| d.to_string()).collect::<String>());
}
