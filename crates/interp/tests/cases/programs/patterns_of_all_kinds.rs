// Pattern matching of all kinds
#![allow(unused)]
use std::collections::VecDeque;
use std::fmt::Debug;
use std::ops::RangeInclusive;

#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Circle { center: Point, radius: f64 },
    Rect { min: Point, max: Point },
    Poly(Vec<Point>),
    Tagged(&'static str, Box<Shape>),
    Empty,
}
#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    x: f64,
    y: f64,
}

const ORIGIN: Point = Point { x: 0.0, y: 0.0 };
const TEENS: RangeInclusive<u8> = 13..=19;
const LIMIT: i32 = 100;

fn area(s: &Shape) -> f64 {
    match s {
        Shape::Circle { radius: r, .. } => 3.0 * r * r,
        Shape::Rect { min: Point { x: x0, y: y0 }, max: Point { x: x1, y: y1 } } => (x1 - x0) * (y1 - y0),
        Shape::Poly(points) => match points.as_slice() {
            [] | [_] | [_, _] => 0.0,
            [first, rest @ ..] => rest.windows(2).map(|w| tri(first, &w[0], &w[1])).sum(),
        },
        Shape::Tagged(_, inner) => area(inner),
        Shape::Empty => 0.0,
    }
}
fn tri(a: &Point, b: &Point, c: &Point) -> f64 {
    ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)).abs() / 2.0
}
fn describe(n: i32) -> String {
    match n {
        i32::MIN..0 => "negative".into(),
        0 => "zero".to_string(),
        x @ (1 | 2 | 3 | 5 | 8) => format!("small fib {x}"),
        x @ 1..=9 if x % 2 == 0 => format!("small even {x}"),
        1..=9 => String::from("small odd"),
        LIMIT => "limit".to_owned(),
        big @ 10.. => format!("{}-digit", big.ilog10() + 1),
    }
}
fn slices(v: &[i32]) -> String {
    match v {
        [] => "empty".into(),
        [x] => format!("one {x}"),
        [a, b] if a == b => format!("twins {a}"),
        [first, .., last] if first == last => format!("bracketed by {first}"),
        [0, rest @ ..] => format!("zero then {rest:?}"),
        [.., -1, _] => "penultimate -1".into(),
        [init @ .., last] if init.iter().sum::<i32>() == *last => format!("{init:?} add up to {last}"),
        &[a, b, ref others @ ..] => format!("{} and {} more", a + b, others.len()),
    }
}
fn refs(pair: &mut (Option<String>, Vec<u8>)) {
    let (name, bytes) = pair;
    if let Some(n) = name {
        n.push('!');
    }
    if let [first, .., last] = &mut bytes[..] {
        std::mem::swap(first, last);
    }
    match *pair {
        (Some(ref mut s), _) if s.len() > 3 => s.truncate(3),
        (ref mut none @ None, ref b) => *none = Some(format!("{}b", b.len())),
        _ => {}
    }
}
fn parse(cmd: &str) -> Result<(u8, &str), String> {
    let mut it = cmd.split(' ');
    let (Some(verb), Some(arg)) = (it.next(), it.next()) else {
        return Err(format!("incomplete {cmd:?}"));
    };
    Ok(match (verb, arg.parse::<u8>(), arg) {
        ("inc" | "add", Ok(n), _) => (n + 1, "inc"),
        ("set", Ok(n @ (0..=9 | 90..=99)), _) => (n, "set edge"),
        ("set", Ok(n), _) => (n, "set"),
        ("get", Err(_), name) if name.starts_with('$') => (name.len() as u8, &name[1..]),
        (other, ..) => return Err(other.to_uppercase()),
    })
}
fn nested(x: Option<Result<Option<i32>, &str>>) -> &str {
    match x {
        Some(Ok(Some(0..=9))) => "digit",
        Some(Ok(Some(_))) => "number",
        Some(Ok(None)) | None => "nothing",
        Some(Err("fatal")) => "dead",
        Some(Err(e)) => e,
    }
}
fn chars(c: char) -> u8 {
    match c {
        'a'..='f' | 'A'..='F' => 10 + c.to_digit(16).unwrap() as u8 % 10,
        '0'..='9' => c as u8 - b'0',
        '\u{80}'.. => 254,
        _ => 255,
    }
}
fn bytes(b: &[u8]) -> &'static str {
    match b {
        b"GET" => "get",
        [b'P', b'U' | b'O', .., b'T'] => "put/post",
        [0xEF, 0xBB, 0xBF, ..] => "bom",
        [b'0'..=b'9', ..] => "digit",
        _ => "?",
    }
}
fn classify<T: PartialOrd + Debug>(a: T, b: T, c: T) -> String {
    match (a <= b, b <= c) {
        (true, true) => format!("{a:?}..{b:?}..{c:?} ascending"),
        (false, false) => "descending".into(),
        (_, up) => format!("mixed, end {}", if up { "up" } else { "down" }),
    }
}
fn boxes(s: Shape) -> Shape {
    match s {
        Shape::Tagged(tag, inner) => match *inner {
            Shape::Tagged(t2, deeper) if tag == t2 => boxes(Shape::Tagged(tag, deeper)),
            other => Shape::Tagged(tag, Box::new(boxes(other))),
        },
        Shape::Rect { min, max } if min == max => Shape::Empty,
        Shape::Circle { center: c @ Point { x: ORIGIN_LIKE_X, .. }, .. } if c == ORIGIN => {
            Shape::Poly(vec![c])
        }
        same => same,
    }
}
use self::consts::ORIGIN_LIKE_ as _;
mod consts {
    pub trait ORIGIN_LIKE_ {}
}

