// Graphs, union-find, flood fill, the game of life, permutations and queens.
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::fmt::Debug;
use std::hash::Hash;

#[derive(Debug, Clone, Default)]
struct Graph<N: Ord> {
    edges: BTreeMap<N, BTreeMap<N, u32>>,
}

#[derive(Copy, Clone, Eq, PartialEq)]
struct State<N> {
    cost: u32,
    node: N,
}

impl<N: Ord> Ord for State<N> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.cost.cmp(&self.cost).then_with(|| self.node.cmp(&other.node))
    }
}
impl<N: Ord> PartialOrd for State<N> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<N> Graph<N>
where
    N: Ord + Copy + Hash + Debug,
{
    fn from_edges(edges: impl IntoIterator<Item = (N, N, u32)>) -> Self {
        let mut g = Graph { edges: BTreeMap::new() };
        for (a, b, w) in edges {
            g.edges.entry(a).or_default().insert(b, w);
            g.edges.entry(b).or_default();
        }
        g
    }

    fn neighbours(&self, n: N) -> impl Iterator<Item = (N, u32)> + '_ {
        self.edges.get(&n).into_iter().flatten().map(|(k, v)| (*k, *v))
    }

    fn dijkstra(&self, start: N, goal: N) -> Option<(u32, Vec<N>)> {
        let mut best = HashMap::from([(start, 0)]);
        let mut came_from = HashMap::new();
        let mut heap = BinaryHeap::new();
        heap.push(State { cost: 0, node: start });
        while let Some(State { cost, node }) = heap.pop() {
            if node == goal {
                let mut path = vec![goal];
                let mut at = &goal;
                while let Some(previous) = came_from.get(at) {
                    path.push(*previous);
                    at = previous;
                }
                path.reverse();
                return Some((cost, path));
            }
            if cost > best[&node] {
                continue;
            }
            for (next, weight) in self.neighbours(node) {
                let cost = cost + weight;
                if best.get(&next).is_none_or(|&old| cost < old) {
                    best.insert(next, cost);
                    came_from.insert(next, node);
                    heap.push(State { cost, node: next });
                }
            }
        }
        None
    }

    fn bfs(&self, start: N) -> Vec<(N, usize)> {
        let mut seen = HashSet::new();
        let mut queue = VecDeque::new();
        queue.push_back((start, 0));
        seen.insert(start);
        let mut order = vec![];
        while let Some((n, depth)) = queue.pop_front() {
            order.push((n, depth));
            queue.extend(self.neighbours(n).map(|(m, _)| m).filter(|m| seen.insert(*m)).map(|m| (m, depth + 1)));
        }
        order
    }

    fn topological(&self) -> Result<Vec<N>, BTreeSet<N>> {
        let mut degree: BTreeMap<N, usize> = self.edges.keys().map(|k| (*k, 0)).collect();
        for target in self.edges.values().flat_map(|m| m.keys()) {
            *degree.get_mut(target).unwrap() += 1;
        }
        let mut free: BinaryHeap<Reverse<N>> = degree.iter().filter(|&(_, &d)| d == 0).map(|(&n, _)| Reverse(n)).collect();
        let mut out = Vec::with_capacity(degree.len());
        while let Some(Reverse(n)) = free.pop() {
            out.push(n);
            for (m, _) in self.neighbours(n) {
                let d = degree.get_mut(&m).unwrap();
                *d -= 1;
                if *d == 0 {
                    free.push(Reverse(m));
                }
            }
        }
        if out.len() == degree.len() {
            Ok(out)
        } else {
            let done: HashSet<N> = out.into_iter().collect();
            Err(degree.into_keys().filter(|n| !done.contains(n)).collect())
        }
    }
}

struct UnionFind {
    parent: Vec<usize>,
    size: Vec<usize>,
}

impl UnionFind {
    fn new(n: usize) -> Self {
        Self { parent: (0..n).collect(), size: vec![1; n] }
    }
    fn find(&mut self, x: usize) -> usize {
        if self.parent[x] != x {
            self.parent[x] = self.find(self.parent[x]);
        }
        self.parent[x]
    }
    fn union(&mut self, a: usize, b: usize) -> bool {
        let (mut a, mut b) = (self.find(a), self.find(b));
        if a == b {
            return false;
        }
        if self.size[a] < self.size[b] {
            std::mem::swap(&mut a, &mut b);
        }
        self.parent[b] = a;
        self.size[a] += self.size[b];
        true
    }
}

