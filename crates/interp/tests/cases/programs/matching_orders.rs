// An order book with ranges and entries of BTreeMap, and medians by two heaps.
use std::cmp::Reverse;
use std::collections::{btree_map::Entry, BTreeMap, BinaryHeap, HashMap};
use std::fmt;
use std::ops::{Bound, RangeBounds};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Price(u32);
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct OrderId(usize);

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[derive(Debug, Clone)]
struct Order {
    id: OrderId,
    side: Side,
    price: Price,
    quantity: u32,
    owner: &'static str,
}

#[derive(Debug, PartialEq, Eq)]
struct Trade {
    buyer: &'static str,
    seller: &'static str,
    price: Price,
    quantity: u32,
}

#[derive(Default)]
struct Book {
    bids: BTreeMap<Price, Vec<Order>>,
    asks: BTreeMap<Price, Vec<Order>>,
    index: HashMap<OrderId, (Side, Price)>,
    next: usize,
}

impl Book {
    fn side(&mut self, side: Side) -> &mut BTreeMap<Price, Vec<Order>> {
        match side {
            Side::Buy => &mut self.bids,
            Side::Sell => &mut self.asks,
        }
    }

    fn submit(&mut self, owner: &'static str, side: Side, price: u32, mut quantity: u32) -> (OrderId, Vec<Trade>) {
        self.next += 1;
        let (id, price) = (OrderId(self.next), Price(price));
        let mut trades = Vec::new();
        'matching: while quantity > 0 {
            let other = self.side(!side);
            let best = match side {
                Side::Buy => other.first_entry(),
                Side::Sell => other.last_entry(),
            };
            let Some(mut level) = best else { break };
            let crosses = match side {
                Side::Buy => *level.key() <= price,
                Side::Sell => *level.key() >= price,
            };
            if !crosses {
                break 'matching;
            }
            let mut filled = vec![];
            let at = *level.key();
            for resting in level.get_mut().iter_mut() {
                let n = resting.quantity.min(quantity);
                resting.quantity -= n;
                quantity -= n;
                let (buyer, seller) = if side == Side::Buy { (owner, resting.owner) } else { (resting.owner, owner) };
                trades.push(Trade { buyer, seller, price: at, quantity: n });
                if resting.quantity == 0 {
                    filled.push(resting.id);
                }
                if quantity == 0 {
                    break;
                }
            }
            level.get_mut().retain(|o| o.quantity > 0);
            if level.get().is_empty() {
                level.remove_entry();
            }
            for id in filled {
                self.index.remove(&id);
            }
        }
        if quantity > 0 {
            let order = Order { id, side, price, quantity, owner };
            self.index.insert(id, (side, price));
            self.side(side).entry(price).or_default().push(order);
        }
        (id, trades)
    }

    fn cancel(&mut self, id: OrderId) -> Option<Order> {
        let (side, price) = self.index.remove(&id)?;
        let Entry::Occupied(mut level) = self.side(side).entry(price) else { unreachable!("indexed orders are in the book") };
        let at = level.get().iter().position(|o| o.id == id)?;
        let order = level.get_mut().remove(at);
        if level.get().is_empty() {
            level.remove();
        }
        Some(order)
    }

    fn spread(&self) -> Option<Price> {
        let ((bid, _), (ask, _)) = self.bids.last_key_value().zip(self.asks.first_key_value())?;
        Some(Price(ask.0 - bid.0))
    }

    fn depth(&self, side: Side, range: impl RangeBounds<Price>) -> u32 {
        let levels = if side == Side::Buy { &self.bids } else { &self.asks };
        levels.range(range).flat_map(|(_, orders)| orders).map(|o| o.quantity).sum()
    }
}

impl fmt::Display for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = |orders: &[Order]| orders.iter().fold(0, |n, o| n + o.quantity);
        writeln!(f, "{:^10}|{:^8}|{:^10}", "bid", "price", "ask")?;
        for (price, orders) in self.asks.iter().rev() {
            writeln!(f, "{:10}|{:^8}|{:>10}", "", price.to_string(), total(orders))?;
        }
        for (price, orders) in self.bids.iter().rev() {
            writeln!(f, "{:<10}|{:^8}|", total(orders), format!("{price}"))?;
        }
        Ok(())
    }
}

fn median_stream(values: impl IntoIterator<Item = i32>) -> Vec<f64> {
    let (mut low, mut high) = (BinaryHeap::new(), BinaryHeap::new());
    let mut out = vec![];
    for v in values {
        if low.peek().map_or(true, |&m| v <= m) {
            low.push(v);
        } else {
            high.push(Reverse(v));
        }
        if low.len() > high.len() + 1 {
            high.extend(low.pop().map(Reverse));
        } else if high.len() > low.len() {
            low.extend(high.pop().map(|Reverse(v)| v));
        }
        out.push(match (low.peek(), high.peek()) {
            (Some(&a), Some(&Reverse(b))) if low.len() == high.len() => f64::from(a + b) / 2.0,
            (Some(&a), _) => a.into(),
            _ => unreachable!(),
        });
    }
    out
}

fn main() {
    let mut book = Book::default();
    let mut trades = vec![];
    let mut ids = vec![];
    use Side::*;
    for (owner, side, price, quantity) in [
        ("ann", Buy, 1000, 50),
        ("bob", Sell, 1010, 30),
        ("cid", Sell, 1005, 20),
        ("dee", Buy, 1000, 10),
        ("eve", Buy, 1007, 35),
        ("fay", Sell, 995, 55),
        ("gus", Sell, 1010, 5),
    ] {
        let (id, new) = book.submit(owner, side, price, quantity);
        for t in &new {
            println!("{} sells {} to {} at {}", t.seller, t.quantity, t.buyer, t.price);
        }
        ids.push(id);
        trades.extend(new);
    }
    print!("{book}");
    println!("spread {}", book.spread().map_or("-".to_string(), |p| p.to_string()));
    println!("{} {} {}", book.depth(Sell, Price(1006)..), book.depth(Sell, ..=Price(1005)), book.depth(Buy, (Bound::Excluded(Price(999)), Bound::Unbounded)));
    println!("{:?}", book.cancel(ids[1]).map(|Order { owner, quantity, .. }| (owner, quantity)));
    println!("{:?} {:?}", book.cancel(ids[1]), book.cancel(OrderId(99)).is_some());
    let volume = trades.iter().map(|t| u64::from(t.price.0) * u64::from(t.quantity)).sum::<u64>();
    println!("volume {volume}");
    let mut by_buyer: Vec<(&str, Vec<&Trade>)> = Vec::new();
    for t in &trades {
        match by_buyer.iter_mut().find(|(b, _)| *b == t.buyer) {
            Some((_, list)) => list.push(t),
            None => by_buyer.push((t.buyer, vec![t])),
        }
    }
    by_buyer.sort_by_cached_key(|(name, list)| (Reverse(list.len()), name.to_string()));
    for (buyer, list) in &by_buyer {
        println!("{buyer}: {}", list.iter().map(|t| format!("{}@{}", t.quantity, t.price)).collect::<Vec<_>>().join(" + "));
    }
    println!("{:?}", median_stream([5, 2, 8, 1, 9, 9]));
    println!("{}", book);
}
