fn main() {
    let text = String::from("a b");
    let part = text.trim();
    let other = text;
    println!("{part} {other}");
}
