//! A program that uses many items of the library; its output is in the file beside it.
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque, BinaryHeap, BTreeSet};
fn main() {
    let mut v = vec![3, 1, 2];
    v.push(10);
    v.sort();
    println!("{:?} {}", v, v.len());
    let w: Vec<i32> = v.iter().map(|x| x * 2).filter(|x| x % 3 != 0).collect();
    println!("{:?}", w);
    let total: i32 = v.iter().sum();
    println!("{total}");
    let s = String::from("hello world");
    println!("{} {} {:?}", s.to_uppercase(), s.len(), s.split_whitespace().collect::<Vec<_>>());
    for (i, c) in s.chars().enumerate().take(3) { print!("{i}{c} "); }
    println!();
    let mut m = HashMap::new();
    m.insert("a", 1);
    *m.entry("a").or_insert(0) += 5;
    m.entry("b").or_insert(7);
    println!("{:?} {:?}", m.get("a"), m["b"]);
    let mut b: BTreeMap<String, i32> = BTreeMap::new();
    b.insert("z".to_string(), 1); b.insert("c".into(), 2);
    println!("{:?}", b);
    for (k, v) in &b { println!("{k}={v}"); }
    let set: HashSet<i32> = [1, 2, 2, 3].into_iter().collect();
    println!("{}", set.len());
    let bs: BTreeSet<_> = [3, 1, 2].into();
    println!("{:?}", bs);
    let mut d = VecDeque::new();
    d.push_back(1); d.push_front(0); d.push_back(2);
    println!("{:?} {:?}", d.pop_front(), d);
    let mut h = BinaryHeap::new();
    h.push(3); h.push(9); h.push(1);
    println!("{:?} {:?}", h.pop(), h.into_sorted_vec());
    println!("{:?}", 250u8.checked_add(10));
    println!("{} {} {}", 250u8.wrapping_add(10), 250u8.saturating_add(10), (-7i32).rem_euclid(3));
    println!("{:?} {:.3} {}", 2f64.powi(10), std::f64::consts::PI, (2.0f64).sqrt());
    let o: Option<i32> = Some(4);
    println!("{:?} {:?} {}", o.map(|x| x + 1), o.and_then(|x| if x > 5 { Some(x) } else { None }), o.unwrap_or(0));
    let t = (1, "a", 2.5);
    println!("{:?} {:#?}", t, Some(vec![1]));
    let mut it = v.iter().peekable();
    while let Some(x) = it.next() { if let Some(n) = it.peek() { print!("{}<{} ", x, n); } }
    println!();
    println!("{:?}", v.chunks(2).map(|c| c.to_vec()).collect::<Vec<_>>());
    println!("{:?}", v.windows(2).map(|w| w[1] - w[0]).collect::<Vec<i32>>());
    println!("{:?}", v.iter().rev().zip(0..).collect::<Vec<_>>());
    println!("{}", vec!["a", "b"].join("-"));
    println!("{:?}", (1..=5).fold(1, |a, b| a * b));
    println!("{:?} {:?}", v.iter().max(), v.iter().min_by_key(|x| (**x - 5).abs()));
    println!("{:?}", v.iter().position(|&x| x == 3));
    println!("{}", "abc".replace("b", "XX"));
    println!("{:?}", "  pad ".trim());
    println!("{:>8}|{:<8}|{:^8}|", "ab", "cd", "ef");
    println!("{:08.3} {:+} {:#x} {:#b} {:e}", 3.14159, 5, 255, 5, 1234.5);
    let (a, bb): (Vec<i32>, Vec<i32>) = v.iter().partition(|x| **x > 2);
    println!("{:?} {:?}", a, bb);
}
