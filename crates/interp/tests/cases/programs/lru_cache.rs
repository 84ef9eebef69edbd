// An LRU cache over an arena, with Borrow, Index and iterators with lifetimes.
use std::borrow::Borrow;
use std::collections::HashMap;
use std::fmt::{self, Debug};
use std::hash::Hash;
use std::num::NonZeroUsize;
use std::ops::Index;

/// An LRU cache over an arena of nodes linked by indices.
pub struct Lru<K, V> {
    map: HashMap<K, usize>,
    nodes: Vec<Node<K, V>>,
    head: Option<usize>,
    tail: Option<usize>,
    capacity: NonZeroUsize,
    hits: u64,
    misses: u64,
}

struct Node<K, V> {
    key: K,
    value: V,
    prev: Option<usize>,
    next: Option<usize>,
}

impl<K: Hash + Eq + Clone, V> Lru<K, V> {
    pub fn new(capacity: NonZeroUsize) -> Self {
        Lru {
            map: HashMap::with_capacity(capacity.get()),
            nodes: Vec::with_capacity(capacity.get()),
            head: None,
            tail: None,
            capacity,
            hits: 0,
            misses: 0,
        }
    }

    fn unlink(&mut self, i: usize) {
        let (prev, next) = (self.nodes[i].prev.take(), self.nodes[i].next.take());
        match prev {
            Some(p) => self.nodes[p].next = next,
            None => self.head = next,
        }
        match next {
            Some(n) => self.nodes[n].prev = prev,
            None => self.tail = prev,
        }
    }

    fn push_front(&mut self, i: usize) {
        self.nodes[i].next = self.head;
        if let Some(h) = self.head.replace(i) {
            self.nodes[h].prev = Some(i);
        } else {
            self.tail = Some(i);
        }
    }

    pub fn get<Q>(&mut self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let Some(&i) = self.map.get(key) else {
            self.misses += 1;
            return None;
        };
        self.hits += 1;
        self.unlink(i);
        self.push_front(i);
        Some(&self.nodes[i].value)
    }

    pub fn put(&mut self, key: K, value: V) -> Option<(K, V)> {
        if let Some(&i) = self.map.get(&key) {
            let old = std::mem::replace(&mut self.nodes[i].value, value);
            self.unlink(i);
            self.push_front(i);
            return Some((key, old));
        }
        if self.nodes.len() < self.capacity.get() {
            let i = self.nodes.len();
            self.nodes.push(Node { key: key.clone(), value, prev: None, next: None });
            self.map.insert(key, i);
            self.push_front(i);
            return None;
        }
        let i = self.tail.expect("a full cache has a tail");
        self.unlink(i);
        let node = &mut self.nodes[i];
        let old_key = std::mem::replace(&mut node.key, key.clone());
        let old_value = std::mem::replace(&mut node.value, value);
        self.map.remove(&old_key);
        self.map.insert(key, i);
        self.push_front(i);
        Some((old_key, old_value))
    }

    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { cache: self, at: self.head }
    }

    pub fn hit_rate(&self) -> f32 {
        let total = self.hits + self.misses;
        if total == 0 { 0.0 } else { self.hits as f32 / total as f32 * 100.0 }
    }
}

pub struct Iter<'a, K, V> {
    cache: &'a Lru<K, V>,
    at: Option<usize>,
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);
    fn next(&mut self) -> Option<Self::Item> {
        let node = &self.cache.nodes[self.at?];
        self.at = node.next;
        Some((&node.key, &node.value))
    }
}

impl<'a, K: Hash + Eq + Clone, V> IntoIterator for &'a Lru<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;
    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

impl<K: Hash + Eq + Clone + Debug, V: Debug> Debug for Lru<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl<K: Hash + Eq, V> Index<&K> for Lru<K, V> {
    type Output = V;
    fn index(&self, key: &K) -> &V {
        &self.nodes[self.map[key]].value
    }
}

fn memoised(n: u64, cache: &mut Lru<u64, u128>) -> u128 {
    if n < 2 {
        return u128::from(n);
    }
    if let Some(v) = cache.get(&n) {
        return *v;
    }
    let v = memoised(n - 1, cache) + memoised(n - 2, cache);
    cache.put(n, v);
    v
}

fn main() {
    let mut cache = Lru::new(NonZeroUsize::new(3).unwrap());
    for (i, word) in "to be or not to be that is the question".split_whitespace().enumerate() {
        match cache.put(word.to_string(), i) {
            Some((k, v)) if k == word => println!("{word:<9} updates {v}"),
            Some((k, v)) => println!("{word:<9} evicts {k}={v}"),
            None => println!("{word:<9} fits"),
        }
    }
    println!("{cache:?}");
    println!("{:?}", cache.get("is"));
    println!("{:?}", cache.get("to").copied());
    println!("{:?}", cache);
    println!("{}", cache[&"the".to_string()]);
    let total: usize = cache.iter().map(|(_, v)| v).sum();
    let mut keys = Vec::new();
    for (k, _) in &cache {
        keys.push(k.as_str());
    }
    println!("{total} {}", keys.join("<"));
    println!("{:.1}%", cache.hit_rate());

    let mut fibs = Lru::new(NonZeroUsize::MIN.saturating_add(7));
    println!("{}", memoised(150, &mut fibs));
    println!("{:#?}", fibs.iter().last().map(|(k, v)| (*k, v.to_string())));
    println!("{:?}", NonZeroUsize::new(0).is_none());
}
