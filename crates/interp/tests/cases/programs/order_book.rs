// An order book: matching engine over BTreeMap levels, trades on a broadcast channel, candle aggregation.
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, VecDeque, btree_map};
use std::fmt;
use std::iter::Sum;
use std::num::{NonZeroU32, ParseIntError};
use std::ops::{Add, AddAssign, Mul, Neg, Sub};
use std::str::FromStr;
use tokio::sync::{broadcast, mpsc, watch};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Price(i64);
impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = format!("{}{}.{:02}", if self.0 < 0 { "-" } else { "" }, self.0.abs() / 100, self.0.abs() % 100);
        f.pad_integral(true, "", &s)
    }
}
impl Add for Price {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        Price(self.0 + o.0)
    }
}
impl Sub for Price {
    type Output = Price;
    fn sub(self, o: Price) -> Price {
        Price(self.0 - o.0)
    }
}
impl Neg for Price {
    type Output = Price;
    fn neg(self) -> Price {
        Price(-self.0)
    }
}
impl Mul<u32> for Price {
    type Output = Price;
    fn mul(self, q: u32) -> Price {
        Price(self.0 * q as i64)
    }
}
impl AddAssign for Price {
    fn add_assign(&mut self, o: Self) {
        self.0 += o.0;
    }
}
impl Sum for Price {
    fn sum<I: Iterator<Item = Self>>(it: I) -> Self {
        it.fold(Price(0), Add::add)
    }
}
impl<'a> Sum<&'a Price> for Price {
    fn sum<I: Iterator<Item = &'a Price>>(it: I) -> Self {
        it.copied().sum()
    }
}
#[derive(Debug, PartialEq)]
enum ParseErr {
    Missing(&'static str),
    Side(String),
    Int(ParseIntError),
    Zero,
}
impl From<ParseIntError> for ParseErr {
    fn from(e: ParseIntError) -> Self {
        ParseErr::Int(e)
    }
}
impl fmt::Display for ParseErr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ParseErr::Missing(w) => write!(f, "missing {w}"),
            ParseErr::Side(s) => write!(f, "side {s:?}?"),
            ParseErr::Int(e) => write!(f, "number: {e}"),
            ParseErr::Zero => f.write_str("zero quantity"),
        }
    }
}
impl FromStr for Price {
    type Err = ParseErr;
    fn from_str(s: &str) -> Result<Self, ParseErr> {
        let (a, b) = s.split_once('.').unwrap_or((s, "0"));
        Ok(Price(a.parse::<i64>()? * 100 + format!("{b:0<2}")[..2].parse::<i64>()?))
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Side {
    Buy,
    Sell,
}
impl std::ops::Not for Side {
    type Output = Side;
    fn not(self) -> Side {
        match self {
            Side::Buy => Side::Sell,
            Side::Sell => Side::Buy,
        }
    }
}
#[derive(Debug, Clone)]
struct Order {
    id: u32,
    who: String,
    side: Side,
    price: Option<Price>,
    qty: NonZeroU32,
}
impl FromStr for Order {
    type Err = ParseErr;
    fn from_str(s: &str) -> Result<Order, ParseErr> {
        let mut f = s.split_ascii_whitespace();
        let mut field = |name| f.next().ok_or(ParseErr::Missing(name));
        let who = field("who")?.to_string();
        let side = match field("side")?.to_ascii_lowercase().as_ref() {
            "buy" | "b" => Side::Buy,
            "sell" | "s" => Side::Sell,
            other => return Err(ParseErr::Side(other.to_owned())),
        };
        let qty = NonZeroU32::new(field("qty")?.parse()?).ok_or(ParseErr::Zero)?;
        let price = f.next().map(str::parse).transpose()?;
        Ok(Order { id: 0, who, side, price, qty })
    }
}
#[derive(Debug, Clone, PartialEq)]
struct Trade {
    maker: u32,
    taker: u32,
    price: Price,
    qty: u32,
}
#[derive(Default)]
struct Book {
    bids: BTreeMap<Reverse<Price>, VecDeque<(Order, u32)>>,
    asks: BTreeMap<Price, VecDeque<(Order, u32)>>,
    next: u32,
}
fn sweep<K: Ord + Copy>(
    levels: &mut BTreeMap<K, VecDeque<(Order, u32)>>, price_of: impl Fn(K) -> Price, ok: impl Fn(Price) -> bool, taker: &Order,
    left: &mut u32, out: &mut Vec<Trade>,
) {
    while *left > 0 {
        let Some(mut level) = levels.first_entry() else { break };
        let p = price_of(*level.key());
        if !ok(p) {
            break;
        }
        let queue = level.get_mut();
        while let Some((maker, open)) = queue.front_mut() {
            let q = (*left).min(*open);
            *open -= q;
            *left -= q;
            out.push(Trade { maker: maker.id, taker: taker.id, price: p, qty: q });
            if *open == 0 {
                queue.pop_front();
            }
            if *left == 0 {
                break;
            }
        }
        if level.get().is_empty() {
            level.remove();
        }
    }
}
impl Book {
    fn submit(&mut self, mut order: Order) -> (u32, Vec<Trade>) {
        self.next += 1;
        order.id = self.next;
        let mut left = order.qty.get();
        let mut trades = vec![];
        match order.side {
            Side::Buy => sweep(&mut self.asks, |k| k, |p| order.price.is_none_or(|l| p <= l), &order, &mut left, &mut trades),
            Side::Sell => sweep(&mut self.bids, |Reverse(k)| k, |p| order.price.map_or(true, |l| p >= l), &order, &mut left, &mut trades),
        }
        if left > 0 {
            if let Some(p) = order.price {
                match order.side {
                    Side::Buy => self.bids.entry(Reverse(p)).or_default().push_back((order, left)),
                    Side::Sell => self.asks.entry(p).or_default().push_back((order, left)),
                }
            }
        }
        (self.next, trades)
    }
    fn depth(&self) -> impl fmt::Display + '_ {
        struct D<'b>(&'b Book);
        impl fmt::Display for D<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                for (p, q) in self.0.asks.iter().rev() {
                    writeln!(f, "    {:>7} x{}", p, q.iter().map(|o| o.1).sum::<u32>())?;
                }
                for (Reverse(p), q) in &self.0.bids {
                    writeln!(f, "{:<3} {p:>7}", q.iter().fold(0, |a, (_, n)| a + n))?;
                }
                Ok(())
            }
        }
        D(self)
    }
    fn spread(&self) -> Option<Price> {
        Some(*self.asks.first_key_value()?.0 - self.bids.keys().next()?.0)
    }
}
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Candle {
    open: Price,
    high: Price,
    low: Price,
    close: Price,
    volume: u32,
}
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (orders_tx, mut orders) = mpsc::unbounded_channel::<Order>();
    let (tape, _) = broadcast::channel::<Trade>(4);
    let (best, mut best_rx) = watch::channel(None::<Price>);
    let mut rx = tape.subscribe();
    let candles = tokio::spawn(async move {
        let mut c: Option<Candle> = None;
        let mut lost = 0;
        loop {
            match rx.recv().await {
                Ok(t) => {
                    let k = c.get_or_insert(Candle { open: t.price, high: t.price, low: t.price, ..Candle::default() });
                    k.high = k.high.max(t.price);
                    k.low = k.low.min(t.price);
                    k.close = t.price;
                    k.volume += t.qty
                }
                Err(broadcast::error::RecvError::Lagged(n)) => lost += n,
                Err(broadcast::error::RecvError::Closed) => break (c, lost),
            }
        }
    });
    let engine = tokio::spawn(async move {
        let mut book = Book::default();
        let mut cash: HashMap<u32, Price> = HashMap::new();
        while let Some(o) = orders.recv().await {
            let (who, side) = (o.who.clone(), o.side);
            let (id, trades) = book.submit(o);
            for t in trades {
                println!("{who} {:?} #{}x#{} {}@{}", side, t.taker, t.maker, t.qty, t.price);
                let sign = if side == !Side::Sell { -(t.price * t.qty) } else { t.price * t.qty };
                *cash.entry(t.taker).or_default() += sign;
                *cash.entry(t.maker).or_default() += -sign;
                let _ = tape.send(t);
            }
            best.send_if_modified(|b| {
                let now = book.bids.first_key_value().map(|(k, _)| k.0);
                let changed = *b != now;
                *b = now;
                changed
            });
            tokio::task::yield_now().await;
            let _ = id;
        }
        (book, cash)
    });
    let mut seen = vec![];
    for line in [
        "ann sell 5 10.5",
        "bob sell 5 10.25",
        "cat buy 7 10.50",
        "dan b 4 10.",
        "eve buy 2 9.99",
        "fay s 9",
        "gus sell x",
        "hal hold 1 1.0",
        "ivy buy 0",
        "jon",
        "kim b 1 1.2.3",
    ] {
        match line.parse::<Order>() {
            Ok(o) => {
                orders_tx.send(o).unwrap();
                tokio::task::yield_now().await;
                tokio::task::yield_now().await;
                if best_rx.has_changed().unwrap_or(false) {
                    seen.push(best_rx.borrow_and_update().map_or("-".into(), |p| p.to_string()));
                }
            }
            Err(e) => println!("{line}: {e}"),
        }
    }
    drop(orders_tx);
    let (book, cash) = engine.await.unwrap();
    print!("{}", book.depth());
    println!("spread {:?} bids seen {seen:?} sum {:?}", book.spread(), cash.values().sum::<Price>());
    let sorted: BTreeMap<_, _> = cash.into_iter().collect();
    for (id, c) in &sorted {
        print!("#{id}:{c:+} ");
    }
    println!();
    println!("{:?}", candles.await.unwrap());
    let mut m = BTreeMap::from([(1, 'a')]);
    if let btree_map::Entry::Occupied(mut e) = m.entry(1) {
        *e.get_mut() = 'b';
        println!("{:?}", e.remove_entry());
    }
}
