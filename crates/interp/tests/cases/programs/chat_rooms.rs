// Chat server core in memory: rooms as tasks, select! with many arms, permits, weak senders, wait_for, idle timers
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;
use tokio::select;
use tokio::sync::mpsc::{self, OwnedPermit, WeakSender, error::TryRecvError};
use tokio::sync::{Notify, OnceCell, broadcast, oneshot, watch};
use tokio::task::{Id, JoinSet};
use tokio::time::{self, Instant, Interval, MissedTickBehavior, Sleep};

type UserId = u32;
#[derive(Debug, Clone)]
enum Line {
    Said { who: Arc<str>, text: Arc<str> },
    Joined(Arc<str>),
    Left(Arc<str>, Reason),
    Tick(usize),
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Reason {
    Quit,
    Idle,
    Kicked,
}
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Line::Said { who, text } => write!(f, "<{who}> {text}"),
            Line::Joined(w) => write!(f, "* {w} joined"),
            Line::Left(w, r) => write!(f, "* {w} left ({})", format!("{r:?}").to_lowercase()),
            Line::Tick(n) => write!(f, "-- {n} here --"),
        }
    }
}
enum Cmd {
    Join { name: Arc<str>, reply: oneshot::Sender<Result<Member, JoinError>> },
    Say(UserId, Arc<str>),
    Leave(UserId, Reason),
    Stats(oneshot::Sender<BTreeMap<UserId, usize>>),
}
#[derive(Debug, PartialEq, thiserror::Error)]
enum JoinError {
    #[error("{0:?} is taken")]
    Taken(String),
    #[error("room is full ({max})")]
    Full { max: usize },
}
struct Member {
    id: UserId,
    lines: broadcast::Receiver<Line>,
    count: watch::Receiver<usize>,
}
struct Room {
    rx: mpsc::Receiver<Cmd>,
    members: HashMap<UserId, (Arc<str>, usize)>,
    tx: broadcast::Sender<Line>,
    count: watch::Sender<usize>,
    next: UserId,
    max: usize,
    idle: Duration,
}
impl Room {
    fn emit(&self, l: Line) {
        let _ = self.tx.send(l);
    }
    fn handle(&mut self, cmd: Cmd) -> ControlFlow<Reason> {
        match cmd {
            Cmd::Join { name, reply } => {
                let res = if self.members.len() == self.max {
                    Err(JoinError::Full { max: self.max })
                } else if self.members.values().any(|(n, _)| *n == name) {
                    Err(JoinError::Taken(name.to_string()))
                } else {
                    self.next += 1;
                    self.members.insert(self.next, (name.clone(), 0));
                    self.count.send_replace(self.members.len());
                    let m =
                        Member { id: self.next, lines: self.tx.subscribe(), count: self.count.subscribe() };
                    self.emit(Line::Joined(name));
                    Ok(m)
                };
                if let Err(Ok(m)) = reply.send(res) {
                    return self.handle(Cmd::Leave(m.id, Reason::Quit));
                }
            }
            Cmd::Say(id, text) => {
                if let Some((who, n)) = self.members.get_mut(&id) {
                    *n += 1;
                    let who = who.clone();
                    self.emit(Line::Said { who, text });
                }
            }
            Cmd::Leave(id, why) => {
                if let Some((who, _)) = self.members.remove(&id) {
                    self.count.send_modify(|c| *c -= 1);
                    self.emit(Line::Left(who, why));
                }
                if self.members.is_empty() {
                    return ControlFlow::Break(why);
                }
            }
            Cmd::Stats(tx) => drop(tx.send(self.members.iter().map(|(&k, v)| (k, v.1)).collect())),
        }
        ControlFlow::Continue(())
    }
    async fn run(mut self, stop: Arc<Notify>) -> (Reason, usize) {
        let mut tick: Interval =
            time::interval_at(Instant::now() + Duration::from_millis(100), Duration::from_millis(100));
        tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let idle: Sleep = time::sleep(self.idle);
        tokio::pin!(idle);
        let mut handled = 0;
        let why = 'room: loop {
            select! {
                biased;
                _ = stop.notified(), if handled > 2 => break 'room Reason::Kicked,
                cmd = self.rx.recv() => {
                    let Some(cmd) = cmd else { break Reason::Quit };
                    handled += 1;
                    idle.as_mut().reset(Instant::now() + self.idle);
                    if let ControlFlow::Break(r) = self.handle(cmd) {
                        break 'room r;
                    }
                }
                _ = tick.tick() => self.emit(Line::Tick(self.members.len())),
                () = &mut idle => break Reason::Idle,
            }
        };
        let mut names: Vec<_> = self.members.drain().map(|(_, (n, _))| n).collect();
        names.sort();
        names.into_iter().for_each(|n| self.emit(Line::Left(n, why)));
        (why, handled)
    }
}
#[derive(Clone)]
struct Handle {
    tx: mpsc::Sender<Cmd>,
}
impl Handle {
    fn open(set: &mut JoinSet<(Reason, usize)>, max: usize, idle: u64, stop: &Arc<Notify>) -> (Self, Id) {
        let (tx, rx) = mpsc::channel(2);
        let room = Room {
            rx,
            members: HashMap::new(),
            tx: broadcast::Sender::new(8),
            count: watch::Sender::default(),
            next: 0,
            max,
            idle: Duration::from_millis(idle),
        };
        let id = set.spawn(room.run(stop.clone())).id();
        (Handle { tx }, id)
    }
    async fn join(&self, name: &str) -> Result<Member, JoinError> {
        let (reply, rx) = oneshot::channel();
        self.tx.send(Cmd::Join { name: name.into(), reply }).await.ok().expect("room is open");
        rx.await.expect("reply")
    }
    async fn say(&self, m: &Member, text: impl Into<Arc<str>>) -> bool {
        let Ok(permit) = self.tx.reserve().await else { return false };
        permit.send(Cmd::Say(m.id, text.into()));
        true
    }
}
async fn listen(mut m: Member, until: usize) -> Vec<String> {
    let mut seen = vec![];
    loop {
        match m.lines.recv().await {
            Ok(l) => seen.push(l.to_string()),
            Err(broadcast::error::RecvError::Lagged(n)) => seen.push(format!("~{n}")),
            Err(broadcast::error::RecvError::Closed) => break seen,
        }
        if seen.len() == until {
            break seen;
        }
    }
}
static MOTD: OnceCell<&'static str> = OnceCell::const_new();

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let mut rooms = JoinSet::new();
    let stop = Arc::new(Notify::new());
    let (a, a_id) = Handle::open(&mut rooms, 2, 250, &stop);
    let (b, b_id) = Handle::open(&mut rooms, 9, 1000, &stop);
    let ann = a.join("ann").await.unwrap();
    let mut count = ann.count.clone();
    let two = tokio::spawn(async move { *count.wait_for(|n| *n == 2).await.unwrap() });
    println!("{:?}", a.join("ann").await.map(|m| m.id));
    let bob = a.join("bob").await.unwrap();
    println!("{} {}", a.join("cy").await.err().unwrap(), two.await.unwrap());
    assert!(a.say(&ann, "hi").await && a.say(&bob, String::from("yo")).await);
    let bob_hears = tokio::spawn(listen(bob, 99));
    time::sleep(Duration::from_millis(210)).await;
    a.say(&ann, "still here").await;
    let (tx, rx) = oneshot::channel();
    let permit: OwnedPermit<Cmd> = a.tx.clone().reserve_owned().await.unwrap();
    let back = permit.send(Cmd::Stats(tx));
    println!("{:?} {}", rx.await.unwrap(), back.same_channel(&a.tx));
    let weak: WeakSender<Cmd> = back.downgrade();
    drop(back);
    println!("{}", listen(ann, 7).await.join(" "));
    let first = rooms.join_next_with_id().await.unwrap().unwrap();
    println!("{} {:?}", first.0 == a_id, first.1);
    println!("{}", bob_hears.await.unwrap().join(" "));
    println!(
        "{} {}",
        a.tx.is_closed(),
        weak.upgrade().is_some_and(|t| t.capacity() == 0 || t.max_capacity() == 2)
    );

    stop.notify_one();
    let eve = b.join("eve").await.unwrap();
    for i in 0..12 {
        b.say(&eve, format!("#{i}")).await;
    }
    time::sleep(Duration::from_millis(1)).await;
    let last = rooms.join_next_with_id().await.unwrap();
    println!("{:?}", last.map(|(id, out)| (id == b_id, out)).unwrap());
    println!("{}", listen(eve, 99).await.join(" "));
    println!("{} {}", rooms.is_empty(), b.tx.send(Cmd::Leave(1, Reason::Quit)).await.is_err());
    drop(a);
    println!("{}", weak.upgrade().is_none());
    println!(
        "{} {:?}",
        MOTD.get_or_try_init(|| async { Err::<&str, _>("no motd") }).await.unwrap_err(),
        MOTD.get()
    );
    let (tx, mut rx) = mpsc::unbounded_channel::<u8>();
    let gone = tokio::spawn({
        let tx = tx.clone();
        async move {
            tx.closed().await;
            "closed"
        }
    });
    tx.send(1).unwrap();
    rx.close();
    println!(
        "{:?} {:?} {:?} {}",
        tx.send(2).is_err(),
        rx.try_recv(),
        rx.try_recv() == Err(TryRecvError::Disconnected),
        gone.await.unwrap()
    );
    let mut done = (false, false);
    let (mut x, mut y) = (
        std::pin::pin!(time::sleep(Duration::from_millis(3))),
        std::pin::pin!(async {
            time::sleep(Duration::from_millis(2)).await;
            'y'
        }),
    );
    while done != (true, true) {
        select! {
            () = &mut x, if !done.0 => { done.0 = true; print!("x "); }
            c = &mut y, if !done.1 => { done.1 = true; print!("{c} "); }
            else => unreachable!(),
        }
    }
    println!();
}
