// Iterators: own adaptors, FromIterator, Extend, double ended, peekable, Sum and Product.
use std::collections::{BTreeMap, BTreeSet, HashMap, LinkedList, VecDeque};
use std::iter::{self, FromIterator, FusedIterator, Peekable, Product, Sum};
use std::ops::RangeInclusive;

#[derive(Clone, Debug)]
struct Span { next: i32, back: i32, step: u16 }

impl Iterator for Span {
    type Item = i32;
    fn next(&mut self) -> Option<i32> {
        (self.next <= self.back).then(|| { let v = self.next; self.next += i32::from(self.step); v })
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = if self.next > self.back { 0 } else { (self.back - self.next) as usize / self.step as usize + 1 };
        (left, Some(left))
    }
}
impl DoubleEndedIterator for Span {
    fn next_back(&mut self) -> Option<i32> {
        if self.next > self.back { return None; }
        let v = self.back;
        self.back -= i32::from(self.step);
        Some(v)
    }
}
impl ExactSizeIterator for Span {}
impl FusedIterator for Span {}

struct GroupBy<I: Iterator, F> { inner: Peekable<I>, key: F }

impl<I, K, F> Iterator for GroupBy<I, F>
where
    I: Iterator,
    F: FnMut(&I::Item) -> K,
    K: PartialEq,
{
    type Item = (K, Vec<I::Item>);
    fn next(&mut self) -> Option<Self::Item> {
        let first = self.inner.next()?;
        let key = (self.key)(&first);
        let mut group = vec![first];
        while let Some(item) = self.inner.next_if(|it| (self.key)(it) == key) {
            group.push(item);
        }
        Some((key, group))
    }
}

trait MoreIter: Iterator {
    fn group_by<K: PartialEq, F: FnMut(&Self::Item) -> K>(self, key: F) -> GroupBy<Self, F> where Self: Sized {
        GroupBy { inner: self.peekable(), key }
    }
    fn counts(self) -> BTreeMap<Self::Item, usize> where Self: Sized, Self::Item: Ord {
        self.fold(BTreeMap::new(), |mut m, x| { *m.entry(x).or_default() += 1; m })
    }
    fn every(self, n: usize) -> impl Iterator<Item = Self::Item> where Self: Sized {
        self.enumerate().filter(move |(i, _)| i % n == 0).map(|(_, x)| x)
    }
    fn minmax(mut self) -> Option<(Self::Item, Self::Item)> where Self: Sized, Self::Item: PartialOrd + Copy {
        let first = self.next()?;
        Some(self.fold((first, first), |(lo, hi), x| (if x < lo { x } else { lo }, if x > hi { x } else { hi })))
    }
}
impl<I: Iterator + ?Sized> MoreIter for I {}

#[derive(Debug, Default, PartialEq, Clone)]
struct Poly(Vec<i64>);

impl FromIterator<i64> for Poly {
    fn from_iter<T: IntoIterator<Item = i64>>(iter: T) -> Self {
        let mut p = Poly(iter.into_iter().collect());
        while p.0.last() == Some(&0) { p.0.pop(); }
        p
    }
}
impl Extend<i64> for Poly { fn extend<T: IntoIterator<Item = i64>>(&mut self, iter: T) { self.0.extend(iter) } }
impl<'a> IntoIterator for &'a Poly { type Item = &'a i64; type IntoIter = std::slice::Iter<'a, i64>; fn into_iter(self) -> Self::IntoIter { self.0.iter() } }
impl<'a> IntoIterator for &'a mut Poly { type Item = &'a mut i64; type IntoIter = std::slice::IterMut<'a, i64>; fn into_iter(self) -> Self::IntoIter { self.0.iter_mut() } }
impl IntoIterator for Poly { type Item = (usize, i64); type IntoIter = iter::Enumerate<std::vec::IntoIter<i64>>; fn into_iter(self) -> Self::IntoIter { self.0.into_iter().enumerate() } }
impl Sum for Poly {
    fn sum<I: Iterator<Item = Poly>>(iter: I) -> Self {
        iter.fold(Poly::default(), |a, b| (0..a.0.len().max(b.0.len())).map(|i| a.0.get(i).unwrap_or(&0) + b.0.get(i).copied().unwrap_or_default()).collect())
    }
}
impl<'a> Product<&'a Poly> for Poly {
    fn product<I: Iterator<Item = &'a Poly>>(iter: I) -> Self {
        iter.fold(Poly(vec![1]), |a, b| {
            let mut out = vec![0; a.0.len() + b.0.len() - 1];
            for (i, x) in a.0.iter().enumerate() { for (j, y) in b.into_iter().enumerate() { out[i + j] += x * y; } }
            Poly(out)
        })
    }
}

