use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, RwLock, atomic::{AtomicU64, Ordering}};
use std::thread;
type AccountId = u64;
#[derive(Debug, Clone, PartialEq)] enum BankError { InsufficientFunds { needed: u64, available: u64 }, NoSuchAccount(AccountId), Frozen }
impl fmt::Display for BankError { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { match self { BankError::InsufficientFunds { needed, available } => write!(f, "need {needed} but only {available}"), BankError::NoSuchAccount(id) => write!(f, "no account #{id:04}"), BankError::Frozen => f.write_str("frozen") } } }
impl std::error::Error for BankError {}
#[derive(Debug, Clone)] enum Tx { Deposit(u64), Withdraw(u64), TransferIn { from: AccountId, amount: u64 }, TransferOut { to: AccountId, amount: u64 } }
#[derive(Debug)] struct Account { id: AccountId, owner: String, balance: u64, history: Vec<Tx>, frozen: bool }
impl Account { fn withdraw(&mut self, n: u64) -> Result<u64, BankError> { if self.frozen { return Err(BankError::Frozen); } self.balance = self.balance.checked_sub(n).ok_or(BankError::InsufficientFunds { needed: n, available: self.balance })?; self.history.push(Tx::Withdraw(n)); Ok(self.balance) } }
#[derive(Default)] struct Bank { accounts: RwLock<BTreeMap<AccountId, Arc<Mutex<Account>>>>, next: AtomicU64 }
impl Bank {
    fn open(&self, owner: &str, initial: u64) -> AccountId { let id = self.next.fetch_add(1, Ordering::Relaxed) + 1; let acc = Account { id, owner: owner.to_string(), balance: initial, history: vec![Tx::Deposit(initial)], frozen: false }; self.accounts.write().unwrap().insert(id, Arc::new(Mutex::new(acc))); id }
    fn get(&self, id: AccountId) -> Result<Arc<Mutex<Account>>, BankError> { self.accounts.read().unwrap().get(&id).cloned().ok_or(BankError::NoSuchAccount(id)) }
    fn transfer(&self, from: AccountId, to: AccountId, amount: u64) -> Result<(), BankError> { let (a, b) = (self.get(from)?, self.get(to)?); let (mut x, mut y); if from < to { x = a.lock().unwrap(); y = b.lock().unwrap(); } else { y = b.lock().unwrap(); x = a.lock().unwrap(); } x.withdraw(amount)?; x.history.pop(); x.history.push(Tx::TransferOut { to, amount }); y.balance += amount; y.history.push(Tx::TransferIn { from, amount }); Ok(()) }
    fn total(&self) -> u64 { self.accounts.read().unwrap().values().map(|a| a.lock().unwrap().balance).sum() }
    fn report(&self) -> String { use fmt::Write; let mut out = String::new(); writeln!(out, "{:<4}|{:^10}|{:>8}", "id", "owner", "balance").unwrap(); writeln!(out, "{:-<4}+{:-^10}+{:->8}", "", "", "").unwrap(); for (id, a) in self.accounts.read().unwrap().iter() { let a = a.lock().unwrap(); writeln!(out, "{id:<4}|{:^10}|{:>8.2}", a.owner, a.balance as f64 / 100.0).unwrap(); } out }
}
fn main() -> Result<(), BankError> {
    let bank = Arc::new(Bank::default()); let a = bank.open("ann", 10_000); let b = bank.open("bob", 5_050); let c = bank.open("cy", 0);
    bank.transfer(a, b, 2_500)?; println!("{:?} {:?}", bank.transfer(c, a, 1).map_err(|e| e.to_string()), bank.transfer(a, 99, 1)); print!("{}", bank.report());
    let hs: Vec<_> = (0..4).map(|i| { let bank = Arc::clone(&bank); thread::spawn(move || { let mut ok = 0; for k in 0..25u64 { if bank.transfer(1 + (i + k) % 3, 1 + (i + k + 1) % 3, 10 * k).is_ok() { ok += 1; } } ok }) }).collect(); let n: i32 = hs.into_iter().map(|h| h.join().unwrap()).sum(); println!("{} total {}", n <= 100, bank.total());
    { let acc = bank.get(a)?; acc.lock().unwrap().frozen = true; } println!("{}", bank.transfer(a, b, 1).unwrap_err()); let acc = bank.get(b)?; let acc = acc.lock().unwrap(); println!("{:?}", acc.history.iter().take(2).collect::<Vec<_>>()); let sums = acc.history.iter().fold((0u64, 0u64), |(i, o), t| match t { Tx::Deposit(n) | Tx::TransferIn { amount: n, .. } => (i + n, o), Tx::Withdraw(n) | Tx::TransferOut { amount: n, .. } => (i, o + n) }); println!("{}", sums.0 - sums.1 == acc.balance); drop(acc);
    let p = Arc::new(Mutex::new(1)); let p2 = p.clone(); let r = thread::spawn(move || { let _g = p2.lock().unwrap(); panic!("poison"); }).join(); println!("{} {}", r.is_err(), p.is_poisoned()); let v = p.lock().unwrap_or_else(|e| e.into_inner()); println!("{v} {:?}", p.try_lock().is_err()); drop(v); println!("{p:?}"); Err(bank.get(7).unwrap_err())
}
