// Smart pointers: a cons list, a tree with parents, an arena of slots, a doubly linked list, drop order, Cow and Any.
use std::any::{type_name_of_val, Any, TypeId};
use std::cell::{OnceCell, Ref, RefCell, RefMut};
use std::collections::HashMap;
use std::fmt::{Debug, Display};
use std::mem::{self, ManuallyDrop};
use std::ops::Deref;
use std::rc::{Rc, Weak};

#[derive(Debug)]
enum List { Cons(Rc<RefCell<i32>>, Rc<List>), Nil }
use List::{Cons, Nil};
impl List {
    fn sum(&self) -> i32 { match self { Cons(v, rest) => *v.borrow() + rest.sum(), Nil => 0 } }
    fn tail(&self) -> Option<&Rc<List>> { if let Cons(_, item) = self { Some(item) } else { None } }
}

#[derive(Debug)]
struct Node { value: String, parent: RefCell<Weak<Node>>, children: RefCell<Vec<Rc<Node>>> }
impl Node {
    fn new(value: impl Into<String>) -> Rc<Self> { Rc::new(Node { value: value.into(), parent: Default::default(), children: RefCell::new(vec![]) }) }
    fn adopt(self: &Rc<Self>, child: Rc<Node>) -> &Rc<Self> { *child.parent.borrow_mut() = Rc::downgrade(self); self.children.borrow_mut().push(child); self }
    fn path(&self) -> String { match self.parent.borrow().upgrade() { Some(p) => p.path() + "/" + &self.value, None => self.value.clone() } }
    fn walk(&self, f: &mut dyn FnMut(&Node)) { f(self); for c in self.children.borrow().iter() { c.walk(f); } }
}

struct Noisy<'a>(&'static str, &'a RefCell<Vec<String>>);
impl Drop for Noisy<'_> { fn drop(&mut self) { self.1.borrow_mut().push(format!("drop {}", self.0)); } }

type Link<T> = Option<Rc<RefCell<DNode<T>>>>;
struct DNode<T> { elem: T, next: Link<T>, prev: Option<Weak<RefCell<DNode<T>>>> }
struct Deque<T> { head: Link<T>, tail: Link<T> }
impl<T> Deque<T> {
    fn new() -> Self { Self { head: None, tail: None } }
    fn push_back(&mut self, elem: T) {
        let new = Rc::new(RefCell::new(DNode { elem, next: None, prev: None }));
        match self.tail.replace(Rc::clone(&new)) {
            Some(old) => { new.borrow_mut().prev = Some(Rc::downgrade(&old)); old.borrow_mut().next = Some(new); }
            None => self.head = Some(new),
        }
    }
    fn pop_front(&mut self) -> Option<T> {
        self.head.take().map(|old| {
            match old.borrow_mut().next.take() {
                Some(next) => { next.borrow_mut().prev = None; self.head = Some(next); }
                None => { self.tail.take(); }
            }
            Rc::try_unwrap(old).ok().expect("the only one").into_inner().elem
        })
    }
    fn peek_back(&self) -> Option<Ref<'_, T>> { self.tail.as_ref().map(|node| Ref::map(node.borrow(), |n| &n.elem)) }
    fn peek_front_mut(&mut self) -> Option<RefMut<'_, T>> { self.head.as_mut().map(|node| RefMut::map(node.borrow_mut(), |n| &mut n.elem)) }
}
impl<T> Drop for Deque<T> { fn drop(&mut self) { while self.pop_front().is_some() {} } }

struct Stack<T> { head: Option<Box<(T, Option<Box<StackNode<T>>>)>>, len: usize }
struct StackNode<T> { elem: T, next: Option<Box<StackNode<T>>> }
impl<T> Stack<T> {
    fn push(&mut self, elem: T) { let next = self.head.take().map(|b| { let (elem, next) = *b; Box::new(StackNode { elem, next }) }); self.head = Some(Box::new((elem, next))); self.len += 1; }
    fn reverse(&mut self) -> Vec<T> {
        let Some(first) = self.head.take() else { return vec![] };
        let (elem, mut next) = *first;
        let mut all = vec![elem];
        while let Some(mut node) = next { next = node.next.take(); all.push(node.elem); }
        self.len = 0;
        all.reverse();
        all
    }
}

struct Lazy<T, F = fn() -> T> { cell: OnceCell<T>, init: F }
impl<T, F: Fn() -> T> Deref for Lazy<T, F> { type Target = T; fn deref(&self) -> &T { self.cell.get_or_init(&self.init) } }

