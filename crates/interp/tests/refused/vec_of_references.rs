fn main() {
    let mut all: Vec<&String> = Vec::new();
    let text = String::from("a");
    all.push(&text);
    drop(text);
    println!("{}", all.len());
}
