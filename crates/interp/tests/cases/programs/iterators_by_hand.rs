//! Hand-written iterators and adapters
use std::collections::{BTreeMap, HashMap, LinkedList};
use std::iter::{self, DoubleEndedIterator, ExactSizeIterator, FusedIterator, Peekable, Product, Sum};

struct Countdown(u32);
impl Iterator for Countdown {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        self.0 = self.0.checked_sub(1)?;
        Some(self.0 + 1)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0 as usize, Some(self.0 as usize))
    }
}
impl ExactSizeIterator for Countdown {}
impl FusedIterator for Countdown {}

#[derive(Clone, Debug)]
struct Span {
    lo: i32,
    hi: i32,
}
impl Iterator for Span {
    type Item = i32;
    fn next(&mut self) -> Option<i32> {
        (self.lo < self.hi).then(|| {
            self.lo += 1;
            self.lo - 1
        })
    }
}
impl DoubleEndedIterator for Span {
    fn next_back(&mut self) -> Option<i32> {
        if self.lo >= self.hi {
            None
        } else {
            self.hi -= 1;
            Some(self.hi)
        }
    }
}

struct Dedup<I: Iterator> {
    inner: Peekable<I>,
}
impl<I> Iterator for Dedup<I>
where
    I: Iterator,
    I::Item: PartialEq,
{
    type Item = (usize, I::Item);
    fn next(&mut self) -> Option<Self::Item> {
        let first = self.inner.next()?;
        let mut n = 1;
        while self.inner.next_if(|x| *x == first).is_some() {
            n += 1;
        }
        Some((n, first))
    }
}
struct Windowed<'a, T, const N: usize> {
    rest: &'a [T],
}
impl<'a, T, const N: usize> Iterator for Windowed<'a, T, N> {
    type Item = &'a [T; N];
    fn next(&mut self) -> Option<&'a [T; N]> {
        let w = self.rest.first_chunk::<N>()?;
        self.rest = &self.rest[1..];
        Some(w)
    }
}
struct Interleave<A, B> {
    a: A,
    b: B,
    flip: bool,
}
impl<A: Iterator<Item = T>, B: Iterator<Item = T>, T> Iterator for Interleave<A, B> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.flip = !self.flip;
        if self.flip {
            self.a.next().or_else(|| self.b.next())
        } else {
            self.b.next().or_else(|| self.a.next())
        }
    }
}
trait IterExt: Iterator {
    fn dedup_runs(self) -> Dedup<Self>
    where
        Self: Sized,
        Self::Item: PartialEq,
    {
        Dedup { inner: self.peekable() }
    }
    fn interleave<J>(self, other: J) -> Interleave<Self, J::IntoIter>
    where
        Self: Sized,
        J: IntoIterator<Item = Self::Item>,
    {
        Interleave { a: self, b: other.into_iter(), flip: false }
    }
    fn mean(self) -> Option<f64>
    where
        Self: Sized,
        Self::Item: Into<f64>,
    {
        let (s, n) = self.fold((0.0, 0u32), |(s, n), x| (s + x.into(), n + 1));
        (n > 0).then_some(s / f64::from(n))
    }
    fn counts<K: std::hash::Hash + Eq>(self, key: impl Fn(&Self::Item) -> K) -> HashMap<K, usize>
    where
        Self: Sized,
    {
        self.fold(HashMap::new(), |mut m, x| {
            *m.entry(key(&x)).or_default() += 1;
            m
        })
    }
    fn boxed<'a>(self) -> Box<dyn Iterator<Item = Self::Item> + 'a>
    where
        Self: Sized + 'a,
    {
        Box::new(self)
    }
}
impl<I: Iterator + ?Sized> IterExt for I {}

struct Tree {
    v: i32,
    kids: Vec<Tree>,
}
impl Tree {
    fn leaf(v: i32) -> Self {
        Tree { v, kids: vec![] }
    }
    fn preorder(&self) -> Box<dyn Iterator<Item = i32> + '_> {
        Box::new(iter::once(self.v).chain(self.kids.iter().flat_map(|k| k.preorder())))
    }
    fn iter(&self) -> TreeIter<'_> {
        TreeIter { stack: vec![self] }
    }
}
struct TreeIter<'t> {
    stack: Vec<&'t Tree>,
}
impl<'t> Iterator for TreeIter<'t> {
    type Item = &'t Tree;
    fn next(&mut self) -> Option<Self::Item> {
        let node = self.stack.pop()?;
        self.stack.extend(node.kids.iter().rev());
        Some(node)
    }
}
impl<'t> IntoIterator for &'t Tree {
    type Item = &'t Tree;
    type IntoIter = TreeIter<'t>;
    fn into_iter(self) -> TreeIter<'t> {
        self.iter()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Money(i64);
impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(it: I) -> Self {
        Money(it.map(|m| m.0).sum())
    }
}
impl<'a> Sum<&'a Money> for Money {
    fn sum<I: Iterator<Item = &'a Money>>(it: I) -> Self {
        it.copied().sum()
    }
}
impl Product<Money> for i64 {
    fn product<I: Iterator<Item = Money>>(it: I) -> i64 {
        it.fold(1, |a, m| a * m.0)
    }
}

