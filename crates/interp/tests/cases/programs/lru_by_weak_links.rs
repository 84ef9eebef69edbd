// LRU caches twice: linked by Rc/Weak, and by indices; with statistics and iterators.
use std::cell::{Ref, RefCell};
use std::collections::{HashMap, hash_map::Entry};
use std::fmt::{Debug, Write as _};
use std::hash::Hash;
use std::rc::{Rc, Weak};

type Link<K, V> = Option<Rc<RefCell<Node<K, V>>>>;
struct Node<K, V> {
    key: K,
    value: V,
    next: Link<K, V>,
    prev: Option<Weak<RefCell<Node<K, V>>>>,
}
pub struct LruCache<K, V> {
    map: HashMap<K, Rc<RefCell<Node<K, V>>>>,
    head: Link<K, V>,
    tail: Link<K, V>,
    cap: usize,
    on_evict: Option<Box<dyn FnMut(&K, &V)>>,
}
impl<K: Hash + Eq + Clone, V> LruCache<K, V> {
    pub fn with_capacity(cap: usize) -> Self {
        assert_ne!(cap, 0, "capacity must be positive");
        LruCache { map: HashMap::with_capacity(cap), head: None, tail: None, cap, on_evict: None }
    }
    pub fn on_evict(mut self, f: impl FnMut(&K, &V) + 'static) -> Self {
        self.on_evict = Some(Box::new(f));
        self
    }
    fn detach(&mut self, node: &Rc<RefCell<Node<K, V>>>) {
        let (prev, next) = {
            let mut n = node.borrow_mut();
            (n.prev.take().and_then(|w| w.upgrade()), n.next.take())
        };
        match &prev {
            Some(p) => p.borrow_mut().next = next.clone(),
            None => self.head = next.clone(),
        }
        match next {
            Some(n) => n.borrow_mut().prev = prev.as_ref().map(Rc::downgrade),
            None => self.tail = prev,
        }
    }
    fn push_front(&mut self, node: Rc<RefCell<Node<K, V>>>) {
        match self.head.take() {
            Some(old) => {
                old.borrow_mut().prev = Some(Rc::downgrade(&node));
                node.borrow_mut().next = Some(old);
            }
            None => self.tail = Some(node.clone()),
        }
        self.head = Some(node);
    }
    pub fn get<Q>(&mut self, key: &Q) -> Option<Ref<'_, V>>
    where
        K: std::borrow::Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let node = self.map.get(key)?.clone();
        self.detach(&node);
        self.push_front(node);
        self.head.as_ref().map(|n| Ref::map(n.borrow(), |n| &n.value))
    }
    pub fn put(&mut self, key: K, value: V) -> Option<V> {
        if let Some(node) = self.map.get(&key).cloned() {
            let old = std::mem::replace(&mut node.borrow_mut().value, value);
            self.detach(&node);
            self.push_front(node);
            return Some(old);
        }
        if self.map.len() == self.cap
            && let Some(last) = self.tail.clone()
        {
            self.detach(&last);
            self.map.remove(&last.borrow().key);
            let Ok(cell) = Rc::try_unwrap(last) else { unreachable!("still linked") };
            let Node { key, value, .. } = cell.into_inner();
            if let Some(f) = self.on_evict.as_mut() {
                f(&key, &value)
            }
        }
        let node = Rc::new(RefCell::new(Node { key: key.clone(), value, next: None, prev: None }));
        self.map.insert(key, Rc::clone(&node));
        self.push_front(node);
        None
    }
    pub fn keys(&self) -> impl Iterator<Item = K> + '_ {
        let mut cur = self.head.clone();
        std::iter::from_fn(move || {
            let n = cur.take()?;
            cur = n.borrow().next.clone();
            let k = n.borrow().key.clone();
            Some(k)
        })
    }
}
impl<K, V> Drop for LruCache<K, V> {
    fn drop(&mut self) {
        let mut n = 0;
        let mut cur = self.head.take();
        while let Some(node) = cur {
            cur = node.borrow_mut().next.take();
            n += 1;
        }
        println!("dropped list of {n}");
    }
}
/// The same by indices into a vector: no Rc at all.
#[derive(Debug)]
struct Slot<K, V> {
    key: K,
    val: V,
    prev: usize,
    next: usize,
}
#[derive(Debug)]
pub struct Arena<K, V, const N: usize> {
    slots: Vec<Slot<K, V>>,
    index: HashMap<K, usize>,
    head: usize,
    tail: usize,
    hits: u32,
    misses: u32,
}
const NIL: usize = usize::MAX;
impl<K: Copy + Eq + Hash + Debug, V: Debug, const N: usize> Arena<K, V, N> {
    fn new() -> Self {
        Arena { slots: Vec::with_capacity(N), index: HashMap::new(), head: NIL, tail: NIL, hits: 0, misses: 0 }
    }
    fn unlink(&mut self, i: usize) {
        let Slot { prev, next, .. } = self.slots[i];
        if prev == NIL {
            self.head = next
        } else {
            self.slots[prev].next = next
        }
        if next == NIL { self.tail = prev } else { self.slots[next].prev = prev }
    }
    fn front(&mut self, i: usize) {
        let head = self.head;
        {
            let s = &mut self.slots[i];
            s.prev = NIL;
            s.next = head;
        }
        if head != NIL {
            self.slots[head].prev = i;
        } else {
            self.tail = i;
        }
        self.head = i;
    }
    fn get_or_insert_with<F>(&mut self, k: K, make: F) -> &mut V
    where
        F: FnOnce(&K) -> V,
    {
        let i = match self.index.entry(k) {
            Entry::Occupied(o) => {
                self.hits += 1;
                let i = *o.get();
                self.unlink(i);
                i
            }
            Entry::Vacant(_) if self.slots.len() < N => {
                self.misses += 1;
                self.slots.push(Slot { key: k, val: make(&k), prev: NIL, next: NIL });
                self.index.insert(k, self.slots.len() - 1);
                self.slots.len() - 1
            }
            Entry::Vacant(_) => {
                self.misses += 1;
                let i = self.tail;
                self.unlink(i);
                let old = std::mem::replace(&mut self.slots[i], Slot { key: k, val: make(&k), prev: NIL, next: NIL });
                self.index.remove(&old.key);
                self.index.insert(k, i);
                println!("  out {:?}={:?}", old.key, old.val);
                i
            }
        };
        self.front(i);
        &mut self.slots[i].val
    }
    fn order(&self) -> String {
        let mut s = String::new();
        let mut i = self.head;
        while i != NIL {
            let Slot { key, val, next, .. } = &self.slots[i];
            let _ = write!(s, "{}{key:?}:{val:?}", if s.is_empty() { "" } else { " > " });
            i = *next;
        }
        s
    }
}
fn main() {
    let evicted = Rc::new(RefCell::new(Vec::new()));
    let e = Rc::clone(&evicted);
    let mut cache = LruCache::with_capacity(3).on_evict(move |k: &String, v: &i32| e.borrow_mut().push(format!("{k}={v}")));
    for (i, w) in "the quick brown fox jumps over the lazy dog the end".split_whitespace().enumerate() {
        let seen = cache.get(w).map(|v| *v);
        match cache.put(w.to_string(), i as i32) {
            Some(old) => println!("{w}: was {old} (seen {seen:?})"),
            None => print!("{w} "),
        }
    }
    println!("\n{:?}\nevicted {:?}", cache.keys().collect::<Vec<_>>(), evicted.borrow());
    print!("{:?} ", cache.get("lazy").as_deref());
    println!("{:?}", cache.get("end").map(|r| r.pow(2)));
    println!("{} strong {}", cache.keys().collect::<Vec<_>>().join("<"), Rc::strong_count(cache.head.as_ref().unwrap()));
    drop(cache);
    let mut a: Arena<char, Vec<u8>, 3> = Arena::new();
    for (n, c) in "abcadbeea".chars().enumerate() {
        a.get_or_insert_with(c, |k| vec![*k as u8]).push(n as u8);
        println!("{c}: {}", a.order());
    }
    println!("hits {} misses {} rate {:.1}%", a.hits, a.misses, 100. * f64::from(a.hits) / f64::from(a.hits + a.misses));
    let r = std::panic::catch_unwind(|| {
        LruCache::<u8, ()>::with_capacity(0);
    });
    println!("{}", r.is_err());
}
