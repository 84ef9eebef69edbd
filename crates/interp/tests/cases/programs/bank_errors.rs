// A bank with money of its own type, errors with sources, and a script that it is told by.
mod money {
    use std::fmt;
    use std::iter::Sum;
    use std::num::{IntErrorKind, ParseIntError};
    use std::ops::{AddAssign, SubAssign};
    use std::str::FromStr;

    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
    pub struct Cents(u64);

    #[derive(Debug, PartialEq, Eq)]
    pub enum ParseMoneyError {
        Empty,
        Digits(ParseIntError),
        Cents(usize),
        TooLarge,
    }

    impl fmt::Display for ParseMoneyError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Empty => f.write_str("no amount"),
                Self::Digits(e) => write!(f, "not a number: {e}"),
                Self::Cents(n) => write!(f, "{n} digits behind the point"),
                Self::TooLarge => write!(f, "more than there is"),
            }
        }
    }
    impl std::error::Error for ParseMoneyError {
        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
            if let Self::Digits(e) = self { Some(e) } else { None }
        }
    }
    impl From<ParseIntError> for ParseMoneyError {
        fn from(e: ParseIntError) -> Self {
            match e.kind() {
                IntErrorKind::Empty => Self::Empty,
                IntErrorKind::PosOverflow => Self::TooLarge,
                _ => Self::Digits(e),
            }
        }
    }

    impl FromStr for Cents {
        type Err = ParseMoneyError;
        fn from_str(s: &str) -> Result<Self, Self::Err> {
            let s = s.trim().trim_start_matches('$');
            let (whole, part) = s.split_once('.').unwrap_or((s, "00"));
            let whole: u64 = whole.replace('_', "").parse()?;
            let part = match part.len() {
                2 => part.parse::<u64>()?,
                n => return Err(ParseMoneyError::Cents(n)),
            };
            whole.checked_mul(100).and_then(|c| c.checked_add(part)).map(Cents).ok_or(ParseMoneyError::TooLarge)
        }
    }

    impl fmt::Display for Cents {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let digits = (self.0 / 100).to_string();
            let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|c| std::str::from_utf8(c).unwrap()).collect();
            f.pad_integral(true, "", &format!("{}.{:02}", groups.join(","), self.0 % 100))
        }
    }

    impl Cents {
        pub const fn new(cents: u64) -> Self {
            Cents(cents)
        }
        pub fn checked_sub(self, other: Cents) -> Option<Cents> {
            self.0.checked_sub(other.0).map(Cents)
        }
        pub fn interest(self, basis_points: u32) -> Cents {
            Cents((self.0 as u128 * basis_points as u128 / 10_000) as u64)
        }
    }
    impl AddAssign for Cents {
        fn add_assign(&mut self, Cents(n): Cents) {
            self.0 += n;
        }
    }
    impl SubAssign for Cents {
        fn sub_assign(&mut self, rhs: Self) {
            self.0 -= rhs.0
        }
    }
    impl<'a> Sum<&'a Cents> for Cents {
        fn sum<I: Iterator<Item = &'a Cents>>(iter: I) -> Cents {
            Cents(iter.map(|c| c.0).sum())
        }
    }
}

use money::{Cents, ParseMoneyError};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::rc::Rc;

#[derive(Debug)]
enum BankError {
    NoAccount(String),
    Insufficient { needed: Cents, available: Cents },
    Parse { line: usize, source: ParseMoneyError },
    Syntax(usize, Box<str>),
    Frozen(Rc<str>),
}

impl fmt::Display for BankError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BankError::NoAccount(who) => write!(f, "no account for {who:?}"),
            BankError::Insufficient { needed, available } => write!(f, "{needed} needed, {available} available"),
            BankError::Parse { line, .. } => write!(f, "line {line}: cannot read amount"),
            BankError::Syntax(line, text) => write!(f, "line {line}: what is `{text}`?"),
            BankError::Frozen(why) => write!(f, "frozen: {why}"),
        }
    }
}

impl Error for BankError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            BankError::Parse { source, .. } => Some(source),
            _ => None,
        }
    }
}

#[derive(Debug, Default)]
struct Account {
    balance: Cents,
    history: Vec<Entry>,
    frozen: Option<Rc<str>>,
}

