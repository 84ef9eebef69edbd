// Exercism and course tasks in a row: small pure functions, iterator adapters and generics.
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::fmt::{self, Display, Write};
use std::iter::{FromIterator, FusedIterator, Peekable};
use std::ops::{Bound, ControlFlow, RangeBounds};
use std::str::Chars;
mod clock {
    use std::fmt;
    #[derive(Debug, PartialEq, Eq, Clone, Copy)]
    pub struct Clock(i32);
    impl Clock {
        const DAY: i32 = 24 * 60;
        pub fn new(h: i32, m: i32) -> Self {
            Clock((h * 60 + m).rem_euclid(Self::DAY))
        }
        pub fn add_minutes(self, m: i32) -> Self {
            Self::new(0, self.0 + m)
        }
    }
    impl fmt::Display for Clock {
        fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
            write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
        }
    }
}
use clock::Clock;
fn luhn(s: &str) -> bool {
    let d: Option<Vec<u32>> = s.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_digit(10)).collect();
    d.filter(|d| d.len() > 1).is_some_and(|d| {
        d.iter()
            .rev()
            .enumerate()
            .map(|(i, &x)| {
                if i % 2 == 1 {
                    match x * 2 {
                        y if y > 9 => y - 9,
                        y => y,
                    }
                } else {
                    x
                }
            })
            .sum::<u32>()
            % 10
            == 0
    })
}
fn brackets(s: &str) -> Result<(), (usize, char)> {
    let mut st = vec![];
    for (i, c) in s.char_indices() {
        match c {
            '(' | '[' | '{' => st.push((i, c)),
            ')' | ']' | '}' => match (st.pop(), c) {
                (Some((_, '(')), ')') | (Some((_, '[')), ']') | (Some((_, '{')), '}') => {}
                _ => return Err((i, c)),
            },
            _ => (),
        }
    }
    st.pop().map_or(Ok(()), Err)
}
#[derive(Debug, PartialEq, Eq, Hash, Clone, Copy, PartialOrd, Ord)]
enum Allergen {
    Eggs = 1,
    Peanuts = 2,
    Shellfish = 4,
    Cats = 128,
}
impl Allergen {
    const ALL: [Self; 4] = [Self::Eggs, Self::Peanuts, Self::Shellfish, Self::Cats];
    fn of(score: u32) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |a| score & *a as u32 != 0)
    }
}
fn allergens_str(score: u32) -> String {
    Allergen::of(score).map(|a| format!("{a:?}")).reduce(|a, b| a + "+" + &b).unwrap_or_else(|| "none".into())
}
struct Windows2<I: Iterator> {
    it: I,
    prev: Option<I::Item>,
}
impl<I> Iterator for Windows2<I>
where
    I: Iterator,
    I::Item: Clone,
{
    type Item = (I::Item, I::Item);
    fn next(&mut self) -> Option<Self::Item> {
        if self.prev.is_none() {
            self.prev = self.it.next();
        }
        let next = self.it.next()?;
        let prev = self.prev.replace(next.clone())?;
        Some((prev, next))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (l, h) = self.it.size_hint();
        let k = usize::from(self.prev.is_none());
        (l.saturating_sub(k), h.map(|h| h.saturating_sub(k)))
    }
}
impl<I: FusedIterator> FusedIterator for Windows2<I> where I::Item: Clone {}
trait IterExt: Iterator {
    fn pairs(self) -> Windows2<Self>
    where
        Self: Sized,
    {
        Windows2 { it: self, prev: None }
    }
    fn counts<K>(self) -> BTreeMap<K, usize>
    where
        Self: Sized + Iterator<Item = K>,
        K: Ord,
    {
        self.fold(BTreeMap::new(), |mut m, k| {
            *m.entry(k).or_default() += 1;
            m
        })
    }
    fn join_with(&mut self, sep: &str) -> String
    where
        Self::Item: Display,
    {
        let mut s = String::new();
        if let Some(f) = self.next() {
            write!(s, "{f}").unwrap();
            self.for_each(|x| write!(s, "{sep}{x}").unwrap());
        }
        s
    }
    fn group_by_key<K: PartialEq, F: FnMut(&Self::Item) -> K>(self, f: F) -> Groups<Self, F>
    where
        Self: Sized,
    {
        Groups { it: self.peekable(), f }
    }
}
impl<T: Iterator + ?Sized> IterExt for T {}
struct Groups<I: Iterator, F> {
    it: Peekable<I>,
    f: F,
}
impl<I: Iterator, K: PartialEq, F: FnMut(&I::Item) -> K> Iterator for Groups<I, F> {
    type Item = (K, Vec<I::Item>);
    fn next(&mut self) -> Option<Self::Item> {
        let first = self.it.next()?;
        let k = (self.f)(&first);
        let mut v = vec![first];
        while let Some(x) = self.it.next_if(|x| (self.f)(x) == k) {
            v.push(x);
        }
        Some((k, v))
    }
}
#[derive(Debug, Clone, PartialEq, Eq)]
struct CustomSet<T>(Vec<T>);
impl<T: Ord> FromIterator<T> for CustomSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(i: I) -> Self {
        let mut v: Vec<T> = i.into_iter().collect();
        v.sort_unstable();
        v.dedup();
        CustomSet(v)
    }
}
impl<T> IntoIterator for CustomSet<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
impl<'a, T> IntoIterator for &'a CustomSet<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
impl<T: Ord> Extend<T> for CustomSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, i: I) {
        for x in i {
            if let Err(at) = self.0.binary_search(&x) {
                self.0.insert(at, x)
            }
        }
    }
}
fn in_range<R: RangeBounds<i32>>(r: R, x: i32) -> (bool, String) {
    let b = |b: Bound<&i32>| match b {
        Bound::Included(n) => format!("={n}"),
        Bound::Excluded(n) => format!("<{n}"),
        Bound::Unbounded => "..".into(),
    };
    (r.contains(&x), b(r.start_bound()) + &b(r.end_bound()))
}
fn say(n: u64) -> String {
    const S: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const T: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    match n {
        0..20 => S[n as usize].into(),
        20..=99 => match (n / 10, n % 10) {
            (t, 0) => T[t as usize - 2].to_string(),
            (t, u) => format!("{}-{}", T[t as usize - 2], say(u)),
        },
        100..=999 => big(n, 100, "hundred"),
        1_000..=999_999 => big(n, 1000, "thousand"),
        _ => big(n, 1_000_000, "million"),
    }
}
fn big(n: u64, unit: u64, name: &str) -> String {
    let rest = n % unit;
    say(n / unit) + " " + name + &if rest > 0 { format!(" {}", say(rest)) } else { String::new() }
}
fn queens(n: usize) -> Vec<Vec<usize>> {
    fn go(n: usize, at: &mut Vec<usize>, out: &mut Vec<Vec<usize>>) {
        if at.len() == n {
            out.push(at.clone());
            return;
        }
        for c in 0..n {
            let r = at.len();
            if at.iter().enumerate().all(|(i, &q)| q != c && q.abs_diff(c) != r - i) {
                at.push(c);
                go(n, at, out);
                at.pop();
            }
        }
    }
    let mut out = vec![];
    go(n, &mut Vec::with_capacity(n), &mut out);
    out
}
fn forth(src: &str) -> Result<Vec<i32>, String> {
    let mut words: HashMap<String, Vec<String>> = HashMap::new();
    let mut st: Vec<i32> = vec![];
    let mut q: VecDeque<String> = src.to_lowercase().split_whitespace().map(Into::into).collect();
    while let Some(w) = q.pop_front() {
        let mut pop = || st.pop().ok_or_else(|| format!("{w}: stack underflow"));
        match w.as_str() {
            ":" => {
                let name = q.pop_front().ok_or("eof")?;
                if name.parse::<i32>().is_ok() {
                    return Err("bad name".into());
                }
                let body: Vec<String> = std::iter::from_fn(|| q.pop_front().filter(|w| w != ";"))
                    .flat_map(|w| words.get(&w).cloned().unwrap_or_else(|| vec![w]))
                    .collect();
                words.insert(name, body);
            }
            w if words.contains_key(w) => {
                for x in words[w].iter().rev() {
                    q.push_front(x.clone());
                }
            }
            "+" | "-" | "*" | "/" => {
                let (b, a) = (pop()?, pop()?);
                st.push(match w.as_ref() {
                    "+" => a.wrapping_add(b),
                    "-" => a - b,
                    "*" => a.checked_mul(b).ok_or("overflow")?,
                    _ => a.checked_div(b).ok_or_else(|| String::from("div by zero"))?,
                });
            }
            "dup" => {
                let a = pop()?;
                st.extend([a; 2]);
            }
            "swap" => {
                let (b, a) = (pop()?, pop()?);
                st.extend_from_slice(&[b, a]);
            }
            n => st.push(n.parse().map_err(|e| format!("{n}? {e}"))?),
        }
    }
    Ok(st)
}
fn main() {
    println!("{} {} {}", Clock::new(25, 160), Clock::new(-1, -90).add_minutes(3), Clock::new(24, 0) == Clock::new(0, 0));
    println!("{:?}", ["059", "59", "4539 3195 0343 6467", "8273 1232 7352 0569", "0"].map(luhn));
    println!("{:?} {:?} {:?}", brackets("{[()]}"), brackets("a[(]"), brackets("(("));
    println!("{} {} {:?}", allergens_str(129), allergens_str(8), Allergen::of(7).max());
    println!("{:?} {:?}", (1..=4).pairs().collect::<Vec<_>>(), [1].iter().pairs().size_hint());
    println!("{:?} {}", "mississippi".chars().counts(), [1.5, 2.0].iter().join_with("; "));
    println!("{:?}", [1, 3, 5, 2, 4, 7].iter().group_by_key(|x| **x % 2 == 0).map(|(k, v)| (k, v.len())).collect::<Vec<_>>());
    let mut s: CustomSet<_> = [3, 1, 2, 3].into_iter().collect();
    s.extend([0, 2, 9]);
    println!("{:?} {} {:?}", s, (&s).into_iter().sum::<i32>(), s.clone().into_iter().rev().collect::<BTreeSet<_>>());
    for x in &s {
        if let 2..=3 = x {
            print!("{x} ");
        }
    }
    println!();
    println!("{:?} {:?} {:?}", in_range(1..=3, 3), in_range(..5, 5), in_range((Bound::Excluded(1), Bound::Unbounded), 1));
    for n in [0, 14, 20, 45, 100, 987, 1_002_300] {
        print!("{} | ", say(n));
    }
    println!();
    println!("{} {:?}", queens(6).len(), queens(4));
    for p in ["1 2 + 4 -", ": sq dup * ; 7 sq : sq 1 ; sq", "1 +", "1 0 /", "x", ": 1 2 ;", "65536 dup *"] {
        println!("{:?}", forth(p));
    }
    let r = (1..).try_fold(0u8, |acc, x: u8| match acc.checked_add(x) {
        Some(v) if v < 200 => ControlFlow::Continue(v),
        v => ControlFlow::Break((x, v)),
    });
    println!("{r:?}");
    let t: (Vec<_>, HashSet<_>) = "a1b2".chars().map(|c| (c, c.is_numeric())).unzip();
    println!("{:?} {}", t.0, t.1.len());
    let mut cs: Chars = "héllo".chars();
    cs.by_ref().nth(1);
    println!("{} {:?}", cs.as_str(), cs.rfind(|c| *c == 'l'));
    println!("{:?}", [[1, 2], [3, 4]].concat().rchunks(3).map(<[i32]>::to_vec).collect::<Vec<_>>());
}
