fn main() {
    let mut text = String::from("a");
    let view = text.as_str();
    for _ in 0..2 {
        text = String::from("b");
    }
    println!("{view}");
}
