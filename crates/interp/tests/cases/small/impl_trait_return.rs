fn odds(limit: u32) -> impl Iterator<Item = u32> { (1..limit).step_by(2) }
fn adder(n: i32) -> impl Fn(i32) -> i32 + Clone { move |x| x + n }
fn words<'a>(text: &'a str) -> impl Iterator<Item = &'a str> + 'a { text.split(' ').filter(|w| w.len() > 2) }
fn show(items: impl IntoIterator<Item = impl std::fmt::Display>) -> String { items.into_iter().map(|i| format!("<{i}>")).collect() }

fn main() {
    println!("{:?}", odds(8).collect::<Vec<_>>());
    let f = adder(5);
    let g = f.clone();
    println!("{} {}", f(1), g(2));
    println!("{:?}", words("a quick or slow one").collect::<Vec<_>>());
    println!("{} {}", show([1, 2]), show(vec!["x"]));
}
