use std::fmt;
use std::marker::PhantomData;
use std::ops::Add;

trait Unit { const NAME: &'static str; fn factor() -> f64; }
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Meters;
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Feet;
impl Unit for Meters { const NAME: &'static str = "m"; fn factor() -> f64 { 1.0 } }
impl Unit for Feet { const NAME: &'static str = "ft"; fn factor() -> f64 { 0.3048 } }

#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Length<U> { value: f64, unit: PhantomData<U> }
impl<U: Unit> Length<U> {
    fn new(value: f64) -> Self { Length { value, unit: PhantomData } }
    fn to<V: Unit>(self) -> Length<V> { Length::new(self.value * U::factor() / V::factor()) }
}
impl<U: Unit> fmt::Display for Length<U> { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{:.2} {}", self.value, U::NAME) } }
impl<U: Unit> Add for Length<U> { type Output = Length<U>; fn add(self, other: Self) -> Self { Length::new(self.value + other.value) } }

trait State { fn name() -> &'static str; }
struct Open;
struct Closed;
impl State for Open { fn name() -> &'static str { "open" } }
impl State for Closed { fn name() -> &'static str { "closed" } }

struct Door<S: State> { knocks: u32, state: PhantomData<S> }
impl Door<Closed> {
    fn new() -> Self { Door { knocks: 0, state: PhantomData } }
    fn knock(mut self) -> Self { self.knocks += 1; self }
    fn open(self) -> Door<Open> { Door { knocks: self.knocks, state: PhantomData } }
}
impl Door<Open> { fn close(self) -> Door<Closed> { Door { knocks: self.knocks, state: PhantomData } } }
impl<S: State> fmt::Debug for Door<S> { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{} after {}", S::name(), self.knocks) } }

#[derive(Default, PartialEq, Eq, PartialOrd, Ord, Clone)]
struct Id<T> { number: u32, of: PhantomData<T> }
#[derive(Default, PartialEq, Eq, PartialOrd, Ord, Clone)]
struct User;

fn main() {
    let door = Door::new().knock().knock();
    println!("{door:?}");
    let door = door.open();
    println!("{door:?} {:?}", Door::new().open().close());
    let a: Length<Feet> = Length::new(10.0);
    let b = a.to::<Meters>();
    println!("{a} {b} {}", b + Length::new(1.0));
    println!("{} {:?}", a == Length::<Feet>::new(10.0), a.partial_cmp(&Length::new(3.0)));
    let all: Vec<Box<dyn fmt::Display>> = vec![Box::new(a), Box::new(b), Box::new(b.to::<Feet>())];
    println!("{}", all.iter().map(|it| it.to_string()).collect::<Vec<_>>().join(", "));
    let id: Id<User> = Id::default();
    let other = Id { number: 2, ..id.clone() };
    println!("{} {} {:?}", id.number, id < other, id.cmp(&other));
}
