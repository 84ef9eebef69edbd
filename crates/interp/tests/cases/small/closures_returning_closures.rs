fn curry(a: i32) -> impl Fn(i32) -> Box<dyn Fn(i32) -> i32> { move |b| Box::new(move |c| a * 100 + b * 10 + c) }
fn memo(f: impl Fn(u64) -> u64) -> impl FnMut(u64) -> u64 { let mut seen = std::collections::BTreeMap::new(); move |n| *seen.entry(n).or_insert_with(|| { print!("({n})"); f(n) }) }
fn all(fs: Vec<Box<dyn Fn(i32) -> i32>>) -> impl Fn(i32) -> i32 { move |x| fs.iter().fold(x, |acc, f| f(acc)) }

fn main() {
    println!("{}", curry(1)(2)(3));
    let mut m = memo(|n| n * n);
    println!("{} {} {}", m(3), m(3), m(4));
    println!("{}", all(vec![Box::new(|x| x + 1), Box::new(|x| x * 10), Box::new(curry(0)(0))])(4));
    let make = |n: usize| move |s: &str| s.repeat(n);
    let (two, three) = (make(2), make(3));
    println!("{} {}", two("a"), three("b"));
    let mut counter = { let mut n = 0; move || { n += 1; n } };
    let fs: [&mut dyn FnMut() -> i32; 1] = [&mut counter];
    for f in fs { println!("{} {}", f(), f()); }
    println!("{}", counter());
}
