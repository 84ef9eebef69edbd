// An event bus keyed by TypeId, with priorities, and subscriptions that end when they are dropped.
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, RwLock};

pub trait Event: Any + Debug + Send + Sync {}
impl<T> Event for T where T: Any + Debug + Send + Sync {}

type Handler = Arc<dyn Fn(&dyn Any) -> Flow + Send + Sync>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flow {
    #[default]
    Continue,
    Stop,
}

impl From<()> for Flow {
    fn from((): ()) -> Self {
        Flow::Continue
    }
}

#[derive(Default)]
pub struct EventBus {
    handlers: RwLock<HashMap<TypeId, Vec<(usize, i32, Handler)>>>,
    next: Mutex<usize>,
}

#[must_use = "dropping the subscription ends it"]
pub struct Subscription<'a> {
    bus: &'a EventBus,
    of: TypeId,
    id: usize,
}

impl Drop for Subscription<'_> {
    fn drop(&mut self) {
        let mut handlers = self.bus.handlers.write().unwrap();
        if let Some(list) = handlers.get_mut(&self.of) {
            list.retain(|(id, ..)| *id != self.id);
            if list.is_empty() {
                handlers.remove(&self.of);
            }
        }
    }
}

impl EventBus {
    pub fn subscribe<E, F, R>(&self, priority: i32, f: F) -> Subscription<'_>
    where
        E: Event,
        R: Into<Flow>,
        F: Fn(&E) -> R + Send + Sync + 'static,
    {
        let id = {
            let mut next = self.next.lock().unwrap();
            *next += 1;
            *next
        };
        let of = TypeId::of::<E>();
        let handler: Handler = Arc::new(move |any| match any.downcast_ref::<E>() {
            Some(event) => f(event).into(),
            None => unreachable!("handlers are kept by type"),
        });
        let mut handlers = self.handlers.write().unwrap();
        let list = handlers.entry(of).or_default();
        let at = list.partition_point(|(_, p, _)| *p >= priority);
        list.insert(at, (id, priority, handler));
        Subscription { bus: self, of, id }
    }

    pub fn publish<E: Event>(&self, event: E) -> usize {
        let handlers = match self.handlers.read().unwrap().get(&TypeId::of::<E>()) {
            Some(list) => list.iter().map(|(.., h)| Arc::clone(h)).collect::<Vec<_>>(),
            None => return 0,
        };
        let mut reached = 0;
        for handler in handlers {
            reached += 1;
            if handler(&event) == Flow::Stop {
                break;
            }
        }
        reached
    }
}

#[derive(Debug)]
struct KeyPressed(char);

#[derive(Debug)]
struct Resized {
    width: u32,
    height: u32,
}

fn main() {
    let bus = EventBus::default();
    let log = Arc::new(Mutex::new(Vec::<String>::new()));

    let keys = Arc::clone(&log);
    let _typing = bus.subscribe(0, move |KeyPressed(c): &KeyPressed| keys.lock().unwrap().push(format!("typed {c}")));

    let guard = Arc::clone(&log);
    let filter = bus.subscribe(10, move |key: &KeyPressed| {
        if key.0.is_control() {
            guard.lock().unwrap().push(format!("swallowed {:?}", key.0));
            Flow::Stop
        } else {
            Flow::Continue
        }
    });

    let sizes = log.clone();
    let _size = bus.subscribe(0, move |&Resized { width, height }: &Resized| {
        let area = width.checked_mul(height);
        sizes.lock().unwrap().push(match area {
            Some(a) => format!("area {a}"),
            None => String::from("area too large"),
        });
    });

    println!("{}", bus.publish(KeyPressed('a')));
    println!("{}", bus.publish(KeyPressed('\u{1b}')));
    println!("{}", bus.publish(Resized { width: 640, height: 480 }));
    println!("{}", bus.publish(Resized { width: u32::MAX, height: 2 }));
    println!("{}", bus.publish("nobody listens to text"));
    drop(filter);
    println!("{}", bus.publish(KeyPressed('\n')));
    {
        let _loud = bus.subscribe(5, |s: &String| println!("heard {s:?}"));
        println!("{}", bus.publish(String::from("hey")));
    }
    println!("{}", bus.publish(String::from("gone")));
    println!("{} kinds", bus.handlers.read().unwrap().len());
    for (i, line) in log.lock().unwrap().iter().enumerate() {
        println!("{i}: {line}");
    }
}