fn flood(grid: &mut [Vec<char>], (r, c): (usize, usize), fill: char) -> usize {
    let target = grid[r][c];
    if target == fill {
        return 0;
    }
    let (h, w) = (grid.len() as isize, grid[0].len() as isize);
    let mut stack = vec![(r as isize, c as isize)];
    let mut n = 0;
    while let Some((r, c)) = stack.pop() {
        if !(0..h).contains(&r) || !(0..w).contains(&c) || grid[r as usize][c as usize] != target {
            continue;
        }
        grid[r as usize][c as usize] = fill;
        n += 1;
        for (dr, dc) in [(0, 1), (1, 0), (0, -1), (-1, 0)] {
            stack.push((r + dr, c + dc));
        }
    }
    n
}

fn life(cells: &BTreeSet<(i32, i32)>) -> BTreeSet<(i32, i32)> {
    let mut counts: HashMap<(i32, i32), u8> = HashMap::new();
    for &(x, y) in cells {
        for (dx, dy) in (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (dx, dy))).filter(|&d| d != (0, 0)) {
            *counts.entry((x + dx, y + dy)).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(cell, n)| matches!((n, cells.contains(cell)), (3, _) | (2, true))).map(|(c, _)| c).collect()
}

fn permutations<T: Clone>(items: &mut Vec<T>, k: usize, out: &mut Vec<Vec<T>>) {
    if k == items.len() {
        out.push(items.clone());
        return;
    }
    for i in k..items.len() {
        items.swap(k, i);
        permutations(items, k + 1, out);
        items.swap(k, i);
    }
}

fn queens(n: usize) -> Vec<Vec<usize>> {
    fn place(n: usize, rows: &mut Vec<usize>, out: &mut Vec<Vec<usize>>) {
        if rows.len() == n {
            return out.push(rows.clone());
        }
        let r = rows.len();
        for c in 0..n {
            if rows.iter().enumerate().all(|(i, &q)| q != c && r - i != c.abs_diff(q)) {
                rows.push(c);
                place(n, rows, out);
                rows.pop();
            }
        }
    }
    let mut out = Vec::new();
    place(n, &mut Vec::with_capacity(n), &mut out);
    out
}

fn main() {
    let g = Graph::from_edges([('a', 'b', 7), ('a', 'c', 3), ('c', 'b', 1), ('c', 'd', 8), ('b', 'd', 2), ('d', 'e', 1), ('f', 'a', 1)]);
    println!("{:?}", g.dijkstra('a', 'e'));
    println!("{:?} {:?}", g.dijkstra('e', 'a'), g.dijkstra('c', 'c'));
    println!("{:?}", g.bfs('a'));
    println!("{:?}", g.topological());
    let cyclic = Graph::from_edges([(1, 2, 1), (2, 3, 1), (3, 2, 1), (0, 1, 1)]);
    println!("{:?}", cyclic.topological());

    let mut weighted = vec![(4, 0, 1), (8, 1, 2), (7, 2, 3), (9, 3, 4), (2, 2, 4), (1, 0, 4)];
    weighted.sort_unstable();
    let mut uf = UnionFind::new(5);
    let mst: Vec<_> = weighted.iter().filter(|&&(_, a, b)| uf.union(a, b)).collect();
    println!("{mst:?} {}", mst.iter().map(|e| e.0).sum::<i32>());

    let mut grid: Vec<Vec<char>> = ["..#..", ".##..", "#...#"].iter().map(|r| r.chars().collect()).collect();
    println!("{}", flood(&mut grid, (0, 0), '~'));
    println!("{}", flood(&mut grid[..], (0, 4), 'o'));
    for row in &grid {
        println!("{}", row.iter().collect::<String>());
    }
    let mut glider = BTreeSet::from([(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)]);
    for _ in 0..4 {
        glider = life(&glider);
    }
    println!("{glider:?}");
    let mut perms = vec![];
    permutations(&mut vec![1, 2, 3], 0, &mut perms);
    perms.sort();
    perms.dedup_by_key(|p| p[0]);
    println!("{perms:?} {}", queens(6).len());
    if let [first, .., last] = &queens(5)[..] {
        println!("{first:?} {last:?}");
    }
}
