use std::marker::PhantomData;
use std::ops::{Add, AddAssign, Index, IndexMut, Mul, Neg, Not, Sub};

struct Id<T>(usize, PhantomData<T>);
impl<T> Id<T> {
    fn new(n: usize) -> Self { Id(n, PhantomData) }
}
struct User;
struct Order;
struct Db { users: Vec<&'static str>, orders: Vec<u32> }
impl Index<Id<User>> for Db {
    type Output = &'static str;
    fn index(&self, id: Id<User>) -> &&'static str { &self.users[id.0] }
}
impl Index<Id<Order>> for Db {
    type Output = u32;
    fn index(&self, id: Id<Order>) -> &u32 { &self.orders[id.0] }
}
impl IndexMut<Id<User>> for Db {
    fn index_mut(&mut self, id: Id<User>) -> &mut &'static str { &mut self.users[id.0] }
}
impl IndexMut<Id<Order>> for Db {
    fn index_mut(&mut self, id: Id<Order>) -> &mut u32 { &mut self.orders[id.0] }
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct V(f64, f64);
impl Mul<(i32, i32)> for V {
    type Output = String;
    fn mul(self, o: (i32, i32)) -> String { format!("ints {} {}", o.0, o.1) }
}
impl Mul<(f64, f64)> for V {
    type Output = V;
    fn mul(self, o: (f64, f64)) -> V { V(self.0 * o.0, self.1 * o.1) }
}
impl Add<Option<i32>> for V {
    type Output = V;
    fn add(self, o: Option<i32>) -> V { V(self.0 + o.unwrap_or(0) as f64, self.1) }
}
impl Add<Option<&str>> for V {
    type Output = String;
    fn add(self, o: Option<&str>) -> String { format!("{:?} and {}", self, o.unwrap_or("nothing")) }
}
impl PartialEq<Vec<f64>> for V {
    fn eq(&self, o: &Vec<f64>) -> bool { o.len() == 2 && self.0 == o[0] && self.1 == o[1] }
}
impl PartialEq<Vec<String>> for V {
    fn eq(&self, o: &Vec<String>) -> bool { println!("texts"); o.is_empty() }
}
impl PartialEq<[f64; 2]> for V {
    fn eq(&self, o: &[f64; 2]) -> bool { println!("array"); self.0 == o[0] }
}
impl AddAssign<Option<f64>> for V {
    fn add_assign(&mut self, o: Option<f64>) { self.0 += o.unwrap_or(0.5); }
}
impl AddAssign<Option<bool>> for V {
    fn add_assign(&mut self, o: Option<bool>) { self.1 = if o.unwrap_or(true) { 1.0 } else { 0.0 }; }
}

struct Km;
struct Mile;
struct Length<U> { n: f64, unit: PhantomData<U> }
fn length<U>(n: f64) -> Length<U> { Length { n, unit: PhantomData } }
impl Neg for Length<Km> { type Output = String; fn neg(self) -> String { format!("-{} km", self.n) } }
impl Neg for Length<Mile> { type Output = String; fn neg(self) -> String { format!("-{} mi", self.n) } }
impl Not for Length<Km> { type Output = bool; fn not(self) -> bool { self.n == 0.0 } }
impl Not for Length<Mile> { type Output = f64; fn not(self) -> f64 { self.n * 1.6 } }
impl Sub for Length<Km> { type Output = Length<Km>; fn sub(self, o: Self) -> Self { println!("km"); length(self.n - o.n) } }
impl Sub for Length<Mile> { type Output = Length<Mile>; fn sub(self, o: Self) -> Self { println!("mi"); length(self.n - o.n) } }
impl Add<Length<Mile>> for Length<Km> { type Output = Length<Km>; fn add(self, o: Length<Mile>) -> Self { length(self.n + o.n * 1.6) } }
impl Add<Length<Km>> for Length<Km> { type Output = Length<Km>; fn add(self, o: Length<Km>) -> Self { length(self.n + o.n) } }
impl<'a> Add<&'a Length<Mile>> for &'a Length<Km> { type Output = f64; fn add(self, o: &Length<Mile>) -> f64 { println!("by ref, miles"); self.n + o.n * 1.6 } }
impl<'a> Add<&'a Length<Km>> for &'a Length<Km> { type Output = f64; fn add(self, o: &Length<Km>) -> f64 { println!("by ref, km"); self.n + o.n } }
impl PartialEq<Length<Km>> for Length<Mile> { fn eq(&self, o: &Length<Km>) -> bool { println!("mi == km"); self.n * 1.6 == o.n } }
impl PartialEq<Length<Mile>> for Length<Mile> { fn eq(&self, o: &Length<Mile>) -> bool { println!("mi == mi"); self.n == o.n } }

fn generic<A, B>(a: A, b: B) -> A::Output where A: Add<B> { a + b }
fn differ<A: Sub<Output = A>>(a: A, b: A) -> A { a - b }
fn same<A: PartialEq<B>, B>(a: &A, b: &B) -> bool { a == b }

fn main() {
    let mut db = Db { users: vec!["ann", "bob"], orders: vec![7, 8] };
    println!("{} {}", db[Id::<User>::new(1)], db[Id::<Order>::new(0)]);
    let id: Id<Order> = Id::new(1);
    db[id] += 10;
    db[Id::<User>::new(0)] = "eve";
    println!("{:?} {:?}", db.users, db.orders);
    let v = V(1.0, 2.0);
    println!("{} {:?}", v * (1, 2), v * (3.0, 4.0));
    println!("{:?} {} {:?} {}", v + Some(1), v + Some("x"), v + None::<i32>, v + None::<&str>);
    println!("{} {} {} {}", v == vec![1.0, 2.0], v == Vec::<String>::new(), v == [1.0, 3.0], v == V(1.0, 2.0));
    println!("{} {}", v != vec![1.0, 2.0], v != vec!["a".to_string()]);
    let mut w = v;
    w += Some(2.5);
    w += Some(false);
    w += None::<f64>;
    w += None::<bool>;
    println!("{w:?}");
    println!("{} {} {} {}", -length::<Km>(1.0), -length::<Mile>(2.0), !length::<Km>(0.0), !length::<Mile>(2.0));
    let (a, b) = (length::<Km>(10.0), length::<Km>(3.0));
    println!("{}", (a - b).n);
    println!("{}", (length::<Mile>(10.0) - length(4.0)).n);
    println!("{}", (length::<Km>(1.0) + length::<Mile>(1.0)).n);
    println!("{}", (length::<Km>(1.0) + length::<Km>(1.0)).n);
    println!("{}", &length::<Km>(1.0) + &length::<Mile>(1.0));
    println!("{}", &length::<Km>(1.0) + &length::<Km>(1.0));
    println!("{} {}", length::<Mile>(1.0) == length::<Km>(1.6), length::<Mile>(1.0) == length::<Mile>(1.0));
    println!("{}", generic(length::<Km>(1.0), length::<Mile>(1.0)).n);
    println!("{}", generic(length::<Km>(1.0), length::<Km>(1.0)).n);
    println!("{:?} {}", generic(v, Some(4)), generic(v, Some("y")));
    println!("{} {}", differ(length::<Km>(5.0), length(1.0)).n, differ(length::<Mile>(5.0), length(1.0)).n);
    println!("{} {}", same(&length::<Mile>(1.0), &length::<Km>(1.6)), same(&length::<Mile>(1.0), &length::<Mile>(1.0)));
    if length::<Mile>(2.0) == length::<Km>(3.2) { println!("equal"); }
    let total = [1.5, 2.5].into_iter().fold(length::<Km>(0.0), |sum, n| sum + length::<Mile>(n));
    println!("{}", total.n);
}
