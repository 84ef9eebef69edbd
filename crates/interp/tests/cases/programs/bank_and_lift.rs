// A bank, an inventory and an elevator: long-form simulation with traits objects, serde and a PRNG
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

#[derive(Debug, Clone, Serialize, Deserialize, PartialEq)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Entry {
    Deposit {
        account: String,
        amount: u64,
    },
    Withdraw {
        account: String,
        amount: u64,
        #[serde(default)]
        fee: u64,
    },
    Transfer {
        from: String,
        to: String,
        amount: u64,
        #[serde(skip_serializing_if = "Option::is_none")]
        memo: Option<String>,
    },
    #[serde(rename = "CLOSE")]
    Close(Closing),
}
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Closing {
    account: String,
    closing_reason: Reason,
}
#[derive(Debug, Clone, Copy, Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "UPPERCASE")]
enum Reason {
    Fraud,
    Request,
}

#[derive(Debug, thiserror::Error, PartialEq)]
enum BankError {
    #[error("no account {0}")]
    NoAccount(String),
    #[error("{account} has {balance}, needs {needed}")]
    Insufficient { account: String, balance: u64, needed: u64 },
    #[error("overflow")]
    Overflow,
}
#[derive(Default, Debug, Serialize)]
struct Bank {
    accounts: BTreeMap<String, u64>,
    #[serde(skip)]
    journal: Vec<Entry>,
    closed: BTreeSet<Reason>,
}
impl Bank {
    fn balance(&mut self, name: &str) -> Result<&mut u64, BankError> {
        self.accounts.get_mut(name).ok_or_else(|| BankError::NoAccount(name.to_string()))
    }
    fn apply(&mut self, e: &Entry) -> Result<u64, BankError> {
        let out = match e {
            Entry::Deposit { account, amount } => {
                let b = self.accounts.entry(account.clone()).or_default();
                *b = b.checked_add(*amount).ok_or(BankError::Overflow)?;
                *b
            }
            Entry::Withdraw { account, amount, fee } => {
                let needed = amount + fee;
                match self.balance(account)? {
                    b if *b >= needed => {
                        *b -= needed;
                        *b
                    }
                    &mut balance => {
                        return Err(BankError::Insufficient { account: account.clone(), balance, needed });
                    }
                }
            }
            Entry::Transfer { from, to, amount, .. } => {
                self.balance(to)?;
                self.apply(&Entry::Withdraw { account: from.clone(), amount: *amount, fee: 1 })?;
                self.apply(&Entry::Deposit { account: to.clone(), amount: *amount })?
            }
            Entry::Close(Closing { account, closing_reason }) => {
                self.closed.insert(*closing_reason);
                self.accounts.remove(account).ok_or(BankError::NoAccount(account.into()))?
            }
        };
        self.journal.push(e.clone());
        Ok(out)
    }
}
#[derive(Debug, Clone)]
struct Lcg(u32);
impl Iterator for Lcg {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        self.0 = self.0.wrapping_mul(1664525).wrapping_add(1013904223);
        Some(self.0 >> 16)
    }
}

