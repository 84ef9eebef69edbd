// Graphs behind traits: generic search, topological sort, union find, MST, flood fill, A*.
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::fmt::{Debug, Write};
use std::hash::Hash;
trait Graph {
    type Node: Copy + Eq + Hash + Ord + Debug;
    type Edges<'a>: Iterator<Item = (Self::Node, u32)>
    where
        Self: 'a;
    fn edges(&self, n: Self::Node) -> Self::Edges<'_>;
    fn bfs(&self, start: Self::Node) -> Bfs<'_, Self>
    where
        Self: Sized,
    {
        Bfs { graph: self, queue: VecDeque::from([(start, 0)]), seen: HashSet::from([start]) }
    }
}
struct Bfs<'g, G: Graph> {
    graph: &'g G,
    queue: VecDeque<(G::Node, usize)>,
    seen: HashSet<G::Node>,
}
impl<G: Graph> Iterator for Bfs<'_, G> {
    type Item = (G::Node, usize);
    fn next(&mut self) -> Option<Self::Item> {
        let (n, d) = self.queue.pop_front()?;
        for (m, _) in self.graph.edges(n) {
            if self.seen.insert(m) {
                self.queue.push_back((m, d + 1));
            }
        }
        Some((n, d))
    }
}
#[derive(Default, Debug, Clone)]
struct Adjacency {
    out: BTreeMap<char, Vec<(char, u32)>>,
}
impl Graph for Adjacency {
    type Node = char;
    type Edges<'a> = std::iter::Copied<std::slice::Iter<'a, (char, u32)>>;
    fn edges(&self, n: char) -> Self::Edges<'_> {
        self.out.get(&n).map(Vec::as_slice).unwrap_or_default().iter().copied()
    }
}
impl<'s> FromIterator<(&'s str, u32)> for Adjacency {
    fn from_iter<I: IntoIterator<Item = (&'s str, u32)>>(it: I) -> Self {
        let mut g = Self::default();
        for (e, w) in it {
            let mut cs = e.chars();
            if let (Some(a), Some(b), None) = (cs.next(), cs.next(), cs.next()) {
                g.out.entry(a).or_default().push((b, w));
                g.out.entry(b).or_default();
            }
        }
        g
    }
}
struct Maze {
    cells: Vec<Vec<u8>>,
}
impl Maze {
    fn parse(s: &str) -> Self {
        Maze { cells: s.lines().map(|l| l.bytes().collect()).collect() }
    }
    fn find(&self, b: u8) -> Option<(usize, usize)> {
        self.cells.iter().enumerate().find_map(|(y, row)| row.iter().position(|&c| c == b).map(|x| (x, y)))
    }
    fn draw(&self, path: &[(usize, usize)]) -> String {
        let set: HashSet<_> = path.iter().collect();
        let mut out = String::with_capacity(64);
        for (y, row) in self.cells.iter().enumerate() {
            for (x, &c) in row.iter().enumerate() {
                out.push(match c {
                    b'.' if set.contains(&(x, y)) => '*',
                    b'~' if set.contains(&(x, y)) => '≈',
                    c => char::from(c),
                });
            }
            let _ = writeln!(out);
        }
        out
    }
}
impl Graph for Maze {
    type Node = (usize, usize);
    type Edges<'a> = Box<dyn Iterator<Item = (Self::Node, u32)> + 'a>;
    fn edges(&self, (x, y): Self::Node) -> Self::Edges<'_> {
        const DIRS: [(isize, isize); 4] = [(0, -1), (1, 0), (0, 1), (-1, 0)];
        Box::new(DIRS.into_iter().filter_map(move |(dx, dy)| {
            let (nx, ny) = (x.checked_add_signed(dx)?, y.checked_add_signed(dy)?);
            match self.cells.get(ny)?.get(nx)? {
                b'#' => None,
                b'~' => Some(((nx, ny), 5)),
                _ => Some(((nx, ny), 1)),
            }
        }))
    }
}
#[derive(PartialEq, Eq)]
struct Entry<N> {
    est: u32,
    cost: u32,
    node: N,
}
impl<N: Ord> Ord for Entry<N> {
    fn cmp(&self, o: &Self) -> Ordering {
        o.est.cmp(&self.est).then(self.cost.cmp(&o.cost)).then_with(|| o.node.cmp(&self.node))
    }
}
impl<N: Ord> PartialOrd for Entry<N> {
    fn partial_cmp(&self, o: &Self) -> Option<Ordering> {
        Some(self.cmp(o))
    }
}
fn a_star<G, H>(g: &G, from: G::Node, to: G::Node, h: H) -> Option<(u32, Vec<G::Node>)>
where
    G: Graph,
    H: Fn(G::Node) -> u32,
{
    let mut best = HashMap::from([(from, (0u32, None::<G::Node>))]);
    let mut open = BinaryHeap::new();
    open.push(Entry { est: h(from), cost: 0, node: from });
    while let Some(Entry { cost, node, .. }) = open.pop() {
        if node == to {
            let mut path: Vec<_> = std::iter::successors(Some(to), |n| best[n].1).collect();
            path.reverse();
            return Some((cost, path));
        }
        if cost > best[&node].0 {
            continue;
        }
        for (next, w) in g.edges(node) {
            let c = cost + w;
            match best.get_mut(&next) {
                Some((old, _)) if *old <= c => {}
                Some(slot) => {
                    *slot = (c, Some(node));
                    open.push(Entry { est: c + h(next), cost: c, node: next })
                }
                None => {
                    best.insert(next, (c, Some(node)));
                    open.push(Entry { est: c + h(next), cost: c, node: next });
                }
            }
        }
    }
    None
}
#[derive(Debug, PartialEq)]
enum TopoError<N> {
    Cycle(Vec<N>),
}
fn topo(g: &Adjacency) -> Result<Vec<char>, TopoError<char>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        Temp,
        Perm,
    }
    fn visit(
        g: &Adjacency, n: char, marks: &mut HashMap<char, Mark>, stack: &mut Vec<char>, out: &mut VecDeque<char>,
    ) -> Result<(), TopoError<char>> {
        match marks.get(&n) {
            Some(Mark::Perm) => return Ok(()),
            Some(Mark::Temp) => {
                let at = stack.iter().position(|&c| c == n).unwrap();
                return Err(TopoError::Cycle(stack.split_off(at)));
            }
            None => {}
        }
        marks.insert(n, Mark::Temp);
        stack.push(n);
        for (m, _) in g.edges(n) {
            visit(g, m, marks, stack, out)?;
        }
        stack.pop();
        marks.insert(n, Mark::Perm);
        out.push_front(n);
        Ok(())
    }
    let (mut marks, mut out) = Default::default();
    for &n in g.out.keys() {
        visit(g, n, &mut marks, &mut Vec::new(), &mut out)?;
    }
    Ok(out.into())
}
struct Dsu {
    parent: Vec<usize>,
    size: Vec<u16>,
    sets: usize,
}
impl Dsu {
    fn new(n: usize) -> Self {
        Dsu { parent: (0..n).collect(), size: vec![1; n], sets: n }
    }
    fn find(&mut self, mut x: usize) -> usize {
        while self.parent[x] != x {
            self.parent[x] = self.parent[self.parent[x]];
            x = self.parent[x];
        }
        x
    }
    fn union(&mut self, a: usize, b: usize) -> bool {
        let (mut a, mut b) = (self.find(a), self.find(b));
        if a == b {
            return false;
        }
        if self.size[a] < self.size[b] {
            (a, b) = (b, a);
        }
        self.parent[b] = a;
        self.size[a] += self.size[b];
        self.sets -= 1;
        true
    }
}
fn main() {
    let g: Adjacency = [("ab", 4), ("ac", 1), ("cb", 2), ("bd", 5), ("cd", 8), ("de", 3), ("xyz", 1)].into_iter().collect();
    println!("{:?}", g.bfs('a').collect::<Vec<_>>());
    println!("{:?} {:?}", a_star(&g, 'a', 'e', |_| 0), a_star(&g, 'e', 'a', |_| 0));
    println!("{:?}", topo(&g));
    let mut cyc = g.clone();
    cyc.out.get_mut(&'e').unwrap().push(('b', 1));
    println!("{:?}", topo(&cyc).unwrap_err());
    let maze = Maze::parse("S.#....\n.##.##.\n...~..G\n.#####.\n.......");
    let (s, t) = (maze.find(b'S').unwrap(), maze.find(b'G').unwrap());
    let (cost, path) = a_star(&maze, s, t, |(x, y)| (x.abs_diff(t.0) + y.abs_diff(t.1)) as u32).expect("a way out");
    println!("cost {cost} steps {}", path.len());
    print!("{}", maze.draw(&path));
    let by_dist = maze.bfs(s).fold(BTreeMap::<usize, usize>::new(), |mut m, (_, d)| {
        *m.entry(d).or_insert(0) += 1;
        m
    });
    println!("{by_dist:?}");
    let mut edges = vec![(7, 0, 1), (5, 1, 2), (8, 0, 3), (9, 1, 3), (7, 1, 4), (5, 2, 4), (15, 3, 4), (6, 3, 5), (8, 4, 5)];
    edges.sort_unstable();
    let mut dsu = Dsu::new(7);
    let tree: Vec<_> = edges.iter().filter(|&&(_, a, b)| dsu.union(a, b)).collect();
    println!("{} {:?} sets {}", tree.iter().map(|(w, ..)| w).sum::<i32>(), tree, dsu.sets);
    let groups = (0..7).fold(BTreeMap::new(), |mut m: BTreeMap<usize, BTreeSet<usize>>, i| {
        m.entry(dsu.find(i)).or_default().insert(i);
        m
    });
    println!("{:?}", groups.values().collect::<Vec<_>>());
}
