use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet, VecDeque};

type Graph = BTreeMap<&'static str, Vec<(&'static str, u32)>>;

fn shortest(g: &Graph, from: &'static str) -> BTreeMap<&'static str, u32> {
    let mut best = BTreeMap::from([(from, 0)]);
    let mut heap = BinaryHeap::from([(Reverse(0), from)]);
    while let Some((Reverse(d), at)) = heap.pop() {
        if d > best[at] { continue; }
        for &(to, w) in g.get(at).into_iter().flatten() {
            let next = d + w;
            if best.get(to).is_none_or(|old| next < *old) { best.insert(to, next); heap.push((Reverse(next), to)); }
        }
    }
    best
}

fn path(g: &Graph, from: &'static str, to: &'static str) -> Option<Vec<&'static str>> {
    let (mut queue, mut seen, mut before) = (VecDeque::from([from]), HashSet::from([from]), HashMap::new());
    while let Some(at) = queue.pop_front() {
        if at == to {
            let mut out = vec![to];
            while let Some(p) = before.get(out[out.len() - 1]) { out.push(*p); }
            out.reverse();
            return Some(out);
        }
        for (n, _) in g.get(at)? { if seen.insert(*n) { before.insert(*n, at); queue.push_back(n); } }
    }
    None
}

fn order(g: &Graph) -> Vec<&'static str> {
    fn visit(g: &Graph, at: &'static str, done: &mut Vec<&'static str>) { if done.contains(&at) { return; } for (n, _) in &g[at] { visit(g, n, done); } done.push(at); }
    let mut done = vec![];
    for k in g.keys() { visit(g, k, &mut done); }
    done
}

fn main() {
    let g: Graph = [("a", vec![("b", 7), ("c", 3)]), ("b", vec![("d", 1)]), ("c", vec![("b", 2), ("d", 8)]), ("d", vec![])].into();
    println!("{:?}", shortest(&g, "a"));
    println!("{:?} {:?}", path(&g, "a", "d"), path(&g, "d", "a"));
    println!("{:?}", order(&g));
}
