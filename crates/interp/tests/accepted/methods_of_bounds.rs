use std::any::Any;
use std::borrow::Borrow;
use std::collections::HashMap;
use std::fmt::{self, Debug, Display, Write as _};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, Read, Write};
use std::ops::{AddAssign, Deref};
fn a<T: 'static>(x: &T) -> bool {
    x.type_id() == std::any::TypeId::of::<i32>()
}
fn b<T: Clone>(x: &T) -> T {
    x.to_owned()
}
fn c<T: Copy>(x: &T) -> T {
    x.clone()
}
fn d<T: Eq + Ord + Hash>(x: T, y: T) -> (bool, std::cmp::Ordering, u64, bool) {
    let mut h = DefaultHasher::new();
    x.hash(&mut h);
    let z = x.partial_cmp(&y);
    (x.eq(&y), x.cmp(&y), h.finish() % 1, z.is_some())
}
fn e<T: std::error::Error>(x: T) -> String {
    x.to_string()
}
fn f<T: Into<String>>(x: T) -> String {
    let s: String = x.into();
    s
}
fn g<T>(x: T) -> T {
    let y: T = x.into();
    y
}
fn h<T: Debug + Display>(x: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    Display::fmt(x, f)
}
fn i<T: AsRef<str>>(x: T) -> usize {
    x.as_ref().len()
}
fn j<T: Deref<Target = str>>(x: T) -> usize {
    x.len()
}
fn k<T: Iterator<Item = i32>>(x: T) -> i32 {
    x.map(|x| x + 1).sum()
}
fn l<T: IntoIterator<Item = i32>>(x: T) -> i32 {
    x.into_iter().sum()
}
fn m<T>(x: &T) -> i32
where
    for<'a> &'a T: IntoIterator<Item = &'a i32>,
{
    x.into_iter().sum()
}
fn n<T: Read>(mut x: T) -> String {
    let mut s = String::new();
    x.read_to_string(&mut s).unwrap();
    s
}
fn o<T: BufRead>(x: T) -> usize {
    x.lines().count()
}
fn p<T: Write>(x: &mut T) {
    x.write_all(b"hi").unwrap();
    writeln!(x, "x").unwrap();
    x.flush().unwrap();
}
fn q<T: std::fmt::Write>(x: &mut T) {
    x.write_str("hi").unwrap();
    write!(x, "x").unwrap();
}
fn r<K: Hash + Eq, V: Default + AddAssign>(m: &mut HashMap<K, V>, k: K, v: V) {
    *m.entry(k).or_default() += v;
}
fn s<T: Borrow<str>>(x: T) -> usize {
    x.borrow().len()
}
trait Ext {
    fn ext(&self) -> &'static str {
        "ext"
    }
    fn by_value(self) -> u8
    where
        Self: Sized,
    {
        7
    }
}
impl<T> Ext for T {}
fn t<T>(x: T) -> u8 {
    x.ext();
    x.by_value()
}
trait Show: Display {
    fn show(&self) -> String {
        self.to_string()
    }
}
impl<T: Display> Show for T {}
fn u<T: Show>(x: T) -> String {
    format!("{} {}", x.show(), x.to_string())
}
fn v<F: Fn(i32) -> i32 + Clone>(f: F) -> i32 {
    let g = f.clone();
    g(f(1))
}
trait Visitor {
    type Out;
    fn visit(&mut self) -> Self::Out;
}
fn w<V: Visitor>(mut v: V) -> V::Out
where
    V::Out: Display + Clone,
{
    let o = v.visit();
    let _ = o.to_string();
    o.clone()
}
struct Vi;
impl Visitor for Vi {
    type Out = i32;
    fn visit(&mut self) -> i32 {
        4
    }
}
fn x<T: TryInto<u8>>(x: T) -> bool {
    x.try_into().is_ok()
}
fn y<T: ?Sized + ToString>(x: &T) -> String {
    x.to_string()
}
fn z<T: PartialOrd + Copy>(x: &[T]) -> T {
    let mut m = x[0];
    for &y in x {
        if y.gt(&m) {
            m = y;
        }
    }
    m
}
trait Named {
    const N: &'static str;
    fn name(&self) -> String {
        Self::N.to_string()
    }
}
impl Named for i32 {
    const N: &'static str = "i32";
}
impl<T: Named> Named for &T {
    const N: &'static str = "ref";
}
impl<T: Named> Named for Box<T> {
    const N: &'static str = "box";
}
fn aa<T: Named + Clone>(x: &T) -> String {
    format!("{} {} {}", x.name(), (&x).name(), Box::new(x.clone()).name())
}
fn ab<T>(x: Option<T>) -> Option<T>
where
    Option<T>: Clone,
{
    x.clone()
}
fn ac<T: Default>() -> T {
    T::default()
}
fn ad(x: impl Fn(&str) -> String, y: impl AsRef<[u8]>) -> usize {
    x("a").len() + y.as_ref().len()
}
fn ae<T: std::str::FromStr>(s: &str) -> Option<T> {
    s.parse::<T>().ok()
}
struct Dsp;
impl Display for Dsp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        h(&1, f)
    }
}
fn main() {
    println!("{} {} {} {}", a(&1), b(&1), c(&2), e(fmt::Error));
    println!("{} {} {} {} {} {}", f("a"), g(1), Dsp, i("abc"), j("abc"), k([1].into_iter()));
    println!("{} {} {} {}", l(vec![1]), m(&vec![1, 2]), n(&b"ab"[..]), o(&b"a\nb"[..]));
    let mut buf = Vec::new();
    p(&mut buf);
    let mut st = String::new();
    q(&mut st);
    let mut hm = HashMap::new();
    r(&mut hm, 1, 2);
    println!("{:?} {} {:?} {} {} {}", buf, st, hm, s("x"), t(1), u(3));
    println!("{} {} {} {} {}", v(|x| x + 1), w(Vi), x(300), y("q"), z(&[1, 5, 2]));
    println!(
        "{} {:?} {} {} {:?}",
        aa(&1),
        ab(Some(1)),
        ac::<u8>(),
        ad(|s| s.to_string(), "x"),
        ae::<u8>("4")
    );
    let _ = d::<u8> as fn(u8, u8) -> _;
}
