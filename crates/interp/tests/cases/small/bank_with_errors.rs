use std::collections::BTreeMap;
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
enum BankError { NoAccount(u32), Insufficient { need: u64, have: u64 }, Same }
impl fmt::Display for BankError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self { Self::NoAccount(id) => write!(f, "no account {id:04}"), Self::Insufficient { need, have } => write!(f, "need {need} but have {have}"), Self::Same => f.write_str("same account") }
    }
}
impl std::error::Error for BankError {}

#[derive(Default)]
struct Bank { accounts: BTreeMap<u32, u64>, next: u32 }
impl Bank {
    fn open(&mut self, amount: u64) -> u32 { self.next += 1; self.accounts.insert(self.next, amount); self.next }
    fn get(&mut self, id: u32) -> Result<&mut u64, BankError> { self.accounts.get_mut(&id).ok_or(BankError::NoAccount(id)) }
    fn transfer(&mut self, from: u32, to: u32, amount: u64) -> Result<(u64, u64), BankError> {
        if from == to { return Err(BankError::Same); }
        let have = *self.get(from)?;
        self.get(to)?;
        let left = have.checked_sub(amount).ok_or(BankError::Insufficient { need: amount, have })?;
        *self.get(from)? = left;
        let target = self.get(to)?;
        *target += amount;
        Ok((left, *target))
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut b = Bank::default();
    let (x, y) = (b.open(100), b.open(5));
    println!("{:?} {:?}", b.transfer(x, y, 30), b.transfer(y, x, 1000));
    for r in [b.transfer(x, x, 1), b.transfer(x, 9, 1)] { println!("{}", r.unwrap_err()); }
    println!("{:?} {}", b.accounts, b.accounts.values().sum::<u64>());
    b.transfer(y, x, 35)?;
    b.transfer(y, x, 1)?;
    Ok(())
}
