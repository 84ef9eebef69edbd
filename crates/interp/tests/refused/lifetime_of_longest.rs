fn longest(a: &str, b: &str) -> &str {
    if a.len() > b.len() { a } else { b }
}

fn both(a: &str, b: &str) -> (&str, &str) {
    (a, b)
}

fn named<'a>(a: &'a str, b: &str) -> &str {
    if b.is_empty() { a } else { "none" }
}

fn main() {
    println!("{} {:?} {}", longest("a", "bc"), both("a", "b"), named("a", "b"));
}
