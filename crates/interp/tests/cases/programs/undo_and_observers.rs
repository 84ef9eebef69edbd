// Observers with Weak, callbacks in structs, undo/redo commands, state machines by enums.
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Debug};
use std::rc::{Rc, Weak};

pub trait Observer<E> {
    fn notify(&self, event: &E);
    fn id(&self) -> u32 {
        0
    }
}
pub struct Subject<'a, E> {
    observers: RefCell<Vec<Weak<dyn Observer<E> + 'a>>>,
    sent: Cell<usize>,
}
impl<'a, E: Debug> Subject<'a, E> {
    pub fn new() -> Self {
        Subject { observers: RefCell::new(Vec::new()), sent: Cell::default() }
    }
    pub fn attach<O: Observer<E> + 'a>(&self, o: &Rc<O>) {
        let rc: Rc<dyn Observer<E> + 'a> = o.clone();
        self.observers.borrow_mut().push(Rc::downgrade(&rc));
    }
    pub fn emit(&self, e: E) -> usize {
        self.observers.borrow_mut().retain(|w| w.strong_count() > 0);
        let live: Vec<_> = self.observers.borrow().iter().filter_map(Weak::upgrade).collect();
        for o in &live {
            o.notify(&e);
            self.sent.set(self.sent.get() + 1);
        }
        live.len()
    }
}
struct Logger {
    prefix: &'static str,
    lines: RefCell<Vec<String>>,
    first: OnceCell<String>,
}
impl<E: Debug> Observer<E> for Logger {
    fn notify(&self, e: &E) {
        let line = format!("{}{e:?}", self.prefix);
        self.first.get_or_init(|| line.clone());
        self.lines.borrow_mut().push(line);
    }
    fn id(&self) -> u32 {
        7
    }
}
struct Counter<F: Fn(&Event) -> bool> {
    pred: F,
    hits: Cell<u32>,
}
impl<F: Fn(&Event) -> bool> Observer<Event> for Counter<F> {
    fn notify(&self, e: &Event) {
        if (self.pred)(e) {
            self.hits.update(|h| h + 1);
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    Insert { at: usize, text: String },
    Delete(std::ops::Range<usize>),
    Cursor(usize),
    Saved,
}

trait Command: fmt::Display {
    fn apply(&mut self, doc: &mut Document);
    fn undo(&mut self, doc: &mut Document);
    fn merge(&mut self, _next: &dyn Command) -> bool {
        false
    }
    fn typed(&self) -> Option<(usize, &str)> {
        None
    }
}
#[derive(Default)]
struct Document {
    text: String,
    cursor: usize,
}
struct Insert {
    at: usize,
    text: String,
}
struct Delete {
    range: std::ops::Range<usize>,
    removed: Option<String>,
}
impl fmt::Display for Insert {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "insert {:?}@{}", self.text, self.at)
    }
}
impl fmt::Display for Delete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "delete {:?}", self.range)?;
        if let Some(r) = &self.removed {
            write!(f, " ({r})")?;
        }
        Ok(())
    }
}
impl Command for Insert {
    fn apply(&mut self, doc: &mut Document) {
        doc.text.insert_str(self.at, &self.text);
        doc.cursor = self.at + self.text.len();
    }
    fn undo(&mut self, doc: &mut Document) {
        doc.text.replace_range(self.at..self.at + self.text.len(), "");
        doc.cursor = self.at;
    }
    fn typed(&self) -> Option<(usize, &str)> {
        Some((self.at, &self.text))
    }
    fn merge(&mut self, next: &dyn Command) -> bool {
        match next.typed() {
            Some((at, t)) if at == self.at + self.text.len() && !t.contains(' ') => {
                self.text += t;
                true
            }
            _ => false,
        }
    }
}
impl Command for Delete {
    fn apply(&mut self, doc: &mut Document) {
        let r = self.range.clone();
        self.removed = Some(doc.text.drain(r).collect());
        doc.cursor = self.range.start;
    }
    fn undo(&mut self, doc: &mut Document) {
        if let Some(t) = self.removed.take() {
            doc.text.insert_str(self.range.start, &t);
            doc.cursor = self.range.end;
        }
    }
}
struct Editor<'s> {
    doc: Document,
    done: Vec<Box<dyn Command>>,
    undone: Vec<Box<dyn Command>>,
    subject: &'s Subject<'s, Event>,
}
impl<'s> Editor<'s> {
    fn run(&mut self, mut c: impl Command + 'static, event: Event) -> &mut Self {
        c.apply(&mut self.doc);
        self.undone.clear();
        let merged = self.done.last_mut().is_some_and(|last| last.merge(&c));
        if !merged {
            self.done.push(Box::new(c));
        }
        self.subject.emit(event);
        self
    }
    fn insert(&mut self, text: &str) -> &mut Self {
        let at = self.doc.cursor;
        self.run(Insert { at, text: text.to_owned() }, Event::Insert { at, text: text.into() })
    }
    fn delete(&mut self, range: std::ops::Range<usize>) -> &mut Self {
        self.run(Delete { range: range.clone(), removed: None }, Event::Delete(range))
    }
    fn undo(&mut self) -> bool {
        let Some(mut c) = self.done.pop() else { return false };
        c.undo(&mut self.doc);
        self.undone.push(c);
        self.subject.emit(Event::Cursor(self.doc.cursor));
        true
    }
    fn redo(&mut self) -> Option<String> {
        let mut c = self.undone.pop()?;
        c.apply(&mut self.doc);
        let s = c.to_string();
        self.done.push(c);
        Some(s)
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Light {
    Red,
    Green { left: u8 },
    Amber,
}
impl Light {
    fn next(self) -> Self {
        use Light::*;
        match self {
            Red => Green { left: 2 },
            Green { left: 0 } => Amber,
            Green { left } => Green { left: left - 1 },
            Amber => Red,
        }
    }
}
struct Machine<S, T> {
    state: S,
    table: HashMap<(S, T), S>,
    hooks: BTreeMap<u8, Box<dyn FnMut(&S, &S) -> String>>,
}
impl<S: Copy + Eq + std::hash::Hash + Debug, T: Copy + Eq + std::hash::Hash> Machine<S, T> {
    fn fire(&mut self, t: T) -> Result<S, (S, usize)> {
        let next = *self.table.get(&(self.state, t)).ok_or((self.state, self.table.len()))?;
        let old = std::mem::replace(&mut self.state, next);
        for (k, h) in self.hooks.iter_mut().rev() {
            println!("  hook {k}: {}", h(&old, &next));
        }
        Ok(next)
    }
}
fn main() {
    let subject = Subject::new();
    let log = Rc::new(Logger { prefix: "> ", lines: Default::default(), first: OnceCell::new() });
    subject.attach(&log);
    let min = 3;
    let long = Rc::new(Counter { pred: move |e: &Event| matches!(e, Event::Insert { text, .. } if text.len() >= min), hits: Cell::new(0) });
    subject.attach(&long);
    let mut ed = Editor { doc: Document::default(), done: vec![], undone: vec![], subject: &subject };
    ed.insert("he").insert("llo").insert(" big").insert(" world").delete(0..2);
    println!("{:?} {}", ed.doc.text, ed.done.iter().map(|c| c.to_string()).collect::<Vec<_>>().join("; "));
    {
        let temp = Rc::new(Logger { prefix: "tmp ", lines: RefCell::new(vec![]), first: OnceCell::new() });
        subject.attach(&temp);
        println!("{}", subject.emit(Event::Saved));
        println!("{:?} {}", temp.first.get(), Observer::<Event>::id(&*temp));
    }
    while ed.undo() {}
    println!("{:?} cursor {}", ed.doc.text, ed.doc.cursor);
    println!("{:?} {:?} {:?}", ed.redo(), ed.redo(), ed.doc.text);
    println!("{} long {} sent {}", log.lines.borrow().len(), long.hits.get(), subject.sent.get());
    println!("{}", log.lines.borrow().join(""));
    println!("{:?}", std::iter::successors(Some(Light::Red), |l| Some(l.next())).take(6).collect::<Vec<_>>());
    let mut seen = 0;
    let mut m = Machine {
        state: "idle",
        table: HashMap::from([(("idle", 's'), "run"), (("run", 'p'), "idle"), (("run", 'x'), "dead")]),
        hooks: BTreeMap::new(),
    };
    m.hooks.insert(
        1,
        Box::new(move |a, b| {
            seen += 1;
            format!("{a}->{b} #{seen}")
        }),
    );
    m.hooks.insert(2, Box::new(|a, _| a.to_uppercase()));
    for t in ['s', 'p', 'p', 's', 'x'] {
        match m.fire(t) {
            Ok(s) => println!("{t} {s}"),
            Err(e) => println!("{t} {e:?}"),
        }
    }
}
