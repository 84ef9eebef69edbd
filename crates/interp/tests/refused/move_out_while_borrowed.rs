fn main() {
    let text = String::from("a");
    let part = &text;
    drop(text);
    println!("{part}");
}
