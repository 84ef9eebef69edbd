// Generators as state machines, iterators of closures, runs of equal things, statistics by FromIterator.
use std::iter::{self, FromIterator, FusedIterator, Peekable};

/// A coroutine as a state machine: every `resume` gives a value or the end.
enum GenState<Y, R> {
    Yielded(Y),
    Complete(R),
}

trait Gen {
    type Yield;
    type Return;
    fn resume(&mut self) -> GenState<Self::Yield, Self::Return>;
}

enum Collatz {
    Start(u64),
    Running { n: u64, steps: usize },
    Done,
}

impl Gen for Collatz {
    type Yield = u64;
    type Return = usize;

    fn resume(&mut self) -> GenState<u64, usize> {
        use GenState::*;
        match std::mem::replace(self, Collatz::Done) {
            Collatz::Start(n) => {
                *self = Collatz::Running { n, steps: 0 };
                Yielded(n)
            }
            Collatz::Running { n: 1, steps } => Complete(steps),
            Collatz::Running { n, steps } => {
                let n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
                *self = Collatz::Running { n, steps: steps + 1 };
                Yielded(n)
            }
            Collatz::Done => panic!("resumed after completion"),
        }
    }
}

struct IntoIter<G: Gen> {
    gen_: Option<G>,
    result: Option<G::Return>,
}

impl<G: Gen> IntoIter<G> {
    fn new(g: G) -> Self {
        IntoIter { gen_: Some(g), result: None }
    }
}

impl<G: Gen> Iterator for IntoIter<G> {
    type Item = G::Yield;
    fn next(&mut self) -> Option<Self::Item> {
        match self.gen_.as_mut()?.resume() {
            GenState::Yielded(y) => Some(y),
            GenState::Complete(r) => {
                self.gen_ = None;
                self.result = Some(r);
                None
            }
        }
    }
}

impl<G: Gen> FusedIterator for IntoIter<G> {}

/// Fibonacci with an upper bound, by `successors`.
fn fib_below(limit: u32) -> impl Iterator<Item = u32> + Clone {
    iter::successors(Some((0u32, 1u32)), |&(a, b)| Some((b, a + b)))
        .map(|(a, _)| a)
        .take_while(move |&a| a < limit)
}

/// Groups runs of equal things.
struct Runs<I: Iterator> {
    inner: Peekable<I>,
}

impl<I> Iterator for Runs<I>
where
    I: Iterator,
    I::Item: PartialEq,
{
    type Item = (I::Item, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let first = self.inner.next()?;
        let mut count = 1;
        while self.inner.next_if(|it| *it == first).is_some() {
            count += 1;
        }
        Some((first, count))
    }
}

trait RunsExt: Iterator + Sized {
    fn runs(self) -> Runs<Self> {
        Runs { inner: self.peekable() }
    }
}
impl<I: Iterator> RunsExt for I {}

#[derive(Debug, PartialEq)]
struct Stats {
    min: i64,
    max: i64,
    mean: f64,
}

impl FromIterator<i64> for Stats {
    fn from_iter<T: IntoIterator<Item = i64>>(iter: T) -> Self {
        let (mut min, mut max, mut sum, mut n) = (i64::MAX, i64::MIN, 0, 0u32);
        for x in iter {
            min = min.min(x);
            max = max.max(x);
            sum += x;
            n += 1;
        }
        Stats { min, max, mean: sum as f64 / n as f64 }
    }
}

fn main() {
    let mut it = IntoIter::new(Collatz::Start(6));
    let path: Vec<String> = it.by_ref().map(|n| n.to_string()).collect();
    println!("{} in {:?} steps", path.join(" -> "), it.result);
    println!("then {:?}", it.next());

    let fibs = fib_below(100);
    println!("{:?}", fibs.clone().collect::<Vec<_>>());
    println!("even sum {}", fibs.clone().filter(|n| n & 1 == 0).sum::<u32>());
    let (small, big): (Vec<_>, Vec<_>) = fibs.partition(|&n| n < 10);
    println!("{small:?} | {big:?}");

    let encoded: String = "aaabccddddde".chars().runs().map(|(c, n)| format!("{c}{n}")).collect();
    println!("{encoded}");
    let longest = [1, 1, 2, 2, 2, 3].iter().runs().max_by_key(|&(_, n)| n);
    println!("{longest:?}");

    let stats: Stats = [3i64, -4, 10, 7].into_iter().collect();
    println!("{stats:?}");

    let mut counter = 0;
    let squares = iter::from_fn(|| {
        counter += 1;
        (counter <= 5).then(|| counter * counter)
    });
    println!("{:?}", squares.skip_while(|x| *x < 5).step_by(2).collect::<Vec<i32>>());

    let primes = (2..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0));
    println!("{:?}", primes.take(10).collect::<Vec<u32>>());

    let balance: Vec<i32> = [10, -3, 5, -20].iter().scan(0, |acc, x| { *acc += x; Some(*acc) }).collect();
    println!("{balance:?} first negative at {:?}", balance.iter().position(|b| b.is_negative()));
    let words = ["one", "two", "three"];
    let table: Vec<(usize, char)> = words.iter().rev().enumerate().flat_map(|(i, w)| w.chars().take(2).map(move |c| (i, c))).collect();
    println!("{table:?}");
    let r: Result<Vec<i32>, _> = "1,2,x,4".split(',').map(str::parse::<i32>).collect();
    println!("{:?}", r.map_err(|e| e.to_string()));
}
