use std::collections::VecDeque;
use std::fmt::{self, Debug, Display};

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Ring<T, const N: usize> {
    items: VecDeque<T>,
}

impl<T, const N: usize> Ring<T, N> {
    const HALF: usize = N / 2;

    fn new() -> Self {
        Self { items: VecDeque::with_capacity(N) }
    }

    fn push(&mut self, item: T) -> Option<T> {
        let old = if self.items.len() == N { self.items.pop_front() } else { None };
        self.items.push_back(item);
        old
    }
}

impl<T: Display, const N: usize> Display for Ring<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}/{N}:", self.items.len())?;
        self.items.iter().try_for_each(|it| write!(f, " {it}"))?;
        f.write_str(">")
    }
}

trait Limited {
    fn limit(&self) -> usize;

    fn describe(&self) -> String {
        format!("at most {}", self.limit())
    }
}

impl<T, const N: usize> Limited for Ring<T, N> {
    fn limit(&self) -> usize {
        N
    }
}

impl<T, const N: usize> Extend<T> for Ring<T, N> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for item in iter {
            self.push(item);
        }
    }
}

impl<T, const N: usize> FromIterator<T> for Ring<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        let mut ring = Ring::new();
        ring.extend(iter);
        ring
    }
}

impl<T, const N: usize> Drop for Ring<T, N> {
    fn drop(&mut self) {
        println!("drop {} of {N}", self.items.len());
    }
}

#[derive(Default, Debug, Clone, Copy, PartialEq)]
struct Config<const RETRIES: u32, const VERBOSE: bool> {
    delay_ms: u64,
}

impl<const RETRIES: u32, const VERBOSE: bool> Limited for Config<RETRIES, VERBOSE> {
    fn limit(&self) -> usize {
        if VERBOSE { RETRIES as usize * 10 } else { RETRIES as usize }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
struct Bits<const N: u32>(u64);

impl<const N: u32> Bits<N> {
    const MASK: u64 = if N >= 64 { u64::MAX } else { (1 << N) - 1 };
    const ALL: Self = Bits(Self::MASK);

    fn of(list: &[u32]) -> Self {
        list.iter().fold(Bits(0), |bits, it| {
            assert!(*it < N, "bit {it} of {N}");
            bits | Bits(1 << it)
        })
    }
}

impl<const N: u32> std::ops::BitOr for Bits<N> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Bits(self.0 | other.0)
    }
}

impl<const N: u32> Display for Bits<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..N).rev().try_for_each(|it| write!(f, "{}", self.0 >> it & 1))
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Every<const N: usize>;

impl<const N: usize> Limited for Every<N> {
    fn limit(&self) -> usize {
        N
    }
}

fn shown<L: Limited + Debug>(it: &L) -> String {
    format!("{it:?} {} {}", it.limit(), it.describe())
}

fn main() {
    let mut ring: Ring<char, 3> = ('a'..='e').collect();
    println!("{ring} {:?} {}", ring.push('x'), Ring::<u8, 8>::HALF);
    let other = ring.clone();
    println!("{} {} {:?}", ring == other, shown(&other), ring.cmp(&other));
    let all: Vec<Box<dyn Limited>> = vec![
        Box::new(ring),
        Box::new(Ring::<u8, 5>::new()),
        Box::new(Config::<4, true> { delay_ms: 1 }),
        Box::new(Config::<4, false>::default()),
    ];
    println!("{:?}", all.iter().map(|it| it.describe()).collect::<Vec<_>>());
    let nested = Some(vec![Ring::<i32, 2>::from_iter([1, 2, 3])]);
    println!("{}", nested.iter().flatten().map(|it| it.to_string()).collect::<String>());
    let config = Config::<7, true> { delay_ms: 5 };
    let copy = Config { ..config };
    println!("{} {}", copy == config, shown(&copy));
    let every: [&dyn Limited; 2] = [&Every::<3>, &Every::<9>];
    println!("{:?} {:?} {}", every.map(|it| it.limit()), Every::<2>, Every::<1> == Every::<1>);
    let bits = [Bits::<6>::of(&[0, 2]), Bits::<6>::ALL, Bits::default(), Bits(3)];
    println!("{} {:?} {}", bits.map(|it| it.to_string()).join(" "), bits[0], bits[3] == Bits::of(&[1, 0]));
    let Bits(inner) = bits[1];
    println!("{inner} {:?}", [1, 2].map(Bits::<4>)[1] == Bits(2));
    let Config { delay_ms } = copy;
    println!("{delay_ms} {:#?}", Config::<1, false> { delay_ms });
}
