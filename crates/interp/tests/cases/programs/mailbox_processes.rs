//! Each "process" is a little program of instructions run as a task; they talk over mailboxes, like Erlang.
use std::collections::HashMap;
use std::fmt::Debug;
use std::rc::Rc;
use std::cell::RefCell;
use futures::channel::mpsc::{unbounded, UnboundedReceiver, UnboundedSender};
use futures::executor::LocalPool;
use futures::stream::StreamExt;
use futures::task::{LocalSpawn, LocalSpawnExt};

type Pid = usize;

#[derive(Clone, Debug, PartialEq)]
enum Term {
    Int(i64),
    Atom(&'static str),
    Pid(Pid),
    Tuple(Vec<Term>),
}

macro_rules! term {
    ({ $($t:tt),* $(,)? }) => { Term::Tuple(vec![$(term!($t)),*]) };
    ($a:ident) => { Term::Atom(stringify!($a)) };
    (($e:expr)) => { Term::from($e) };
    ($e:literal) => { Term::Int($e) };
}

impl From<i64> for Term { fn from(n: i64) -> Self { Term::Int(n) } }
impl From<Pid> for Term { fn from(p: Pid) -> Self { Term::Pid(p) } }
impl From<Term> for String {
    fn from(t: Term) -> String {
        match t {
            Term::Int(n) => n.to_string(),
            Term::Atom(a) => a.to_string(),
            Term::Pid(p) => format!("<{p}>"),
            Term::Tuple(ts) => format!("{{{}}}", ts.into_iter().map(String::from).collect::<Vec<_>>().join(",")),
        }
    }
}

#[derive(Clone)]
struct System {
    inner: Rc<RefCell<Inner>>,
    spawner: Rc<dyn LocalSpawn>,
}
#[derive(Default)]
struct Inner {
    boxes: HashMap<Pid, UnboundedSender<Term>>,
    names: HashMap<&'static str, Pid>,
    links: Vec<(Pid, Pid)>,
    next: Pid,
    log: Vec<String>,
}

struct Process {
    pid: Pid,
    mailbox: UnboundedReceiver<Term>,
    saved: Vec<Term>,
    system: System,
}

impl System {
    fn spawn<F, Fut>(&self, body: F) -> Pid
    where
        F: FnOnce(Process) -> Fut,
        Fut: Future<Output = Result<(), Term>> + 'static,
    {
        let (tx, mailbox) = unbounded();
        let pid = {
            let mut inner = self.inner.borrow_mut();
            inner.next += 1;
            let pid = inner.next;
            inner.boxes.insert(pid, tx);
            pid
        };
        let process = Process { pid, mailbox, saved: vec![], system: self.clone() };
        let (system, body) = (self.clone(), body(process));
        self.spawner
            .spawn_local(async move {
                let reason = body.await.err().unwrap_or(term!(normal));
                system.exit(pid, reason);
            })
            .expect("the pool is there");
        pid
    }
    fn send(&self, to: impl Into<Target>, message: Term) -> bool {
        let inner = self.inner.borrow();
        let pid = match to.into() {
            Target::Pid(p) => p,
            Target::Name(n) => match inner.names.get(n) { Some(&p) => p, None => return false },
        };
        inner.boxes.get(&pid).is_some_and(|tx| tx.unbounded_send(message).is_ok())
    }
    fn exit(&self, pid: Pid, reason: Term) {
        let mut inner = self.inner.borrow_mut();
        inner.boxes.remove(&pid);
        inner.names.retain(|_, p| *p != pid);
        let text: String = reason.clone().into();
        inner.log.push(format!("<{pid}> exits: {text}"));
        let (gone, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut inner.links).into_iter().partition(|&(a, b)| a == pid || b == pid);
        inner.links = kept;
        drop(inner);
        for (a, b) in gone {
            let other = if a == pid { b } else { a };
            self.send(other, term!({ EXIT, (pid), (reason.clone()) }));
        }
    }
    fn log(&self, text: impl Into<String>) { self.inner.borrow_mut().log.push(text.into()); }
}

enum Target { Pid(Pid), Name(&'static str) }
impl From<Pid> for Target { fn from(p: Pid) -> Self { Target::Pid(p) } }
impl From<&'static str> for Target { fn from(n: &'static str) -> Self { Target::Name(n) } }

impl Process {
    /// Selective receive: what does not match is kept for later.
    async fn receive<T>(&mut self, mut matches: impl FnMut(&Term) -> Option<T>) -> Option<T> {
        if let Some((at, found)) = self.saved.iter().enumerate().find_map(|(i, t)| matches(t).map(|x| (i, x))) {
            self.saved.remove(at);
            return Some(found);
        }
        while let Some(term) = self.mailbox.next().await {
            match matches(&term) {
                Some(found) => return Some(found),
                None => self.saved.push(term),
            }
        }
        None
    }
}

fn counter(mut me: Process, limit: i64) -> impl Future<Output = Result<(), Term>> {
    async move {
        let mut n = 0;
        loop {
            let from = me.receive(|t| match t {
                Term::Tuple(ts) => match ts.as_slice() {
                    [Term::Atom("inc"), Term::Int(by)] => { n += by; Some(None) }
                    [Term::Atom("get"), Term::Pid(from)] => Some(Some(*from)),
                    _ => None,
                },
                _ => None,
            }).await;
            match from {
                Some(Some(from)) => { me.system.send(from, term!({ value, (n) })); }
                Some(None) if n > limit => return Err(term!({ overflow, (n) })),
                Some(None) => {}
                None => return Ok(()),
            }
        }
    }
}

fn main() {
    let mut pool = LocalPool::new();
    let system = System { inner: Default::default(), spawner: Rc::new(pool.spawner()) };
    let worker = system.spawn(|me| counter(me, 100));
    system.inner.borrow_mut().names.insert("counter", worker);
    let boss = system.spawn(|mut me| async move {
        me.system.inner.borrow_mut().links.push((me.pid, worker));
        for n in [1, 10, 30] {
            me.system.send("counter", term!({ inc, (n as i64) }));
        }
        me.system.send(worker, term!({ get, (me.pid) }));
        me.system.send(worker, term!({ inc, 60 }));
        me.system.send(me.pid, term!(noise));
        let value = me.receive(|t| if let Term::Tuple(ts) = t { if ts[0] == term!(value) { Some(ts[1].clone()) } else { None } } else { None }).await.ok_or(term!(closed))?;
        me.system.log(format!("boss got {}", String::from(value)));
        let exit = me.receive(|t| matches!(t, Term::Tuple(ts) if matches!(ts[..], [Term::Atom("EXIT"), ..])).then(|| t.clone())).await;
        me.system.log(format!("boss heard {:?}, saved {:?}", exit.map(String::from), me.saved));
        if me.system.send("counter", term!(hello)) { Ok(()) } else { Err(term!({ badarg, counter, { nested, (-1i64) } })) }
    });
    pool.run_until_stalled();
    let inner = system.inner.borrow();
    inner.log.iter().enumerate().for_each(|(i, line)| println!("{i}: {line}"));
    println!("{} {} {}", inner.boxes.len(), boss, inner.links.is_empty());
}
