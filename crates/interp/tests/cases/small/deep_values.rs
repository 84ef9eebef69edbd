#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Node { value: u32, next: Option<Box<Node>> }

#[derive(Debug, Clone, PartialEq)]
enum List { Cons(i32, Box<List>), Nil }
use List::{Cons, Nil};

#[derive(Debug, Clone, PartialEq, PartialOrd)]
enum Tree { Leaf, Branch(Vec<Tree>), Pair(Box<(Tree, Tree)>) }

struct Odd(u32);
impl std::fmt::Debug for Odd { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "odd\n<{}>", self.0) } }
impl Clone for Odd { fn clone(&self) -> Self { println!("clone {}", self.0); Odd(self.0 + 1) } }
impl PartialEq for Odd { fn eq(&self, other: &Self) -> bool { println!("eq {} {}", self.0, other.0); self.0 % 2 == other.0 % 2 } }

#[derive(Debug, Clone, PartialEq)]
struct Mixed { first: Odd, all: Vec<(Odd, Option<Odd>)>, none: (), one: (u8,), text: &'static str }

fn chain(len: u32, last: u32) -> Option<Box<Node>> {
    let mut list = Some(Box::new(Node { value: last, next: None }));
    for value in (0..len).rev() { list = Some(Box::new(Node { value, next: list })); }
    list
}

fn main() {
    let (a, b) = (chain(1_000, 1), chain(1_000, 2));
    let copy = a.clone();
    println!("{} {} {:?}", a == copy, a == b, a.cmp(&b));
    println!("{}", format!("{a:?}").len());
    println!("{}", format!("{:#?}", chain(50, 0)).lines().count());
    let mut list = Nil;
    for n in 0..800 { list = Cons(n, Box::new(list)); }
    println!("{} {}", list.clone() == list, format!("{list:?}").matches("Cons").count());
    let tree = Tree::Branch(vec![Tree::Leaf, Tree::Pair(Box::new((Tree::Branch(vec![]), Tree::Leaf)))]);
    println!("{tree:?} {:?} {:?}", tree.partial_cmp(&Tree::Leaf), tree.partial_cmp(&tree.clone()));
    println!("{tree:#?}");
    let mixed = Mixed { first: Odd(1), all: vec![(Odd(3), Some(Odd(5))), (Odd(7), None)], none: (), one: (4,), text: "a\nb" };
    println!("{mixed:?}");
    println!("{mixed:#?}");
    let other = mixed.clone();
    println!("{}", other == mixed);
    println!("{}", mixed == mixed);
    println!("{:?} {:#?} {:?}", [[1, 2], [3, 4]], [(1, "x")], vec![Some(vec![0u8; 0])]);
    println!("{:5.1?} {:03?} {:#x?}", vec![1.0, 2.5], Some(7), [255, 16]);
}
