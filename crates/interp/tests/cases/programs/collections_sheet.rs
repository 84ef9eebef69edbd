// Whole collections API, one snippet after another ("rust collections cheat sheet")
use std::borrow::Borrow;
use std::cmp::Reverse;
use std::collections::btree_map::{self, Entry as BEntry};
use std::collections::hash_map::{DefaultHasher, RandomState};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher};
use std::ops::Bound::{Excluded, Included, Unbounded};

#[derive(Debug, Clone, Eq)]
struct CaseInsensitive(String);
impl PartialEq for CaseInsensitive {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}
impl Hash for CaseInsensitive {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.bytes().for_each(|b| state.write_u8(b.to_ascii_lowercase()));
    }
}
#[derive(Default, Clone)]
struct Fnv(u64);
impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = self.0.wrapping_mul(31).wrapping_add(u64::from(*b));
        }
    }
}
type FnvMap<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Job {
    priority: u8,
    name: Reverse<&'static str>,
}
fn lookup<K, V, Q>(m: &BTreeMap<K, V>, k: &Q) -> Option<V>
where
    K: Borrow<Q> + Ord,
    Q: Ord + ?Sized,
    V: Clone,
{
    m.get(k).cloned()
}

fn main() {
    // Vec
    let mut v: Vec<i32> = (1..=10).collect();
    v.retain(|x| x % 3 != 0);
    println!("{:?} {v:?}", v.drain(1..3).collect::<Vec<_>>());
    v.insert(1, 42);
    v.swap_remove(0);
    v.extend_from_slice(&[5, 5, 6]);
    v.dedup();
    v.splice(0..1, [7, 8, 9]).for_each(drop);
    println!("{v:?} {:?} {:?}", v.first(), v.split_last());
    v.sort_unstable_by_key(|x| Reverse(*x));
    println!("{v:?} {:?}", v.binary_search_by(|p| 8.cmp(p)));
    let tail = v.split_off(v.len() - 2);
    v.resize(8, -1);
    v.rotate_right(2);
    println!("{v:?} {tail:?} {}", v.contains(&42));
    v.truncate(3);
    v.fill(0);
    v.append(&mut tail.clone());
    v.retain_mut(|x| {
        *x += 1;
        *x != 6
    });
    println!("{v:?} {:?}", v.iter().position(|&x| x == 1));
    println!("{:?}", [1, 3, 5, 7].binary_search(&4).unwrap_or_else(|i| i * 100));
    println!("{} {:?}", [1, 2, 2, 3].partition_point(|&x| x < 3), [10, 20, 30].get(1..).unwrap_or_default());
    let mut grid = vec![[0u8; 3]; 2];
    grid[1].copy_from_slice(&[1, 2, 3]);
    if let [a, b] = grid.as_mut_slice() {
        std::mem::swap(a, b);
    }
    println!("{grid:?} {:?}", grid.concat());
    let s: [i32; 6] = [5, 4, 3, 2, 1, 0];
    println!("{:?}", s.chunks(4).map(|c| c.to_vec()).collect::<Vec<_>>());
    println!("{:?} {:?}", s.split(|x| x % 2 == 0).collect::<Vec<_>>(), s.splitn(2, |&x| x == 3).last());
    println!("{:?} {:?} {:?}", s.split_at(2), s.split_first_chunk::<2>(), s.windows(2).all(|w| w[0] > w[1]));
    println!("{:?} {} {}", s.rsplit(|&x| x == 2).next(), s.starts_with(&[5, 4]), s.ends_with(&[]));
    println!("{:?} {:?}", s.iter().copied().min_by_key(|x| (x - 3).abs()), [[1], [2]].join(&0));
    let mut arr = [3, 1, 2];
    arr.sort();
    arr.reverse();
    let (l, r) = arr.split_at_mut(1);
    l[0] += r[1];
    println!("{arr:?} {:?}", arr.map(|x| x as f32 / 2.0));
    println!("{:?}", arr.select_nth_unstable(1).1);
    println!("{:?}", vec!["b", "a"].into_iter().rev().collect::<Box<[_]>>());
    // VecDeque
    let mut d: VecDeque<_> = [1, 2, 3, 4, 5].into();
    d.rotate_left(2);
    d.push_front(0);
    d.extend([9, 8]);
    println!("{d:?} {:?} {:?} {}", d.pop_back(), d.front(), d[2]);
    d.make_contiguous().sort();
    d.truncate(5);
    d.swap(0, 4);
    println!(
        "{d:?} {:?} {:?}",
        d.range(1..3).collect::<Vec<_>>(),
        d.iter().rev().take(2).collect::<Vec<_>>()
    );
    d.retain(|x| x % 2 == 1);
    println!("{:?} {:?} {}", d.drain(..).collect::<Vec<_>>(), d.back(), d.is_empty());
    // BinaryHeap
    let mut h = BinaryHeap::new();
    h.push(Job { priority: 2, name: Reverse("b") });
    h.extend([Job { priority: 9, name: Reverse("z") }, Job { priority: 9, name: Reverse("a") }]);
    println!("{:?} {}", h.peek().map(|j| j.name.0), h.len());
    if let Some(mut top) = h.peek_mut() {
        top.priority = 0;
    }
    println!("{:?}", std::iter::from_fn(|| h.pop()).map(|j| j.name.0).collect::<String>());
    println!("{:?}", BinaryHeap::from([3, 1, 4, 1, 5]).into_sorted_vec());
    let mut top3 = BinaryHeap::new();
    for x in [5, 1, 8, 3, 9, 2] {
        top3.push(Reverse(x));
        if top3.len() > 3 {
            top3.pop();
        }
    }
    println!("{:?}", top3.into_sorted_vec().into_iter().map(|Reverse(x)| x).collect::<Vec<_>>());
    // HashMap
    let mut m: HashMap<&str, Vec<u32>> = HashMap::with_capacity(4);
    for (i, w) in "to be or not to be".split(' ').enumerate() {
        m.entry(w).or_default().push(i as u32);
    }
    let mut sorted: Vec<_> = m.iter().collect();
    sorted.sort();
    println!("{sorted:?}");
    m.retain(|_, v| v.len() > 1);
    m.values_mut().for_each(|v| v.reverse());
    m.entry("be").and_modify(|v| v.clear()).or_insert_with(|| vec![1]);
    println!("{:?} {:?} {:?}", m.get_key_value("to").is_some(), m.remove("be"), m.remove_entry("zz"));
    println!(
        "{:?} {}",
        m.insert("to", vec![]),
        m.entry("key").or_insert_with_key(|k| vec![k.len() as u32])[0]
    );
    let mut keys = m.into_keys().collect::<Vec<_>>();
    keys.sort_by_key(|k| k.len());
    println!("{keys:?}");
    let mut ci = HashMap::new();
    ci.insert(CaseInsensitive("Content-Type".into()), 1);
    *ci.get_mut(&CaseInsensitive("CONTENT-type".into())).unwrap() += 1;
    println!("{:?}", ci);
    let mut f = FnvMap::default();
    f.insert(1u8, 'x');
    println!("{f:?} {}", f.contains_key(&1));
    let rs = RandomState::new();
    println!("{} {}", rs.hash_one("a") == rs.hash_one("a"), {
        let mut h = DefaultHasher::new();
        5u8.hash(&mut h);
        let a = h.finish();
        let mut h = DefaultHasher::new();
        5u8.hash(&mut h);
        a == h.finish()
    });
    // sets
    let a: HashSet<i32> = (1..6).collect();
    let b = HashSet::from([4, 5, 6]);
    let mut i: Vec<_> = a.intersection(&b).copied().collect();
    i.sort();
    println!(
        "{i:?} {:?} {} {}",
        BTreeSet::from_iter(&a ^ &b),
        (&a - &b).len(),
        a.is_disjoint(&HashSet::new())
    );
    println!(
        "{:?} {} {:?}",
        (&a | &b).is_superset(&b),
        HashSet::from([1]).insert(1),
        HashSet::from([3]).take(&3)
    );
    // BTreeMap / BTreeSet
    let mut t: BTreeMap<String, usize> =
        ["kiwi", "apple", "fig", "pear", "date"].iter().map(|s| (s.to_string(), s.len())).collect();
    println!(
        "{:?} {:?}",
        lookup(&t, "fig"),
        t.range::<str, _>((Excluded("apple"), Included("kiwi"))).map(|(k, _)| k.as_str()).collect::<Vec<_>>()
    );
    println!(
        "{:?} {:?} {:?}",
        t.first_key_value().map(|(k, v)| (k.clone(), *v)),
        t.pop_last(),
        t.range("e".to_string()..).next_back()
    );
    if let BEntry::Occupied(e) = t.entry("fig".into()) {
        println!("removed {:?}", e.remove_entry());
    }
    for (_, v) in t.range_mut::<String, _>((Unbounded, Excluded("date".to_string()))) {
        *v = 100;
    }
    let right = t.split_off("b");
    println!("{t:?} {right:?} {:?}", right.keys().rev().collect::<Vec<_>>());
    t.extend(right);
    let first: Option<btree_map::OccupiedEntry<_, _>> = t.first_entry();
    println!(
        "{:?} {:?}",
        first.map(|mut e| {
            *e.get_mut() += 1;
            e.key().clone()
        }),
        t.values().sum::<usize>()
    );
    let bs: BTreeSet<_> = [5, 1, 9, 3].into();
    println!(
        "{:?} {:?} {:?}",
        bs.range(2..6).collect::<Vec<_>>(),
        bs.last(),
        bs.iter().zip(bs.iter().skip(1)).map(|(a, b)| b - a).max()
    );
    println!(
        "{:?} {:?}",
        bs.union(&BTreeSet::from([2])).cloned().collect::<Vec<_>>(),
        bs.is_subset(&(0..10).collect())
    );
}
