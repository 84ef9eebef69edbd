//! Matrix & graph puzzle kit: const generics, operator overloading, GATs, generic algorithms with closures
use std::array;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::fmt::{self, Debug, Display};
use std::hash::Hash;
use std::iter::{Product, Sum, successors};
use std::ops::{Add, AddAssign, Index, IndexMut, Mul, Neg, Not, Range, Rem, Shl, Sub};

trait Zero {
    const ZERO: Self;
}
trait One {
    const ONE: Self;
}
macro_rules! ring {
    ($($t:ty),*) => { $(impl Zero for $t { const ZERO: $t = 0 as $t; } impl One for $t { const ONE: $t = 1 as $t; })* };
}
ring!(i32, i64, u64, f64);

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, PartialOrd, Ord)]
struct Mod<const P: u64>(u64);
impl<const P: u64> Zero for Mod<P> {
    const ZERO: Self = Mod(0);
}
impl<const P: u64> One for Mod<P> {
    const ONE: Self = Self(1 % P);
}
impl<const P: u64> Add for Mod<P> {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        Mod((self.0 + o.0) % P)
    }
}
impl<const P: u64> Mul for Mod<P> {
    type Output = Self;
    fn mul(self, o: Self) -> Self {
        Mod((u128::from(self.0) * u128::from(o.0) % u128::from(P)) as u64)
    }
}
impl<const P: u64> AddAssign for Mod<P> {
    fn add_assign(&mut self, o: Self) {
        *self = *self + o;
    }
}
impl<const P: u64> Display for Mod<P> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}
fn pow<T: Copy + One + Mul<Output = T>>(base: T, mut n: u32) -> T {
    let (mut acc, mut b) = (T::ONE, base);
    while n > 0 {
        if n & 1 == 1 {
            acc = acc * b;
        }
        b = b * b;
        n >>= 1;
    }
    acc
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct Mat<T, const R: usize, const C: usize>([[T; C]; R]);
impl<T: Copy + Zero, const R: usize, const C: usize> Mat<T, R, C> {
    const CELLS: usize = R * C;
    fn from_fn(mut f: impl FnMut(usize, usize) -> T) -> Self {
        Mat(array::from_fn(|r| array::from_fn(|c| f(r, c))))
    }
    fn t(&self) -> Mat<T, C, R> {
        Mat::from_fn(|r, c| self[(c, r)])
    }
    fn rows(&self) -> impl Iterator<Item = &[T; C]> + DoubleEndedIterator {
        self.0.iter()
    }
}
impl<T, const R: usize, const C: usize> Index<(usize, usize)> for Mat<T, R, C> {
    type Output = T;
    fn index(&self, (r, c): (usize, usize)) -> &T {
        &self.0[r][c]
    }
}
impl<T, const R: usize, const C: usize> IndexMut<(usize, usize)> for Mat<T, R, C> {
    fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut T {
        &mut self.0[r][c]
    }
}
impl<T, const N: usize, const M: usize, const K: usize> Mul<Mat<T, M, K>> for Mat<T, N, M>
where
    T: Copy + Zero + Mul<Output = T> + Add<Output = T>,
{
    type Output = Mat<T, N, K>;
    fn mul(self, o: Mat<T, M, K>) -> Self::Output {
        Mat::from_fn(|r, c| (0..M).map(|k| self[(r, k)] * o[(k, c)]).fold(T::ZERO, |a, b| a + b))
    }
}
impl<T: Copy + Zero + One, const N: usize> One for Mat<T, N, N> {
    const ONE: Self = {
        let mut m = [[T::ZERO; N]; N];
        let mut i = 0;
        while i < N {
            m[i][i] = T::ONE;
            i += 1;
        }
        Mat(m)
    };
}
impl<T: Display, const R: usize, const C: usize> Display for Mat<T, R, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let w = f.width().unwrap_or(3);
        for (i, row) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            row.iter().try_for_each(|x| write!(f, "{x:>w$}"))?;
        }
        Ok(())
    }
}
impl<T: Neg<Output = T>, const R: usize, const C: usize> Neg for Mat<T, R, C> {
    type Output = Self;
    fn neg(self) -> Self {
        Mat(self.0.map(|row| row.map(T::neg)))
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Pos {
    x: i16,
    y: i16,
}
impl Debug for Pos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("").field(&self.x).field(&self.y).finish()
    }
}
impl<T: Into<i16>> From<(T, T)> for Pos {
    fn from((x, y): (T, T)) -> Self {
        Pos { x: x.into(), y: y.into() }
    }
}
impl Sub for Pos {
    type Output = u16;
    fn sub(self, o: Self) -> u16 {
        self.x.abs_diff(o.x) + self.y.abs_diff(o.y)
    }
}
trait Graph {
    type Node: Copy + Eq + Hash + Ord + Debug;
    type Edges<'a>: Iterator<Item = (Self::Node, u32)>
    where
        Self: 'a;
    fn edges<'a>(&'a self, n: Self::Node) -> Self::Edges<'a>;

    fn shortest(
        &self,
        from: Self::Node,
        goal: impl Fn(&Self::Node) -> bool,
        h: impl Fn(&Self::Node) -> u32,
    ) -> Option<(u32, Vec<Self::Node>)> {
        let mut best = HashMap::from([(from, (0, None))]);
        let mut heap = BinaryHeap::from_iter([Reverse((h(&from), 0, from))]);
        while let Some(Reverse((_, cost, n))) = heap.pop() {
            if goal(&n) {
                let mut path: Vec<_> = successors(Some(n), |n| best[n].1).collect();
                path.reverse();
                return Some((cost, path));
            }
            if cost > best[&n].0 {
                continue;
            }
            for (m, w) in self.edges(n) {
                let c = cost + w;
                if best.get(&m).is_none_or(|&(old, _)| c < old) {
                    best.insert(m, (c, Some(n)));
                    heap.push(Reverse((c + h(&m), c, m)));
                }
            }
        }
        None
    }
    fn reach(&self, from: Self::Node) -> BTreeSet<Self::Node> {
        let mut seen = BTreeSet::from([from]);
        let mut q = VecDeque::from(vec![from]);
        while let Some(n) = q.pop_front() {
            q.extend(self.edges(n).map(|(m, _)| m).filter(|m| seen.insert(*m)));
        }
        seen
    }
}
struct Grid {
    cells: Vec<Vec<u8>>,
}
impl Graph for Grid {
    type Node = Pos;
    type Edges<'a> = Box<dyn Iterator<Item = (Pos, u32)> + 'a>;
    fn edges<'a>(&'a self, n: Pos) -> Self::Edges<'a> {
        Box::new([(0, 1), (1, 0), (0, -1), (-1, 0)].into_iter().filter_map(move |(dx, dy)| {
            let p = Pos { x: n.x + dx, y: n.y + dy };
            let cell = *self.cells.get(usize::try_from(p.y).ok()?)?.get(usize::try_from(p.x).ok()?)?;
            match cell {
                b'#' => None,
                b'0'..=b'9' => Some((p, u32::from(cell - b'0'))),
                _ => Some((p, 1)),
            }
        }))
    }
}
struct Deps(BTreeMap<&'static str, Vec<&'static str>>);
impl Graph for Deps {
    type Node = &'static str;
    type Edges<'a> =
        std::iter::Map<std::slice::Iter<'a, &'static str>, fn(&'a &'static str) -> (&'static str, u32)>;
    fn edges<'a>(&'a self, n: &'static str) -> Self::Edges<'a> {
        fn one<'a>(s: &'a &'static str) -> (&'static str, u32) {
            (*s, 1)
        }
        self.0.get(n).map(Vec::as_slice).unwrap_or_default().iter().map(one)
    }
}
impl Deps {
    fn topo(&self) -> Result<Vec<&'static str>, &'static str> {
        fn visit(
            d: &Deps,
            n: &'static str,
            done: &mut Vec<&'static str>,
            open: &mut HashSet<&'static str>,
        ) -> Result<(), &'static str> {
            if done.contains(&n) {
                return Ok(());
            }
            if !open.insert(n) {
                return Err(n);
            }
            d.edges(n).try_for_each(|(m, _)| visit(d, m, done, open))?;
            done.push(n);
            Ok(())
        }
        let (mut done, mut open) = Default::default();
        for n in self.0.keys() {
            visit(self, n, &mut done, &mut open)?;
        }
        Ok(done)
    }
}
fn gcd<T: Copy + PartialEq + Zero + Rem<Output = T>>(a: T, b: T) -> T {
    if b == T::ZERO { a } else { gcd(b, a % b) }
}
fn solve(n: usize, row: usize, cols: u32, d1: u32, d2: u32) -> u32 {
    if row == n {
        return 1;
    }
    let mut free = (1u32.shl(n) - 1) & (cols | d1 | d2).not();
    let mut count = 0;
    while free != 0 {
        let bit = free & free.wrapping_neg();
        free ^= bit;
        count += solve(n, row + 1, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1);
    }
    count
}
fn primes(r: Range<u64>) -> impl Iterator<Item = u64> + Clone {
    r.filter(|&n| n > 1 && (2..).take_while(|d| d * d <= n).all(|d| n % d != 0))
}
fn totals<T: Copy + Sum + Product>(v: &[T]) -> (T, T) {
    (v.iter().copied().sum(), v.iter().copied().product())
}

