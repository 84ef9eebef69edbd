struct Pair {
    left: String,
    right: String,
}

fn main() {
    let pair = Pair { left: "a".into(), right: "b".into() };
    let left = pair.left;
    println!("{left} {}", pair.left);
    println!("{}", pair.right);
}
