// An order book with typed states, events, a reducer, a projection over channels; const generics and matches.
use std::collections::{btree_map, BTreeMap, HashMap};
use std::convert::{TryFrom, TryInto};
use std::fmt;
use std::num::{IntErrorKind, ParseIntError};
use std::rc::Rc;
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Cents(i64);
impl FromStr for Cents {
    type Err = MoneyError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let s = s.trim().strip_prefix('$').ok_or(MoneyError::NoSign)?;
        let (whole, part) = s.split_once('.').unwrap_or((s, "0"));
        let part = match part.len() { 1 => part.parse::<i64>()? * 10, 2 => part.parse()?, n => return Err(MoneyError::Precision(n)) };
        Ok(Cents(whole.parse::<i64>()?.checked_mul(100).and_then(|w| w.checked_add(part)).ok_or(MoneyError::TooMuch)?))
    }
}
impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("${}.{:02}", self.0 / 100, self.0 % 100);
        f.pad_integral(true, "", &text)
    }
}
#[derive(Debug, PartialEq, Eq, Clone)]
enum MoneyError { NoSign, Precision(usize), Digits(ParseIntError), TooMuch }
impl From<ParseIntError> for MoneyError { fn from(e: ParseIntError) -> Self { if *e.kind() == IntErrorKind::PosOverflow { Self::TooMuch } else { Self::Digits(e) } } }