fn main() {
    let p = |x, y| Point { x, y };
    let shapes = [
        Shape::Circle { center: ORIGIN, radius: 2.0 },
        Shape::Rect { min: p(1.0, 1.0), max: p(3.0, 4.0) },
        Shape::Poly(vec![ORIGIN, p(4.0, 0.0), p(4.0, 3.0), p(0.0, 3.0)]),
        Shape::Tagged("t", Box::new(Shape::Tagged("t", Box::new(Shape::Rect { min: ORIGIN, max: ORIGIN })))),
    ];
    println!("{:?}", shapes.iter().map(area).collect::<Vec<_>>());
    for s in shapes {
        println!("{:?}", boxes(s));
    }
    for n in [-5, 0, 3, 4, 7, 100, 4096] {
        print!("{}; ", describe(n));
    }
    println!();
    for v in [&[][..], &[7], &[2, 2], &[1, 5, 1], &[0, 3, 4], &[9, -1, 4], &[1, 2, 3], &[5, 6, 7, 8]] {
        println!("{}", slices(v));
    }
    let mut pairs = [(Some("abcd".to_string()), vec![1, 2, 3]), (None, vec![4]), (Some("z".into()), vec![])];
    pairs.iter_mut().for_each(refs);
    println!("{pairs:?}");
    for c in ["inc 4", "set 95", "set 50", "get $home", "get 7", "nope", "add x"] {
        println!("{:?}", parse(c));
    }
    println!(
        "{:?}",
        [Some(Ok(Some(5))), Some(Ok(Some(50))), None, Some(Err("fatal")), Some(Err("soft"))].map(nested)
    );
    println!("{:?}", "aF7Zé".chars().map(chars).collect::<Vec<_>>());
    println!("{:?}", [&b"GET"[..], b"PUT", b"POINT", b"\xef\xbb\xbfx", b"7", b""].map(bytes));
    println!("{} {} {}", classify(1, 2, 3), classify("c", "b", "a"), classify(1.0, 0.5, 2.0));
    let mut stack: VecDeque<_> = [Some(1), Some(2), None, Some(3)].into();
    let mut sum = 0;
    while let Some(Some(n)) = stack.pop_front() {
        sum += n;
    }
    println!("{sum} left {stack:?}");
    let t @ (a, (b, [c, d, ..])) = (1, ("b", [3, 4, 5]));
    println!("{t:?} {a} {b} {c} {d}");
    let ref r @ Point { x, .. } = p(1.5, 2.0);
    println!("{r:?} {x}");
    let opt = Some(5);
    if let Some(n) = opt
        && n > 3
        && let Some(m) = opt.checked_like(n)
    {
        println!("chain {n} {m}");
    }
    let age = 15u8;
    println!(
        "{}",
        match age {
            a if TEENS.contains(&a) => "teen",
            _ => "other",
        }
    );
    let x = 5;
    let msg = match x {
        n if n < 0 => "neg",
        0..=4 => "low",
        5 => {
            let x = 7;
            if x == 7 { "five" } else { "?" }
        }
        _ => "high",
    };
    println!("{msg} {}", matches!(Some(7), Some(n) if n > 6));
    let f =
        |(a, b): (i32, i32), Point { x, y }: Point, [h, ..]: [u8; 3]| a as f64 + b as f64 * x - y + h as f64;
    println!("{}", f((1, 2), p(3.0, 4.0), [10, 0, 0]));
    let found = 'outer: {
        for i in 2.. {
            for j in 2..i {
                if i * j == 91 {
                    break 'outer (i, j);
                }
            }
        }
        (0, 0)
    };
    println!("{found:?}");
}
const ORIGIN_LIKE_X: f64 = 0.0;
trait Checked {
    fn checked_like(self, n: i32) -> Option<i32>;
}
impl Checked for Option<i32> {
    fn checked_like(self, n: i32) -> Option<i32> {
        self?.checked_mul(n)
    }
}
