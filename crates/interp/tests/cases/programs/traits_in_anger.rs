// "Traits in anger": blanket impls, supertraits, assoc consts, generic dispatch, dyn upcasting, extension traits, sealed
use std::any::{Any, TypeId, type_name};
use std::borrow::{Borrow, Cow, ToOwned};
use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt::{self, Debug, Display};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::marker::PhantomData;
use std::rc::Rc;

mod sealed {
    pub trait Sealed {}
    impl Sealed for u8 {}
    impl Sealed for &str {}
}
pub trait Token: sealed::Sealed + Debug {
    const NAME: &'static str;
    fn weight(&self) -> usize;
    fn tagged(&self) -> String {
        format!("{}:{:?}/{}", Self::NAME, self, self.weight())
    }
}
impl Token for u8 {
    const NAME: &'static str = "byte";
    fn weight(&self) -> usize {
        usize::from(*self)
    }
}
impl Token for &str {
    const NAME: &'static str = "text";
    fn weight(&self) -> usize {
        self.len()
    }
}

trait Named {
    fn name(&self) -> String;
}
trait Animal: Named + Any {
    fn noise(&self) -> Cow<'static, str>;
    fn legs(&self) -> u32 {
        4
    }
    fn clone_box(&self) -> Box<dyn Animal>;
}
impl Clone for Box<dyn Animal> {
    fn clone(&self) -> Self {
        (**self).clone_box()
    }
}
impl Debug for dyn Animal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} the {}-legged>", self.name(), self.legs())
    }
}
impl PartialEq for dyn Animal {
    fn eq(&self, o: &dyn Animal) -> bool {
        self.name() == o.name()
    }
}
#[derive(Clone)]
struct Dog(String);
#[derive(Clone)]
struct Bird {
    species: &'static str,
}
impl Named for Dog {
    fn name(&self) -> String {
        self.0.clone()
    }
}
impl Named for Bird {
    fn name(&self) -> String {
        self.species.into()
    }
}
impl Animal for Dog {
    fn noise(&self) -> Cow<'static, str> {
        "woof".into()
    }
    fn clone_box(&self) -> Box<dyn Animal> {
        Box::new(self.clone())
    }
}
impl Animal for Bird {
    fn noise(&self) -> Cow<'static, str> {
        format!("tweet-{}", self.species.len()).into()
    }
    fn legs(&self) -> u32 {
        2
    }
    fn clone_box(&self) -> Box<dyn Animal> {
        Box::new(Bird { ..*self })
    }
}
trait Loud {
    fn loud(&self) -> String;
}
impl<T: Animal + ?Sized> Loud for T {
    fn loud(&self) -> String {
        self.noise().to_uppercase()
    }
}

trait Monoid {
    const EMPTY: Self;
    fn combine(self, other: Self) -> Self;
}
impl Monoid for u32 {
    const EMPTY: u32 = 0;
    fn combine(self, o: u32) -> u32 {
        self + o
    }
}
impl Monoid for String {
    const EMPTY: String = String::new();
    fn combine(mut self, o: String) -> String {
        self.push_str(&o);
        self
    }
}
impl<A: Monoid, B: Monoid> Monoid for (A, B) {
    const EMPTY: Self = (A::EMPTY, B::EMPTY);
    fn combine(self, (c, d): Self) -> Self {
        (self.0.combine(c), self.1.combine(d))
    }
}
impl<T: Monoid> Monoid for Option<T> {
    const EMPTY: Self = None;
    fn combine(self, o: Self) -> Self {
        match (self, o) {
            (Some(a), Some(b)) => Some(a.combine(b)),
            (a, b) => a.or(b),
        }
    }
}
fn fold_all<M: Monoid>(it: impl IntoIterator<Item = M>) -> M {
    it.into_iter().fold(M::EMPTY, M::combine)
}