#[derive(Debug, Clone, PartialEq)]
enum Event { Created { id: u32, customer: Rc<str> }, ItemAdded { id: u32, sku: &'static str, qty: u8, price: Cents }, Paid(u32, Cents), Shipped { id: u32 }, Cancelled { id: u32, reason: Option<String> } }
impl Event {
    fn id(&self) -> u32 { match *self { Self::Created { id, .. } | Self::ItemAdded { id, .. } | Self::Paid(id, _) | Self::Shipped { id } | Self::Cancelled { id, .. } => id } }
}

#[derive(Debug, Clone, PartialEq)]
enum Order { Open { customer: Rc<str>, lines: Vec<(&'static str, u8, Cents)> }, Paid { customer: Rc<str>, total: Cents }, Shipped, Cancelled(String) }
#[derive(Debug, PartialEq)]
enum Rejection { Unknown(u32), Exists, Wrong { state: &'static str, event: Event }, Amount { due: Cents, got: Cents } }

impl Order {
    fn state(&self) -> &'static str { match self { Order::Open { lines, .. } if lines.is_empty() => "empty", Order::Open { .. } => "open", Order::Paid { .. } => "paid", Order::Shipped => "shipped", Order::Cancelled(_) => "cancelled" } }
    fn apply(self, event: Event) -> Result<Order, (Order, Rejection)> {
        Ok(match (self, event) {
            (Order::Open { customer, mut lines }, Event::ItemAdded { sku, qty: qty @ 1..=9, price, .. }) => { lines.push((sku, qty, price)); Order::Open { customer, lines } }
            (open @ Order::Open { .. }, Event::Paid(_, got)) => {
                let Order::Open { lines, customer } = &open else { unreachable!() };
                let due = Cents(lines.iter().map(|&(_, qty, Cents(c))| i64::from(qty) * c).sum());
                if due != got { return Err((open, Rejection::Amount { due, got })); }
                Order::Paid { customer: Rc::clone(customer), total: due }
            }
            (Order::Paid { .. }, Event::Shipped { .. }) => Order::Shipped,
            (Order::Open { .. } | Order::Paid { .. }, Event::Cancelled { reason, .. }) => Order::Cancelled(reason.unwrap_or_else(|| "no reason".into())),
            (order, event) => { let state = order.state(); return Err((order, Rejection::Wrong { state, event })); }
        })
    }
}

#[derive(Default)]
struct Store { orders: BTreeMap<u32, Order>, log: Vec<Event>, listeners: Vec<Box<dyn Fn(&Event, &Order)>> }
impl Store {
    fn handle(&mut self, event: Event) -> Result<&Order, Rejection> {
        let order = match (self.orders.entry(event.id()), &event) {
            (btree_map::Entry::Vacant(slot), Event::Created { customer, .. }) => slot.insert(Order::Open { customer: customer.clone(), lines: Vec::new() }),
            (btree_map::Entry::Vacant(slot), _) => return Err(Rejection::Unknown(*slot.key())),
            (btree_map::Entry::Occupied(_), Event::Created { .. }) => return Err(Rejection::Exists),
            (btree_map::Entry::Occupied(slot), _) => {
                let slot = slot.into_mut();
                let old = std::mem::replace(slot, Order::Shipped);
                match old.apply(event.clone()) { Ok(new) => { *slot = new; slot } Err((old, why)) => { *slot = old; return Err(why); } }
            }
        };
        for listener in &self.listeners { listener(&event, order); }
        self.log.push(event);
        Ok(order)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
enum Priority { Low = 1, Mid = 5, High = 10 }
impl TryFrom<u8> for Priority {
    type Error = String;
    fn try_from(n: u8) -> Result<Self, String> { [Self::Low, Self::Mid, Self::High].into_iter().find(|&p| p as u8 == n).ok_or_else(|| format!("no priority {n}")) }
}
struct Ring<T, const N: usize> { slots: [Option<T>; N], next: usize }
impl<T, const N: usize> Ring<T, N> {
    const fn capacity(&self) -> usize { N }
    fn push(&mut self, value: T) -> Option<T> { let i = self.next % N; self.next += 1; self.slots[i].replace(value) }
    fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + '_ { let (b, a) = self.slots.split_at(self.next % N); a.iter().chain(b).flatten() }
}

fn main() {
    for text in ["$12.5", "$3.07", "12", "$1.234", "$x", "$99999999999999999999", "$92233720368547758.08"] { println!("{:?}", text.parse::<Cents>()); }
    println!("[{:>10}] [{:<8}]", Cents(1250), Cents(5));
    let counts = Rc::new(std::cell::RefCell::new(HashMap::new()));
    let mut store = Store::default();
    store.listeners.push(Box::new({ let counts = Rc::clone(&counts); move |_, order| *counts.borrow_mut().entry(order.state()).or_insert(0u32) += 1 }));
    let ann: Rc<str> = Rc::from("ann");
    let events = vec![
        Event::Created { id: 1, customer: ann.clone() }, Event::ItemAdded { id: 1, sku: "tea", qty: 2, price: Cents(350) }, Event::ItemAdded { id: 1, sku: "cup", qty: 0, price: Cents(1) },
        Event::Paid(1, Cents(1)), Event::Paid(1, "$7.00".parse().unwrap()), Event::Shipped { id: 1 }, Event::Cancelled { id: 1, reason: None }, Event::Shipped { id: 9 },
        Event::Created { id: 1, customer: "eve".into() }, Event::Created { id: 2, customer: Rc::from(String::from("bob")) }, Event::Cancelled { id: 2, reason: Some("cold".into()) },
    ];
    for event in events {
        match store.handle(event) { Ok(order) => println!("{order:?}"), Err(Rejection::Wrong { state, event: e }) => println!("no {e:?} while {state}"), Err(why) => println!("{why:?}") }
    }
    let mut sorted: Vec<_> = counts.borrow().iter().map(|(&k, &v)| (v, k)).collect();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    println!("{sorted:?} {} {}", store.log.len(), Rc::strong_count(&ann));
    let priority: Result<Priority, _> = 5u8.try_into();
    println!("{priority:?} {:?} {}", Priority::try_from(7), Priority::High > Priority::Low);
    let mut ring = Ring::<_, 3> { slots: [const { None }; 3], next: 0 };
    let dropped: Vec<_> = ('a'..='e').filter_map(|c| ring.push(c)).collect();
    println!("{dropped:?} {} {} {}", ring.iter().collect::<String>(), ring.iter().rev().collect::<String>(), ring.capacity());
}
