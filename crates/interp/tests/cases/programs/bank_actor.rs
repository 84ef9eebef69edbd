use std::borrow::Cow;
use std::collections::{BTreeMap, btree_map::Entry};
use std::error::Error;
use std::fmt;
use std::num::ParseIntError;
use std::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, Mul, Neg, Not, RangeInclusive, Sub};
use std::sync::Arc;
use tokio::sync::{Mutex, RwLock, mpsc, oneshot};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Cents(i64);
impl Add for Cents { type Output = Self; fn add(self, o: Self) -> Self { Cents(self.0 + o.0) } }
impl Sub for Cents { type Output = Self; fn sub(self, o: Self) -> Self { Cents(self.0 - o.0) } }
impl Neg for Cents { type Output = Self; fn neg(self) -> Self { Cents(-self.0) } }
impl Mul<i64> for Cents { type Output = Self; fn mul(self, k: i64) -> Self { Cents(self.0 * k) } }
impl Mul<Cents> for i64 { type Output = Cents; fn mul(self, c: Cents) -> Cents { c * self } }
impl AddAssign for Cents { fn add_assign(&mut self, o: Self) { *self = *self + o } }
impl std::iter::Sum for Cents { fn sum<I: Iterator<Item = Cents>>(it: I) -> Cents { it.fold(Cents::default(), Add::add) } }
impl<'a> std::iter::Sum<&'a Cents> for Cents { fn sum<I: Iterator<Item = &'a Cents>>(it: I) -> Cents { it.copied().sum() } }
impl fmt::Display for Cents { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { let s = format!("{}${}.{:02}", if self.0 < 0 { "-" } else { "" }, self.0.abs() / 100, self.0.abs() % 100); f.pad(&s) } }
impl std::str::FromStr for Cents {
    type Err = MoneyError;
    fn from_str(s: &str) -> Result<Self, MoneyError> {
        let (neg, s) = s.strip_prefix('-').map_or((false, s), |s| (true, s));
        let s = s.strip_prefix('$').ok_or(MoneyError::NoDollar)?;
        let (whole, frac) = s.split_once('.').unwrap_or((s, "0"));
        let whole: i64 = whole.replace(',', "").parse()?;
        let frac: i64 = match frac.len() { 0 => return Err(MoneyError::Other("empty".into())), 1 => frac.parse::<i64>()? * 10, 2 => frac.parse()?, n => return Err(MoneyError::Other(format!("{n} digits").into())) };
        let c = Cents(whole * 100 + frac);
        Ok(if neg { -c } else { c })
    }
}
#[derive(Debug)] enum MoneyError { NoDollar, Int(ParseIntError), Other(Cow<'static, str>) }
impl fmt::Display for MoneyError { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { match self { Self::NoDollar => f.write_str("no $"), Self::Int(_) => write!(f, "bad number"), Self::Other(s) => write!(f, "other: {s}") } } }
impl Error for MoneyError { fn source(&self) -> Option<&(dyn Error + 'static)> { if let Self::Int(e) = self { Some(e) } else { None } } }
impl From<ParseIntError> for MoneyError { fn from(e: ParseIntError) -> Self { Self::Int(e) } }

#[derive(Debug, Default, Clone)] struct Ledger { entries: Vec<(String, Cents)> }
impl Deref for Ledger { type Target = [(String, Cents)]; fn deref(&self) -> &Self::Target { &self.entries } }
impl DerefMut for Ledger { fn deref_mut(&mut self) -> &mut Self::Target { &mut self.entries } }
impl Index<&str> for Ledger { type Output = Cents; fn index(&self, k: &str) -> &Cents { self.iter().find_map(|(n, c)| (n == k).then_some(c)).unwrap_or(&Cents(0)) } }
impl IndexMut<&str> for Ledger { fn index_mut(&mut self, k: &str) -> &mut Cents { if let Some(i) = self.iter().position(|(n, _)| n == k) { &mut self.entries[i].1 } else { self.entries.push((k.to_owned(), Cents(0))); &mut self.last_mut().unwrap().1 } } }
impl Extend<(String, Cents)> for Ledger { fn extend<T: IntoIterator<Item = (String, Cents)>>(&mut self, iter: T) { iter.into_iter().for_each(|(n, c)| self[n.as_str()] += c) } }
#[derive(Clone, Copy, PartialEq, Eq, Debug)] struct Flags(u8);
impl Not for Flags { type Output = Flags; fn not(self) -> Flags { Flags(!self.0) } }
impl std::ops::BitOr for Flags { type Output = Flags; fn bitor(self, r: Flags) -> Flags { Flags(self.0 | r.0) } }
impl std::ops::BitAnd for Flags { type Output = Flags; fn bitand(self, r: Flags) -> Flags { Flags(self.0 & r.0) } }
impl Flags { const READ: Self = Flags(1); const WRITE: Self = Flags(1 << 1); const ALL: Flags = Flags(Self::READ.0 | Self::WRITE.0); fn contains(self, o: Flags) -> bool { self & o == o } }

type Reply<T> = oneshot::Sender<Result<T, BankError>>;
enum Cmd { Open { name: String, reply: Reply<u32> }, Move { from: u32, to: u32, amount: Cents, reply: Reply<(Cents, Cents)> }, Report(oneshot::Sender<String>) }
#[derive(Debug, thiserror::Error)]
enum BankError { #[error("account {0} not found")] NotFound(u32), #[error("insufficient funds: {have} < {need}")] Insufficient { have: Cents, need: Cents }, #[error("same account")] Same, #[error(transparent)] Money(#[from] Box<MoneyErr>) }
#[derive(Debug, thiserror::Error)] #[error("money: {0}")] struct MoneyErr(String);
#[derive(Default)] struct Bank { accounts: BTreeMap<u32, (String, Cents)>, next: u32 }
impl Bank {
    fn get(&mut self, id: u32) -> Result<&mut (String, Cents), BankError> { self.accounts.get_mut(&id).ok_or(BankError::NotFound(id)) }
    fn transfer(&mut self, from: u32, to: u32, amount: Cents) -> Result<(Cents, Cents), BankError> {
        if from == to { return Err(BankError::Same); }
        self.get(to)?;
        let src = self.get(from)?;
        if src.1 < amount { return Err(BankError::Insufficient { have: src.1, need: amount }); }
        src.1 += -amount; let left = src.1;
        let dst = self.get(to)?; dst.1 += amount;
        Ok((left, dst.1))
    }
    async fn serve(mut self, mut rx: mpsc::Receiver<Cmd>) -> Self {
        while let Some(cmd) = rx.recv().await {
            match cmd {
                Cmd::Open { name, reply } => { self.next += 1; let id = self.next; match self.accounts.entry(id) { Entry::Vacant(v) => { v.insert((name, Cents(100_00))); } Entry::Occupied(mut o) => { o.get_mut().0 = name; } } let _ = reply.send(Ok(id)); }
                Cmd::Move { from, to, amount, reply } => drop(reply.send(self.transfer(from, to, amount))),
                Cmd::Report(reply) => { let lines = self.accounts.values().map(|(n, c)| format!("{n:<6}{c:>10}")).collect::<Vec<_>>(); reply.send(lines.join("\n")).ok(); }
            }
        }
        self
    }
}
#[derive(Clone)] struct Client(mpsc::Sender<Cmd>);
impl Client {
    async fn call<T>(&self, make: impl FnOnce(oneshot::Sender<T>) -> Cmd) -> T { let (tx, rx) = oneshot::channel(); self.0.send(make(tx)).await.unwrap_or_else(|_| panic!("bank is gone")); rx.await.expect("reply") }
    async fn open(&self, name: impl Into<String>) -> Result<u32, BankError> { let name = name.into(); self.call(|reply| Cmd::Open { name, reply }).await }
}
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    for s in ["$1,234.5", "-$0.07", "12", "$x", "$1.234", "$5."] {
        match s.parse::<Cents>() { Ok(c) => println!("{s:>10} -> {c:>12} {:?}", c), Err(e) => println!("{s:>10} -> {e}{}", e.source().map(|s| format!(" ({s})")).unwrap_or_default()) }
    }
    let mut l = Ledger::default(); l["rent"] += Cents(500); l["food"] = 3 * Cents(250); l.extend(vec![("rent".into(), Cents(1)), ("fun".to_string(), -Cents(99))]);
    l.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    println!("{} {:?} {} {}", l.len(), l.first(), l["nothing"], l.iter().map(|(_, c)| c).sum::<Cents>());
    println!("{} {} {:?}", Flags::ALL.contains(Flags::WRITE), (!Flags::READ & Flags::ALL) == Flags::WRITE, Flags::READ | Flags::WRITE);
    let (tx, rx) = mpsc::channel(4); let server = tokio::spawn(Bank::default().serve(rx)); let client = Client(tx);
    let (a, b) = tokio::try_join!(client.open("ann"), client.open(String::from("bob")))?;
    for (from, to, c) in [(a, b, 3050), (a, b, 9999), (a, a, 1), (b, 77, 5)] {
        match client.call(|reply| Cmd::Move { from, to, amount: Cents(c), reply }).await { Ok((x, y)) => println!("ok {x} {y}"), Err(e @ BankError::Insufficient { .. }) => println!("short: {e}"), Err(e) => println!("err: {e} / {e:?}") }
    }
    println!("{}", client.call(Cmd::Report).await);
    drop(client); let bank = server.await?; println!("{} accounts, total {}", bank.accounts.len(), bank.accounts.into_values().map(|a| a.1).sum::<Cents>());
    let shared = Arc::new(RwLock::new(Vec::<u32>::new())); let gate = Arc::new(Mutex::new(()));
    let hs: Vec<_> = (0..3u32).map(|i| { let (s, g) = (shared.clone(), Arc::clone(&gate)); tokio::spawn(async move { let _g = g.lock().await; s.write().await.extend([i, i * 10]); s.read().await.len() }) }).collect();
    let mut lens = vec![]; for h in hs { lens.push(h.await?) } println!("{lens:?} {:?}", shared.read().await);
    let r: RangeInclusive<i64> = 1..=3; let e: Result<(), BankError> = Err(Box::new(MoneyErr(format!("{:?}", r))).into()); if let Err(e) = &e { println!("{e} {}", e.source().is_none()); }
    e.or_else(|e| match e { BankError::Money(_) => Ok(()), e => Err(e) })?;
    "$abc".parse::<Cents>().map(drop).map_err(|e| e.into())
}
