use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

struct Cache<K, V, F> where F: Fn(&K) -> V { make: F, map: RefCell<BTreeMap<K, V>>, hits: Cell<u32>, misses: Cell<u32> }

impl<K: Ord + Clone, V: Clone, F: Fn(&K) -> V> Cache<K, V, F> {
    fn new(make: F) -> Self { Self { make, map: RefCell::new(BTreeMap::new()), hits: Cell::new(0), misses: Cell::new(0) } }
    fn get(&self, k: K) -> V {
        if let Some(v) = self.map.borrow().get(&k) { self.hits.set(self.hits.get() + 1); return v.clone(); }
        self.misses.set(self.misses.get() + 1);
        let v = (self.make)(&k);
        self.map.borrow_mut().insert(k, v.clone());
        v
    }
}

fn main() {
    let c = Cache::new(|s: &String| s.chars().rev().collect::<String>());
    for s in ["abc", "x", "abc", "x", "xy"] { print!("{} ", c.get(s.to_string())); }
    println!("{} {}", c.hits.get(), c.misses.get());
    let squares = Cache::new(|n: &u64| n * n);
    println!("{} {}", (0..10).map(|i| squares.get(i % 4)).sum::<u64>(), squares.hits.get());
    println!("{:?}", squares.map.into_inner());
}
