// Advanced traits as in the Book's chapter 20: associated types, defaults, newtypes, supertraits, blanket impls, function pointers.
use std::borrow::{Borrow, Cow};
use std::collections::{BTreeSet, HashMap};
use std::fmt::{self, Debug, Display, Formatter};
use std::hash::Hash;
use std::iter::{FromIterator, Sum};
use std::marker::PhantomData;
use std::ops::{Add, AddAssign, Index, IndexMut, Mul, Neg, Not, Range, Sub};

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Point<T = i32> { x: T, y: T }
impl<T: Add<Output = T>> Add for Point<T> { type Output = Self; fn add(self, o: Self) -> Self { Point { x: self.x + o.x, y: self.y + o.y } } }
impl<T> Mul<T> for Point<T> where T: Mul<Output = T> + Copy { type Output = Point<T>; fn mul(self, k: T) -> Self::Output { Point { x: self.x * k, y: self.y * k } } }
impl<T: Neg<Output = T>> Neg for Point<T> { type Output = Self; fn neg(self) -> Self { Self { x: -self.x, y: -self.y } } }
impl<'a, T> Sum<&'a Point<T>> for Point<T> where T: Copy + Default + Add<Output = T> {
    fn sum<I: Iterator<Item = &'a Point<T>>>(iter: I) -> Self { iter.fold(Point { x: T::default(), y: T::default() }, |a, &b| a + b) }
}
impl<T: AddAssign + Copy> AddAssign<(T, T)> for Point<T> { fn add_assign(&mut self, (x, y): (T, T)) { self.x += x; self.y += y; } }
impl<T> From<[T; 2]> for Point<T> { fn from([x, y]: [T; 2]) -> Self { Point { x, y } } }

struct Millimeters(u32);
struct Meters(u32);
impl Add<Meters> for Millimeters { type Output = Millimeters; fn add(self, other: Meters) -> Millimeters { Millimeters(self.0 + other.0 * 1000) } }

trait OutlinePrint: Display {
    fn outline(&self) -> String {
        let text = self.to_string();
        let bar = "*".repeat(text.chars().count() + 4);
        [bar.as_str(), &format!("* {text} *"), &bar].join("\n")
    }
}
impl<T: Display + ?Sized> OutlinePrint for T {}

trait Pilot { fn fly(&self) -> String; fn kind() -> &'static str where Self: Sized { "pilot" } }
trait Wizard { fn fly(&self) -> String; }
struct Human;
impl Pilot for Human { fn fly(&self) -> String { "captain".into() } }
impl Wizard for Human { fn fly(&self) -> String { "Up!".into() } }
impl Human { fn fly(&self) -> &'static str { "*waving arms*" } fn kind() -> &'static str { "human" } }

struct Wrapper<T>(Vec<T>);
impl<T: Display> Display for Wrapper<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str("[")?;
        for (i, item) in self.0.iter().enumerate() {
            if i != 0 { f.write_str(", ")?; }
            Display::fmt(item, f)?;
        }
        write!(f, "]")
    }
}

struct Grid<T, const W: usize, const H: usize> { cells: [[T; W]; H] }
impl<T: Copy + Default, const W: usize, const H: usize> Default for Grid<T, W, H> { fn default() -> Self { Grid { cells: [[T::default(); W]; H] } } }
impl<T, const W: usize, const H: usize> Index<(usize, usize)> for Grid<T, W, H> { type Output = T; fn index(&self, (x, y): (usize, usize)) -> &T { &self.cells[y][x] } }
impl<T, const W: usize, const H: usize> IndexMut<(usize, usize)> for Grid<T, W, H> { fn index_mut(&mut self, (x, y): (usize, usize)) -> &mut T { &mut self.cells[y][x] } }
impl<T, const W: usize, const H: usize> Grid<T, W, H> {
    const AREA: usize = W * H;
    fn transposed(&self) -> Grid<T, H, W> where T: Copy { Grid { cells: std::array::from_fn(|y| std::array::from_fn(|x| self.cells[x][y])) } }
}

