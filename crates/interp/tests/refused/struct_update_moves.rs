#[derive(Debug)]
struct Options {
    name: String,
    size: u32,
}

fn main() {
    let base = Options { name: "a".into(), size: 1 };
    let other = Options { size: 2, ..base };
    println!("{other:?} {base:?}");
}
