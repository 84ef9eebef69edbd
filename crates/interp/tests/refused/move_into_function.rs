fn take(text: String) -> usize {
    text.len()
}

fn main() {
    let text = String::from("a");
    println!("{}", take(text));
    println!("{}", text.len());
}
