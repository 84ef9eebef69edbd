// Generic containers: arena graph, priority map, ring buffer, linked list with cursor, trie, matrix view, union-find
use std::collections::HashMap;
use std::fmt::{self, Debug, Display};
use std::hash::Hash;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

#[derive(Debug)]
struct Id<T> {
    raw: u32,
    _marker: PhantomData<fn() -> T>,
}
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, o: &Self) -> bool {
        self.raw == o.raw
    }
}

struct Arena<T> {
    items: Vec<Option<T>>,
    free: Vec<u32>,
}
impl<T> Default for Arena<T> {
    fn default() -> Self {
        Arena { items: Vec::new(), free: Vec::new() }
    }
}
impl<T> Arena<T> {
    fn alloc(&mut self, t: T) -> Id<T> {
        let raw = match self.free.pop() {
            Some(raw) => {
                self.items[raw as usize] = Some(t);
                raw
            }
            None => {
                self.items.push(Some(t));
                self.items.len() as u32 - 1
            }
        };
        Id { raw, _marker: PhantomData }
    }
    fn free(&mut self, id: Id<T>) -> Option<T> {
        let t = self.items.get_mut(id.raw as usize)?.take();
        if t.is_some() {
            self.free.push(id.raw);
        }
        t
    }
    fn iter(&self) -> impl Iterator<Item = (Id<T>, &T)> + '_ {
        self.items
            .iter()
            .enumerate()
            .filter_map(|(i, t)| t.as_ref().map(|t| (Id { raw: i as u32, _marker: PhantomData }, t)))
    }
}
impl<T> Index<Id<T>> for Arena<T> {
    type Output = T;
    fn index(&self, id: Id<T>) -> &T {
        self.items[id.raw as usize].as_ref().expect("freed")
    }
}
impl<T> IndexMut<Id<T>> for Arena<T> {
    fn index_mut(&mut self, id: Id<T>) -> &mut T {
        self.items[id.raw as usize].as_mut().expect("freed")
    }
}

#[derive(Clone)]
struct Ring<T, const N: usize> {
    buf: [Option<T>; N],
    head: usize,
    len: usize,
}
impl<T, const N: usize> Ring<T, N> {
    const EMPTY: Option<T> = None;
    fn new() -> Self {
        Ring { buf: [const { None }; N], head: 0, len: 0 }
    }
    fn push(&mut self, t: T) -> Option<T> {
        let at = (self.head + self.len) % N;
        let old = self.buf[at].replace(t);
        if self.len == N {
            self.head = (self.head + 1) % N
        } else {
            self.len += 1
        }
        old
    }
    fn pop(&mut self) -> Option<T> {
        let t = std::mem::replace(&mut self.buf[self.head], Self::EMPTY)?;
        self.head = (self.head + 1) % N;
        self.len -= 1;
        Some(t)
    }
    fn iter(&self) -> RingIter<'_, T, N> {
        RingIter { ring: self, at: 0 }
    }
}
struct RingIter<'r, T, const N: usize> {
    ring: &'r Ring<T, N>,
    at: usize,
}
impl<'r, T, const N: usize> Iterator for RingIter<'r, T, N> {
    type Item = &'r T;
    fn next(&mut self) -> Option<&'r T> {
        if self.at == self.ring.len {
            return None;
        }
        self.at += 1;
        self.ring.buf[(self.ring.head + self.at - 1) % N].as_ref()
    }
}
impl<T: Debug, const N: usize> Debug for Ring<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
impl<T, const N: usize> Extend<T> for Ring<T, N> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for t in iter {
            self.push(t);
        }
    }
}
impl<T, const N: usize> FromIterator<T> for Ring<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        let mut r = Self::new();
        r.extend(iter);
        r
    }
}

#[derive(Debug)]
enum List<T> {
    Cons(T, Box<List<T>>),
    Nil,
}
use List::{Cons, Nil};
impl<T> List<T> {
    fn push_back(&mut self, t: T) {
        let mut cur = self;
        while let Cons(_, next) = cur {
            cur = next;
        }
        *cur = Cons(t, Box::new(Nil));
    }
    fn reverse(self) -> Self {
        let (mut rest, mut out) = (self, Nil);
        while let Cons(t, next) = rest {
            out = Cons(t, Box::new(out));
            rest = *next;
        }
        out
    }
    fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        let mut cur = self;
        loop {
            match cur {
                Nil => break,
                Cons(t, next) if !keep(t) => {
                    let tail = std::mem::replace(&mut **next, Nil);
                    *cur = tail;
                }
                Cons(_, next) => cur = next,
            }
        }
    }
    fn iter(&self) -> impl Iterator<Item = &T> {
        let mut cur = self;
        std::iter::from_fn(move || match cur {
            Cons(t, next) => {
                cur = next;
                Some(t)
            }
            Nil => None,
        })
    }
}
struct Node<T> {
    val: T,
    next: Option<Box<Node<T>>>,
}
struct Stack<T> {
    head: Option<Box<Node<T>>>,
    len: usize,
}
impl<T> Stack<T> {
    fn push(&mut self, val: T) -> &mut Self {
        let next = self.head.take();
        self.head = Some(Box::new(Node { val, next }));
        self.len += 1;
        self
    }
    fn pop(&mut self) -> Option<T> {
        self.head.take().map(|n| {
            self.head = n.next;
            self.len -= 1;
            n.val
        })
    }
    fn peek_mut(&mut self) -> Option<&mut T> {
        self.head.as_mut().map(|n| &mut n.val)
    }
    fn iter(&self) -> StackIter<'_, T> {
        StackIter(self.head.as_deref())
    }
    fn insert_sorted(&mut self, val: T)
    where
        T: PartialOrd,
    {
        let mut slot = &mut self.head;
        while slot.as_ref().is_some_and(|n| n.val < val) {
            slot = &mut slot.as_mut().unwrap().next;
        }
        *slot = Some(Box::new(Node { val, next: slot.take() }));
        self.len += 1;
    }
}
struct StackIter<'a, T>(Option<&'a Node<T>>);
impl<'a, T> Iterator for StackIter<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<Self::Item> {
        self.0.map(|n| {
            self.0 = n.next.as_deref();
            &n.val
        })
    }
}
impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        let mut cur = self.head.take();
        while let Some(mut n) = cur {
            cur = n.next.take();
        }
    }
}