trait Component: Any + Debug { fn as_any(&self) -> &dyn Any; fn as_any_mut(&mut self) -> &mut dyn Any; }
impl<T: Any + Debug> Component for T { fn as_any(&self) -> &dyn Any { self } fn as_any_mut(&mut self) -> &mut dyn Any { self } }
#[derive(Debug, PartialEq)] struct Health(i32);
#[derive(Debug)] struct Name(&'static str);
#[derive(Default)] struct Entity { parts: HashMap<TypeId, Box<dyn Component>> }
impl Entity {
    fn with<C: Component>(mut self, c: C) -> Self { self.parts.insert(TypeId::of::<C>(), Box::new(c)); self }
    fn get<C: Component>(&self) -> Option<&C> { self.parts.get(&TypeId::of::<C>()).and_then(|b| (**b).as_any().downcast_ref()) }
    fn get_mut<C: Component>(&mut self) -> Option<&mut C> { self.parts.get_mut(&TypeId::of::<C>())?.as_mut().as_any_mut().downcast_mut::<C>() }
}
fn describe(value: &dyn Any) -> String {
    if let Some(n) = value.downcast_ref::<i32>() { format!("i32 {n}") } else if let Some(s) = value.downcast_ref::<&str>() { format!("str {s}") } else if value.is::<String>() { "a String".into() } else { "unknown".into() }
}

fn main() {
    let value = Rc::new(RefCell::new(5));
    let a = Rc::new(Cons(Rc::clone(&value), Rc::new(Nil)));
    let b = Cons(Rc::new(RefCell::new(3)), Rc::clone(&a));
    let c = Cons(Rc::new(RefCell::new(4)), a.clone());
    *value.borrow_mut() += 10;
    println!("{a:?} {} {} {}", b.sum(), c.sum(), Rc::strong_count(&a));
    println!("{:?} {}", b.tail().map(|t| Rc::ptr_eq(t, &a)), value.try_borrow_mut().is_ok());
    let root = Node::new("usr");
    let leaf = Node::new("bin");
    root.adopt(Node::new("lib")).adopt(leaf.clone());
    leaf.adopt(Node::new(String::from("env")));
    let mut seen = vec![];
    root.walk(&mut |n| seen.push(n.path()));
    println!("{seen:?} {} {}", Rc::strong_count(&leaf), Rc::weak_count(&root));
    drop(root);
    println!("{} {:?}", leaf.path(), leaf.parent.borrow().upgrade().is_none());
    let log = RefCell::new(vec![]);
    {
        let _x = Noisy("x", &log);
        let pair = (Noisy("left", &log), Noisy("right", &log));
        let (_, kept) = pair;
        let boxed: Box<dyn Any + '_> = { let _temp = Noisy("temp", &log); Box::new(1) };
        let _ = Noisy("at once", &log);
        let forgotten = ManuallyDrop::new(Noisy("never", &log));
        mem::drop(kept);
        log.borrow_mut().push(format!("end {} {}", boxed.is::<i32>(), forgotten.0));
    }
    println!("{:?}", log.borrow());
    let mut deque = Deque::new();
    (1..=3).for_each(|n| deque.push_back(n * 10));
    if let Some(mut front) = deque.peek_front_mut() { *front += 1; }
    println!("{:?} {:?} {:?}", deque.peek_back().map(|r| *r), deque.pop_front(), deque.pop_front());
    let mut stack = Stack { head: None, len: 0 };
    for w in ["a", "b", "c"] { stack.push(w.to_owned()); }
    print!("{} ", stack.len);
    println!("{:?} {}", stack.reverse(), stack.len);
    let lazy = Lazy { cell: OnceCell::new(), init: || { println!("computing"); vec![1, 2, 3] } };
    println!("{} {}", lazy.len(), lazy.iter().sum::<i32>());
    let mut hero = Entity::default().with(Health(10)).with(Name("Io"));
    if let Some(Health(points)) = hero.get_mut() { *points -= 3; }
    println!("{:?} {:?} {:?}", hero.get::<Health>(), hero.get::<Name>().map(|n| n.0), hero.get::<String>());
    println!("{} {} {} {}", describe(&7), describe(&"x"), describe(&String::new()), describe(&[1u8]));
    let shown: Vec<Box<dyn Display>> = vec![Box::new(1), Box::new("two"), Box::new('3')];
    println!("{} {}", shown.iter().map(|s| format!("{s:>4}")).collect::<String>(), type_name_of_val(&1u8));
    let text: Rc<str> = "shared".into();
    let slice: Rc<[i32]> = vec![1, 2].into();
    println!("{} {:?} {}", text.len(), slice.iter().rev().collect::<Vec<_>>(), Rc::<str>::from("shared") == text);
    let mut cow = Rc::new(vec![1]);
    let other = Rc::clone(&cow);
    Rc::make_mut(&mut cow).push(2);
    println!("{cow:?} {other:?} {:?}", Rc::get_mut(&mut cow).map(|v| v.pop()));
}
