// LRU + LFU + TTL caches, generic over K, V and a clock; arena linked list; index-based.
use std::borrow::Borrow;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry};
use std::fmt::{self, Debug, Display, Write as _};
use std::hash::{BuildHasher, Hash, Hasher, RandomState};
use std::num::NonZeroUsize;
use std::ops::{Index, IndexMut};
use std::rc::Rc;

#[derive(Debug, Clone)]
struct Node<K, V> {
    key: K,
    val: V,
    prev: usize,
    next: usize,
}
const NIL: usize = usize::MAX;

pub struct Lru<K, V, S = RandomState> {
    map: HashMap<K, usize, S>,
    arena: Vec<Node<K, V>>,
    head: usize,
    tail: usize,
    cap: NonZeroUsize,
    on_evict: Option<Box<dyn FnMut(&K, V)>>,
}

impl<K: Eq + Hash + Clone, V> Lru<K, V> {
    pub fn new(cap: usize) -> Option<Self> {
        Some(Self::with_hasher(NonZeroUsize::new(cap)?, RandomState::new()))
    }
}
impl<K: Eq + Hash + Clone, V, S: BuildHasher> Lru<K, V, S> {
    pub fn with_hasher(cap: NonZeroUsize, s: S) -> Self {
        Lru {
            map: HashMap::with_capacity_and_hasher(cap.get(), s),
            arena: Vec::with_capacity(cap.get()),
            head: NIL,
            tail: NIL,
            cap,
            on_evict: None,
        }
    }
    pub fn on_evict(mut self, f: impl FnMut(&K, V) + 'static) -> Self {
        self.on_evict = Some(Box::new(f));
        self
    }
    fn unlink(&mut self, i: usize) {
        let (p, n) = (self.arena[i].prev, self.arena[i].next);
        match p {
            NIL => self.head = n,
            p => self.arena[p].next = n,
        }
        match n {
            NIL => self.tail = p,
            n => self.arena[n].prev = p,
        }
    }
    fn push_front(&mut self, i: usize) {
        let old = std::mem::replace(&mut self.head, i);
        let node = &mut self.arena[i];
        (node.prev, node.next) = (NIL, old);
        if old == NIL {
            self.tail = i;
        } else {
            self.arena[old].prev = i;
        }
    }
    pub fn get<Q: ?Sized>(&mut self, k: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        let &i = self.map.get(k)?;
        self.unlink(i);
        self.push_front(i);
        Some(&mut self.arena[i].val)
    }
    pub fn put(&mut self, k: K, v: V) -> Option<V> {
        if let Some(slot) = self.get(&k) {
            return Some(std::mem::replace(slot, v));
        }
        let i = if self.arena.len() == self.cap.get() {
            let i = self.tail;
            self.unlink(i);
            let node =
                std::mem::replace(&mut self.arena[i], Node { key: k.clone(), val: v, prev: NIL, next: NIL });
            self.map.remove(&node.key);
            if let Some(f) = self.on_evict.as_mut() {
                f(&node.key, node.val)
            }
            i
        } else {
            self.arena.push(Node { key: k.clone(), val: v, prev: NIL, next: NIL });
            self.arena.len() - 1
        };
        self.push_front(i);
        self.map.insert(k, i);
        None
    }
    pub fn iter(&self) -> Iter<'_, K, V, S> {
        Iter { lru: self, at: self.head }
    }
}
pub struct Iter<'a, K, V, S> {
    lru: &'a Lru<K, V, S>,
    at: usize,
}
impl<'a, K, V, S> Iterator for Iter<'a, K, V, S> {
    type Item = (&'a K, &'a V);
    fn next(&mut self) -> Option<Self::Item> {
        let node = self.lru.arena.get(self.at)?;
        self.at = node.next;
        Some((&node.key, &node.val))
    }
}
impl<'a, K: Eq + Hash + Clone, V, S: BuildHasher> IntoIterator for &'a Lru<K, V, S> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V, S>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
impl<K: Debug + Eq + Hash + Clone, V: Debug, S: BuildHasher> Debug for Lru<K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}
impl<K: Eq + Hash + Clone, V, S: BuildHasher> Extend<(K, V)> for Lru<K, V, S> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, iter: I) {
        for (k, v) in iter {
            self.put(k, v);
        }
    }
}

