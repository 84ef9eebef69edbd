fn main() {
    let boxed = Box::new(5);
    let other = boxed;
    println!("{} {}", boxed, other);
}
