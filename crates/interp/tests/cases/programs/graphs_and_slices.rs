// Graphs, and a tour of slices and collections.
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{btree_map, BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::ops::Bound::{Excluded, Included, Unbounded};
use std::rc::Rc;

#[derive(Debug)]
struct UnionFind { parent: Vec<usize>, size: Vec<u32>, sets: usize }
impl UnionFind {
    fn new(n: usize) -> Self { UnionFind { parent: Vec::from_iter(0..n), size: vec![1; n], sets: n } }
    fn find(&mut self, x: usize) -> usize { if self.parent[x] != x { self.parent[x] = self.find(self.parent[x]); } self.parent[x] }
    fn union(&mut self, a: usize, b: usize) -> bool {
        let (mut a, mut b) = (self.find(a), self.find(b));
        if a == b { return false; }
        if self.size[a] < self.size[b] { std::mem::swap(&mut a, &mut b); }
        self.parent[b] = a;
        self.size[a] += self.size[b];
        self.sets -= 1;
        true
    }
}

#[derive(Default, Clone)]
struct Graph<'a> { edges: BTreeMap<&'a str, Vec<(&'a str, u32)>> }
impl<'a> Graph<'a> {
    fn parse(s: &'a str) -> Graph<'a> {
        s.split(',').map(str::trim).fold(Graph::default(), |mut g, e| {
            let (a, rest) = e.split_once("->").unwrap();
            let (b, w) = rest.split_once(':').map_or((rest, 1), |(b, w)| (b, w.parse().unwrap()));
            g.edges.entry(a).or_default().push((b, w));
            g.edges.entry(b).or_default();
            g
        })
    }
    fn topo(&self) -> Result<Vec<&'a str>, BTreeSet<&'a str>> {
        let mut indegree: BTreeMap<_, usize> = self.edges.keys().map(|k| (*k, 0)).collect();
        for (b, _) in self.edges.values().flatten() { *indegree.get_mut(b).unwrap() += 1; }
        let mut ready: BinaryHeap<_> = indegree.iter().filter(|(_, n)| **n == 0).map(|(k, _)| Reverse(*k)).collect();
        let mut out = Vec::new();
        while let Some(Reverse(n)) = ready.pop() {
            out.push(n);
            indegree.remove(n);
            for (b, _) in &self.edges[n] { if let btree_map::Entry::Occupied(mut e) = indegree.entry(b) { *e.get_mut() -= 1; if *e.get() == 0 { ready.push(Reverse(b)); } } }
        }
        if indegree.is_empty() { Ok(out) } else { Err(indegree.into_keys().collect()) }
    }
    fn dijkstra(&self, from: &'a str) -> BTreeMap<&'a str, (u32, Vec<&'a str>)> {
        let mut done = BTreeMap::new();
        let mut heap = BinaryHeap::from([Reverse((0, vec![from]))]);
        while let Some(Reverse((d, path))) = heap.pop() {
            let at = *path.last().unwrap();
            if done.contains_key(at) { continue; }
            heap.extend(self.edges[at].iter().filter(|(b, _)| !done.contains_key(b)).map(|&(b, w)| Reverse((d + w, [&path[..], &[b]].concat()))));
            done.insert(at, (d, path));
        }
        done
    }
    fn scc(&self) -> Vec<Vec<&'a str>> {
        struct Tarjan<'g, 'a> { g: &'g Graph<'a>, index: HashMap<&'a str, (usize, usize)>, stack: Vec<&'a str>, on: HashSet<&'a str>, out: Vec<Vec<&'a str>> }
        impl<'a> Tarjan<'_, 'a> {
            fn visit(&mut self, v: &'a str) -> usize {
                let i = self.index.len();
                self.index.insert(v, (i, i));
                self.stack.push(v);
                self.on.insert(v);
                for &(w, _) in &self.g.edges[v] {
                    let low = match self.index.get(w) { None => self.visit(w), Some(&(i, _)) if self.on.contains(w) => i, Some(_) => continue };
                    let mine = &mut self.index.get_mut(v).unwrap().1;
                    *mine = (*mine).min(low);
                }
                let low = self.index[v].1;
                if low == i { let at = self.stack.iter().rposition(|s| *s == v).unwrap(); let mut c = self.stack.split_off(at); c.iter().for_each(|s| { self.on.remove(s); }); c.sort(); self.out.push(c); }
                low
            }
        }
        let mut t = Tarjan { g: self, index: HashMap::new(), stack: vec![], on: HashSet::new(), out: vec![] };
        for v in self.edges.keys() { if !t.index.contains_key(v) { t.visit(v); } }
        t.out
    }
}

#[derive(Debug, Default)]
struct Trie { children: BTreeMap<char, Trie>, end: bool }
impl Trie {
    fn insert(&mut self, w: &str) { w.chars().fold(self, |t, c| t.children.entry(c).or_default()).end = true; }
    fn collect(&self, prefix: &str) -> Vec<String> {
        fn walk(t: &Trie, s: &mut String, out: &mut Vec<String>) { if t.end { out.push(s.clone()); } for (c, child) in &t.children { s.push(*c); walk(child, s, out); s.pop(); } }
        let mut out = vec![];
        if let Some(t) = prefix.chars().try_fold(self, |t, c| t.children.get(&c)) { walk(t, &mut prefix.to_string(), &mut out); }
        out
    }
}
type Link = Option<Rc<RefCell<Tree>>>;
#[derive(Debug, Default)]
struct Tree { val: i32, left: Link, right: Link }
fn build(v: &[Option<i32>], i: usize) -> Link { let val = (*v.get(i)?)?; Some(Rc::new(RefCell::new(Tree { val, left: build(v, 2 * i + 1), right: build(v, 2 * i + 2) }))) }
fn invert(t: &Link) { if let Some(n) = t { let mut n = n.borrow_mut(); let Tree { left, right, .. } = &mut *n; std::mem::swap(left, right); invert(left); invert(right); } }
fn levels(root: Link) -> Vec<Vec<i32>> {
    let (mut out, mut queue) = (vec![], VecDeque::from_iter(root));
    while !queue.is_empty() { out.push((0..queue.len()).filter_map(|_| { let n = queue.pop_front()?; let n = n.borrow(); queue.extend([&n.left, &n.right].into_iter().flatten().cloned()); Some(n.val) }).collect()); }
    out
}

fn main() {
    let mut edges = [(0, 1, 7), (0, 3, 5), (1, 2, 8), (1, 3, 9), (1, 4, 7), (2, 4, 5), (3, 4, 15), (3, 5, 6), (4, 5, 8), (4, 6, 9), (5, 6, 11)];
    edges.sort_by_key(|e| e.2);
    let mut uf = UnionFind::new(8);
    let total: i32 = edges.iter().filter(|&&(a, b, _)| uf.union(a, b)).map(|e| e.2).sum();
    let joined = uf.find(6) == uf.find(0);
    println!("{total} {} {joined}", uf.sets);
    let g = Graph::parse("shirt->tie, tie->jacket, trousers->shoes, trousers->belt, belt->jacket, socks->shoes");
    println!("{:?}", g.topo());
    let g = Graph::parse("a->b:4, a->c:1, c->b:2, b->d:5, c->d:8, d->a:3, e->d, e->e");
    println!("{:?}", g.topo().map_err(|s| s.into_iter().rev().collect::<String>()));
    for (to, (d, path)) in g.dijkstra("a") { println!("{to}: {d} via {}", path.join(">")); }
    println!("{:?}", g.scc());
    let mut trie = Trie::default();
    ["car", "card", "care", "cat", "dog"].into_iter().for_each(|w| trie.insert(w));
    println!("{:?} {:?}", trie.collect("car"), trie.collect("x"));
    let root = build(&[Some(4), Some(2), Some(7), Some(1), None, Some(6), Some(9)], 0);
    invert(&root);
    println!("{:?}", levels(root));
    let mut v: Vec<i32> = (1..=12).collect();
    v.rotate_left(4);
    println!("{:?} {:?}", v.chunks_exact(5).map(|c| c.iter().sum::<i32>()).collect::<Vec<_>>(), v.rchunks(5).map(<[i32]>::len).collect::<Vec<_>>());
    println!("{:?} {:?}", v.drain(2..=4).collect::<Vec<_>>(), v.extract_if(.., |x| *x % 2 == 0).collect::<Vec<_>>());
    v.splice(1..2, [70, 80, 90]);
    v.dedup_by_key(|x| *x / 10);
    println!("{v:?} {:?}", v.iter().is_sorted());
    println!("{:?}", v.select_nth_unstable(1).1);
    let mut w = vec!["delta", "Alpha", "charlie", "bravo"];
    w.sort_by_cached_key(|s| s.to_lowercase());
    w.retain_mut(|s| { *s = &s[..s.len().min(5)]; s.len() > 4 });
    w.swap_remove(0);
    w.insert(1, "x");
    println!("{w:?} {:?} {:?}", w.split_last(), w.concat().split_inclusive('a').collect::<Vec<_>>());
    println!("{:?} {:?}", [3, 1, 2].iter().copied().map(Reverse).max(), [1, 2, 4, 8].binary_search_by_key(&16, |x| x * 2));
    println!("{:?} {:?}", [0, 1, 0, 2, 3].split(|x| *x == 0).collect::<Vec<_>>(), [1, 2, 3, 4].as_chunks::<2>().0);
    let (l, r) = [1, 2, 3, 4, 5].split_at(2);
    println!("{:?} {:?} {:?}", l.iter().zip(r).map(|(a, b)| a * b).collect::<Vec<_>>(), r.first_chunk::<2>(), l.repeat(2));
    let m: BTreeMap<_, _> = (0..8).map(|i| (i * 10, i)).collect();
    println!("{:?} {:?}", m.range((Excluded(10), Included(40))).map(|(_, v)| v).collect::<Vec<_>>(), m.range((Unbounded, Excluded(15))).next_back());
    let (mut m, mut other) = (m, BTreeMap::from([(5, -1), (99, 9)]));
    let tail = m.split_off(&50);
    m.append(&mut other);
    m.retain(|k, _| k % 20 != 0);
    println!("{m:?} {:?} {:?} {}", tail.first_key_value(), m.last_entry().map(|e| e.remove()), other.len());
    let (a, b) = (BTreeSet::from([1, 2, 3, 5]), BTreeSet::from([2, 5, 8]));
    println!("{:?} {:?} {:?} {}", &a & &b, &a ^ &b, a.union(&b).skip(2).take(2).collect::<Vec<_>>(), a.is_disjoint(&b));
    let mut d: VecDeque<_> = (1..=5).collect();
    d.rotate_right(2);
    d.push_front(0);
    d.make_contiguous().sort_by(|a, b| b.cmp(a));
    println!("{d:?} {:?} {:?} {:?}", d.range(1..3).collect::<Vec<_>>(), d.iter().rposition(|x| *x == 4), d.len());
    let mut h = BinaryHeap::from([3, 1, 4, 1, 5]);
    if let Some(mut top) = h.peek_mut() { *top = 2; }
    println!("{:?} {:?}", h.peek(), h.len());
    println!("{:?}", h.into_sorted_vec());
}
