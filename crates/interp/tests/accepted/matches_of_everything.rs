use std::cmp::Ordering;
use std::convert::Infallible;

const LIMIT: u8 = 9;

enum Tree {
    Leaf(i32),
    Node(Box<Tree>, Box<Tree>),
}

struct Point {
    x: i32,
    y: i32,
}

fn sum(tree: &Tree) -> i32 {
    match tree {
        Tree::Leaf(n) => *n,
        Tree::Node(a, b) => sum(a) + sum(b),
    }
}

fn kind(n: u8) -> &'static str {
    match n {
        0 => "none",
        1..=LIMIT => "few",
        10..100 => "some",
        100..=u8::MAX => "many",
    }
}

fn side(n: i8) -> i8 {
    match n {
        i8::MIN..0 => -1,
        0 => 0,
        1.. => 1,
    }
}

fn rows(all: &[Vec<u8>]) -> usize {
    match all {
        [] => 0,
        [one] => one.len(),
        [first, .., last] => first.len() + last.len(),
    }
}

fn array([a, .., b]: [i32; 3]) -> i32 {
    a + b
}

fn never(read: Result<u8, Infallible>) -> u8 {
    let Ok(byte) = read;
    byte
}

fn empty(it: Infallible) -> u8 {
    match it {}
}

fn both(a: Option<&str>, b: Result<bool, ()>) -> u8 {
    match (a, b) {
        (None, Ok(true)) => 1,
        (None, Ok(false) | Err(())) => 2,
        (Some("a"), _) => 3,
        (Some(_), Ok(_)) => 4,
        (Some(other), Err(())) if other.is_empty() => 5,
        (Some(_), Err(_)) => 6,
    }
}

fn fizz(n: u32) -> String {
    match (n % 3, n % 5) {
        (0, 0) => "fizzbuzz".into(),
        (0, _) => "fizz".into(),
        (_, 0) => "buzz".into(),
        _ => n.to_string(),
    }
}

fn letter(it: char) -> u8 {
    match it {
        '\0'..='`' => 0,
        'a'..='z' => 1,
        '{'..=char::MAX => 2,
    }
}

fn quadrant(point: &Point) -> u8 {
    match (point.x.cmp(&0), point) {
        (Ordering::Less, Point { y: 0, .. }) => 1,
        (Ordering::Less | Ordering::Equal, _) => 2,
        (Ordering::Greater, &Point { y, .. }) if y > 0 => 3,
        (Ordering::Greater, Point { x: _, y: _ }) => 4,
    }
}

fn main() {
    let tree = Tree::Node(Box::new(Tree::Leaf(1)), Box::new(Tree::Leaf(2)));
    println!("{} {} {} {}", sum(&tree), kind(3), side(-1), rows(&[]));
    println!("{} {} {} {}", array([1, 2, 3]), never(Ok(1)), both(None, Err(())), fizz(15));
    let point = Point { x: 1, y: 2 };
    let Point { x, y } = &point;
    let (a, (b, ..)) = (x, (y, 3, 4));
    println!("{} {} {a} {b}", letter('b'), quadrant(&point));
    let whole @ (first, _) = (1, 2);
    println!("{whole:?} {first}");
    for (index, &(name, Point { x, .. })) in [("a", Point { x: 1, y: 2 })].iter().enumerate() {
        println!("{index} {name} {x}");
    }
    let found: Vec<u8> = [Ok(1), Err(empty as fn(Infallible) -> u8)].into_iter().flatten().collect();
    println!("{found:?}");
}