trait Shape {
    fn area(&self) -> f64;
}
struct Sq(f64);
struct Ci(f64);
impl Shape for Sq {
    fn area(&self) -> f64 {
        self.0.powi(2)
    }
}
impl Shape for Ci {
    fn area(&self) -> f64 {
        3.0 * self.0 * self.0
    }
}
impl<S: Shape + ?Sized> Shape for Box<S> {
    fn area(&self) -> f64 {
        (**self).area()
    }
}
impl<S: Shape> Shape for [S] {
    fn area(&self) -> f64 {
        self.iter().map(S::area).sum()
    }
}
impl<S: Shape> Shape for Option<S> {
    fn area(&self) -> f64 {
        self.as_ref().map_or(0.0, Shape::area)
    }
}
impl<A: Shape, B: Shape> Shape for (A, B) {
    fn area(&self) -> f64 {
        self.0.area() + self.1.area()
    }
}

trait Visitor {
    type Out;
    fn num(&mut self, n: i64) -> Self::Out;
    fn bin(&mut self, op: char, l: Self::Out, r: Self::Out) -> Self::Out;
}
enum Expr {
    Num(i64),
    Bin(char, Rc<Expr>, Rc<Expr>),
}
impl Expr {
    fn accept<V: Visitor>(&self, v: &mut V) -> V::Out {
        match self {
            Expr::Num(n) => v.num(*n),
            Expr::Bin(op, l, r) => {
                let (l, r) = (l.accept(v), r.accept(v));
                v.bin(*op, l, r)
            }
        }
    }
}
struct Eval;
struct Show {
    depth: usize,
}
impl Visitor for Eval {
    type Out = Result<i64, String>;
    fn num(&mut self, n: i64) -> Self::Out {
        Ok(n)
    }
    fn bin(&mut self, op: char, l: Self::Out, r: Self::Out) -> Self::Out {
        let (l, r) = (l?, r?);
        match op {
            '+' => Ok(l + r),
            '*' => Ok(l * r),
            '/' => l.checked_div(r).ok_or_else(|| format!("{l}/{r}")),
            _ => Err(op.to_string()),
        }
    }
}
impl Visitor for Show {
    type Out = String;
    fn num(&mut self, n: i64) -> String {
        self.depth += 1;
        n.to_string()
    }
    fn bin(&mut self, op: char, l: String, r: String) -> String {
        format!("({l} {op} {r})")
    }
}

struct Key<'a>(Cow<'a, str>);
#[derive(Debug, PartialEq, Eq, Hash, Clone)]
struct Upper(String);
#[derive(Debug, PartialEq, Eq, Hash)]
#[repr(transparent)]
struct UpperStr(str);
impl Borrow<str> for Upper {
    fn borrow(&self) -> &str {
        &self.0
    }
}
impl<'a, T: Into<Cow<'a, str>>> From<T> for Key<'a> {
    fn from(t: T) -> Self {
        Key(t.into())
    }
}
impl AsRef<str> for Key<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}
fn len_of(k: impl AsRef<str>) -> usize {
    k.as_ref().len()
}

struct Registry {
    items: HashMap<TypeId, Box<dyn Any>>,
}
impl Registry {
    fn put<T: Any>(&mut self, t: T) -> Option<T> {
        self.items.insert(TypeId::of::<T>(), Box::new(t)).and_then(|b| b.downcast::<T>().ok()).map(|b| *b)
    }
    fn get<T: Any>(&self) -> Option<&T> {
        self.items.get(&TypeId::of::<T>())?.downcast_ref()
    }
    fn get_or<T: Any + Default>(&mut self) -> &mut T {
        self.items.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(T::default())).downcast_mut().unwrap()
    }
}
trait Unit {
    const SYMBOL: &'static str;
    type Next: Unit;
}
struct Mm;
struct Cm;
struct M;
impl Unit for Mm {
    const SYMBOL: &'static str = "mm";
    type Next = Cm;
}
impl Unit for Cm {
    const SYMBOL: &'static str = "cm";
    type Next = M;
}
impl Unit for M {
    const SYMBOL: &'static str = "m";
    type Next = M;
}
struct Len<U: Unit>(f64, PhantomData<U>);
impl<U: Unit> Len<U> {
    fn of(v: f64) -> Self {
        Len(v, PhantomData)
    }
    fn up(self, by: f64) -> Len<U::Next> {
        Len::of(self.0 / by)
    }
}
impl<U: Unit> Display for Len<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0, U::SYMBOL)
    }
}
fn infallible(s: &str) -> Result<String, Infallible> {
    s.parse()
}
fn hash<T: Hash + ?Sized>(t: &T) -> u64 {
    let mut h = DefaultHasher::new();
    t.hash(&mut h);
    h.finish()
}
trait Pipe: Sized {
    fn pipe<R>(self, f: impl FnOnce(Self) -> R) -> R {
        f(self)
    }
    fn tap(self, f: impl FnOnce(&Self)) -> Self {
        f(&self);
        self
    }
}
impl<T> Pipe for T {}
struct Meters;
struct Feet;
trait Convert<To> {
    fn convert(x: f64) -> f64;
}
impl Convert<Feet> for Meters {
    fn convert(x: f64) -> f64 {
        x * 3.25
    }
}
impl Convert<Meters> for Feet {
    fn convert(x: f64) -> f64 {
        x / 3.25
    }
}
impl<T> Convert<T> for () {
    fn convert(x: f64) -> f64 {
        x
    }
}