fn permutations<T: Clone>(items: &[T]) -> Box<dyn Iterator<Item = Vec<T>> + '_> {
    if items.is_empty() {
        return Box::new(iter::once(vec![]));
    }
    Box::new((0..items.len()).flat_map(move |i| {
        let mut rest = items.to_vec();
        let x = rest.remove(i);
        permutations(&rest).map(|p| iter::once(x.clone()).chain(p).collect()).collect::<Vec<Vec<T>>>()
    }))
}
fn primes() -> impl Iterator<Item = u32> {
    (2..).filter(|n| (2..).take_while(|d| d * d <= *n).all(|d| n % d != 0))
}

fn main() {
    let c = Countdown(4);
    println!("{} {:?}", c.len(), c.collect::<Vec<_>>());
    let mut s = Span { lo: 0, hi: 6 };
    println!(
        "{:?} {:?} {:?} {:?}",
        s.next(),
        s.next_back(),
        s.clone().rev().collect::<Vec<_>>(),
        s.rposition_like()
    );
    println!("{:?}", "aaabccd".chars().dedup_runs().map(|(n, c)| format!("{n}{c}")).collect::<String>());
    println!(
        "{:?}",
        Windowed::<_, 3> { rest: &[1, 2, 3, 4] }.map(|[a, b, c]| a + b * c).collect::<Vec<i32>>()
    );
    println!("{:?}", (1..4).interleave([10, 20, 30, 40, 50]).collect::<LinkedList<_>>());
    println!(
        "{:?} {:?} {:?}",
        [1u8, 2, 4].into_iter().mean(),
        iter::empty::<f32>().mean(),
        vec![1.5f64].into_iter().mean()
    );
    println!("{:?}", BTreeMap::from_iter("one three five".split(' ').counts(|w| w.len())));
    let mut it: Box<dyn Iterator<Item = u32>> = primes().boxed();
    for step in [2, 3] {
        it = it.step_by(step).boxed();
    }
    println!("{:?}", it.take(4).collect::<Vec<_>>());
    let t = Tree { v: 1, kids: vec![Tree { v: 2, kids: vec![Tree::leaf(3)] }, Tree::leaf(4)] };
    println!(
        "{:?} {}",
        t.preorder().collect::<Vec<_>>(),
        (&t).into_iter().map(|n| n.v * n.kids.len() as i32).sum::<i32>()
    );
    for Tree { v, .. } in &t {
        print!("{v} ");
    }
    println!();
    let purse = [Money(5), Money(7)];
    println!(
        "{:?} {:?} {}",
        purse.iter().sum::<Money>(),
        purse.into_iter().sum::<Money>(),
        purse.iter().copied().product::<i64>()
    );
    println!("{:?}", permutations(&['a', 'b', 'c']).map(String::from_iter).collect::<Vec<_>>());
    let v = [3, 1, 4, 1, 5, 9, 2, 6];
    println!(
        "{:?} {:?}",
        v.iter().max_by(|a, b| (*a % 5).cmp(&(*b % 5))),
        v.iter().rev().min_by_key(|x| (**x as i32 - 4).abs())
    );
    println!(
        "{:?}",
        v.iter()
            .scan(0, |acc, &x| {
                *acc += x;
                (*acc < 20).then_some(*acc)
            })
            .collect::<Vec<_>>()
    );
    println!("{:?}", v.iter().map_while(|&x| (x < 5).then(|| x * 2)).collect::<Vec<u32>>());
    println!(
        "{:?} {:?}",
        v.iter().try_fold(0u32, |a, &x| a.checked_sub(x).or(x.checked_mul(a + 1))),
        v.iter().copied().reduce(|a, b| a * 2 + b)
    );
    println!("{} {} {}", v.is_sorted(), v.iter().is_sorted_by_key(|x| *x as i64 * 0), (1..4).lt(1..5));
    println!("{:?} {:?}", v.iter().cmp([3, 2].iter()), [1.0, f64::NAN].iter().partial_cmp(&[1.0, 2.0]));
    let (mut peek, mut out) = (v.iter().peekable(), vec![]);
    while let Some(x) = peek.next() {
        if let Some(n) = peek.peek_mut() {
            if **n < *x {
                *n = x;
            }
        }
        out.push(*x);
    }
    println!("{out:?}");
    println!("{:?}", v.chunk_by(|a, b| a <= b).map(<[_]>::len).collect::<Vec<_>>());
    println!("{:?}", v.rchunks(3).map(|c| c.iter().sum::<u32>()).collect::<Vec<_>>());
    let mut by = (1..=3).cycle().skip(1).by_ref().take(5).collect::<Vec<_>>();
    by.dedup_by_key(|x| *x / 2);
    println!("{by:?} {:?}", v.iter().flat_map(|&n| iter::repeat_n(n, (n % 3) as usize)).last());
    println!("{:?}", iter::zip(["a", "b"], 1..).unzip::<_, _, Vec<_>, Vec<i32>>());
    println!(
        "{:?}",
        (0..3).flat_map(|x| (x..3).map(move |y| (x, y))).filter(|(x, y)| x != y).collect::<Vec<_>>()
    );
    println!("{:?} {:?}", (0..10).nth_back(2), iter::once_with(|| 5).chain(None).size_hint());
    println!("{:?}", [[1, 2], [3, 4]].concat().iter().rev().skip(1).enumerate().collect::<Vec<_>>());
    println!(
        "{:?}",
        (b'a'..=b'e').map(char::from).rev().collect::<String>().char_indices().find(|&(_, c)| c == 'c')
    );
}
trait Like {
    fn rposition_like(&self) -> usize;
}
impl Like for Span {
    fn rposition_like(&self) -> usize {
        self.clone().count()
    }
}
