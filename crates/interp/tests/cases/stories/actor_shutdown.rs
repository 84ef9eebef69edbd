// Actors with handles, and a shutdown that waits for all of them.
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

struct Account { receiver: mpsc::Receiver<Message>, balance: i64, log: Vec<String> }
enum Message {
    Deposit(i64),
    Withdraw { amount: i64, reply: oneshot::Sender<Result<i64, AccountError>> },
    Balance { reply: oneshot::Sender<i64> },
}
#[derive(Debug, thiserror::Error, PartialEq)]
enum AccountError {
    #[error("insufficient funds: {available} < {wanted}")]
    Insufficient { available: i64, wanted: i64 },
    #[error("the account is closed")]
    Closed,
}
impl Account {
    fn handle(&mut self, message: Message) {
        match message {
            Message::Deposit(amount) => { self.balance += amount; self.log.push(format!("+{amount}")); }
            Message::Withdraw { amount, reply } if amount > self.balance => {
                let _ = reply.send(Err(AccountError::Insufficient { available: self.balance, wanted: amount }));
            }
            Message::Withdraw { amount, reply } => { self.balance -= amount; self.log.push(format!("-{amount}")); let _ = reply.send(Ok(self.balance)); }
            Message::Balance { reply } => { let _ = reply.send(self.balance); }
        }
    }
}
async fn run(mut account: Account, token: CancellationToken) -> Vec<String> {
    loop {
        tokio::select! {
            biased;
            _ = token.cancelled() => { account.receiver.close(); while let Some(message) = account.receiver.recv().await { account.handle(message); } break; }
            Some(message) = account.receiver.recv() => account.handle(message),
            else => break,
        }
    }
    account.log
}
#[derive(Clone)]
struct Handle { sender: mpsc::Sender<Message> }
impl Handle {
    fn new(tracker: &TaskTracker, token: CancellationToken) -> (Self, tokio::task::JoinHandle<Vec<String>>) {
        let (sender, receiver) = mpsc::channel(8);
        let task = tracker.spawn(run(Account { receiver, balance: 0, log: vec![] }, token));
        (Self { sender }, task)
    }
    async fn deposit(&self, amount: i64) -> Result<(), AccountError> { self.sender.send(Message::Deposit(amount)).await.map_err(|_| AccountError::Closed) }
    async fn withdraw(&self, amount: i64) -> Result<i64, AccountError> {
        let (reply, answer) = oneshot::channel();
        self.sender.send(Message::Withdraw { amount, reply }).await.map_err(|_| AccountError::Closed)?;
        answer.await.map_err(|_| AccountError::Closed)?
    }
    async fn balance(&self) -> Option<i64> {
        let (reply, answer) = oneshot::channel();
        self.sender.send(Message::Balance { reply }).await.ok()?;
        answer.await.ok()
    }
}

#[tokio::main]
async fn main() -> Result<(), AccountError> {
    let (tracker, token) = (TaskTracker::new(), CancellationToken::new());
    let (account, task) = Handle::new(&tracker, token.child_token());
    account.deposit(100).await?;
    println!("{:?}", account.withdraw(30).await);
    match account.withdraw(300).await { Err(e @ AccountError::Insufficient { .. }) => println!("{e}"), other => println!("{other:?}") }
    println!("{:?}", account.balance().await);

    let (state, mut seen) = watch::channel("running");
    for id in 0..2 {
        let token = token.clone();
        let mut seen = seen.clone();
        tracker.spawn(async move {
            let mut ticks = tokio::time::interval(Duration::from_millis(10));
            let mut count = 0;
            loop {
                tokio::select! {
                    _ = token.cancelled() => break,
                    _ = ticks.tick() => count += 1,
                    Ok(()) = seen.changed() => {}
                }
            }
            assert!(count > 0, "worker {id} never ran");
        });
    }
    tokio::time::sleep(Duration::from_millis(25)).await;
    state.send_replace("stopping");
    println!("{:?} {}", seen.changed().await.is_ok(), *seen.borrow_and_update());
    account.deposit(1).await?;
    token.cancel();
    tracker.close();
    tracker.wait().await;
    println!("{} {:?}", tracker.len(), task.await.unwrap());
    println!("{:?} {:?}", account.deposit(5).await, account.balance().await);
    account.withdraw(1).await?;
    Ok(())
}
