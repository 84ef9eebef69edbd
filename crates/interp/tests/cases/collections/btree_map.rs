use std::collections::BTreeMap;
use std::ops::Bound;

fn main() {
    let mut m: BTreeMap<i32, &str> = [(5, "five"), (1, "one"), (3, "three"), (9, "nine")].into();
    println!("{m:?} {}", m.len());
    println!("{:?} {:?}", m.first_key_value(), m.last_key_value());
    println!("{:?}", m.range(2..6).collect::<Vec<_>>());
    println!("{:?}", m.range(..=3).rev().map(|(k, _)| *k).collect::<Vec<_>>());
    println!("{:?}", m.range((Bound::Excluded(3), Bound::Unbounded)).next());
    println!("{:?} {:?}", m.pop_first(), m.insert(5, "FIVE"));
    for (_, v) in m.range_mut(4..) { *v = "big"; }
    println!("{m:?}");
    let high = m.split_off(&5);
    println!("{m:?} {high:?}");
    m.append(&mut high.clone());
    println!("{:?} {:?}", m.keys().collect::<Vec<_>>(), m.values().collect::<Vec<_>>());
    m.retain(|k, _| k % 3 == 0);
    println!("{m:?} {:?} {:?}", m.get(&9), m.contains_key(&5));
    *m.entry(9).or_insert("x") = "NINE";
    m.entry(0).or_insert_with(|| "zero");
    println!("{:?}", m.iter().next_back());
    println!("{:?}", m.remove(&0));
    println!("{:?}", m.first_entry().map(|e| e.remove_entry()));
    let inverted: BTreeMap<String, Vec<i32>> = [(1, "a"), (2, "b"), (3, "a")].iter().fold(BTreeMap::new(), |mut acc, (n, s)| { acc.entry(s.to_string()).or_insert_with(Vec::new).push(*n); acc });
    println!("{inverted:?}");
    println!("{:?}", inverted.into_iter().map(|(k, v)| format!("{k}{}", v.len())).collect::<Vec<_>>());
    println!("{}", BTreeMap::from([(1, 2)]) < BTreeMap::from([(1, 3)]));
    println!("{:?}", m.into_keys().collect::<Vec<_>>());
}
