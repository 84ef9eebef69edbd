// Observers that are held weakly, callbacks among them.
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

pub trait Observer {
    fn notify(&self, event: &Event);
    fn id(&self) -> u32;
}

#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    Created { name: String },
    Renamed { from: String, to: String },
    Deleted(String),
}

#[derive(Default)]
pub struct Subject {
    observers: RefCell<Vec<Weak<dyn Observer>>>,
    fired: Cell<usize>,
}

impl Subject {
    pub fn attach(&self, observer: &Rc<dyn Observer>) {
        self.observers.borrow_mut().push(Rc::downgrade(observer));
    }

    pub fn detach(&self, id: u32) -> bool {
        let mut observers = self.observers.borrow_mut();
        let before = observers.len();
        observers.retain(|w| w.upgrade().is_some_and(|o| o.id() != id));
        observers.len() < before
    }

    pub fn fire(&self, event: Event) {
        self.fired.set(self.fired.get() + 1);
        self.observers
            .borrow()
            .iter()
            .filter_map(Weak::upgrade)
            .for_each(|o| o.notify(&event));
    }

    pub fn alive(&self) -> usize {
        self.observers.borrow().iter().filter(|w| w.strong_count() > 0).count()
    }
}

struct Logger {
    id: u32,
    prefix: String,
    lines: RefCell<Vec<String>>,
}

impl Observer for Logger {
    fn notify(&self, event: &Event) {
        let line = match event {
            Event::Created { name } => format!("+ {name}"),
            Event::Renamed { from, to } => format!("~ {from} => {to}"),
            Event::Deleted(name) => format!("- {name}"),
        };
        self.lines.borrow_mut().push(format!("{}{line}", self.prefix));
    }
    fn id(&self) -> u32 {
        self.id
    }
}

impl Drop for Logger {
    fn drop(&mut self) {
        println!("logger {} dropped after {} lines", self.id, self.lines.borrow().len());
    }
}

struct Index {
    names: RefCell<BTreeMap<String, usize>>,
    next: Cell<usize>,
}

impl Observer for Index {
    fn notify(&self, event: &Event) {
        let mut names = self.names.borrow_mut();
        match event.clone() {
            Event::Created { name } => {
                let n = self.next.replace(self.next.get() + 1);
                names.insert(name, n);
            }
            Event::Renamed { from, to } => {
                if let Some(n) = names.remove(&from) {
                    names.insert(to, n);
                }
            }
            Event::Deleted(name) => {
                names.remove(&name);
            }
        }
    }
    fn id(&self) -> u32 {
        0
    }
}

/// Closures can listen, too.
struct Callback<F>(u32, F);

impl<F: Fn(&Event)> Observer for Callback<F> {
    fn notify(&self, event: &Event) {
        (self.1)(event)
    }
    fn id(&self) -> u32 {
        self.0
    }
}

fn main() {
    let subject = Subject::default();
    let index = Rc::new(Index { names: RefCell::default(), next: Cell::new(1) });
    let as_observer: Rc<dyn Observer> = index.clone();
    subject.attach(&as_observer);

    let deletions = Rc::new(Cell::new(0));
    let counter = Rc::clone(&deletions);
    let callback: Rc<dyn Observer> = Rc::new(Callback(7, move |e: &Event| {
        if matches!(e, Event::Deleted(name) if name.starts_with('b')) {
            counter.set(counter.get() + 1);
        }
    }));
    subject.attach(&callback);

    {
        let logger: Rc<dyn Observer> = Rc::new(Logger { id: 1, prefix: "log> ".into(), lines: Default::default() });
        subject.attach(&logger);
        println!("alive: {}", subject.alive());
        subject.fire(Event::Created { name: "a.txt".into() });
        subject.fire(Event::Created { name: "b.txt".into() });
    }
    println!("alive: {}", subject.alive());
    subject.fire(Event::Renamed { from: "a.txt".into(), to: "c.txt".into() });
    subject.fire(Event::Deleted("b.txt".into()));
    println!("detach 7: {}, detach 8: {}", subject.detach(7), subject.detach(8));
    subject.fire(Event::Deleted("bogus".into()));

    println!("{:?}", index.names.borrow());
    println!("deletions: {}, fired: {}, left: {}", deletions.get(), subject.fired.get(), subject.observers.borrow().len());
    println!("counts: {} {}", Rc::strong_count(&index), Rc::weak_count(&index));
    println!("same: {}", std::ptr::eq(Rc::as_ptr(&index) as *const (), Rc::as_ptr(&as_observer) as *const ()));
}
