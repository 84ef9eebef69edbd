use std::collections::VecDeque;
use std::fmt::Debug;

#[derive(Debug)]
struct Lru<K, V> { limit: usize, items: VecDeque<(K, V)> }

impl<K: PartialEq + Debug, V> Lru<K, V> {
    fn new(limit: usize) -> Self { assert!(limit > 0, "no room"); Lru { limit, items: VecDeque::with_capacity(limit) } }
    fn get(&mut self, key: &K) -> Option<&V> {
        let at = self.items.iter().position(|(k, _)| k == key)?;
        let item = self.items.remove(at)?;
        self.items.push_front(item);
        self.items.front().map(|(_, v)| v)
    }
    fn put(&mut self, key: K, value: V) -> Option<(K, V)> {
        if let Some(at) = self.items.iter().position(|(k, _)| *k == key) { self.items.remove(at); }
        self.items.push_front((key, value));
        if self.items.len() > self.limit { self.items.pop_back() } else { None }
    }
}

fn main() {
    let mut c = Lru::new(2);
    println!("{:?} {:?}", c.put("a", 1), c.put("b", 2));
    println!("{:?}", c.get(&"a").copied());
    println!("{:?} {:?}", c.put("c", 3), c.get(&"b"));
    println!("{:?} {c:?}", c.put("a", 9));
    println!("{}", std::panic::catch_unwind(|| Lru::<u8, u8>::new(0)).is_err());
}