#[derive(Debug, Clone, Copy)]
enum Entry {
    In(Cents),
    Out(Cents),
}

#[derive(Default)]
struct Bank {
    accounts: BTreeMap<String, Account>,
}

impl Bank {
    fn account(&mut self, who: &str) -> Result<&mut Account, BankError> {
        match self.accounts.get_mut(who) {
            Some(Account { frozen: Some(why), .. }) => Err(BankError::Frozen(Rc::clone(why))),
            Some(account) => Ok(account),
            None => Err(BankError::NoAccount(who.to_string())),
        }
    }

    fn withdraw(&mut self, who: &str, amount: Cents) -> Result<Cents, BankError> {
        let account = self.account(who)?;
        let available = account.balance;
        account.balance = available.checked_sub(amount).ok_or(BankError::Insufficient { needed: amount, available })?;
        account.history.push(Entry::Out(amount));
        Ok(account.balance)
    }

    fn deposit(&mut self, who: &str, amount: Cents) -> Result<Cents, BankError> {
        let account = self.account(who)?;
        account.balance += amount;
        account.history.push(Entry::In(amount));
        Ok(account.balance)
    }

    fn execute(&mut self, number: usize, line: &str) -> Result<Option<String>, BankError> {
        let money = |text: &str| text.parse::<Cents>().map_err(|source| BankError::Parse { line: number, source });
        let words: Vec<_> = line.split_ascii_whitespace().collect();
        Ok(Some(match words[..] {
            [] | ["#", ..] => return Ok(None),
            ["open", who] => {
                let new = self.accounts.insert(who.to_owned(), Account::default()).is_none();
                format!("{} {who}", if new { "opened" } else { "reopened" })
            }
            ["deposit", who, amount] => self.deposit(who, money(amount)?)?.to_string(),
            ["withdraw", amount, "from", who] => self.withdraw(who, money(amount)?)?.to_string(),
            ["move", amount, from, "->", to] => {
                let amount = money(amount)?;
                self.account(to)?;
                self.withdraw(from, amount)?;
                self.deposit(to, amount)?;
                format!("moved {amount}")
            }
            ["freeze", who, ref why @ ..] => {
                self.account(who)?.frozen = Some(why.join(" ").into());
                "brrr".into()
            }
            [first, ..] => return Err(BankError::Syntax(number, first.into())),
        }))
    }
}

fn report(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text += &format!("\n      because {cause}");
        source = cause.source();
    }
    text
}

const SCRIPT: &str = "
# a day at the bank
open ann
open bob
deposit ann $1_234_567.89
withdraw 0.90 from ann
deposit bob 5
move 1000.00 ann -> bob
move 99999.00 bob -> ann
move 1.00 ann -> cid
deposit bob 12.5
deposit bob twelve
deposit bob 99999999999999999999
deposit bob .50
freeze bob tax office asks
deposit bob 1
steal everything
";

fn main() -> Result<(), Box<dyn Error>> {
    let mut bank = Bank::default();
    let mut failures = 0;
    for (i, line) in SCRIPT.lines().enumerate().skip_while(|(_, l)| l.is_empty()) {
        match bank.execute(i, line) {
            Ok(Some(answer)) => println!("{line:<28} {answer}"),
            Ok(None) => println!("{}", line.trim_start_matches(['#', ' '])),
            Err(e) => {
                failures += 1;
                println!("{line:<28} {}", report(&e));
            }
        }
    }
    println!("{failures} failures");
    for (who, Account { balance, history, frozen }) in &bank.accounts {
        let (ins, outs): (Vec<&Entry>, Vec<_>) = history.iter().partition(|e| matches!(e, Entry::In(_)));
        println!("{who} |{balance:>16}| {}/{} {:?}", ins.len(), outs.len(), frozen.as_deref());
    }
    let total: Cents = bank.accounts.values().map(|a| &a.balance).sum();
    println!("{total} + {} interest", total.interest(125));
    println!("{:?}", "x".parse::<Cents>().unwrap_err());
    let mut rest = Cents::new(500);
    rest -= "2.50".parse()?;
    println!("{rest:?}");
    Err(Box::new(bank.withdraw("dan", rest).unwrap_err()))
}
