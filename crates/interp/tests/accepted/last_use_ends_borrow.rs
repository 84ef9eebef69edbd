fn main() {
    let mut text = String::from("a");
    let first = &mut text;
    first.push('b');
    let second = &mut text;
    second.push('c');
    let view = &text;
    println!("{view}");
    text.push('d');
    let view = text.as_str();
    println!("{view}");
    text = String::new();
    println!("{text}");
}
