struct Pair {
    left: String,
    right: String,
}

fn show(pair: &Pair) {
    println!("{} {}", pair.left, pair.right);
}

fn main() {
    let pair = Pair { left: "a".into(), right: "b".into() };
    let left = pair.left;
    println!("{left} {}", pair.right);
    show(&pair);
}
