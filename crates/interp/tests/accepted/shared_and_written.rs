use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, RwLock};

struct State {
    count: Cell<u32>,
    list: RefCell<Vec<u32>>,
    map: Mutex<HashMap<String, u32>>,
    total: AtomicU32,
}

struct Node {
    value: i32,
    next: Option<Box<Node>>,
}

fn tail(mut node: &mut Node) -> &mut Node {
    while node.next.is_some() {
        node = node.next.as_mut().unwrap();
    }
    node
}

fn main() {
    let state = Rc::new(State {
        count: Cell::new(0),
        list: RefCell::new(vec![1]),
        map: Mutex::new(HashMap::new()),
        total: AtomicU32::new(0),
    });
    state.count.set(state.count.get() + 1);
    state.list.borrow_mut().push(2);
    state.list.borrow_mut()[0] += 1;
    *state.map.lock().unwrap().entry("a".to_string()).or_insert(0) += 1;
    state.total.fetch_add(1, Ordering::Relaxed);

    let mut own = Rc::new(vec![1]);
    Rc::make_mut(&mut own).push(2);
    if let Some(all) = Rc::get_mut(&mut own) {
        all.push(3);
    }
    let mut shared = Arc::new(RwLock::new(vec![1]));
    shared.write().unwrap().push(2);
    Arc::get_mut(&mut shared).unwrap().get_mut().unwrap().push(3);
    let lists = Arc::new([Mutex::new(1), Mutex::new(2)]);
    *lists[0].lock().unwrap() += 1;
    let mut taken = Some(String::from("a"));
    let slot = &mut taken;
    let text = slot.take().unwrap_or_default();
    let cells = Rc::new(RefCell::new(Node { value: 1, next: None }));
    cells.borrow_mut().value += 1;
    cells.borrow_mut().next = Some(Box::new(Node { value: 2, next: None }));
    tail(&mut cells.borrow_mut()).value = 7;
    let guard = &mut *cells.borrow_mut();
    guard.value = 3;
    let unwrapped = Arc::try_unwrap(shared).unwrap().into_inner().unwrap();
    println!("{own:?} {unwrapped:?} {text} {} {}", guard.value, lists[0].lock().unwrap());
}