#[derive(Default)]
struct Trie<V> {
    kids: HashMap<char, Trie<V>>,
    value: Option<V>,
}
impl<V> Trie<V> {
    fn new() -> Self {
        Trie { kids: HashMap::new(), value: None }
    }
    fn insert(&mut self, key: &str, v: V) -> Option<V> {
        key.chars().fold(self, |t, c| t.kids.entry(c).or_insert_with(Trie::new)).value.replace(v)
    }
    fn get(&self, key: &str) -> Option<&V> {
        key.chars().try_fold(self, |t, c| t.kids.get(&c))?.value.as_ref()
    }
    fn walk<'a>(&'a self, prefix: &mut String, f: &mut impl FnMut(&str, &'a V)) {
        if let Some(v) = &self.value {
            f(prefix, v);
        }
        let mut kids: Vec<_> = self.kids.iter().collect();
        kids.sort_unstable_by_key(|(c, _)| **c);
        for (c, t) in kids {
            prefix.push(*c);
            t.walk(prefix, f);
            prefix.pop();
        }
    }
}
struct UnionFind<T> {
    index: HashMap<T, usize>,
    parent: Vec<usize>,
    size: Vec<usize>,
}
impl<T: Hash + Eq> UnionFind<T> {
    fn id(&mut self, t: T) -> usize {
        let n = self.parent.len();
        *self.index.entry(t).or_insert_with(|| {
            self.parent.push(n);
            self.size.push(1);
            n
        })
    }
    fn find(&mut self, mut x: usize) -> usize {
        while self.parent[x] != x {
            self.parent[x] = self.parent[self.parent[x]];
            x = self.parent[x];
        }
        x
    }
    fn union(&mut self, a: T, b: T) -> bool {
        let (a, b) = (self.id(a), self.id(b));
        let (mut a, mut b) = (self.find(a), self.find(b));
        if a == b {
            return false;
        }
        if self.size[a] < self.size[b] {
            (a, b) = (b, a);
        }
        self.parent[b] = a;
        self.size[a] += self.size[b];
        true
    }
}
trait Container {
    type Item;
    type Iter<'a>: Iterator<Item = &'a Self::Item>
    where
        Self: 'a;
    fn items(&self) -> Self::Iter<'_>;
    fn show(&self) -> String
    where
        Self::Item: Display,
    {
        self.items().map(|i| format!("<{i}>")).collect()
    }
}
impl<T> Container for Vec<T> {
    type Item = T;
    type Iter<'a>
        = std::slice::Iter<'a, T>
    where
        T: 'a;
    fn items(&self) -> Self::Iter<'_> {
        self.iter()
    }
}
impl<T> Container for Stack<T> {
    type Item = T;
    type Iter<'a>
        = StackIter<'a, T>
    where
        T: 'a;
    fn items(&self) -> StackIter<'_, T> {
        self.iter()
    }
}
fn total<C: Container<Item = i32>>(c: &C) -> i32 {
    c.items().sum()
}

fn main() {
    let mut arena = Arena::default();
    let ids: Vec<Id<&str>> = ["a", "b", "c"].map(|s| arena.alloc(s)).to_vec();
    arena[ids[2]] = "sea";
    println!("{:?} {:?}", arena.free(ids[1]), arena.free(ids[1]));
    let again = arena.alloc("bee");
    println!("{} {:?}", again == ids[1], arena.iter().map(|(id, s)| (id.raw, *s)).collect::<Vec<_>>());
    let mut ring: Ring<_, 3> = (1..=4).collect();
    println!("{ring:?} {:?} {:?} {:?}", ring.push(9), ring.pop(), ring.clone().iter().max());
    let mut l = Nil;
    for x in 1..=6 {
        l.push_back(x * x);
    }
    l.retain(|x| x % 2 == 0 || *x == 1);
    let l = l.reverse();
    println!("{:?} {l:?}", l.iter().collect::<Vec<_>>());
    let mut s = Stack { head: None, len: 0 };
    s.push(9).push(5).push(1);
    s.insert_sorted(7);
    if let Some(top) = s.peek_mut() {
        *top -= 3;
    }
    println!("{} {} {:?} {}", s.show(), total(&s), s.pop(), s.len);
    println!("{} {}", vec!['x', 'y'].show(), total(&vec![1, 2]));
    let mut t = Trie::new();
    for (i, w) in ["car", "cart", "dog", "car"].iter().enumerate() {
        if let Some(old) = t.insert(w, i) {
            println!("replaced {old}");
        }
    }
    let mut all = vec![];
    t.walk(&mut String::new(), &mut |k, v| all.push(format!("{k}={v}")));
    println!("{all:?} {:?} {:?}", t.get("cart"), t.get("ca"));
    let mut uf = UnionFind { index: HashMap::new(), parent: vec![], size: vec![] };
    println!(
        "{:?}",
        [("a", "b"), ("c", "d"), ("b", "a"), ("d", "a"), ("e", "e")].map(|(a, b)| uf.union(a, b))
    );
    let e = uf.id("e");
    println!("{} {:?}", uf.find(e) == e, uf.size.iter().max());
}
