fn main() {
    let text = String::from("a");
    if text.len() > 3 {
        drop(text);
    }
    println!("{text}");
}