fn collatz(n: u64) -> impl Iterator<Item = u64> + Clone {
    iter::successors(Some(n), |&n| match n { 1 => None, n if n % 2 == 0 => Some(n / 2), n => Some(3 * n + 1) })
}

fn digits(range: RangeInclusive<u32>) -> Box<dyn Iterator<Item = (u32, u32)>> {
    Box::new(range.flat_map(|n| n.to_string().into_bytes().into_iter().map(move |b| (n, u32::from(b - b'0')))))
}

fn main() {
    let span = Span { next: 1, back: 13, step: 3 };
    println!("{} {:?} {:?}", span.len(), span.clone().rev().collect::<Vec<_>>(), span.clone().rposition(|v| v == 7));
    let mut both = span.clone();
    println!("{:?} {:?} {:?} {:?} {:?}", both.next(), both.next_back(), both.nth(1), both.len(), both.next_back());
    let groups: Vec<_> = "aaabccdd".chars().group_by(|c| *c).map(|(k, g)| format!("{}{k}", g.len())).collect();
    println!("{}", groups.concat());
    println!("{:?}", [1, 3, 2, 4, 7, 9].iter().group_by(|n| **n % 2).collect::<Vec<_>>());
    println!("{:?} {:?}", "mississippi".chars().counts(), [2.5, -1.0, 9.75].into_iter().minmax());
    println!("{:?} {:?}", (0..20).every(6).collect::<VecDeque<_>>(), iter::empty::<u8>().minmax());
    let mut p: Poly = [1, 2, 0, 0].into_iter().collect();
    p.extend([5, 6].iter().copied());
    for c in &mut p { *c *= 2; }
    println!("{p:?} {} {:?}", (&p).into_iter().map(|c| c * c).sum::<i64>(), p.clone().into_iter().filter(|(i, _)| i & 1 == 1).unzip::<_, _, Vec<_>, Vec<_>>());
    println!("{:?} {:?}", [p.clone(), Poly(vec![-2, -4, -10, -12])].into_iter().sum::<Poly>(), [Poly(vec![1, 1]), Poly(vec![-1, 1])].iter().product::<Poly>());
    println!("{:?} {}", collatz(6).collect::<LinkedList<_>>(), collatz(27).count());
    println!("{:?}", digits(98..=101).filter(|&(_, d)| d == 9 || d == 1).last());
    let mut it = (1..=3).chain(7..9).peekable();
    let mut out = vec![];
    while let Some(x) = it.next() {
        if let Some(next) = it.peek_mut() { *next += x; }
        out.push(x);
    }
    println!("{out:?} {:?}", it.next_if_eq(&3));
    let (small, large): (BTreeSet<_>, BTreeSet<_>) = [5, 1, 8, 3].into_iter().partition(|n| *n < 4);
    println!("{small:?} {large:?} {:?}", small.iter().zip(large.iter().rev()).map(|(a, b)| a * b).collect::<Vec<i32>>());
    let sum: Option<u8> = ["1", "2", "x"].iter().map(|s| s.parse::<u8>().ok()).sum();
    let product: Result<i32, String> = vec![Ok(4), Err("boom".to_string()), Err("never".into())].into_iter().product();
    println!("{sum:?} {product:?}");
    let mut words: HashMap<usize, Vec<&str>> = HashMap::new();
    for w in "the quick brown fox jumps over a dog".split(' ') { words.entry(w.len()).or_default().push(w); }
    let mut by_len: Vec<_> = words.into_iter().collect();
    by_len.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    println!("{by_len:?}");
    println!("{:?}", (1..=4).try_fold(0i8, |a, n| a.checked_add(n * 20)));
    println!("{:?} {:?}", (1..5).reduce(|a, b| a * 10 + b), ["b", "a"].iter().max_by_key(|s| std::cmp::Reverse(**s)));
    println!("{:?} {:?}", [1, 2].iter().cmp([1, 3].iter()), [1.0, f64::NAN].iter().partial_cmp([1.0, 2.0].iter()));
    println!("{} {}", (0..3).eq([0, 1, 2]), "ab".chars().lt("b".chars()));
    println!("{:?}", iter::zip("abc".char_indices(), iter::repeat_with({ let mut n = 1; move || { n *= 2; n } })).step_by(2).collect::<Vec<_>>());
    println!("{:?}", [[1, 2], [3, 4]].iter().flatten().scan(0, |s, x| { *s += x; (*s < 9).then_some(*s) }).collect::<Vec<_>>());
    println!("{:?}", (1..=3u32).cycle().skip(1).take(5).inspect(|_| ()).map_while(|n| n.checked_sub(1)).collect::<Vec<_>>());
}
