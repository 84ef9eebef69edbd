// References to shares stand for references to what is in them, in patterns, comparisons and calls.
use std::rc::Rc;
use std::sync::Arc;
#[derive(Debug, PartialEq, Eq, PartialOrd, Clone)] enum Shape { Circle(u32), Rect { w: u32, h: u32 }, Group(Vec<Rc<Shape>>) }
fn area(s: &Shape) -> u32 { match s { Shape::Circle(r) => r * r * 3, Shape::Rect { w, h } => w * h, Shape::Group(all) => all.iter().map(|it| area(it)).sum() } }
fn is_unit(s: &Shape) -> bool { *s == Shape::Rect { w: 1, h: 1 } || s == &Shape::Circle(1) }
fn pick<'a>(all: &'a [Rc<Shape>]) -> Option<&'a Shape> { all.iter().map(|it| &**it).find(|s| matches!(s, Shape::Circle(_))) }
fn text(t: &str) -> usize { match t { "abc" => 3, other => other.len() * 10 } }
fn num(n: &i32) -> i32 { match n { 0 => 0, &x if x < 0 => -x, x => *x + 1 } }
fn nums(n: &[i32]) -> i32 { match n { [] => 0, [x] => *x, [first, .., last] => first + last } }
fn opt(o: &Option<String>) -> &str { match o { Some(s) if s.is_empty() => "empty", Some(s) => s, None => "none" } }
fn pair(&(a, ref b): &(i32, String)) -> String { format!("{a}{b}") }
fn main() {
    let c = Rc::new(Shape::Circle(1));
    let r = Rc::new(Shape::Rect { w: 2, h: 3 });
    let g = Rc::new(Shape::Group(vec![c.clone(), Rc::clone(&r)]));
    println!("{} {} {}", area(&c), area(&r), area(&g));
    println!("{} {}", is_unit(&c), is_unit(&r));
    println!("{:?}", pick(&[r.clone(), c.clone()]));
    let s: &Shape = &g;
    if let Shape::Group(all) = s { println!("{}", all.len()); }
    let same: bool = s == &*g && *c < *r && c != r && &c == &Rc::new(Shape::Circle(1));
    println!("{same}");
    let a: Arc<str> = "abc".into();
    let b = Arc::new(String::from("abcd"));
    println!("{} {}", text(&a), text(&b));
    println!("{} {} {}", num(&Rc::new(-4)), num(&Arc::new(0)), num(&Box::new(4)));
    let v = Rc::new(vec![1, 2, 3]);
    println!("{} {}", nums(&v), nums(&Rc::new(vec![7])));
    println!("{} {}", opt(&Rc::new(Some("x".to_string()))), opt(&Arc::new(None)));
    println!("{}", pair(&Rc::new((1, "z".to_string()))));
    let t: &(i32, String) = &Arc::new((2, "y".to_string()));
    let (x, y) = t; println!("{x}{y}");
    let f: fn(&Shape) -> u32 = area;
    println!("{:?}", [c, r].iter().map(|s| f(s)).collect::<Vec<_>>());
    let n: &i32 = &Rc::new(5);
    println!("{} {} {}", n == &5, *n == 5, matches!(n, 1..=5));
    let w: &dyn std::fmt::Debug = &Rc::new(Shape::Circle(2)); println!("{w:?}");
}
