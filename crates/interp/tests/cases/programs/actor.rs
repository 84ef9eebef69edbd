// Actors with handles, as in the well-known article: messages that carry a oneshot, supervision and shutdown by dropping.
use anyhow::{anyhow, bail, ensure, Context as _, Result};
use async_trait::async_trait;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

#[async_trait]
trait Actor: Send + 'static {
    type Message: Send + Debug;
    async fn handle(&mut self, message: Self::Message) -> Result<()>;
    async fn stopped(self) where Self: Sized {}
    fn name(&self) -> String { std::any::type_name::<Self>().rsplit("::").next().unwrap_or_default().to_string() }
}

#[derive(Debug)]
struct Handle<M> { sender: mpsc::Sender<M> }
impl<M> Clone for Handle<M> { fn clone(&self) -> Self { Self { sender: self.sender.clone() } } }
impl<M: Send + Debug> Handle<M> {
    fn start<A: Actor<Message = M>>(mut actor: A) -> (Self, JoinHandle<Result<u32>>) where M: 'static {
        let (sender, mut inbox) = mpsc::channel(8);
        let task = tokio::spawn(async move {
            let mut handled = 0;
            while let Some(message) = inbox.recv().await {
                let text = format!("{message:?}");
                actor.handle(message).await.with_context(|| format!("{} could not handle {text}", actor.name()))?;
                handled += 1;
            }
            actor.stopped().await;
            Ok(handled)
        });
        (Handle { sender }, task)
    }
    async fn ask<T>(&self, make: impl FnOnce(oneshot::Sender<T>) -> M) -> Result<T> {
        let (tx, rx) = oneshot::channel();
        self.sender.send(make(tx)).await.map_err(|_| anyhow!("the actor has ended"))?;
        rx.await.context("no answer")
    }
}

#[derive(Debug)]
enum BankMessage {
    Open { owner: String },
    Move { from: u64, to: u64, amount: u32, reply: oneshot::Sender<Result<()>> },
    Balance(u64, oneshot::Sender<Option<i64>>),
    Crash,
}
#[derive(Default)]
struct Bank { accounts: BTreeMap<u64, (String, i64)>, next: u64 }

impl Bank {
    fn transfer(&mut self, from: u64, to: u64, amount: i64) -> Result<()> {
        ensure!(from != to, "an account cannot pay itself");
        let (_, source) = self.accounts.get(&from).with_context(|| format!("no account {from}"))?;
        if *source < amount { bail!("{} of {amount} missing", amount - source); }
        let target = self.accounts.get_mut(&to).ok_or_else(|| anyhow!("no account {to}"))?;
        target.1 += amount;
        self.accounts.entry(from).and_modify(|a| a.1 -= amount);
        Ok(())
    }
}

#[async_trait]
impl Actor for Bank {
    type Message = BankMessage;
    async fn handle(&mut self, message: BankMessage) -> Result<()> {
        match message {
            BankMessage::Open { owner } => { self.accounts.insert(self.next, (owner, 100)); self.next += 1; }
            BankMessage::Move { from, to, amount, reply } => { reply.send(self.transfer(from, to, amount.into())).ok(); }
            BankMessage::Balance(id, reply) => { let _ = reply.send(self.accounts.get(&id).map(|&(_, b)| b)); }
            BankMessage::Crash => Err(std::io::Error::new(std::io::ErrorKind::Other, "disk on fire")).context("flush")?,
        }
        Ok(())
    }
    async fn stopped(self) {
        let total: i64 = self.accounts.values().map(|(_, b)| b).sum();
        println!("closed with {total} of {:?}", self.accounts.into_values().map(|(o, _)| o).collect::<Vec<_>>());
    }
}

#[derive(Default)]
struct Echo { heard: HashMap<String, usize> }
#[async_trait]
impl Actor for Echo {
    type Message = (String, Option<oneshot::Sender<usize>>);
    async fn handle(&mut self, (word, reply): Self::Message) -> Result<()> {
        let n = self.heard.entry(word).and_modify(|n| *n += 1).or_insert(1);
        if let Some(reply) = reply { let _ = reply.send(*n); }
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let (bank, task) = Handle::start(Bank::default());
    for owner in ["ann", "bob"] { bank.sender.send(BankMessage::Open { owner: owner.to_owned() }).await?; }
    let pay = |from, to, amount| { let bank = bank.clone(); async move { bank.ask(|reply| BankMessage::Move { from, to, amount, reply }).await? } };
    for (from, to, amount) in [(0, 1, 30), (0, 0, 1), (0, 1, 71), (7, 0, 1), (1, 9, 5)] {
        match pay(from, to, amount).await { Ok(()) => println!("moved {amount}"), Err(e) => println!("refused: {e:#}") }
    }
    println!("{:?} {:?}", bank.ask(|r| BankMessage::Balance(0, r)).await?, bank.ask(|r| BankMessage::Balance(5, r)).await?);
    drop(pay);
    drop(bank);
    println!("handled {}", task.await??);

    let (bank, task) = Handle::start(Bank::default());
    bank.sender.send(BankMessage::Crash).await?;
    let error = task.await?.unwrap_err();
    println!("{error:#}\n{error:?}");
    println!("{:?} {}", error.downcast_ref::<std::io::Error>().map(|e| e.kind()), error.chain().count());
    println!("{}", bank.ask(|r| BankMessage::Balance(0, r)).await.unwrap_err());

    let (echo, task) = Handle::start(Echo::default());
    echo.sender.send(("hi".into(), None)).await?;
    println!("{} {}", echo.ask(|r| ("hi".into(), Some(r))).await?, echo.ask(|r| ("ho".to_string(), Some(r))).await?);
    drop(echo);
    println!("{:?}", task.await?.ok());
    Ok(())
}
