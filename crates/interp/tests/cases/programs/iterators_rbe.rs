// Iterators and closures in the manner of the examples' book: own adapters, windows, groups, peeking parsers.
use std::collections::{BTreeMap, HashSet, VecDeque};
use std::iter::{self, FusedIterator, Peekable};
use std::str::Chars;

#[derive(Clone, Debug)]
struct Fibonacci { current: u64, next: u64 }
impl Iterator for Fibonacci {
    type Item = u64;
    fn next(&mut self) -> Option<Self::Item> {
        let current = self.current;
        self.current = self.next;
        self.next = current.checked_add(self.next)?;
        Some(current)
    }
}

struct Pairs<I: Iterator> { iter: I, last: Option<I::Item> }
impl<I> Iterator for Pairs<I> where I: Iterator, I::Item: Clone {
    type Item = (I::Item, I::Item);
    fn next(&mut self) -> Option<Self::Item> {
        if self.last.is_none() { self.last = self.iter.next(); }
        let second = self.iter.next()?;
        let first = self.last.replace(second.clone())?;
        Some((first, second))
    }
    fn size_hint(&self) -> (usize, Option<usize>) { let (low, high) = self.iter.size_hint(); (low.saturating_sub(1), high) }
}
struct Dedup<I, K, F> { iter: I, seen: HashSet<K>, key: F }
impl<I: Iterator, K: Eq + std::hash::Hash, F: FnMut(&I::Item) -> K> Iterator for Dedup<I, K, F> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> { let Self { iter, seen, key } = self; iter.find(|item| seen.insert(key(item))) }
}
trait IteratorExt: Iterator {
    fn pairs(self) -> Pairs<Self> where Self: Sized { Pairs { iter: self, last: None } }
    fn dedup_by<K, F: FnMut(&Self::Item) -> K>(self, key: F) -> Dedup<Self, K, F> where Self: Sized { Dedup { iter: self, seen: HashSet::default(), key } }
    fn group_by<K: Ord, F: Fn(&Self::Item) -> K>(self, key: F) -> BTreeMap<K, Vec<Self::Item>> where Self: Sized {
        self.fold(BTreeMap::new(), |mut map, item| { map.entry(key(&item)).or_insert_with(Vec::new).push(item); map })
    }
}
impl<I: Iterator + ?Sized> IteratorExt for I {}

