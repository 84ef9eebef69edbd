// Event loop / discrete simulation with trait objects, downcasting, observers, and a priority queue (elevator + traffic lights).
use std::any::Any;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};
use std::fmt::{Debug, Write};
use std::ops::{Add, Deref, DerefMut, Sub};
use std::rc::{Rc, Weak};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Time(u64);
impl Add<u64> for Time {
    type Output = Time;
    fn add(self, d: u64) -> Time {
        Time(self.0 + d)
    }
}
impl Sub for Time {
    type Output = u64;
    fn sub(self, o: Time) -> u64 {
        self.0.saturating_sub(o.0)
    }
}

trait Event: Debug {
    fn as_any(&self) -> &dyn Any;
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
    fn priority(&self) -> u8 {
        10
    }
}
impl dyn Event + '_ {
    fn is<T: 'static>(&self) -> bool {
        self.as_any().is::<T>()
    }
}
macro_rules! event {
    ($(#[$m:meta])* $name:ident { $($f:ident : $t:ty),* } $(, priority $p:expr)?) => {
        $(#[$m])*
        #[derive(Debug, Clone)]
        struct $name { $($f: $t),* }
        impl Event for $name {
            fn as_any(&self) -> &dyn Any { self }
            fn into_any(self: Box<Self>) -> Box<dyn Any> { self }
            $(fn priority(&self) -> u8 { $p })?
        }
    };
}
event!(/// Someone calls
    Call { floor: i32, to: i32 });
event!(Arrived { floor: i32 }, priority 1);
event!(Light { next: Color });

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Color {
    Red,
    Green = 5,
    Amber,
}
impl Color {
    const ALL: [Color; 3] = [Color::Red, Color::Green, Color::Amber];
    fn next(self) -> Self {
        let i = Self::ALL.iter().position(|&c| c == self).unwrap();
        Self::ALL[(i + 1) % Self::ALL.len()]
    }
    const fn lasts(self) -> u64 {
        match self {
            Color::Red => 4,
            Color::Green => 5,
            Color::Amber => 1,
        }
    }
}

struct Scheduled {
    at: Time,
    seq: usize,
    event: Box<dyn Event>,
}
impl PartialEq for Scheduled {
    fn eq(&self, o: &Self) -> bool {
        self.cmp(o).is_eq()
    }
}
impl Eq for Scheduled {}
impl PartialOrd for Scheduled {
    fn partial_cmp(&self, o: &Self) -> Option<Ordering> {
        Some(self.cmp(o))
    }
}
impl Ord for Scheduled {
    fn cmp(&self, o: &Self) -> Ordering {
        o.at.cmp(&self.at)
            .then_with(|| o.event.priority().cmp(&self.event.priority()))
            .then(o.seq.cmp(&self.seq))
    }
}

#[derive(Default)]
struct Queue {
    heap: BinaryHeap<Scheduled>,
    now: Time,
    seq: usize,
}
impl Queue {
    fn after(&mut self, d: u64, e: impl Event + 'static) -> &mut Self {
        self.seq += 1;
        self.heap.push(Scheduled { at: self.now + d, seq: self.seq, event: Box::new(e) });
        self
    }
}

trait Handler {
    fn handle(&mut self, e: &dyn Event, q: &mut Queue);
    fn report(&self, out: &mut dyn Write) -> std::fmt::Result;
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Idle { at: i32 },
    Moving { from: i32, to: i32, since: Time },
}
struct Elevator {
    state: State,
    waiting: Vec<(i32, i32)>,
    log: Weak<Log>,
    busy: u64,
}
#[derive(Default)]
struct Log(RefCell<Vec<(Time, String)>>);
impl Log {
    fn add(&self, t: Time, s: impl Into<String>) {
        self.0.borrow_mut().push((t, s.into()));
    }
}

impl Elevator {
    fn go(&mut self, q: &mut Queue) {
        let State::Idle { at } = self.state else { return };
        if self.waiting.is_empty() {
            return;
        }
        let (i, _) = self.waiting.iter().enumerate().min_by_key(|(_, (f, _))| f.abs_diff(at)).unwrap();
        let target = if self.waiting[i].0 == at { self.waiting.swap_remove(i).1 } else { self.waiting[i].0 };
        self.state = State::Moving { from: at, to: target, since: q.now };
        q.after(u64::from(target.abs_diff(at)).max(1), Arrived { floor: target });
    }
}
impl Handler for Elevator {
    fn handle(&mut self, e: &dyn Event, q: &mut Queue) {
        if let Some(&Call { floor, to }) = e.as_any().downcast_ref() {
            self.waiting.push((floor, to));
            self.go(q);
        } else if let Some(Arrived { floor }) = e.as_any().downcast_ref::<Arrived>() {
            if let State::Moving { from, since, to } =
                std::mem::replace(&mut self.state, State::Idle { at: *floor })
            {
                debug_assert_eq!(to, *floor);
                self.busy += q.now - since;
                if let Some(log) = self.log.upgrade() {
                    log.add(q.now, format!("elevator {from:+} -> {to:+}"));
                }
            }
            self.go(q);
        }
    }
    fn report(&self, out: &mut dyn Write) -> std::fmt::Result {
        writeln!(out, "elevator {:?} busy {}", self.state, self.busy)
    }
}
#[derive(Default)]
struct Lights {
    shown: BTreeMap<Color, u32>,
}
impl Handler for Lights {
    fn handle(&mut self, e: &dyn Event, q: &mut Queue) {
        if !e.is::<Light>() {
            return;
        }
        let Light { next } = e.as_any().downcast_ref::<Light>().cloned().unwrap();
        *self.shown.entry(next).or_default() += 1;
        q.after(next.lasts(), Light { next: next.next() });
    }
    fn report(&self, out: &mut dyn Write) -> std::fmt::Result {
        for (c, n) in &self.shown {
            write!(out, "{c:?}({}):{n} ", *c as u8)?;
        }
        out.write_char('\n')
    }
}

struct World {
    queue: Queue,
    handlers: Vec<Box<dyn Handler>>,
}
impl Deref for World {
    type Target = Queue;
    fn deref(&self) -> &Queue {
        &self.queue
    }
}
impl DerefMut for World {
    fn deref_mut(&mut self) -> &mut Queue {
        &mut self.queue
    }
}
impl World {
    fn run(&mut self, until: Time) -> usize {
        let mut n = 0;
        while self.heap.peek().is_some_and(|s| s.at <= until) {
            let Scheduled { at, event, .. } = self.heap.pop().unwrap();
            self.now = at;
            let World { queue, handlers } = self;
            handlers.iter_mut().for_each(|h| h.handle(&*event, queue));
            n += 1;
        }
        n
    }
}

fn main() -> std::fmt::Result {
    let log = Rc::new(Log::default());
    let mut w = World { queue: Queue::default(), handlers: vec![] };
    w.handlers.push(Box::new(Elevator {
        state: State::Idle { at: 0 },
        waiting: vec![],
        log: Rc::downgrade(&log),
        busy: 0,
    }));
    w.handlers.push(Box::<Lights>::default());
    w.after(0, Light { next: Color::Red })
        .after(2, Call { floor: 3, to: -1 })
        .after(2, Call { floor: 1, to: 2 })
        .after(9, Call { floor: 2, to: 2 });
    println!("{} events by 10", w.run(Time(10)));
    println!("{} more by 25, pending {}", w.run(Time(25)), w.heap.len());
    for (t, line) in log.0.borrow().iter() {
        println!("{:>3} {line}", t.0);
    }
    let mut out = String::new();
    for h in w.handlers.iter() {
        h.report(&mut out)?;
    }
    print!("{out}");
    let boxed: Box<dyn Event> = Box::new(Call { floor: 7, to: 8 });
    match boxed.into_any().downcast::<Call>() {
        Ok(c) => println!("{:?} {}", c, c.floor + c.to),
        Err(_) => println!("not a call"),
    }
    let left = w.queue.heap.into_sorted_vec();
    println!("{:?}", left.iter().rev().map(|s| (s.at - Time(25), &s.event)).collect::<Vec<_>>());
    Ok(())
}
