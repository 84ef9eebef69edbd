use std::collections::HashMap;
use std::collections::hash_map::Entry;

#[derive(Debug, PartialEq, Eq, Hash, Clone)]
enum Key { Id(u32), Name(String) }

fn sorted<K: Ord + Clone, V: Clone>(m: &HashMap<K, V>) -> Vec<(K, V)> {
    let mut v: Vec<_> = m.iter().map(|(k, v)| (k.clone(), v.clone())).collect();
    v.sort_by(|a, b| a.0.cmp(&b.0));
    v
}

fn main() {
    let mut m = HashMap::new();
    println!("{:?} {:?}", m.insert("a", 1), m.insert("a", 2));
    m.extend([("b", 3), ("c", 4)]);
    println!("{:?} {} {:?}", m.get("a"), m["b"], m.get("zz"));
    *m.get_mut("c").unwrap() += 10;
    println!("{:?} {:?} {}", m.remove("a"), m.remove("a"), m.len());
    *m.entry("b").or_insert(0) += 1;
    m.entry("d").or_insert_with(|| 40);
    m.entry("b").and_modify(|v| *v *= 2).or_insert(99);
    println!("{:?}", sorted(&m));
    match m.entry("d") { Entry::Occupied(mut e) => { println!("{} {}", e.key(), e.get()); *e.get_mut() += 1; e.insert(7); } Entry::Vacant(_) => println!("vacant") }
    if let Entry::Vacant(e) = m.entry("e") { e.insert(5); }
    println!("{:?}", m.get_key_value("e"));
    println!("{:?}", m.remove_entry("d"));
    m.retain(|_, v| *v > 5);
    println!("{:?} {}", sorted(&m), m.contains_key("e"));
    for v in m.values_mut() { *v += 1; }
    for (_, v) in &mut m { *v *= 2; }
    let mut values: Vec<_> = m.values().copied().collect();
    values.sort();
    println!("{values:?} {}", m.keys().map(|k| k.len()).sum::<usize>());
    let words: HashMap<String, usize> = "a b a c b a".split(' ').fold(HashMap::new(), |mut m, w| { *m.entry(w.to_string()).or_default() += 1; m });
    println!("{:?} {}", sorted(&words), words == HashMap::from([("a".into(), 3), ("b".into(), 2), ("c".into(), 1)]));
    let mut keyed: HashMap<Key, Vec<u8>> = HashMap::with_capacity(4);
    keyed.entry(Key::Id(1)).or_default().push(1);
    keyed.entry(Key::Name("x".into())).or_default().push(2);
    keyed.entry(Key::Id(1)).or_default().push(3);
    println!("{:?} {:?} {}", keyed[&Key::Id(1)], keyed.get(&Key::Name("x".to_string())), keyed.len());
    let tuple: HashMap<(i32, i32), char> = [((0, 1), 'x')].into_iter().collect();
    println!("{:?} {:?}", tuple.get(&(0, 1)), tuple);
    let mut taken: Vec<_> = m.drain().collect();
    taken.sort();
    println!("{taken:?} {}", m.is_empty());
    println!("{:?}", words.into_values().max());
}
