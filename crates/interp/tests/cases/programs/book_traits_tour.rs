// Rust Book flavoured: shapes, generics, traits, iterators, tests as functions.
use std::cmp::{Ordering, PartialOrd, Reverse};
use std::collections::{BTreeMap, BinaryHeap, HashSet};
use std::fmt::{self, Display};
use std::ops::{Deref, DerefMut, Index, IndexMut, RangeInclusive};

mod aggregator {
    pub trait Summary {
        const KIND: &'static str = "item";
        fn summarize_author(&self) -> String;
        fn summarize(&self) -> String {
            format!("(Read more from {} [{}]...)", self.summarize_author(), Self::KIND)
        }
    }
    #[derive(Debug, Clone, Default)]
    pub struct Article {
        pub headline: String,
        pub author: String,
        pub(crate) words: usize,
    }
    #[derive(Debug, Clone)]
    pub struct Post<'a> {
        pub username: &'a str,
        pub content: &'a str,
        pub reply: bool,
    }
    impl Summary for Article {
        const KIND: &'static str = "article";
        fn summarize_author(&self) -> String {
            self.author.clone()
        }
        fn summarize(&self) -> String {
            let Self { headline, author, words } = self;
            format!("{headline}, by {author} ({words} words)")
        }
    }
    impl Summary for Post<'_> {
        fn summarize_author(&self) -> String {
            format!("@{}", self.username)
        }
    }
    pub mod prelude {
        pub use super::{Article, Post, Summary};
    }
}
use aggregator::prelude::*;

fn notify(item: &(impl Summary + ?Sized)) -> usize {
    let s = item.summarize();
    println!("Breaking news! {s}");
    s.chars().count()
}
fn largest<T: PartialOrd + Copy>(list: &[T]) -> Option<T> {
    let (&first, rest) = list.split_first()?;
    Some(rest.iter().fold(first, |m, &x| if x > m { x } else { m }))
}
fn longest_with<'a, T>(x: &'a str, y: &'a str, ann: T) -> &'a str
where
    T: Display,
{
    println!("Announcement! {ann}");
    if x.len() > y.len() { x } else { y }
}

pub struct Guess {
    value: i32,
}
impl Guess {
    const RANGE: RangeInclusive<i32> = 1..=100;
    pub fn new(value: i32) -> Result<Guess, String> {
        if !Self::RANGE.contains(&value) {
            return Err(format!("Guess value must be between {} and {}, got {value}.", Self::RANGE.start(), Self::RANGE.end()));
        }
        Ok(Guess { value })
    }
}
struct Pair<T> {
    x: T,
    y: T,
}
impl<T> Pair<T> {
    const fn new(x: T, y: T) -> Self {
        Self { x, y }
    }
    fn mixup<U>(self, o: Pair<U>) -> (T, U) {
        (self.x, o.y)
    }
}
impl<T: Display + PartialOrd> Pair<T> {
    fn cmp_display(&self) {
        match self.x.partial_cmp(&self.y) {
            Some(Ordering::Less) => println!("{} < {}", self.x, self.y),
            Some(o) => println!("{o:?}: {} vs {}", self.x, self.y),
            None => println!("unordered"),
        }
    }
}

