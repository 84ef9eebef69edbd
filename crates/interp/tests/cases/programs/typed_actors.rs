// Actors with tokio: a generic Actor trait, typed messages with replies, supervision.
use std::collections::HashMap;
use std::fmt::Debug;
use std::future::Future;
use std::marker::PhantomData;
use tokio::sync::{mpsc, oneshot};
use tokio::task::{JoinError, JoinHandle};

pub trait Message: Send + 'static {
    type Reply: Send + 'static;
}
pub trait Actor: Send + Sized + 'static {
    const MAILBOX: usize = 8;
    fn started(&mut self) -> impl Future<Output = ()> + Send {
        async {}
    }
    fn stopped(self) -> impl Future<Output = ()> + Send {
        async move { drop(self) }
    }
}
pub trait Handler<M: Message>: Actor {
    fn handle(&mut self, msg: M) -> impl Future<Output = M::Reply> + Send;
}

trait Envelope<A>: Send {
    fn run<'a>(self: Box<Self>, actor: &'a mut A) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send + 'a>>;
}
struct Packed<M: Message> {
    msg: M,
    reply: Option<oneshot::Sender<M::Reply>>,
}
impl<A: Handler<M>, M: Message> Envelope<A> for Packed<M> {
    fn run<'a>(self: Box<Self>, actor: &'a mut A) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send + 'a>> {
        Box::pin(async move {
            let Packed { msg, reply } = *self;
            let out = actor.handle(msg).await;
            if let Some(tx) = reply {
                let _ = tx.send(out);
            }
        })
    }
}
pub struct Addr<A: Actor> {
    tx: mpsc::Sender<Box<dyn Envelope<A>>>,
    _a: PhantomData<A>,
}
impl<A: Actor> Clone for Addr<A> {
    fn clone(&self) -> Self {
        Addr { tx: self.tx.clone(), _a: PhantomData }
    }
}
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    #[error("mailbox closed")]
    Closed,
    #[error("no reply: {0}")]
    NoReply(#[from] oneshot::error::RecvError),
}
impl<A: Actor> Addr<A> {
    pub async fn ask<M: Message>(&self, msg: M) -> Result<M::Reply, AskError>
    where
        A: Handler<M>,
    {
        let (tx, rx) = oneshot::channel();
        self.tx.send(Box::new(Packed { msg, reply: Some(tx) })).await.map_err(|_| AskError::Closed)?;
        Ok(rx.await?)
    }
    pub fn tell<M: Message>(&self, msg: M) -> bool
    where
        A: Handler<M>,
    {
        self.tx.try_send(Box::new(Packed { msg, reply: None })).is_ok()
    }
}
fn start<A: Actor>(mut actor: A) -> (Addr<A>, JoinHandle<()>) {
    let (tx, mut rx) = mpsc::channel::<Box<dyn Envelope<A>>>(A::MAILBOX);
    let h = tokio::spawn(async move {
        actor.started().await;
        while let Some(env) = rx.recv().await {
            env.run(&mut actor).await;
        }
        actor.stopped().await;
    });
    (Addr { tx, _a: PhantomData }, h)
}
#[derive(Debug, Clone, PartialEq)]
pub enum BankError {
    Insufficient { need: u64, have: u64 },
    NoAccount(String),
}
impl std::fmt::Display for BankError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Insufficient { need, have } => write!(f, "need {need}, have {have}"),
            Self::NoAccount(n) => write!(f, "no account {n:?}"),
        }
    }
}
struct Deposit(String, u64);
struct Withdraw {
    from: String,
    amount: u64,
}
struct Transfer<'s> {
    from: &'s str,
    to: &'s str,
    amount: u64,
}
struct Total;
struct Crash;
macro_rules! messages { ($($t:ty => $r:ty),+ $(,)?) => { $(impl Message for $t { type Reply = $r; })+ }; }
messages! { Deposit => u64, Withdraw => Result<u64, BankError>, Transfer<'static> => Result<(), BankError>, Total => u64, Crash => (), }
#[derive(Default)]
struct Bank {
    accounts: HashMap<String, u64>,
    ops: usize,
}
impl Actor for Bank {
    const MAILBOX: usize = 2;
    async fn started(&mut self) {
        println!("bank opens");
    }
    async fn stopped(self) {
        println!("bank closes after {} ops with {} accounts", self.ops, self.accounts.len());
    }
}
impl Handler<Deposit> for Bank {
    async fn handle(&mut self, Deposit(name, n): Deposit) -> u64 {
        self.ops += 1;
        *self.accounts.entry(name).and_modify(|b| *b += n).or_insert(n)
    }
}
impl Handler<Withdraw> for Bank {
    async fn handle(&mut self, w: Withdraw) -> Result<u64, BankError> {
        self.ops += 1;
        tokio::task::yield_now().await;
        let b = self.accounts.get_mut(&w.from).ok_or_else(|| BankError::NoAccount(w.from.clone()))?;
        *b = b.checked_sub(w.amount).ok_or(BankError::Insufficient { need: w.amount, have: *b })?;
        Ok(*b)
    }
}
impl Handler<Transfer<'static>> for Bank {
    async fn handle(&mut self, t: Transfer<'static>) -> Result<(), BankError> {
        if !self.accounts.contains_key(t.to) {
            return Err(BankError::NoAccount(t.to.into()));
        }
        self.handle(Withdraw { from: t.from.to_string(), amount: t.amount }).await?;
        self.handle(Deposit(t.to.to_owned(), t.amount)).await;
        Ok(())
    }
}
impl Handler<Total> for Bank {
    async fn handle(&mut self, _: Total) -> u64 {
        self.accounts.values().sum()
    }
}
impl Handler<Crash> for Bank {
    async fn handle(&mut self, _: Crash) {
        panic!("bank robbed after {} ops", self.ops)
    }
}
fn report<T: Debug, E: std::fmt::Display>(what: &str, r: Result<T, E>) {
    match r {
        Ok(v) => println!("{what}: {v:?}"),
        Err(e) => println!("{what}: error: {e}"),
    }
}
fn why(e: JoinError) -> String {
    if e.is_panic() {
        match e.into_panic().downcast::<String>() {
            Ok(s) => *s,
            Err(_) => "?".into(),
        }
    } else {
        "cancelled".into()
    }
}
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (bank, task) = start(Bank::default());
    println!("{:?}", bank.ask(Deposit("ann".into(), 50)).await.unwrap());
    println!("{:?}", bank.ask(Deposit("bob".into(), 5)).await.unwrap());
    report("withdraw", bank.ask(Withdraw { from: "ann".into(), amount: 70 }).await.unwrap());
    report("transfer", bank.ask(Transfer { from: "ann", to: "bob", amount: 20 }).await.unwrap());
    report("transfer", bank.ask(Transfer { from: "ann", to: "eve", amount: 20 }).await.unwrap());
    let told: Vec<bool> = (0..4).map(|i| bank.tell(Deposit(format!("n{i}"), i))).collect();
    println!("{told:?} total {}", bank.ask(Total).await.unwrap());
    let clones = futures::future::join_all((1..=3).map(|i| {
        let b = bank.clone();
        async move { b.ask(Deposit("pool".into(), i)).await.unwrap() }
    }))
    .await;
    println!("{clones:?}");
    drop(bank);
    task.await.unwrap();
    let (bank, task) = start(Bank { ops: 7, ..Default::default() });
    report("crash", bank.ask(Crash).await);
    println!("{}", why(task.await.unwrap_err()));
    report("after", bank.ask(Total).await);
    println!("{}", bank.tell(Total));
    let (_idle, task) = start(Bank::default());
    tokio::task::yield_now().await;
    task.abort();
    println!("{}", why(task.await.unwrap_err()));
}
