// Iterator-heavy data crunching: CSV-ish sales data, group-by, percentiles, pivots, running stats.
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashSet};
use std::error::Error;
use std::fmt;
use std::iter::{FromIterator, Peekable, Sum, from_fn, once, repeat_n, zip};
use std::ops::{AddAssign, RangeInclusive};

const DATA: &str = "\
date,region,product,units,price
2024-01-03,north,widget,10,2.50
2024-01-03,south,gadget,3,10.00
2024-01-05,north,gadget,1,9.99

2024-02-01,east,widget,7,2.75
2024-02-11,south,widget,,2.60
2024-02-14,east,doohickey,2,31.4
2024-03-01,north,widget,12,2.25
";

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Date {
    y: u16,
    m: u8,
    d: u8,
}
impl std::str::FromStr for Date {
    type Err = Box<dyn Error>;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let mut it = s.splitn(3, '-');
        let mut next = |what: &str| it.next().ok_or_else(|| format!("missing {what} in {s:?}"));
        Ok(Date { y: next("year")?.parse()?, m: next("month")?.parse()?, d: next("day")?.parse()? })
    }
}
#[derive(Debug, Clone, PartialEq)]
struct Sale<'a> {
    date: Date,
    region: &'a str,
    product: &'a str,
    units: Option<u32>,
    price: f64,
}
impl<'a> TryFrom<&'a str> for Sale<'a> {
    type Error = Box<dyn Error>;
    fn try_from(line: &'a str) -> Result<Self, Self::Error> {
        let [date, region, product, units, price] = line.split(',').collect::<Vec<_>>()[..] else {
            return Err(format!("expected 5 columns, got {}", line.matches(',').count() + 1).into());
        };
        Ok(Self {
            date: date.parse()?,
            region,
            product,
            units: (!units.is_empty()).then(|| units.parse()).transpose()?,
            price: price.trim().parse()?,
        })
    }
}

#[derive(Debug, Default, Clone, Copy)]
struct Stats {
    n: usize,
    mean: f64,
    m2: f64,
    min: Option<f64>,
    max: Option<f64>,
}
impl AddAssign<f64> for Stats {
    fn add_assign(&mut self, x: f64) {
        self.n += 1;
        let d = x - self.mean;
        self.mean += d / self.n as f64;
        self.m2 += d * (x - self.mean);
        self.min = Some(self.min.map_or(x, |m| m.min(x)));
        self.max = self.max.into_iter().chain(once(x)).max_by(f64::total_cmp);
    }
}
impl FromIterator<f64> for Stats {
    fn from_iter<I: IntoIterator<Item = f64>>(it: I) -> Self {
        it.into_iter().fold(Self::default(), |mut s, x| {
            s += x;
            s
        })
    }
}
impl fmt::Display for Stats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let p = f.precision().unwrap_or(2);
        write!(
            f,
            "n={} mean={:.p$} sd={:.*}",
            self.n,
            self.mean,
            p,
            (self.m2 / self.n.max(1) as f64).sqrt()
        )?;
        if let (Some(a), Some(b)) = (self.min, self.max) {
            write!(f, " [{a:.p$}..{b:.p$}]").or(Err(fmt::Error))?;
        }
        Ok(())
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Money(f64);
impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        Money(iter.map(|m| m.0).sum())
    }
}
impl<'a> Sum<&'a Money> for Money {
    fn sum<I: Iterator<Item = &'a Money>>(iter: I) -> Self {
        iter.copied().sum()
    }
}

trait GroupBy: Iterator + Sized {
    fn group_by_key<K: Ord, F: FnMut(&Self::Item) -> K>(self, mut f: F) -> BTreeMap<K, Vec<Self::Item>> {
        let mut out = BTreeMap::new();
        self.for_each(|x| out.entry(f(&x)).or_insert_with(Vec::new).push(x));
        out
    }
    fn runs(self) -> Runs<Self>
    where
        Self::Item: PartialEq,
    {
        Runs { it: self.peekable() }
    }
}
impl<I: Iterator> GroupBy for I {}
struct Runs<I: Iterator> {
    it: Peekable<I>,
}
impl<I: Iterator<Item: PartialEq>> Iterator for Runs<I> {
    type Item = (I::Item, usize);
    fn next(&mut self) -> Option<Self::Item> {
        let first = self.it.next()?;
        let n = 1 + from_fn(|| self.it.next_if(|x| *x == first)).count();
        Some((first, n))
    }
}

