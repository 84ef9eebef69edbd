use std::collections::HashMap;
use std::sync::{Arc, Mutex, RwLock, mpsc};
use std::cell::RefCell;
use std::rc::Rc;
#[derive(Debug, Clone, Default)]
struct User { name: String, tags: Vec<String>, age: u32 }
struct Store { users: HashMap<u32, User>, log: RefCell<Vec<String>> }
impl Store {
    fn get(&self, id: u32) -> Option<&User> { self.users.get(&id) }
    fn name(&self, id: u32) -> &str { self.users.get(&id).map(|it| it.name.as_str()).unwrap_or("nobody") }
    fn names(&self) -> Vec<&str> { let mut all: Vec<&str> = self.users.values().map(|it| it.name.as_str()).collect(); all.sort(); all }
    fn oldest(&self) -> Option<&User> { let all: Vec<&User> = self.users.values().collect(); all.into_iter().max_by_key(|it| it.age) }
    fn entry(&mut self, id: u32) -> &mut User { let users = &mut self.users; users.entry(id).or_insert_with(User::default) }
    fn first_tag<'a>(&'a self, id: u32) -> Option<&'a String> { let user = self.get(id)?; let tags = &user.tags; tags.first() }
    fn log(&self, text: &str) -> usize { let mut log = self.log.borrow_mut(); log.push(text.to_string()); log.len() }
    fn last(&self) -> String { self.log.borrow().last().cloned().unwrap_or_default() }
    fn longest(&self) -> usize { match self.log.borrow().iter().max_by_key(|it| it.len()) { Some(it) => it.len(), None => 0 } }
}
fn parse(text: &str) -> Result<(&str, i32), String> {
    let (name, rest) = text.split_once('=').ok_or_else(|| format!("no = in {text}"))?;
    let n = rest.trim().parse::<i32>().map_err(|it| it.to_string())?;
    Ok((name.trim(), n))
}
fn word(text: &str) -> &str { let bytes = text.as_bytes(); for (i, &b) in bytes.iter().enumerate() { if b == b' ' { return &text[0..i]; } } &text[..] }
fn split(all: &mut [i32]) -> (&mut [i32], &mut [i32]) { let mid = all.len() / 2; all.split_at_mut(mid) }
struct Stack<T> { items: Vec<T> }
impl<T> Stack<T> {
    fn peek(&self) -> Option<&T> { self.items.last() }
    fn peek_mut(&mut self) -> Option<&mut T> { let at = self.items.len().checked_sub(1)?; Some(&mut self.items[at]) }
    fn pop(&mut self) -> Option<T> { self.items.pop() }
    fn iter(&self) -> impl Iterator<Item = &T> { self.items.iter().rev() }
    fn into(self) -> Vec<T> { self.items }
}
enum List { Cons(i32, Box<List>), Nil }
impl List {
    fn sum(&self) -> i32 { match self { List::Cons(n, rest) => n + rest.sum(), List::Nil => 0 } }
    fn tail(&self) -> &List { let mut at = self; while let List::Cons(_, next) = at { at = next; } at }
    fn head(&self) -> Option<&i32> { match *self { List::Cons(ref n, _) => Some(n), List::Nil => None } }
    fn rest(self) -> List { match self { List::Cons(_, rest) => *rest, List::Nil => List::Nil } }
}
struct Tree { left: Option<Box<Tree>>, value: i32 }
impl Tree {
    fn min(&self) -> i32 { match &self.left { Some(left) => left.min(), None => self.value } }
    fn insert(&mut self, value: i32) { match self.left { Some(ref mut it) => it.insert(value), None => self.left = Some(Box::new(Tree { left: None, value })) } }
    fn deepest(&mut self) -> &mut Tree { let mut at = self; while at.left.is_some() { at = at.left.as_mut().unwrap(); } at }
    fn take(&mut self) -> Option<Box<Tree>> { self.left.take() }
}
fn main() {
    let mut store = Store { users: HashMap::new(), log: RefCell::default() };
    store.entry(1).name.push_str("ann");
    let user = store.users[&1].clone();
    let age = store.users[&1].age;
    let User { name, .. } = user;
    println!("{name}{age} {:?} {} {:?}", store.get(1).map(|it| &it.name), store.name(2), store.names());
    println!("{:?} {:?} {} {} {}", store.oldest(), store.first_tag(1), store.log("x"), store.last(), store.longest());
    println!("{:?} {}", parse("a = 3"), word("hello world"));
    let mut nums = [1, 2, 3, 4];
    let (a, b) = split(&mut nums);
    a[0] = b[0];
    let mut stack = Stack { items: vec![String::from("s")] };
    if let Some(top) = stack.peek_mut() { top.push('!'); }
    println!("{:?} {:?} {:?}", stack.peek(), stack.iter().count(), 1);
    println!("{:?}", stack.pop());
    println!("{:?}", stack.into());
    let list = List::Cons(1, Box::new(List::Cons(2, Box::new(List::Nil))));
    println!("{} {:?} {}", list.sum(), list.head(), matches!(list.tail(), List::Nil));
    println!("{}", list.rest().sum());
    let mut tree = Tree { left: None, value: 3 };
    tree.insert(2); tree.deepest().value = 1;
    println!("{} {}", tree.min(), tree.take().is_some());
    let (tx, rx) = mpsc::channel();
    let shared = Arc::new(Mutex::new(Vec::new()));
    let handles: Vec<_> = (0..2).map(|n| { let (tx, shared) = (tx.clone(), Arc::clone(&shared)); std::thread::spawn(move || { shared.lock().unwrap().push(n); tx.send(n).unwrap(); }) }).collect();
    for it in handles { it.join().unwrap(); }
    drop(tx);
    let mut got: Vec<i32> = rx.iter().collect();
    got.sort();
    let total: i32 = shared.lock().unwrap().iter().sum();
    let first = shared.lock().unwrap().first().copied();
    let len = shared.lock().map(|it| it.len()).unwrap_or(0);
    let all = std::mem::take(&mut *shared.lock().unwrap());
    println!("{got:?} {total} {} {len} {}", first.is_some(), all.len());
    let lock = RwLock::new(String::from("rw"));
    let copy = lock.read().unwrap().clone();
    let upper = lock.read().unwrap().as_str().to_uppercase();
    let counts = { let mut map: HashMap<&str, i32> = HashMap::new(); for w in "a b a".split(' ') { *map.entry(w).or_insert(0) += 1; } map };
    let best = counts.iter().max_by_key(|(_, n)| **n).map(|(w, _)| *w);
    let node = Rc::new(RefCell::new(vec![Rc::new(1)]));
    let one = node.borrow()[0].clone();
    let other = Rc::clone(&node.borrow()[0]);
    let value = *node.borrow()[0];
    let text = String::from("line one\nline two");
    let lines: Vec<&str> = text.lines().collect();
    let shortest = lines.iter().min_by_key(|it| it.len()).unwrap();
    let found = lines.iter().find(|it| it.contains("two")).copied().unwrap_or_default();
    let c = text.chars().rev().collect::<String>();
    let opt: Option<String> = Some("o".into());
    let by = opt.as_ref().map(|it| it.as_str()).unwrap_or("none");
    let lens = opt.iter().map(String::len).sum::<usize>();
    let joined = [by, found].join("-").trim().to_string();
    println!("{copy}{upper}{best:?}{one}{other}{value}{shortest}{found}{c}{by}{lens}{joined}");
}
