use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::fmt::{Debug, Display};
use std::str::FromStr;

fn make<T: Default>() -> T { T::default() }
fn nested<T: Default + Clone>(n: usize) -> Vec<T> { (0..n).map(|_| T::default()).collect() }
fn through<T: Default>() -> T { make() }
fn twice<T: Default>() -> (T, T) { (make::<T>(), through()) }
fn deep<T: Default + Debug>(n: u32) -> T { if n == 0 { T::default() } else { deep::<T>(n - 1) } }
fn gather<B: FromIterator<u32>>(n: u32) -> B { (0..n).collect() }
fn parse_all<T: FromStr>(text: &str) -> Result<Vec<T>, T::Err> { text.split(',').map(|it| it.trim().parse::<T>()).collect() }
fn parse_or<T>(text: &str, or: T) -> T where T: FromStr { text.parse().unwrap_or(or) }
fn convert<A, B: From<A>>(a: A) -> B { B::from(a) }
fn convert_into<A: Into<B>, B>(a: A) -> B { a.into() }

trait Shape { const NAME: &'static str; fn new() -> Self where Self: Sized; fn area(&self) -> f64; fn describe() -> String where Self: Sized { format!("{} of {}", Self::NAME, Self::new().area()) } }
struct Square(f64);
struct Circle(f64);
impl Shape for Square { const NAME: &'static str = "square"; fn new() -> Self { Square(2.0) } fn area(&self) -> f64 { self.0 * self.0 } }
impl Shape for Circle { const NAME: &'static str = "circle"; fn new() -> Self { Circle(1.0) } fn area(&self) -> f64 { 3.0 * self.0 * self.0 } }
fn describe<S: Shape>() -> String { S::describe() }
fn area<S: Shape>() -> f64 { let s = S::new(); s.area() }

#[derive(Debug, Default, Clone, PartialEq)]
struct Config { name: String, port: u16, tags: Vec<String>, on: Option<bool> }
#[derive(Debug, Default)]
struct Wrapper<T> { inner: T, count: u32 }
impl<T: Default + Debug> Wrapper<T> {
    fn fresh() -> Self { Wrapper { inner: T::default(), count: 1 } }
    fn reset(&mut self) { self.inner = T::default(); self.count += 1; }
    fn many(n: usize) -> Vec<Self> { (0..n).map(|_| Self::fresh()).collect() }
}
struct Stack<T = i32> { items: Vec<T> }
impl<T> Stack<T> { fn new() -> Self { Stack { items: Vec::new() } } fn push(&mut self, it: T) -> &mut Self { self.items.push(it); self } }
impl<T> FromIterator<T> for Stack<T> { fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self { Stack { items: iter.into_iter().collect() } } }
impl<T: Display> Display for Stack<T> { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { for it in &self.items { write!(f, "<{it}>")?; } Ok(()) } }

fn count_words<'a, M>(text: &'a str) -> M where M: FromIterator<(&'a str, usize)> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for word in text.split_whitespace() { *seen.entry(word).or_default() += 1; }
    seen.into_iter().collect()
}
fn memo<K: std::hash::Hash + Eq + Clone, V: Default + Clone>(keys: &[K]) -> HashMap<K, V> {
    let mut map = HashMap::new();
    for k in keys { map.entry(k.clone()).or_insert_with(V::default); }
    map
}
fn type_of<T>(_: &T) -> &'static str { std::any::type_name::<T>() }
fn later<T: Default + 'static>() -> Box<dyn Fn() -> T> { Box::new(|| T::default()) }
fn total<T: std::iter::Sum<T> + Copy>(items: &[T]) -> T { items.iter().copied().sum() }
async fn fetch<T: Default>() -> T { inner::<T>().await }
async fn inner<T: Default>() -> T { let block = async { T::default() }; block.await }

trait Builder { type Out: Default + Debug; fn build(&self) -> Self::Out { Self::Out::default() } }
struct A; struct B;
impl Builder for A { type Out = Vec<u8>; }
impl Builder for B { type Out = (i32, String); }
fn run_builder<X: Builder>(x: X) -> X::Out { x.build() }

fn main() {
    let a: i32 = make(); let b: String = make(); let c: Vec<u8> = make();
    println!("{a} {b:?} {c:?}");
    println!("{:?} {:?}", nested::<u8>(3), nested::<String>(2));
    println!("{:?} {:?}", twice::<u64>(), twice::<Option<i32>>());
    println!("{:?} {:?}", deep::<f64>(50), deep::<Config>(3));
    let v: Vec<u32> = gather(3); let s: HashSet<u32> = gather(3); let d: VecDeque<u32> = gather(2);
    println!("{v:?} {} {d:?}", s.len());
    println!("{:?} {:?}", parse_all::<i64>("1, 2,3"), parse_all::<u8>("1,300").map_err(|e| e.to_string()));
    println!("{} {}", parse_or("12", 3u8), parse_or("x", 2.5));
    let s: String = convert("a"); let n: i64 = convert(3i32); let m: f64 = convert_into(2u8);
    println!("{s} {n} {m}");
    println!("{} {} {} {}", describe::<Square>(), describe::<Circle>(), area::<Square>(), area::<Circle>());
    println!("{:?} {:?}", Config::default(), Wrapper::<Config>::default());
    let mut w = Wrapper::<String>::fresh(); w.inner.push('x'); println!("{w:?}"); w.reset(); println!("{w:?}");
    println!("{:?}", Wrapper::<(i32, bool)>::many(2));
    let mut st: Stack = Stack::new(); st.push(1).push(2); println!("{st}");
    let st: Stack<char> = "abc".chars().collect(); println!("{st}");
    let m: HashMap<&str, usize> = count_words("a b a"); println!("{:?}", m.get("a"));
    let m: Vec<(&str, usize)> = count_words("a b a"); println!("{m:?}");
    let m: HashMap<&str, Vec<i32>> = memo(&["x", "y"]); println!("{} {:?}", m.len(), m["x"]);
    println!("{} {} {}", type_of(&1u8), type_of(&"x"), type_of(&vec![1.5]));
    println!("{} {:?}", later::<i32>()(), later::<String>()());
    println!("{} {}", total(&[1, 2, 3]), total(&[1.5, 2.0]));
    println!("{:?} {:?}", run_builder(A), run_builder(B));
    let r: Result<Vec<i32>, std::num::ParseIntError> = "1 2 x".split(' ').map(str::parse::<i32>).collect();
    println!("{r:?}");
    let o: Option<Vec<u32>> = "12a".chars().map(|c| c.to_digit(10)).collect(); println!("{o:?}");
    let (even, odd): (Vec<i32>, Vec<i32>) = (1..7).partition(|n| n % 2 == 0); println!("{even:?} {odd:?}");
    let (l, r): (Vec<_>, HashSet<_>) = [(1, 'a'), (2, 'a')].into_iter().unzip(); println!("{l:?} {}", r.len());
    let f: fn() -> u32 = make::<u32>; println!("{}", f());
    let made: Vec<String> = std::iter::repeat_with(String::default).take(2).collect(); println!("{made:?}");
    let waker = std::task::Waker::noop(); let mut cx = std::task::Context::from_waker(&waker);
    let mut fut = Box::pin(fetch::<Vec<i8>>()); println!("{:?}", fut.as_mut().poll(&mut cx));
    println!("{:?}", std::mem::take(&mut vec![1, 2]));
    let mut opt: Option<u8> = None; println!("{}", opt.get_or_insert_with(Default::default));
    let x: Box<str> = "abc".into(); let y: std::rc::Rc<[i32]> = vec![1, 2].into(); println!("{x} {y:?}");
    println!("{}", None::<String>.unwrap_or_default().len());
}
use std::future::Future;
