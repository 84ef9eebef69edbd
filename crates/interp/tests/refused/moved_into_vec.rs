fn main() {
    let text = String::from("a");
    let all = vec![text];
    println!("{} {}", all.len(), text);
}
