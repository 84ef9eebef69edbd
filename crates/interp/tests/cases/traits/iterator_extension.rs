trait Pairs: Iterator { fn pairs(self) -> PairIter<Self> where Self: Sized { PairIter { inner: self } } fn every(self, n: usize) -> impl Iterator<Item = Self::Item> where Self: Sized { self.enumerate().filter(move |(i, _)| i % n == 0).map(|(_, x)| x) } fn counted(self) -> Vec<(Self::Item, usize)> where Self: Sized, Self::Item: PartialEq { let mut out: Vec<(Self::Item, usize)> = vec![]; for x in self { match out.last_mut() { Some((y, n)) if *y == x => *n += 1, _ => out.push((x, 1)) } } out } }
impl<I: Iterator> Pairs for I {}

struct PairIter<I> { inner: I }
impl<I: Iterator> Iterator for PairIter<I> { type Item = (I::Item, Option<I::Item>); fn next(&mut self) -> Option<Self::Item> { let a = self.inner.next()?; Some((a, self.inner.next())) } }

fn main() {
    println!("{:?}", (1..=5).pairs().collect::<Vec<_>>());
    println!("{:?}", "abcdef".chars().every(2).collect::<String>());
    println!("{:?}", "aabccc".chars().counted());
    println!("{:?}", vec!["x", "y", "y"].into_iter().counted().into_iter().map(|(s, n)| s.repeat(n)).collect::<Vec<_>>());
    println!("{:?}", [1, 2, 3, 4].iter().pairs().map(|(a, b)| a + b.unwrap_or(&0)).pairs().next());
}
