use std::borrow::Cow;
use std::collections::{hash_map::Entry, btree_map, BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::cmp::Reverse;
use std::fmt::Write;
use std::ops::ControlFlow;
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Suit { Clubs, Hearts }
#[derive(Debug, Clone, Default)]
struct Stats { count: usize, mean: Option<f64>, words: Vec<String> }

fn dijkstra(graph: &HashMap<char, Vec<(char, u32)>>, start: char) -> BTreeMap<char, u32> {
    let mut best = BTreeMap::from([(start, 0)]);
    let mut heap = BinaryHeap::from([Reverse((0, start))]);
    while let Some(Reverse((cost, at))) = heap.pop() {
        if cost > best[&at] { continue; }
        for &(to, weight) in graph.get(&at).into_iter().flatten() {
            let next = cost + weight;
            if best.get(&to).is_none_or(|&old| next < old) { best.insert(to, next); heap.push(Reverse((next, to))); }
        }
    }
    best
}
fn normal(text: &str) -> Cow<'_, str> { if text.chars().any(char::is_uppercase) { text.to_lowercase().into() } else { text.into() } }

fn main() {
    let text = "the quick brown fox jumps over the lazy dog The end";
    let mut counts: HashMap<Cow<str>, usize> = HashMap::new();
    for word in text.split_ascii_whitespace() { *counts.entry(normal(word)).or_default() += 1; }
    let mut top: Vec<_> = counts.iter().filter(|(_, n)| **n > 1).collect();
    top.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
    println!("{top:?} {}", counts.values().copied().max().unwrap());
    match counts.entry("fox".into()) { Entry::Occupied(mut e) => { *e.get_mut() += 9; println!("{}", e.key()); println!("{:?}", e.remove()); } Entry::Vacant(_) => unreachable!() }
    println!("{:?} {}", counts.get("fox"), counts.contains_key("dog"));
    let groups = text.split(' ').fold(BTreeMap::<usize, BTreeSet<&str>>::new(), |mut all, word| { all.entry(word.len()).or_default().insert(word); all });
    println!("{groups:?}");
    println!("{:?} {:?}", groups.range(4..).next(), groups.last_key_value().map(|(k, v)| (k, v.len())));
    let graph = HashMap::from([('a', vec![('b', 7), ('c', 3)]), ('c', vec![('b', 1), ('d', 8)]), ('b', vec![('d', 2)])]);
    println!("{:?}", dijkstra(&graph, 'a'));
    let (a, b): (HashSet<i32>, HashSet<i32>) = ((1..6).collect(), [4, 5, 6].into());
    let sorted = |it: &mut dyn Iterator<Item = i32>| { let mut v: Vec<_> = it.collect(); v.sort(); v };
    println!("{:?} {:?} {:?}", sorted(&mut a.intersection(&b).copied()), sorted(&mut (&a - &b).into_iter()), sorted(&mut a.symmetric_difference(&b).cloned()));
    println!("{} {}", a.is_subset(&b), a.is_disjoint(&HashSet::from([9])));
    let mut ring: VecDeque<_> = (1..=5).collect();
    ring.rotate_left(2);
    ring.push_front(0);
    println!("{ring:?} {:?} {:?}", ring.back(), ring.iter().rev().take(2).collect::<Vec<_>>());
    println!("{}", ring.make_contiguous().len());
    ring.retain(|n| n % 2 == 1);
    println!("{ring:?} {:?}", ring.binary_search(&9).is_err());
    println!("{:?}", ring.drain(..1).collect::<Vec<_>>());
    let mut list: LinkedList<&str> = ["b", "c"].into_iter().collect();
    list.push_front("a");
    println!("{:?}", list.pop_back());
    println!("{list:?} {}", list.len());
    let mut hands: BTreeMap<Suit, Vec<u8>> = BTreeMap::new();
    hands.entry(Suit::Hearts).or_default().extend([3, 1, 2]);
    hands.entry(Suit::Clubs).and_modify(|v| v.push(9)).or_insert_with(|| vec![7]);
    if let btree_map::Entry::Occupied(e) = hands.entry(Suit::Clubs) { println!("{:?} {:?}", e.key(), e.get()); }
    for hand in hands.values_mut() { hand.sort_unstable_by(|a, b| b.cmp(a)); }
    println!("{hands:#?}");
    let numbers: [i8; 6] = [3, 8, 2, 9, 4, 1];
    let found = numbers.iter().try_for_each(|&n| if n > 8 { ControlFlow::Break(n) } else { ControlFlow::Continue(()) });
    println!("{found:?} {:?}", numbers.iter().try_fold(0i8, |acc, &n| n.checked_mul(20).and_then(|m| acc.checked_add(m))));
    println!("{:?} {:?}", numbers.iter().partition::<Vec<i8>, _>(|n| **n > 3), numbers.iter().position(|&n| n == 9));
    println!("{:?}", numbers.windows(2).map(|w| w[1] - w[0]).collect::<Vec<_>>());
    println!("{:?} {:?}", numbers.iter().min_by_key(|n| (**n - 5).abs()), numbers.iter().copied().reduce(|a, b| a / 2 + b));
    println!("{:?}", numbers.chunks(4).map(|c| c.iter().map(|n| n.to_string()).collect::<Vec<_>>().join("+")).collect::<Vec<_>>());
    let (names, ages): (Vec<_>, Vec<_>) = [("ann", 30), ("bob", 25)].into_iter().unzip();
    println!("{names:?} {ages:?} {:?}", names.iter().zip(&ages).map(|(n, a)| format!("{n}:{a}")).collect::<Vec<_>>().concat());
    println!("{:?}", (1..=3).flat_map(|x| (x..=3).map(move |y| (x, y))).filter(|(x, y)| x != y).collect::<Vec<_>>());
    println!("{:?} {:?}", ["1", "x", "3"].iter().map(|s| s.parse::<i32>()).collect::<Result<Vec<_>, _>>().is_err(), ["1", "3"].iter().map(|s| s.parse::<i32>().ok()).collect::<Option<Vec<_>>>());
    println!("{:?} {:?}", [1.5, 0.5].iter().cloned().fold(f64::INFINITY, f64::min), (1..=5).rev().step_by(2).collect::<Vec<_>>());
    println!("{:?}", std::iter::repeat_with({ let mut n = 1; move || { n *= 3; n } }).skip_while(|n| *n < 10).take(3).chain(std::iter::once(0)).collect::<Vec<_>>());
    let mut letters = "hello".chars().peekable();
    let mut runs = String::new();
    while let Some(c) = letters.next() { let mut n = 1; while letters.next_if_eq(&c).is_some() { n += 1; } write!(runs, "{n}{c}").unwrap(); }
    println!("{runs} {:?}", "a1b22".split(|c: char| c.is_ascii_digit()).filter(|s| !s.is_empty()).collect::<Vec<_>>());
    println!("{:?} {:?} {:?}", "k=v=w".split_once('='), "a,b,c".rsplitn(2, ',').collect::<Vec<_>>(), "  pad ".trim_start());
    println!("{:?}", "één".char_indices().map(|(i, c)| (i, c.len_utf8())).collect::<Vec<_>>());
    println!("{:?} {:?} {}", "abc".bytes().rev().map(char::from).collect::<String>(), "x".repeat(3), "ß".to_uppercase());
    let stats = Stats { count: 2, ..Default::default() };
    let copy = Stats { words: vec!["w".into()], mean: Some(1.25), ..stats.clone() };
    println!("{stats:?}\n{copy:#?}");
    let shared: Rc<[i32]> = vec![1, 2].into();
    let text: Rc<str> = "rc".into();
    println!("{shared:?} {text} {} {}", shared.iter().sum::<i32>(), Rc::strong_count(&text));
    let mut grid = vec![vec!['.'; 4]; 2];
    grid[1][2] = '#';
    if let [first, .., last] = grid.as_mut_slice() { std::mem::swap(first, last); }
    println!("{}", grid.iter().map(|row| row.iter().collect::<String>()).collect::<Vec<_>>().join("\n"));
    let mut v = vec![5, 3, 8, 1];
    v.sort_by_key(|n| Reverse(*n));
    v.dedup_by(|a, b| *a == *b + 2);
    println!("{v:?} {:?} {:?} {:?}", v.iter().is_sorted(), v.split_first(), v.iter().rposition(|n| *n > 2));
}
