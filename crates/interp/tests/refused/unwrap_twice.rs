fn main() {
    let text: Option<String> = Some("a".into());
    let first = text.unwrap();
    let second = text.unwrap();
    println!("{first}{second}");
}