trait Agent: fmt::Debug {
    fn act(&mut self, tick: u32, world: &mut World) -> Action;
    fn boxed(self) -> Box<dyn Agent>
    where
        Self: Sized + 'static,
    {
        Box::new(self)
    }
}
#[derive(Debug, PartialEq, Eq, Clone, Copy, Hash, PartialOrd, Ord)]
enum Action {
    Board(u8),
    Wait,
    Leave,
}
#[derive(Debug, Default)]
struct World {
    floor: u8,
    queue: VecDeque<(u8, u8)>,
    served: u32,
    log: Vec<String>,
}
#[derive(Debug)]
struct Lift {
    riders: Vec<u8>,
    up: bool,
}
#[derive(Debug)]
struct Crowd {
    rng: std::iter::Take<Lcg>,
    floors: u8,
}
impl Agent for Lift {
    fn act(&mut self, tick: u32, world: &mut World) -> Action {
        let before = self.riders.len();
        self.riders.retain(|f| *f != world.floor);
        let left = before - self.riders.len();
        world.served += left as u32;
        let (here, rest): (VecDeque<_>, VecDeque<_>) =
            std::mem::take(&mut world.queue).into_iter().partition(|&(at, _)| at == world.floor);
        world.queue = rest;
        self.riders.extend(here.iter().map(|&(_, to)| to));
        if left + here.len() > 0 {
            world.log.push(format!("t{tick:02} f{} -{left} +{}", world.floor, here.len()));
        }
        match (world.floor, self.up) {
            (0, false) => self.up = true,
            (4, true) => self.up = false,
            _ => {}
        }
        world.floor = if self.up { world.floor + 1 } else { world.floor - 1 };
        if self.riders.is_empty() && world.queue.is_empty() {
            Action::Wait
        } else {
            Action::Board(self.riders.len() as u8)
        }
    }
}
impl Agent for Crowd {
    fn act(&mut self, _: u32, world: &mut World) -> Action {
        let (Some(a), Some(b)) = (self.rng.next(), self.rng.next()) else { return Action::Leave };
        let (from, to) = (a as u8 % self.floors, b as u8 % self.floors);
        if from == to {
            return Action::Wait;
        }
        world.queue.push_back((from, to));
        Action::Board(from)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"[
        {"type": "deposit", "account": "ann", "amount": 100},
        {"type": "deposit", "account": "bob", "amount": 5},
        {"type": "withdraw", "account": "ann", "amount": 30},
        {"type": "transfer", "from": "ann", "to": "bob", "amount": 60, "memo": "rent \u00e9"},
        {"type": "transfer", "from": "ann", "to": "bob", "amount": 60},
        {"type": "withdraw", "account": "cy", "amount": 1},
        {"type": "deposit", "account": "bob", "amount": 18446744073709551615},
        {"type": "CLOSE", "account": "ann", "closingReason": "REQUEST"}
    ]"#;
    let entries: Vec<Entry> = serde_json::from_str(text)?;
    let mut bank = Bank::default();
    for e in &entries {
        match bank.apply(e) {
            Ok(b) => println!("ok {b}"),
            Err(err) => println!("error: {err}"),
        }
    }
    println!("{}", serde_json::to_string(&bank)?);
    println!("{}", serde_json::to_string(&bank.journal[3..])?);
    println!("{}", serde_json::to_string_pretty(&entries[7])?);
    for bad in [
        r#"{"type":"CLOSE","account":"a","closingReason":"BORED"}"#,
        r#"{"type":"steal"}"#,
        r#"{"type":"deposit","account":"a"}"#,
    ] {
        println!("{}", serde_json::from_str::<Entry>(bad).unwrap_err());
    }
    let v: Value = json!({ "n": 1, "list": [1, 2.5, null, "x"], "deep": { "a": bank.accounts } });
    println!(
        "{} {} {:?} {:?}",
        v["list"][1],
        v["deep"]["a"]["bob"],
        v.pointer("/list/3").and_then(Value::as_str),
        v["nope"].is_null()
    );
    println!("{}", v);

    let mut world = World::default();
    let mut agents: Vec<Box<dyn Agent>> =
        vec![Crowd { rng: Lcg(7).take(16), floors: 5 }.boxed(), Lift { riders: vec![], up: true }.boxed()];
    let mut tally = BTreeMap::<Action, usize>::new();
    let mut tick = 0;
    let ticks = loop {
        tick += 1;
        let actions: Vec<Action> = agents.iter_mut().map(|a| a.act(tick, &mut world)).collect();
        for a in &actions {
            *tally.entry(*a).or_insert(0) += 1;
        }
        if actions[..] == [Action::Leave, Action::Wait] {
            break tick;
        }
    };
    println!("{ticks} ticks, served {}, {tally:?}", world.served);
    for chunk in world.log.chunks(4) {
        println!("{}", chunk.join(" | "));
    }
    println!("{:?}", agents.last().unwrap());
    Ok(())
}