fn main() {
    let fib = Mat([[1i64, 1], [1, 0]]);
    println!(
        "{} {}",
        pow(fib, 50)[(0, 1)],
        pow(Mat([[Mod::<1_000_000_007>(1), Mod(1)], [Mod(1), Mod(0)]]), 1_000)[(0, 1)]
    );
    println!("{}", pow(Mod::<97>(5), 96));
    let m = Mat::<i32, 2, 3>::from_fn(|r, c| (r * 3 + c) as i32);
    println!("{m}\n{:4}\n{:?} {}", m.t(), (m * m.t()).0, Mat::<i32, 2, 3>::CELLS);
    let mut n = -m;
    n[(1, 2)] += 100;
    println!("{:?} {:?}", n.rows().rev().next(), n.rows().map(|r| r.iter().sum::<i32>()).max());
    let grid = Grid { cells: "S1#..\n.1#.2\n.999.\n.#...".lines().map(|l| l.bytes().collect()).collect() };
    let goal = Pos::from((4i8, 0));
    println!("{:?}", grid.shortest((0u8, 0).into(), |p| *p == goal, |p| u32::from(goal - *p)));
    println!("{} {:?}", grid.reach(goal).len(), grid.shortest((0u8, 0).into(), |p| p.x > 99, |_| 0));
    let mut deps = Deps(BTreeMap::from([
        ("app", vec!["http", "db"]),
        ("http", vec!["tls", "io"]),
        ("db", vec!["io"]),
        ("tls", vec![]),
    ]));
    println!("{:?} {:?}", deps.topo(), deps.shortest("app", |n| n.len() == 2, |_| 0));
    deps.0.entry("io").or_default().push("app");
    println!("{:?} {:?}", deps.topo(), deps.reach("db"));
    println!(
        "{} {} {:?}",
        gcd(48, 36),
        gcd(7.5, 2.5),
        (4..=8).map(|n| solve(n, 0, 0, 0, 0)).collect::<Vec<_>>()
    );
    let p = primes(10..40);
    println!(
        "{:?} {:?} {:?}",
        p.clone().collect::<Vec<_>>(),
        totals(&p.map(|x| x as f64).take(3).collect::<Vec<_>>()),
        totals(&[2u8, 3, 4])
    );
}
