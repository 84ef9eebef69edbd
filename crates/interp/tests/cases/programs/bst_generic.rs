// A binary search tree of boxes: inserting, removing, iterators with a stack, levels, mapping.
use std::cmp::Ordering;
use std::collections::VecDeque;
use std::fmt::Debug;

#[derive(Debug, Clone)]
pub enum Tree<K, V> {
    Leaf,
    Node(Box<Node<K, V>>),
}

#[derive(Debug, Clone)]
pub struct Node<K, V> {
    key: K,
    value: V,
    left: Tree<K, V>,
    right: Tree<K, V>,
}

use Tree::{Leaf, Node as Branch};

impl<K, V> Default for Tree<K, V> {
    fn default() -> Self {
        Leaf
    }
}

impl<K: Ord, V> Tree<K, V> {
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self {
            Leaf => {
                *self = Branch(Box::new(Node { key, value, left: Leaf, right: Leaf }));
                None
            }
            Branch(node) => match key.cmp(&node.key) {
                Ordering::Less => node.left.insert(key, value),
                Ordering::Greater => node.right.insert(key, value),
                Ordering::Equal => Some(std::mem::replace(&mut node.value, value)),
            },
        }
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        let mut at = self;
        while let Branch(node) = at {
            at = match key.cmp(&node.key) {
                Ordering::Less => &node.left,
                Ordering::Equal => return Some(&node.value),
                Ordering::Greater => &node.right,
            };
        }
        None
    }

    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        match self {
            Leaf => None,
            Branch(n) => {
                if *key == n.key {
                    Some(&mut n.value)
                } else if *key < n.key {
                    n.left.get_mut(key)
                } else {
                    n.right.get_mut(key)
                }
            }
        }
    }

    fn pop_min(&mut self) -> Option<(K, V)> {
        match std::mem::take(self) {
            Leaf => None,
            Branch(mut node) => match node.left.pop_min() {
                Some(min) => {
                    *self = Branch(node);
                    Some(min)
                }
                None => {
                    let Node { key, value, right, .. } = *node;
                    *self = right;
                    Some((key, value))
                }
            },
        }
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        let Branch(node) = self else { return None };
        match key.cmp(&node.key) {
            Ordering::Less => node.left.remove(key),
            Ordering::Greater => node.right.remove(key),
            Ordering::Equal => {
                let removed = match (&mut node.left, &mut node.right) {
                    (Leaf, right) => {
                        let right = std::mem::take(right);
                        std::mem::replace(self, right)
                    }
                    (left, Leaf) => {
                        let left = std::mem::take(left);
                        std::mem::replace(self, left)
                    }
                    (_, right) => {
                        let (k, v) = right.pop_min().expect("the right side is no leaf");
                        node.key = k;
                        return Some(std::mem::replace(&mut node.value, v));
                    }
                };
                match removed {
                    Branch(n) => Some(n.value),
                    Leaf => unreachable!(),
                }
            }
        }
    }

    pub fn depth(&self) -> usize {
        match self {
            Leaf => 0,
            Branch(n) => 1 + n.left.depth().max(n.right.depth()),
        }
    }

    pub fn iter(&self) -> Iter<'_, K, V> {
        let mut it = Iter { stack: Vec::new() };
        it.descend(self);
        it
    }

    pub fn levels(&self) -> Vec<Vec<&K>> {
        let mut out: Vec<Vec<&K>> = vec![];
        let mut queue = VecDeque::from([(0usize, self)]);
        while let Some((depth, tree)) = queue.pop_front() {
            if let Branch(node) = tree {
                if out.len() <= depth {
                    out.resize_with(depth + 1, Vec::new);
                }
                out[depth].push(&node.key);
                queue.extend([(depth + 1, &node.left), (depth + 1, &node.right)]);
            }
        }
        out
    }

    pub fn map<U, F: Fn(&K, V) -> U + Copy>(self, f: F) -> Tree<K, U> {
        match self {
            Leaf => Leaf,
            Branch(node) => {
                let node = *node;
                let value = f(&node.key, node.value);
                Branch(Box::new(Node { value, key: node.key, left: node.left.map(f), right: node.right.map(f) }))
            }
        }
    }
}

pub struct Iter<'a, K, V> {
    stack: Vec<&'a Node<K, V>>,
}

impl<'a, K, V> Iter<'a, K, V> {
    fn descend(&mut self, mut tree: &'a Tree<K, V>) {
        while let Branch(node) = tree {
            self.stack.push(node);
            tree = &node.left;
        }
    }
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);
    fn next(&mut self) -> Option<Self::Item> {
        let node = self.stack.pop()?;
        self.descend(&node.right);
        Some((&node.key, &node.value))
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Tree<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> Self {
        let mut tree = Tree::default();
        for (k, v) in iter {
            tree.insert(k, v);
        }
        tree
    }
}

fn show<K: Debug, V>(tree: &Tree<K, V>, indent: usize) {
    if let Branch(n) = tree {
        show(&n.right, indent + 4);
        println!("{:indent$}{:?}", "", n.key);
        show(&n.left, indent + 4);
    }
}

fn main() {
    let mut tree: Tree<i32, String> = [50, 30, 70, 20, 40, 60, 80, 65].into_iter().map(|k| (k, format!("#{k}"))).collect();
    show(&tree, 0);
    println!("depth {} levels {:?}", tree.depth(), tree.levels());
    println!("{:?} {:?}", tree.get(&60), tree.get(&61));
    println!("{:?}", tree.insert(60, "sixty".into()));
    if let Some(v) = tree.get_mut(&20) {
        v.push('!');
    }
    for key in [20, 70, 50, 99] {
        println!("remove {key}: {:?}", tree.remove(&key));
    }
    println!("{:?}", tree.iter().map(|(k, v)| format!("{k}:{v}")).collect::<Vec<_>>());
    let lengths = tree.clone().map(|k, v| v.len() as i32 + k);
    println!("{:?}", lengths.iter().map(|(_, n)| n).collect::<Vec<_>>());
    println!("{:?}", tree.pop_min());
    println!("{:?}", lengths.iter().rev_sorted().first());
    let empty: Tree<u8, ()> = Tree::default();
    println!("{:?} {}", empty, empty.iter().next().is_none());
}

trait RevSorted: Iterator {
    fn rev_sorted(self) -> Vec<Self::Item>
    where
        Self: Sized,
        Self::Item: Ord,
    {
        let mut all: Vec<_> = self.collect();
        all.sort();
        all.reverse();
        all
    }
}
impl<T> RevSorted for T where T: Iterator + ?Sized {}
