use std::rc::Rc;
use std::cell::RefCell;

#[derive(Debug)]
struct Node { value: i32, next: Option<Box<Node>> }

#[derive(Default, Debug)]
struct Stack { head: Option<Box<Node>>, len: usize }

impl Stack {
    fn push(&mut self, value: i32) { let next = self.head.take(); self.head = Some(Box::new(Node { value, next })); self.len += 1; }
    fn pop(&mut self) -> Option<i32> { self.head.take().map(|node| { self.head = node.next; self.len -= 1; node.value }) }
    fn peek_mut(&mut self) -> Option<&mut i32> { self.head.as_mut().map(|n| &mut n.value) }
    fn reverse(&mut self) {
        let (mut done, mut rest) = (None, self.head.take());
        while let Some(mut node) = rest { rest = node.next.take(); node.next = done; done = Some(node); }
        self.head = done;
    }
    fn iter(&self) -> Iter<'_> { Iter { next: self.head.as_deref() } }
}

struct Iter<'a> { next: Option<&'a Node> }
impl<'a> Iterator for Iter<'a> {
    type Item = &'a i32;
    fn next(&mut self) -> Option<&'a i32> { self.next.map(|n| { self.next = n.next.as_deref(); &n.value }) }
}

#[derive(Debug)]
enum List { Cons(Rc<RefCell<i32>>, Rc<List>), Nil }
use List::{Cons, Nil};

fn main() {
    let mut s = Stack::default();
    for i in 1..=4 { s.push(i * i); }
    *s.peek_mut().unwrap() += 100;
    println!("{:?} {:?} {}", s.pop(), s.iter().collect::<Vec<_>>(), s.len);
    s.reverse();
    println!("{:?} {:?}", s.iter().map(|n| n + 1).collect::<Vec<_>>(), s.head.as_ref().map(|n| n.value));
    let mut current = &mut s.head;
    while let Some(node) = current { node.value *= 2; current = &mut node.next; }
    println!("{s:?}");
    let value = Rc::new(RefCell::new(5));
    let a = Rc::new(Cons(Rc::clone(&value), Rc::new(Nil)));
    let b = Cons(Rc::new(RefCell::new(3)), Rc::clone(&a));
    *value.borrow_mut() += 10;
    println!("{a:?} {b:?}");
    if let Cons(n, rest) = &b { println!("{} {}", n.borrow(), matches!(**rest, Cons(..))); }
}
