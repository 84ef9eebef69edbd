use std::collections::BTreeMap;
use std::fmt::Debug;

trait Store { type Key: Ord + Debug + Clone; type Value; fn load(&self, key: &Self::Key) -> Option<&Self::Value>; }

struct Map<V>(BTreeMap<String, V>);
impl<V> Store for Map<V> { type Key = String; type Value = V; fn load(&self, key: &String) -> Option<&V> { self.0.get(key) } }

fn all<S>(store: &S, keys: &[S::Key]) -> Vec<(S::Key, bool)> where S: Store, S::Value: PartialEq + Default {
    keys.iter().map(|k| (k.clone(), store.load(k).is_some_and(|v| *v != S::Value::default()))).collect()
}

fn transform<T, U, F>(items: Vec<T>, f: F) -> Vec<U> where F: FnMut(T) -> Option<U>, T: Debug { items.into_iter().filter_map(f).collect() }

fn main() {
    let m = Map(BTreeMap::from([("a".to_string(), 1), ("b".to_string(), 0)]));
    println!("{:?}", all(&m, &["a".into(), "b".into(), "c".into()]));
    let mut n = 0;
    println!("{:?}", transform(vec!["1", "x", "3"], |s| { n += 1; s.parse::<i32>().ok().map(|v| v * n) }));
}
