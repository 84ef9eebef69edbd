use std::collections::BTreeMap;
use std::fmt::{Debug, Display};

fn largest<T: PartialOrd + Copy>(list: &[T]) -> T {
    let mut max = list[0];
    for &item in list { if item > max { max = item; } }
    max
}

#[derive(Debug, Clone, PartialEq)]
struct Point<T> { x: T, y: T }

impl<T> Point<T> {
    fn x(&self) -> &T { &self.x }
    fn mixup<U>(self, other: Point<U>) -> Mixed<T, U> { Mixed(self.x, other.y) }
    fn map<U, F: Fn(T) -> U>(self, f: F) -> Point<U> { Point { x: f(self.x), y: f(self.y) } }
}

impl Point<f32> { fn length(&self) -> f32 { (self.x.powi(2) + self.y.powi(2)).sqrt() } }
impl<T: Display + PartialOrd> Point<T> { fn compare(&self) -> String { if self.x >= self.y { format!("x={}", self.x) } else { format!("y={}", self.y) } } }

#[derive(Debug)]
struct Mixed<A, B>(A, B);

#[derive(Debug)]
enum Tree<T: Ord> { Leaf, Node(Box<Tree<T>>, T, Box<Tree<T>>) }

impl<T: Ord + Clone> Tree<T> {
    fn insert(self, value: T) -> Tree<T> {
        match self {
            Tree::Leaf => Tree::Node(Box::new(Tree::Leaf), value, Box::new(Tree::Leaf)),
            Tree::Node(l, v, r) if value < v => Tree::Node(Box::new(l.insert(value)), v, r),
            Tree::Node(l, v, r) => Tree::Node(l, v, Box::new(r.insert(value))),
        }
    }
    fn walk(&self, into: &mut Vec<T>) { if let Tree::Node(l, v, r) = self { l.walk(into); into.push(v.clone()); r.walk(into); } }
}

fn group<K: Ord, V>(items: Vec<V>, key: impl Fn(&V) -> K) -> BTreeMap<K, Vec<V>> {
    let mut map = BTreeMap::new();
    for item in items { map.entry(key(&item)).or_insert_with(Vec::new).push(item); }
    map
}

fn debug_all<T>(items: &[T]) -> String where T: Debug { items.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(" ") }

fn main() {
    println!("{} {} {}", largest(&[3, 8, 5]), largest(&[1.5, 0.2]), largest(&['x', 'b']));
    let p = Point { x: 3.0f32, y: 4.0 };
    println!("{} {} {}", p.length(), p.x(), p.compare());
    println!("{:?} {:?}", p.clone().mixup(Point { x: 'a', y: 'b' }), p.map(|v| v as i32 * 2));
    let mut out = vec![];
    [5, 2, 8, 1].into_iter().fold(Tree::Leaf, Tree::insert).walk(&mut out);
    println!("{out:?}");
    println!("{:?}", group(vec!["fig", "pear", "kiwi", "yam"], |s| s.len()));
    println!("{} {}", debug_all(&["a", "b"]), debug_all(&[Some(1), None]));
}
