fn first(text: &str) -> &str { &text[..1] }
fn main() {
    let one = first(&String::from("a"));
    println!("{one}");
    let two = first(&format!("b"));
    println!("{two}");
    let mut all: Vec<&str> = Vec::new();
    all.push(&String::from("c"));
    println!("{all:?}");
    all.push(String::from("d").as_str());
    println!("{all:?}");
}
