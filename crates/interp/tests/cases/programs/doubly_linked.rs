// A deque of Rc, RefCell and Weak, and a stack of boxes.
use std::cell::{Ref, RefCell, RefMut};
use std::fmt::{self, Display};
use std::rc::{Rc, Weak};

type Link<T> = Option<Rc<RefCell<Node<T>>>>;

struct Node<T> {
    elem: T,
    next: Link<T>,
    prev: Option<Weak<RefCell<Node<T>>>>,
}

impl<T> Node<T> {
    fn new(elem: T) -> Rc<RefCell<Self>> {
        Rc::new(RefCell::new(Node { elem, prev: None, next: None }))
    }
}

pub struct Deque<T> {
    head: Link<T>,
    tail: Link<T>,
    len: usize,
}

impl<T> Deque<T> {
    pub const fn new() -> Self {
        Deque { head: None, tail: None, len: 0 }
    }

    pub fn push_front(&mut self, elem: T) {
        let new_head = Node::new(elem);
        match self.head.take() {
            Some(old_head) => {
                old_head.borrow_mut().prev = Some(Rc::downgrade(&new_head));
                new_head.borrow_mut().next = Some(old_head);
                self.head = Some(new_head);
            }
            None => {
                self.tail = Some(new_head.clone());
                self.head = Some(new_head);
            }
        }
        self.len += 1;
    }

    pub fn push_back(&mut self, elem: T) {
        let new_tail = Node::new(elem);
        match self.tail.take() {
            Some(old_tail) => {
                new_tail.borrow_mut().prev = Some(Rc::downgrade(&old_tail));
                old_tail.borrow_mut().next = Some(Rc::clone(&new_tail));
                self.tail = Some(new_tail);
            }
            None => {
                self.head = Some(Rc::clone(&new_tail));
                self.tail = Some(new_tail);
            }
        }
        self.len += 1;
    }

    pub fn pop_front(&mut self) -> Option<T> {
        self.head.take().map(|old_head| {
            match old_head.borrow_mut().next.take() {
                Some(new_head) => {
                    new_head.borrow_mut().prev.take();
                    self.head = Some(new_head);
                }
                None => {
                    self.tail.take();
                }
            }
            self.len -= 1;
            Rc::try_unwrap(old_head).ok().unwrap().into_inner().elem
        })
    }

    pub fn pop_back(&mut self) -> Option<T> {
        self.tail.take().map(|old_tail| {
            match old_tail.borrow_mut().prev.take().and_then(|weak| weak.upgrade()) {
                Some(new_tail) => {
                    new_tail.borrow_mut().next.take();
                    self.tail = Some(new_tail);
                }
                None => {
                    self.head.take();
                }
            }
            self.len -= 1;
            Rc::try_unwrap(old_tail).ok().expect("one owner").into_inner().elem
        })
    }

    pub fn peek_front(&self) -> Option<Ref<'_, T>> {
        self.head.as_ref().map(|node| Ref::map(node.borrow(), |node| &node.elem))
    }

    pub fn peek_back_mut(&mut self) -> Option<RefMut<'_, T>> {
        self.tail.as_ref().map(|node| RefMut::map(node.borrow_mut(), |node| &mut node.elem))
    }

    pub fn for_each(&self, mut f: impl FnMut(&T)) {
        let mut at = self.head.clone();
        while let Some(node) = at {
            f(&node.borrow().elem);
            at = node.borrow().next.clone();
        }
    }
}

impl<T> Drop for Deque<T> {
    fn drop(&mut self) {
        while self.pop_front().is_some() {}
    }
}

impl<T> Extend<T> for Deque<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        iter.into_iter().for_each(|x| self.push_back(x));
    }
}

impl<T> FromIterator<T> for Deque<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        let mut d = Deque::new();
        d.extend(iter);
        d
    }
}

pub struct IntoIter<T>(Deque<T>);

impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.0.pop_front()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.len, Some(self.0.len))
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.0.pop_back()
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

impl<T> IntoIterator for Deque<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter(self)
    }
}

impl<T: Display> Display for Deque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::with_capacity(self.len);
        self.for_each(|x| parts.push(x.to_string()));
        write!(f, "<{}>", parts.join(" <-> "))
    }
}

// The stack of the same book, with Box and as_deref.
#[derive(Debug, Default)]
struct Stack {
    top: Option<Box<Item>>,
}
#[derive(Debug)]
struct Item {
    value: i32,
    below: Option<Box<Item>>,
}

impl Stack {
    fn push(&mut self, value: i32) -> &mut Self {
        let below = self.top.take();
        self.top = Some(Box::new(Item { value, below }));
        self
    }
    fn pop(&mut self) -> Option<i32> {
        self.top.take().map(|item| {
            let item = *item;
            self.top = item.below;
            item.value
        })
    }
    fn iter(&self) -> impl Iterator<Item = &i32> {
        std::iter::successors(self.top.as_deref(), |it| it.below.as_deref()).map(|it| &it.value)
    }
    fn reverse(&mut self) {
        let mut prev = None;
        let mut at = self.top.take();
        while let Some(mut item) = at {
            at = std::mem::replace(&mut item.below, prev);
            prev = Some(item);
        }
        self.top = prev;
    }
    fn increment(&mut self) {
        let mut at = self.top.as_deref_mut();
        while let Some(item) = at {
            item.value += 1;
            at = item.below.as_deref_mut();
        }
    }
}

struct Loud(&'static str);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut d: Deque<i32> = (1..=4).collect();
    d.push_front(0);
    println!("{d} ({})", d.len);
    println!("{:?} {:?}", d.pop_front(), d.pop_back());
    if let Some(mut back) = d.peek_back_mut() {
        *back *= 10;
    }
    println!("{} front {}", d, d.peek_front().unwrap());
    let mut it = d.into_iter();
    println!("{:?} {:?} {}", it.next(), it.next_back(), it.len());
    println!("{:?}", it.rev().collect::<Vec<_>>());

    let mut louds = Deque::new();
    for name in ["a", "b", "c"] {
        louds.push_back(Loud(name));
    }
    let last = louds.pop_back().map(|l| l.0);
    println!("popped {last:?}");
    drop(louds);

    let mut s = Stack::default();
    s.push(1).push(2).push(3);
    s.reverse();
    s.increment();
    println!("{:?} sum {}", s.iter().collect::<Vec<_>>(), s.iter().sum::<i32>());
    println!("{:?}", s.pop());
    println!("{:?}", s);
}
