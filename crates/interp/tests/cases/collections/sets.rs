use std::collections::{BTreeSet, HashSet};

fn sorted<T: Ord>(it: impl IntoIterator<Item = T>) -> Vec<T> { let mut v: Vec<T> = it.into_iter().collect(); v.sort(); v }

fn main() {
    let mut a: HashSet<i32> = [1, 2, 3].into_iter().collect();
    let b = HashSet::from([3, 4]);
    println!("{} {} {}", a.insert(3), a.insert(9), a.len());
    println!("{:?} {:?}", sorted(a.union(&b)), sorted(a.intersection(&b)));
    println!("{:?} {:?}", sorted(a.difference(&b)), sorted(a.symmetric_difference(&b).copied()));
    println!("{:?} {:?}", sorted(&a & &b), sorted(&a - &b));
    println!("{} {} {}", a.contains(&1), a.is_disjoint(&b), HashSet::from([3]).is_subset(&a));
    println!("{} {} {:?}", a.remove(&1), a.remove(&1), a.take(&2));
    println!("{:?} {}", sorted(a.iter().map(|n| n * 2)), a == HashSet::from([9, 3]));
    let unique: HashSet<char> = "mississippi".chars().collect();
    println!("{} {:?}", unique.len(), sorted(unique));
    let mut seen = HashSet::new();
    let repeated: Vec<_> = [1, 2, 1, 3, 2].into_iter().filter(|n| !seen.insert(*n)).collect();
    println!("{repeated:?}");
    let mut t: BTreeSet<&str> = ["pear", "apple", "fig"].into();
    println!("{t:?} {:?} {:?}", t.first(), t.last());
    println!("{:?}", t.range("b"..).collect::<Vec<_>>());
    println!("{:?}", t.pop_first());
    t.extend(["kiwi", "fig"]);
    println!("{:?} {:?}", t.iter().rev().collect::<Vec<_>>(), t.get("kiwi"));
    let u = BTreeSet::from(["fig", "zoo"]);
    println!("{:?} {:?}", t.union(&u).collect::<Vec<_>>(), &t | &u);
    println!("{:?} {} {}", t.intersection(&u).collect::<Vec<_>>(), t.is_superset(&u), t.len());
    t.retain(|s| s.len() == 4);
    t.replace("pear");
    println!("{t:?}");
    a.clear();
    println!("{:?} {}", a, a.is_empty());
}
