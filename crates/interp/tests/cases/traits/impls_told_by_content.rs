use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
#[derive(Debug)]
enum E { Ints(i32, i32), Floats(f64, f64), Opt(Option<u8>), Text(Option<String>), Bx(Box<dyn std::error::Error>) }
impl From<(i32, i32)> for E { fn from(t: (i32, i32)) -> E { E::Ints(t.0, t.1) } }
impl From<(f64, f64)> for E { fn from(t: (f64, f64)) -> E { E::Floats(t.0, t.1) } }
impl From<Option<u8>> for E { fn from(t: Option<u8>) -> E { E::Opt(t) } }
impl From<Option<String>> for E { fn from(t: Option<String>) -> E { E::Text(t) } }
impl From<Box<dyn std::error::Error>> for E { fn from(t: Box<dyn std::error::Error>) -> E { E::Bx(t) } }
fn a() -> Result<(), E> { Err((1.0, 1.5))?; Ok(()) }
fn b() -> Result<(), E> { Err((1, 2))?; Ok(()) }
fn c() -> Result<(), E> { let r: Result<u8, Option<u8>> = Err(None); r?; Ok(()) }
fn d() -> Result<u8, E> { let r: Result<u8, Option<String>> = Err(None); Ok(r?) }
fn e() -> Result<(), E> { Err::<(), Box<dyn std::error::Error>>("x".into())?; Ok(()) }
#[derive(PartialEq, PartialOrd, Clone, Copy, Debug)]
struct P(i32);
impl PartialEq<i32> for P { fn eq(&self, o: &i32) -> bool { self.0 == *o } }
impl PartialEq<P> for i32 { fn eq(&self, o: &P) -> bool { *self == o.0 } }
impl PartialOrd<i32> for P { fn partial_cmp(&self, o: &i32) -> Option<std::cmp::Ordering> { println!("with int"); self.0.partial_cmp(o) } }
#[derive(Debug, PartialEq)]
struct Q(Vec<i32>);
impl PartialEq<Vec<i32>> for Q { fn eq(&self, o: &Vec<i32>) -> bool { println!("vec"); self.0 == *o } }
impl PartialEq<Q> for Vec<i32> { fn eq(&self, o: &Q) -> bool { println!("q"); *self == o.0 } }
struct W<T>(T);
impl fmt::Display for W<i32> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "int {}", self.0) } }
impl fmt::Display for W<Option<i32>> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "opt {:?}", self.0) } }
impl fmt::Display for W<Option<&str>> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "text {:?}", self.0) } }
impl Clone for W<Option<i32>> { fn clone(&self) -> Self { println!("clone opt"); W(self.0) } }
impl Clone for W<Option<&str>> { fn clone(&self) -> Self { println!("clone text"); W(self.0) } }
impl Drop for W2 { fn drop(&mut self) { println!("drop {}", self.0) } }
struct W2(i32);
impl std::iter::Sum<P> for i64 { fn sum<I: Iterator<Item = P>>(i: I) -> i64 { i.map(|p| p.0 as i64).sum() } }
impl std::iter::Sum for P { fn sum<I: Iterator<Item = P>>(i: I) -> P { P(i.map(|p| p.0).sum()) } }
fn main() {
    println!("{:?} {:?} {:?} {:?} {:?}", a(), b(), c(), d(), e());
    println!("{} {} {} {}", P(1) == P(1), P(1) == 1, 1 == P(1), P(1) != 2);
    println!("{} {} {}", P(1) < P(2), P(1) < 2, P(3) >= 3);
    println!("{} {} {}", Q(vec![1]) == vec![1], vec![1] == Q(vec![1]), Q(vec![2]) == Q(vec![2]));
    assert_eq!(P(1), 1);
    assert_eq!(P(1), P(1));
    println!("{} {} {}", W(1), W(Some(1)), W(Some("x")));
    let ip: IpAddr = "127.0.0.1".parse().unwrap();
    println!("{} {} {}", ip == Ipv4Addr::LOCALHOST, Ipv4Addr::LOCALHOST == ip, ip == Ipv4Addr::new(1, 2, 3, 4));
    let s: i64 = [P(1), P(2)].into_iter().sum();
    let p: P = [P(1), P(2)].into_iter().sum();
    println!("{s} {p:?}");
    let _w = W2(1);
}