trait Unit { const NAME: &'static str; const FACTOR: f64; }
#[derive(Debug)] enum Km {}
#[derive(Debug)] enum Mile {}
impl Unit for Km { const NAME: &'static str = "km"; const FACTOR: f64 = 1.0; }
impl Unit for Mile { const NAME: &'static str = "mi"; const FACTOR: f64 = 1.609344; }
struct Length<U: Unit> { value: f64, unit: PhantomData<U> }
impl<U: Unit> Length<U> {
    fn new(value: f64) -> Self { Self { value, unit: PhantomData } }
    fn to<V: Unit>(&self) -> Length<V> { Length::new(self.value * U::FACTOR / V::FACTOR) }
}
impl<U: Unit> Debug for Length<U> { fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result { write!(f, "{:.*}{}", f.precision().unwrap_or(2), self.value, U::NAME) } }

struct Counted<K>(HashMap<K, usize>);
impl<K: Hash + Eq> FromIterator<K> for Counted<K> {
    fn from_iter<I: IntoIterator<Item = K>>(iter: I) -> Self { let mut map = HashMap::new(); for k in iter { *map.entry(k).or_default() += 1; } Counted(map) }
}
impl<K: Hash + Eq> Extend<K> for Counted<K> { fn extend<I: IntoIterator<Item = K>>(&mut self, iter: I) { iter.into_iter().for_each(|k| *self.0.entry(k).or_insert(0) += 1) } }
impl<K> Counted<K> {
    fn of<Q>(&self, key: &Q) -> usize where K: Borrow<Q> + Hash + Eq, Q: Hash + Eq + ?Sized { self.0.get(key).copied().unwrap_or_default() }
    fn most(&self) -> BTreeSet<&K> where K: Ord { let max = self.0.values().max(); self.0.iter().filter(|(_, n)| Some(*n) == max).map(|(k, _)| k).collect() }
}

fn shout(input: &str) -> Cow<'_, str> { if input.chars().any(char::is_lowercase) { Cow::Owned(input.to_uppercase()) } else { Cow::Borrowed(input) } }
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C { move |x| g(f(x)) }
fn twice(f: fn(i32) -> i32, x: i32) -> i32 { f(x) + f(x) }
fn adders(range: Range<i32>) -> Vec<Box<dyn Fn(i32) -> i32>> { range.map(|n| Box::new(move |x| x + n) as Box<dyn Fn(i32) -> i32>).collect() }
fn subtract_all<T>(from: T, all: &[T]) -> T where T: Copy + for<'a> Sub<&'a T, Output = T> { all.iter().fold(from, |a, b| a - b) }

fn main() {
    let points = [Point { x: 1, y: 2 }, Point::from([3, 4]), [5, 6].into()];
    let mut total: Point = points.iter().sum();
    total += (1, -1);
    println!("{total:?} {:?} {:?}", -total * 2, Point { x: 0.5, y: 1.5 } + Point::default());
    println!("{} {}", (Millimeters(5) + Meters(2)).0, Point::<u8>::default() == Point { x: 0, y: 0 });
    println!("{}\n{}", "été".outline(), 42.outline());
    let human = Human;
    println!("{} {} {} {} {}", human.fly(), Pilot::fly(&human), <Human as Wizard>::fly(&human), Human::kind(), <Human as Pilot>::kind());
    println!("{} {:>5}", Wrapper(vec!["a", "b"]), Wrapper(vec![1.5, 2.0]));
    let mut grid = Grid::<u8, 3, 2>::default();
    grid[(2, 1)] = 7;
    grid[(0, 0)] += 1;
    println!("{:?} {} {}", grid.transposed().cells, Grid::<u8, 3, 2>::AREA, grid.transposed()[(1, 2)]);
    println!("{:?} {:.4?}", Length::<Mile>::new(26.2).to::<Km>(), Length::<Km>::new(5.0).to::<Mile>());
    let mut words: Counted<String> = "a b a c b".split(' ').map(String::from).collect();
    words.extend(["c".to_string(), "d".to_string()]);
    println!("{} {} {:?}", words.of("a"), words.of("zz"), words.most());
    println!("{} {} {}", shout("abc"), matches!(shout("ABC"), Cow::Borrowed(_)), shout("x").into_owned().len());
    println!("{} {}", compose(|x: i32| x + 1, |y| format!("<{y}>"))(4), twice(i32::abs, -3));
    println!("{:?} {}", adders(0..3).iter().map(|f| f(10)).collect::<Vec<_>>(), subtract_all(10i64, &[1, 2, 3]));
    println!("{:?} {:?}", [3, 1, 2].map(Some).iter().flatten().max(), (!0u8, !true, 5i8.not()));
    let make: Vec<fn(u32) -> Option<u32>> = vec![Some, |n| n.checked_sub(3), |_| None];
    println!("{:?}", make.iter().filter_map(|f| f(2)).collect::<Vec<_>>());
}
