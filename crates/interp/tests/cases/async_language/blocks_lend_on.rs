//! Blocks and closures that take references along by lending on what these lead to, so that they may be given back.
use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

#[derive(Debug, Clone)]
struct Account(u32);

fn amount(of: &Account) -> u32 {
    of.0
}

fn same<T>(_: &T, _: &T) -> bool {
    true
}

async fn later(of: &Account) -> u32 {
    of.0 * 10
}

trait Worth: Sync {
    fn worth(&self) -> u32;

    fn twice(&self) -> impl Future<Output = u32> + Send
    where
        Self: Sized,
    {
        async { self.worth() * 2 }
    }

    fn boxed(&self) -> Pin<Box<dyn Future<Output = u32> + Send + '_>> {
        Box::pin(async { self.worth() + 1 })
    }
}

impl Worth for Account {
    fn worth(&self) -> u32 {
        self.0
    }
}

trait Taken {
    fn taken(self) -> u32;
}

impl Taken for &Account {
    fn taken(self) -> u32 {
        self.0 + 7
    }
}

struct View<'a> {
    of: &'a Account,
}

struct Wrapped<'a>(&'a Account);

impl Account {
    fn is_like(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

fn called<'a>(of: &'a Account, other: &'a Account) -> impl Future<Output = u32> + 'a {
    async {
        let typed: &Account = of;
        let trait_object: &dyn Worth = other;
        amount(of) + later(other).await + Account::worth(typed) + trait_object.worth()
    }
}

fn built<'a>(of: &'a Account) -> impl Future<Output = u32> + 'a {
    async { View { of }.of.0 + Wrapped(of).0.0 + of.taken() }
}

fn compared<'a>(of: &'a Account, other: &'a Account) -> impl Fn() -> bool + 'a {
    || same(of, other) && of.is_like(other)
}

fn pushed<'a>(of: &'a Account) -> impl Fn() -> usize + 'a {
    || {
        let mut all: Vec<&Account> = Vec::new();
        all.push(of);
        all.len() + (|| amount(of))() as usize
    }
}

fn generic<'a, T: Debug + Worth>(of: &'a T) -> impl Future<Output = String> + 'a {
    async { format!("{:?} {}", of.worth(), of.twice().await) }
}

#[tokio::main]
async fn main() {
    let (a, b) = (Account(1), Account(2));
    println!("{} {}", a.twice().await, b.boxed().await);
    println!("{} {}", called(&a, &b).await, built(&a).await);
    println!("{} {}", compared(&a, &b)(), pushed(&b)());
    println!("{}", generic(&b).await);
}