struct Wrapper(Vec<String>);
impl Display for Wrapper {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "[{}]", self.join(", "))
    }
}
impl Deref for Wrapper {
    type Target = Vec<String>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
impl DerefMut for Wrapper {
    fn deref_mut(&mut self) -> &mut Vec<String> {
        &mut self.0
    }
}

#[derive(Clone, PartialEq)]
struct Grid<T, const W: usize, const H: usize> {
    cells: [[T; W]; H],
}
impl<T: Default + Copy, const W: usize, const H: usize> Grid<T, W, H> {
    fn new() -> Self {
        Grid { cells: [[T::default(); W]; H] }
    }
    fn transpose(&self) -> Grid<T, H, W> {
        let mut g = Grid::new();
        for (y, row) in self.cells.iter().enumerate() {
            for (x, &c) in row.iter().enumerate() {
                g[(y, x)] = c;
            }
        }
        g
    }
}
impl<T, const W: usize, const H: usize> Index<(usize, usize)> for Grid<T, W, H> {
    type Output = T;
    fn index(&self, (x, y): (usize, usize)) -> &T {
        &self.cells[y][x]
    }
}
impl<T, const W: usize, const H: usize> IndexMut<(usize, usize)> for Grid<T, W, H> {
    fn index_mut(&mut self, (x, y): (usize, usize)) -> &mut T {
        &mut self.cells[y][x]
    }
}

fn dijkstra(edges: &[(u8, u8, u32)], from: u8) -> BTreeMap<u8, (u32, Vec<u8>)> {
    let mut dist = BTreeMap::from([(from, (0, vec![from]))]);
    let mut heap = BinaryHeap::from(vec![Reverse((0u32, from))]);
    let mut seen = HashSet::new();
    while let Some(Reverse((d, u))) = heap.pop() {
        if !seen.insert(u) {
            continue;
        }
        for &(_, v, w) in edges.iter().filter(|(a, ..)| *a == u) {
            let nd = d + w;
            let path = dist[&u].1.iter().copied().chain(std::iter::once(v)).collect::<Vec<_>>();
            if dist.get(&v).is_none_or(|(old, _)| nd < *old) {
                dist.insert(v, (nd, path));
                heap.push(Reverse((nd, v)));
            }
        }
    }
    dist
}
fn main() {
    let article = Article { headline: "Penguins win the Stanley Cup Championship!".into(), words: 312, ..Default::default() };
    let post = Post { username: "horse_ebooks", content: "of course, as you probably already know, people", reply: false };
    println!("{} {}", notify(&article), notify(&post));
    println!("{:?} {}", post, post.content.split(',').map(str::trim).rev().collect::<Vec<_>>().join(" | "));
    println!("{:?} {:?} {:?}", largest(&[34, 50, 25, 100, 65]), largest(&['y', 'm', 'a', 'q']), largest::<f64>(&[]));
    println!("{}", longest_with("abcd", "xyz", Pair::new(1, 2).mixup(Pair::new("a", "b")).1));
    Pair::new(1.5, f64::NAN).cmp_display();
    Pair { x: "a", y: "b" }.cmp_display();
    Pair::new('z', 'c').cmp_display();
    for g in [50, 0, 101] {
        match Guess::new(g) {
            Ok(Guess { value: v @ 1..=50 }) => println!("low {v}"),
            Ok(Guess { value }) => println!("high {value}"),
            Err(e) => eprintln!("{e}"),
        }
    }
    let mut w = Wrapper(vec![String::from("hello"), "world".to_owned()]);
    let n = w.len();
    w.push(format!("{n:>5}"));
    w.iter_mut().for_each(|s| s.make_ascii_uppercase());
    println!("w = {w}; {:>20}|{:<4}|", w.first().unwrap(), w.last().map_or("", |v| v.trim()));
    let mut g: Grid<u8, 3, 2> = Grid::new();
    for i in 0..6 {
        g[(i % 3, i / 3)] = (i * i) as u8;
    }
    let t = g.transpose();
    println!("{:?} {:?} {}", g.cells, t.cells, t[(1, 2)]);
    for (node, (d, path)) in &dijkstra(&[(0, 1, 7), (0, 2, 3), (2, 1, 1), (1, 3, 2), (2, 3, 8), (3, 4, 1)], 0) {
        println!("{node}: {d:>2} via {path:?}");
    }
    let r = std::panic::catch_unwind(|| Guess::new(200).expect("a guess"));
    println!("{}", r.map(|g| g.value).unwrap_err().downcast_ref::<String>().unwrap());
}