fn main() {
    println!("{} {} {}", 7u8.tagged(), "abc".tagged(), <&str as Token>::NAME);
    let zoo: Vec<Box<dyn Animal>> = vec![Box::new(Dog("Rex".into())), Box::new(Bird { species: "owl" })];
    let copy = zoo.clone();
    println!("{zoo:?} {} {}", copy[1].loud(), *zoo[0] == *copy[0]);
    let any: &dyn Any = &*zoo[0];
    println!("{:?} {}", any.downcast_ref::<Dog>().map(|d| &d.0), any.is::<Bird>());
    let named: &dyn Named = zoo[1].as_ref();
    println!("{} {}", named.name(), zoo.iter().map(|a| a.legs()).sum::<u32>());
    println!(
        "{:?} {:?}",
        fold_all([(1, "a".to_string()), (2, "b".into())]),
        fold_all(vec![None, Some(3u32), Some(4)])
    );
    println!(
        "{} {} {}",
        [Sq(1.0), Sq(2.0)].area(),
        (Box::new(Ci(1.0)) as Box<dyn Shape>, Some(Sq(3.0))).area(),
        Vec::<Ci>::new().area()
    );
    let e = Expr::Bin(
        '+',
        Rc::new(Expr::Num(1)),
        Rc::new(Expr::Bin('*', Rc::new(Expr::Num(2)), Rc::new(Expr::Num(3)))),
    );
    let mut show = Show { depth: 0 };
    println!("{} = {:?} ({} leaves)", e.accept(&mut show), e.accept(&mut Eval), show.depth);
    let e = Rc::new(e);
    println!("{:?}", Expr::Bin('/', e.clone(), Rc::new(Expr::Num(0))).accept(&mut Eval));
    println!("{} {} {}", len_of(Key::from("abc")), len_of(Key::from(String::from("de"))), len_of("f"));
    let m = HashMap::from([(Upper("K".into()), 1)]);
    println!("{:?} {}", m.get("K"), hash("x") == hash(&"x".to_string()));
    let mut r = Registry { items: HashMap::new() };
    println!("{:?} {:?} {:?}", r.put(1u8), r.put(2u8), r.put("s"));
    r.get_or::<Vec<u16>>().push(9);
    r.get_or::<Vec<u16>>().push(8);
    println!("{:?} {:?} {:?}", r.get::<u8>(), r.get::<Vec<u16>>(), r.get::<String>());
    println!(
        "{} {} {}",
        Len::<Mm>::of(25.0),
        Len::<Mm>::of(25.0).up(10.0),
        Len::<Cm>::of(5.0).up(100.0).up(1.0)
    );
    println!("{:?} {}", infallible("ok"), type_name::<u8>());
    println!(
        "{}",
        "5".parse::<i32>().unwrap().pipe(|n| n * 2).tap(|n| print!("tap {n} ")).pipe(|n| n.to_string() + "!")
    );
    println!(
        "{} {} {}",
        Meters::convert(2.0),
        <Feet as Convert<Meters>>::convert(6.5),
        <() as Convert<u8>>::convert(1.0)
    );
    let owned: Vec<i32> = [1, 2][..].to_owned();
    println!("{owned:?} {:?}", Cow::<[i32]>::from(&owned[..]).into_owned());
}
