use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::rc::Rc;
fn add(list: &Vec<i32>) { list.push(1); }
fn take(list: Vec<i32>) { list.push(1); }
struct S { n: i32, list: Vec<i32> }
impl S {
    fn inc(&mut self) { self.n += 1; }
    fn all(&self) { self.list.push(1); }
    fn both(&self) { self.inc(); }
}
fn each(mut all: Vec<S>) {
    for it in &all { it.inc(); }
    for it in all.iter() { it.list.push(2); }
    all.iter().for_each(|it| it.inc());
    if let Some(first) = all.first() { first.inc(); }
    let second = &all[0];
    second.inc();
}
fn main() {
    let s = S { n: 1, list: vec![] };
    s.inc();
    let list = Vec::new();
    list.push(1);
    let rc = Rc::new(vec![1]);
    rc.push(2);
    let arc = Arc::new(S { n: 1, list: vec![] });
    arc.inc();
    let text = String::new();
    text.push_str("a");
    let map: HashMap<i32, i32> = HashMap::new();
    map.insert(1, 2);
    let mut count = 0;
    let inc = || count += 1;
    inc();
    let lock = Arc::new(Mutex::new(1));
    let guard = lock.lock().unwrap();
    *guard += 1;
    let b = Box::new(vec![1]);
    b.push(2);
    let f = move || list.push(3);
    let (x, y) = (vec![1], 2);
    x.push(y);
    let o = Some(vec![1]);
    if let Some(v) = &o { v.push(1); }
    if let Some(v) = o { v.push(1); }
    let mut it = vec![1].iter();
    let it2 = vec![1, 2].into_iter();
    it2.next();
    let nested = vec![vec![1]];
    nested[0].push(2);
}
