//! Iterators shown by `{:?}`.
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

fn maps() {
    let mut map = BTreeMap::from([("a", 1), ("b", 2)]);
    println!("{:?} {:?} {:?}", map.keys(), map.values(), map.iter());
    println!("{:?} {:?} {:?}", map.clone().into_iter(), map.clone().into_values(), map.clone().into_keys());
    println!("{:?}", map.values_mut());
    println!("{:?}", map.iter_mut());
    println!("{:#?}", map.keys());
    let mut keys = map.keys();
    keys.next();
    println!("{keys:?}");
    let hashed = HashMap::from([(1, 'x')]);
    println!("{:?} {:?} {:?}", hashed.iter(), hashed.keys(), hashed.values());
    println!("{:?} {:?} {:?}", hashed.clone().into_iter(), hashed.clone().into_keys(), hashed.into_values());
    let set = BTreeSet::from([3, 1]);
    println!("{:?} {:?} {:?}", set.iter(), HashSet::from([1]).iter(), set.iter().rev().collect::<Vec<_>>());
}

fn adaptors() {
    let list = [1, 2, 3];
    println!("{:?} {:?} {:?}", list.iter(), list.chunks(2), list.windows(2));
    println!("{:?} {:?}", list.iter().map(|it| it + 1), list.iter().filter(|it| **it > 1).skip(1));
    println!("{:?} {:?}", list.iter().filter_map(|it: &i32| it.checked_sub(1)), list.iter().inspect(|_| ()));
    println!("{:?}", list.iter().take_while(|it| **it > 1));
    println!("{:?}", list.iter().skip_while(|it| **it > 1));
    println!("{:?}", list.iter().scan(5, |_, it| Some(it)).enumerate());
    println!("{:?} {:?}", std::iter::empty::<u8>(), std::iter::successors(Some(2), |it| Some(it * 2)));
    println!("{:?} {:?}", vec![1, 2, 3].drain(1..), "aé".char_indices());
}

fn main() {
    maps();
    adaptors();
}
