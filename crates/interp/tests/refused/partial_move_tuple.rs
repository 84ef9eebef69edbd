fn main() {
    let pair = (String::from("a"), 1);
    let (name, number) = pair;
    println!("{name} {number} {:?}", pair);
}