#[derive(Debug, Clone, PartialEq)]
enum Token { Number(f64), Word(String), Symbol(char) }
struct Lexer<'a> { chars: Peekable<Chars<'a>> }
impl<'a> Lexer<'a> { fn new(text: &'a str) -> Self { Lexer { chars: text.chars().peekable() } } }
impl Iterator for Lexer<'_> {
    type Item = Token;
    fn next(&mut self) -> Option<Token> {
        while self.chars.next_if(|c| c.is_whitespace()).is_some() {}
        Some(match *self.chars.peek()? {
            '0'..='9' => {
                let mut text = String::new();
                while let Some(c) = self.chars.next_if(|&c| c.is_ascii_digit() || c == '.') { text.push(c); }
                Token::Number(text.parse().unwrap())
            }
            c if c.is_alphabetic() => Token::Word(iter::from_fn(|| self.chars.by_ref().next_if(|c| c.is_alphanumeric())).collect()),
            _ => Token::Symbol(self.chars.next()?),
        })
    }
}
impl FusedIterator for Lexer<'_> {}

struct Tree { value: i32, children: Vec<Tree> }
impl Tree {
    fn leaf(value: i32) -> Self { Tree { value, children: vec![] } }
    fn depth_first(&self) -> Box<dyn Iterator<Item = i32> + '_> { Box::new(iter::once(self.value).chain(self.children.iter().flat_map(|c| c.depth_first()))) }
    fn breadth_first(&self) -> impl Iterator<Item = i32> + '_ {
        let mut queue = VecDeque::from([self]);
        iter::from_fn(move || { let next = queue.pop_front()?; queue.extend(&next.children); Some(next.value) })
    }
}
impl<'a> IntoIterator for &'a Tree { type Item = i32; type IntoIter = Box<dyn Iterator<Item = i32> + 'a>; fn into_iter(self) -> Self::IntoIter { self.depth_first() } }

fn main() {
    let fib = Fibonacci { current: 0, next: 1 };
    println!("{:?}", fib.clone().take_while(|&n| n < 100).filter(|n| n % 2 == 0).collect::<Vec<_>>());
    println!("{} {:?}", fib.clone().count(), fib.clone().skip(10).step_by(10).take(3).collect::<Vec<_>>());
    println!("{:?} {:?}", fib.clone().take(5).pairs().collect::<Vec<_>>(), (0..3).pairs().size_hint());
    println!("{:?}", ["apple", "bob", "cat", "apricot", "bee"].iter().dedup_by(|w| w.chars().next()).collect::<Vec<_>>());
    println!("{:?}", (1..=10).group_by(|n| n % 3));
    println!("{:?}", Lexer::new("let x1 = 3.5*(y + 42)").collect::<Vec<_>>());
    let (numbers, rest): (Vec<Token>, Vec<Token>) = Lexer::new("1 a 2 b").partition(|t| matches!(t, Token::Number(_)));
    println!("{numbers:?} {rest:?}");
    let tree = Tree { value: 1, children: vec![Tree { value: 2, children: vec![Tree::leaf(4), Tree::leaf(5)] }, Tree::leaf(3)] };
    println!("{:?} {:?}", tree.into_iter().collect::<Vec<_>>(), tree.breadth_first().collect::<Vec<_>>());
    for (i, v) in (&tree).into_iter().enumerate().skip_while(|(_, v)| *v < 4) { print!("{i}:{v} "); }
    println!();
    let text = "one two three two one";
    let longest = text.split(' ').max_by(|a, b| a.len().cmp(&b.len()).then_with(|| b.cmp(a)));
    let (min, max) = text.split_whitespace().map(str::len).fold((usize::MAX, 0), |(lo, hi), n| (lo.min(n), hi.max(n)));
    println!("{longest:?} {min} {max} {:?}", text.rsplitn(2, ' ').collect::<Vec<_>>());
    let v = [3, 1, 4, 1, 5, 9, 2, 6];
    println!("{:?} {:?}", v.windows(3).map(|w| w.iter().sum::<i32>()).collect::<Vec<_>>(), v.chunks_exact(3).map(<[i32]>::to_vec).collect::<Vec<_>>());
    println!("{:?}", v.iter().scan(1i32, |acc, &x| { *acc = acc.checked_mul(x)?; (*acc < 500).then_some(*acc) }).collect::<Vec<_>>());
    println!("{:?} {:?}", v.iter().position(|&x| x == 4), v.iter().rposition(|&x| x == 1));
    println!("{:?}", v.iter().copied().map(|x| if x > 0 { Ok(x) } else { Err(x) }).sum::<Result<i32, i32>>());
    println!("{:?}", "1,2,x,4".split(',').map(str::parse::<u8>).collect::<Result<Vec<_>, _>>().map_err(|e| e.to_string()));
    println!("{:?}", ["7", "8"].iter().map(|s| s.parse::<i64>().ok()).product::<Option<i64>>());
    let (a, (b, c)): (Vec<_>, (Vec<_>, Vec<_>)) = v.iter().map(|&x| (x, (x * 2, x.to_string()))).unzip();
    println!("{} {} {}", a.len(), b.iter().max().unwrap(), c.concat());
    let mut sorted = v.to_vec();
    sorted.sort_by_key(|&x| (x % 2, std::cmp::Reverse(x)));
    sorted.dedup();
    println!("{sorted:?} {:?} {}", sorted.binary_search_by(|p| p.cmp(&100)).is_err(), sorted.is_sorted());
    println!("{:?}", v.iter().try_fold(0i8, |acc, &x| acc.checked_add(x as i8 * 10)));
    println!("{:?}", iter::successors(Some(1u32), |n| n.checked_mul(10)).map(|n| n.ilog10()).last());
    println!("{:?}", "abc".chars().rev().zip(1..).map(|(c, n)| c.to_string().repeat(n)).reduce(|a, b| a + "-" + &b));
    println!("{} {}", (1..4).eq([1, 2, 3]), [1.0, 2.0].iter().partial_cmp([1.0, 3.0].iter()).map_or("?", |o| if o.is_lt() { "less" } else { "more" }));
    let mut it = (0..10).into_iter();
    println!("{:?} {:?} {:?} {:?}", it.nth(2), it.by_ref().take(2).sum::<i32>(), it.next_back(), it.len());
    println!("{:?}", v.iter().min_by(|a, b| (**a - 4).abs().cmp(&(**b - 4).abs())));
    println!("{:?}", v.chunk_by(|a, b| a < b).map(|c| c.len()).collect::<Vec<_>>());
}