fn percentile(sorted: &[f64], p: f64) -> f64 {
    let rank = p / 100.0 * (sorted.len() - 1) as f64;
    let (lo, hi) = (rank.floor() as usize, rank.ceil() as usize);
    sorted[lo] + (sorted[hi] - sorted[lo]) * rank.fract()
}

fn main() -> Result<(), Box<dyn Error>> {
    let sales = DATA
        .lines()
        .skip(1)
        .filter(|l| !l.trim().is_empty())
        .map(Sale::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    println!("{} rows, first {:?}", sales.len(), sales.first().map(|s| s.date));
    for bad in ["x", "2024-01,a,b,1,2", "2024-01-32x,a,b,1,2", "2024-01-01,a,b,-1,2", "2024-01-01,a,b,1,two"]
    {
        println!("{:<22} {}", bad, Sale::try_from(bad).unwrap_err());
    }
    let total: Money = sales.iter().filter_map(|s| Some(Money(f64::from(s.units?) * s.price))).sum();
    println!("{:.2}", total.0);
    for (region, rows) in sales.iter().group_by_key(|s| s.region) {
        let stats: Stats = rows.iter().map(|s| s.price).collect();
        let products: BTreeSet<_> = rows.iter().map(|s| s.product).collect();
        println!("{region:>6}: {stats:.3} {products:?}");
    }
    let months: RangeInclusive<u8> = 1..=3;
    let products: Vec<&str> = sales
        .iter()
        .map(|s| s.product)
        .collect::<HashSet<_>>()
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    println!(
        "{}",
        once(String::from("month"))
            .chain(products.iter().map(|p| format!("{p:^11}")))
            .collect::<Vec<_>>()
            .join("|")
    );
    for m in months.clone() {
        let row: String = products
            .iter()
            .map(|p| {
                sales.iter().filter(|s| s.date.m == m && &s.product == p).flat_map(|s| s.units).sum::<u32>()
            })
            .map(|n| if n == 0 { format!("|{:^11}", "-") } else { format!("|{n:^+11}") })
            .collect();
        println!("{m:05}{row}");
    }
    let mut prices: Vec<_> = sales.iter().map(|s| s.price).collect();
    prices.sort_by(|a, b| b.partial_cmp(a).unwrap_or(Ordering::Equal));
    prices.reverse();
    println!(
        "{:?}",
        [0.0, 25.0, 50.0, 90.0, 100.0].map(|p| (percentile(&prices, p) * 100.0).round() / 100.0)
    );
    println!("{:?}", sales.iter().map(|s| s.region).runs().collect::<Vec<_>>());
    let top: Vec<_> = sales
        .iter()
        .filter_map(|s| s.units.map(|u| (Reverse(u), s.product)))
        .collect::<BinaryHeap<_>>()
        .into_sorted_vec();
    println!("{:?}", top.iter().take(2).map(|(Reverse(u), p)| (u, p)).collect::<Vec<_>>());
    let (with, without): (Vec<_>, Vec<_>) = sales.iter().partition(|s| s.units.is_some());
    println!("{} {}", with.len(), without.len());
    let cumulative: Vec<u32> = with
        .iter()
        .scan(0, |acc, s| {
            *acc += s.units?;
            Some(*acc)
        })
        .collect();
    println!("{cumulative:?} sorted={}", cumulative.is_sorted());
    let deltas: Vec<i64> = cumulative.windows(2).map(|w| i64::from(w[1]) - i64::from(w[0])).collect();
    println!("{deltas:?} {:?}", deltas.iter().max_by_key(|d| d.abs_diff(5)));
    println!("{:?}", cumulative.chunk_by(|a, b| b - a > 5).map(<[_]>::len).collect::<Vec<_>>());
    println!("{:?}", zip(repeat_n("ab", 2), cumulative.rchunks(4)).last());
    println!("{:?}", prices.iter().copied().reduce(f64::max).zip(prices.iter().position(|&p| p > 9.0)));
    let (mut lo, mut hi) = (f64::INFINITY, f64::NEG_INFINITY);
    prices.iter().inspect(|&&p| lo = lo.min(p)).for_each(|&p| hi = hi.max(p));
    println!("{lo} {hi} {}", months.contains(&3));
    Ok(())
}