#[derive(Default, Clone)]
struct Fnv(u64);
impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = (self.0 ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
#[derive(Default, Clone, Copy)]
struct FnvBuild;
impl BuildHasher for FnvBuild {
    type Hasher = Fnv;
    fn build_hasher(&self) -> Fnv {
        Fnv(0xcbf29ce484222325)
    }
}

#[derive(Default)]
struct Lfu<K: Ord, V> {
    vals: BTreeMap<K, (V, u32, u64)>,
    order: BTreeSet<(u32, u64, K)>,
    tick: u64,
}
impl<K: Ord + Clone, V> Lfu<K, V> {
    fn touch(&mut self, k: &K) -> Option<&V> {
        self.tick += 1;
        let (v, freq, at) = self.vals.get_mut(k)?;
        self.order.remove(&(*freq, *at, k.clone()));
        *freq += 1;
        *at = self.tick;
        self.order.insert((*freq, *at, k.clone()));
        Some(v)
    }
    fn put(&mut self, k: K, v: V, cap: usize) -> Option<K> {
        self.tick += 1;
        let mut gone = None;
        if self.vals.len() >= cap && !self.vals.contains_key(&k) {
            if let Some((_, _, victim)) = self.order.pop_first() {
                self.vals.remove(&victim);
                gone = Some(victim);
            }
        }
        if let Some((_, f, a)) = self.vals.insert(k.clone(), (v, 1, self.tick)) {
            self.order.remove(&(f, a, k.clone()));
        }
        self.order.insert((1, self.tick, k));
        gone
    }
}
impl<K: Ord, V> Index<&K> for Lfu<K, V> {
    type Output = V;
    fn index(&self, k: &K) -> &V {
        &self.vals[k].0
    }
}
impl<K: Ord, V> IndexMut<&K> for Lfu<K, V> {
    fn index_mut(&mut self, k: &K) -> &mut V {
        &mut self.vals.get_mut(k).expect("no entry").0
    }
}

fn memo<A: Copy + Eq + Hash, R: Clone>(f: impl Fn(&mut dyn FnMut(A) -> R, A) -> R) -> impl FnMut(A) -> R {
    fn go<A: Copy + Eq + Hash, R: Clone>(
        cache: &mut HashMap<A, R>,
        f: &dyn Fn(&mut dyn FnMut(A) -> R, A) -> R,
        a: A,
    ) -> R {
        if let Some(r) = cache.get(&a) {
            return r.clone();
        }
        let r = f(&mut |x| go(cache, f, x), a);
        match cache.entry(a) {
            Entry::Vacant(e) => e.insert(r).clone(),
            Entry::Occupied(e) => e.get().clone(),
        }
    }
    let mut cache = HashMap::new();
    move |a| go(&mut cache, &f, a)
}

fn show<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().fold(String::new(), |mut s, x| {
        if !s.is_empty() {
            s.push('|');
        }
        write!(s, "{x}").unwrap();
        s
    })
}

fn main() {
    let evicted = Rc::new(Cell::new(0));
    let e2 = evicted.clone();
    let mut lru = Lru::new(2).unwrap().on_evict(move |k: &String, v: i32| {
        println!("evict {k}={v}");
        e2.set(e2.get() + v);
    });
    lru.extend([("one".to_string(), 1), ("two".to_string(), 2)]);
    *lru.get("one").unwrap() += 10;
    println!("{:?} {:?}", lru.put("three".into(), 3), lru.get("two"));
    println!("{lru:?} {}", lru.put("one".into(), 0).unwrap_or(-1));
    println!("{} evicted={}", show(lru.iter().map(|(k, _)| k)), evicted.get());
    assert!(Lru::<u8, u8>::new(0).is_none());

    let mut f = Lru::with_hasher(NonZeroUsize::MIN.saturating_add(2), FnvBuild);
    for w in "a b c a d e a".split_whitespace() {
        let n = f.get(w).map(|n| {
            *n += 1;
            *n
        });
        if n.is_none() {
            f.put(w, 1);
        }
    }
    for (k, v) in &f {
        print!("{k}:{v} ");
    }
    println!("{:#x}", FnvBuild.hash_one(7u8));

    let mut lfu = Lfu::default();
    for k in ["x", "y", "z"] {
        lfu.put(k, k.len() * 10, 3);
    }
    lfu.touch(&"x");
    lfu.touch(&"z");
    println!("{:?} {:?}", lfu.put("w", 99, 3), lfu.touch(&"y"));
    lfu[&"w"] += 1;
    println!("{} {:?}", lfu[&"w"], lfu.order.iter().map(|t| t.2).collect::<Vec<_>>());

    let mut fib = memo(|rec: &mut dyn FnMut(u64) -> u64, n| if n < 2 { n } else { rec(n - 1) + rec(n - 2) });
    println!("{} {}", fib(80), fib(10));
    let mut paths = memo(
        |rec: &mut dyn FnMut((u32, u32)) -> u128, (r, c)| {
            if r == 0 || c == 0 { 1 } else { rec((r - 1, c)) + rec((r, c - 1)) }
        },
    );
    println!("{}", paths((16, 16)));
}
