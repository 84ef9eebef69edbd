use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::cmp::Reverse;

fn main() {
    let mut map = HashMap::new();
    map.insert("one", 1);
    map.insert("two", 2);
    println!("{:?} {:?}", map.get("one").copied(), map.insert("one", 11));
    println!("{}", map["one"]);
    println!("{} {:?} {}", map.contains_key("two"), map.remove("two"), map.len());
    *map.entry("three").or_insert(0) += 3;
    map.entry("three").and_modify(|it| *it *= 2).or_default();
    let mut keys: Vec<_> = map.iter().map(|(k, v)| format!("{k}={v}")).collect();
    keys.sort();
    println!("{keys:?}");
    if let Some(value) = map.get_mut("one") {
        *value = 5;
    }
    println!("{}", map.values().sum::<i32>());
    let tree: BTreeMap<i32, &str> = [(3, "c"), (1, "a"), (2, "b")].into_iter().collect();
    println!("{tree:?} {:?} {:?}", tree.first_key_value(), tree.range(2..).collect::<Vec<_>>());
    for (key, value) in &tree {
        print!("{key}{value} ");
    }
    println!();
    let a: HashSet<i32> = (1..5).collect();
    let b: HashSet<i32> = [3, 4, 5].into();
    let mut both: Vec<_> = a.intersection(&b).copied().collect();
    both.sort_unstable();
    println!("{both:?} {} {}", a.contains(&1), a.is_subset(&b));
    let set: BTreeSet<char> = "hello".chars().collect();
    println!("{set:?}");
    let mut heap = BinaryHeap::from(vec![2, 9, 4]);
    heap.push(7);
    println!("{:?} {:?}", heap.pop(), heap.peek());
    let mut least = BinaryHeap::new();
    least.push(Reverse(3));
    least.push(Reverse(1));
    println!("{:?}", least.pop().map(|Reverse(it)| it));
    println!("{:?}", heap.into_sorted_vec());
    let mut queue: VecDeque<i32> = VecDeque::new();
    queue.push_back(1);
    queue.push_back(2);
    queue.push_front(0);
    println!("{queue:?} {:?} {:?} {}", queue.pop_front(), queue.back(), queue.len());
    queue.rotate_left(1);
    println!("{:?}", queue.iter().collect::<Vec<_>>());
}
