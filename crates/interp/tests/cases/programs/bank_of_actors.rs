//! Async actor bank with tokio: sagas, retries, timeouts and an event journal. Written as for a blog post.
use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::future::Future;
use std::ops::{AddAssign, Deref};
use std::pin::Pin;
use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicU64, Ordering},
};
use std::time::Duration;
use tokio::sync::{Mutex, RwLock, mpsc, oneshot, watch};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{Instant, error::Elapsed, sleep, timeout};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Cents(i64);
impl Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}${}.{:02}", if self.0 < 0 { "-" } else { "" }, self.0.abs() / 100, self.0.abs() % 100)
    }
}
impl AddAssign for Cents {
    fn add_assign(&mut self, rhs: Self) {
        self.0 += rhs.0
    }
}
impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Cents(0), |mut a, b| {
            a += b;
            a
        })
    }
}
impl std::ops::Neg for Cents {
    type Output = Cents;
    fn neg(self) -> Cents {
        Cents(-self.0)
    }
}

#[derive(Debug, thiserror::Error)]
enum BankError {
    #[error("insufficient funds: have {have}, need {need}")]
    Insufficient { have: Cents, need: Cents },
    #[error("account {0} is frozen")]
    Frozen(&'static str),
    #[error("actor gone")]
    Gone,
    #[error("timed out")]
    Slow(#[from] Elapsed),
    #[error("step {step} failed")]
    Saga {
        step: &'static str,
        #[source]
        cause: Box<BankError>,
    },
}
impl From<oneshot::error::RecvError> for BankError {
    fn from(_: oneshot::error::RecvError) -> Self {
        BankError::Gone
    }
}
type Reply<T> = oneshot::Sender<Result<T, BankError>>;
enum Msg {
    Apply(Cents, Reply<Cents>),
    Peek(Reply<Cents>),
    Freeze(bool),
    Stall(Duration),
}
#[derive(Clone)]
struct Account {
    name: &'static str,
    tx: mpsc::UnboundedSender<Msg>,
}
impl Account {
    fn open(name: &'static str, start: Cents, journal: Journal) -> (Self, JoinHandle<Cents>) {
        let (tx, mut rx) = mpsc::unbounded_channel();
        let task = tokio::spawn(async move {
            let (mut balance, mut frozen) = (start, false);
            while let Some(msg) = rx.recv().await {
                match msg {
                    Msg::Apply(_, reply) if frozen => _ = reply.send(Err(BankError::Frozen(name))),
                    Msg::Apply(Cents(n), reply) if balance.0 + n < 0 => {
                        _ = reply.send(Err(BankError::Insufficient { have: balance, need: Cents(-n) }))
                    }
                    Msg::Apply(delta, reply) => {
                        balance += delta;
                        journal.note(name, delta).await;
                        let _ = reply.send(Ok(balance));
                    }
                    Msg::Peek(reply) => {
                        reply.send(Ok(balance)).ok();
                    }
                    Msg::Freeze(on) => frozen = on,
                    Msg::Stall(d) => sleep(d).await,
                }
            }
            balance
        });
        (Account { name, tx }, task)
    }
    async fn ask<T>(&self, make: impl FnOnce(Reply<T>) -> Msg) -> Result<T, BankError> {
        let (tx, rx) = oneshot::channel();
        self.tx.send(make(tx)).map_err(|_| BankError::Gone)?;
        timeout(Duration::from_millis(100), rx).await??
    }
    async fn apply(&self, delta: Cents) -> Result<Cents, BankError> {
        self.ask(|r| Msg::Apply(delta, r)).await
    }
}
#[derive(Clone, Default)]
struct Journal(Arc<Inner>);
#[derive(Default)]
struct Inner {
    entries: Mutex<Vec<(u64, &'static str, Cents)>>,
    seq: AtomicU64,
    started: OnceLock<Instant>,
}
impl Deref for Journal {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}
impl Journal {
    async fn note(&self, who: &'static str, delta: Cents) {
        let seq = self.seq.fetch_add(1, Ordering::Relaxed);
        self.started.get_or_init(Instant::now);
        self.entries.lock().await.push((seq, who, delta));
    }
}
type Step<'a> = (
    &'static str,
    Pin<Box<dyn Future<Output = Result<Cents, BankError>> + Send + 'a>>,
    Box<dyn FnOnce() -> Pin<Box<dyn Future<Output = ()> + Send + 'a>> + Send + 'a>,
);
async fn saga(steps: Vec<Step<'_>>) -> Result<Vec<Cents>, BankError> {
    let mut undo = Vec::new();
    let mut done = Vec::new();
    for (step, run, back) in steps {
        match run.await {
            Ok(v) => {
                done.push(v);
                undo.push(back)
            }
            Err(cause) => {
                while let Some(back) = undo.pop() {
                    back().await;
                }
                return Err(BankError::Saga { step, cause: cause.into() });
            }
        }
    }
    Ok(done)
}
async fn transfer(from: &Account, to: &Account, amount: Cents) -> Result<Vec<Cents>, BankError> {
    saga(vec![
        (
            "debit",
            Box::pin(from.apply(-amount)),
            Box::new(move || {
                Box::pin(async move {
                    from.apply(amount).await.expect("refund");
                })
            }),
        ),
        ("credit", Box::pin(to.apply(amount)), Box::new(|| Box::pin(async {}))),
    ])
    .await
}
async fn retry<T, E: Display, F, Fut>(mut tries: u32, mut op: F) -> Result<T, (u32, E)>
where
    F: FnMut(u32) -> Fut,
    Fut: Future<Output = Result<T, E>>,
{
    let mut attempt = 0;
    loop {
        attempt += 1;
        tries -= 1;
        match op(attempt).await {
            Ok(v) => return Ok(v),
            Err(e) if tries == 0 => return Err((attempt, e)),
            Err(_) => sleep(Duration::from_millis(10 << attempt)).await,
        }
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let journal = Journal::default();
    let mut tasks = BTreeMap::new();
    let mut open = |name, cents| {
        let (a, t) = Account::open(name, Cents(cents), journal.clone());
        tasks.insert(name, t);
        a
    };
    let (ann, bob, cy) = (open("ann", 10_000), open("bob", 50), open("cy", 0));
    println!(
        "{:?}",
        transfer(&ann, &bob, Cents(2_550)).await?.iter().map(Cents::to_string).collect::<Vec<_>>()
    );
    let e = transfer(&bob, &ann, Cents(99_999)).await.unwrap_err();
    println!("{e}: {}", std::error::Error::source(&e).unwrap());
    cy.tx.send(Msg::Freeze(true)).ok();
    match transfer(&ann, &cy, Cents(100)).await {
        Err(BankError::Saga { step, cause }) => println!("{step}: {cause}"),
        other => println!("{other:?}"),
    }
    println!("{}", ann.ask(Msg::Peek).await?);
    bob.tx.send(Msg::Stall(Duration::from_secs(1))).ok();
    let before = Instant::now();
    println!("{:?} after {:?}", bob.apply(Cents(1)).await.map_err(|e| e.to_string()), before.elapsed());
    let r = retry(6, |n| {
        let bob = bob.clone();
        async move { bob.apply(Cents(1)).await.map(|c| (n, c)) }
    })
    .await;
    println!(
        "{:?} {:?}",
        r.map_err(|(n, e)| format!("{n} {e}")),
        before.elapsed() > Duration::from_millis(900)
    );
    let r: Result<(), _> = retry(3, |n| async move { Err(format!("no {n}")) }).await;
    println!("{r:?}");
    cy.tx.send(Msg::Freeze(false)).ok();
    let mut set = JoinSet::new();
    for i in 1..=5u64 {
        let (ann, cy) = (ann.clone(), cy.clone());
        set.spawn(async move {
            sleep(Duration::from_millis(100 - i * 10)).await;
            transfer(&ann, &cy, Cents(i as i64 * 100)).await.map(|v| (i, v[1]))
        });
    }
    while let Some(res) = set.join_next().await {
        let (i, c) = res??;
        print!("{i}:{c} ");
    }
    println!();
    let state = Arc::new(RwLock::new(0u32));
    let (tx, mut rx) = watch::channel("idle");
    let watcher = {
        let state = state.clone();
        tokio::spawn(async move {
            let mut seen = vec![];
            while rx.changed().await.is_ok() {
                seen.push(*rx.borrow_and_update());
                *state.write().await += 1;
            }
            seen
        })
    };
    for s in ["starting", "running", "stopping"] {
        tx.send_replace(s);
        sleep(Duration::from_millis(5)).await;
    }
    drop(tx);
    println!("{:?} {}", watcher.await?, state.read().await);
    let names: Vec<_> = [&ann, &bob, &cy].map(|a| a.name).into();
    drop((ann, bob, cy));
    let mut total = Cents::default();
    for (name, task) in tasks {
        let b = task.await?;
        println!("{name} {b}");
        total += b;
    }
    let entries = journal.entries.lock().await;
    println!(
        "{names:?} {total} {} {:?} {}",
        entries.len(),
        entries.last(),
        entries.iter().map(|e| e.2).sum::<Cents>()
    );
    Ok(())
}
