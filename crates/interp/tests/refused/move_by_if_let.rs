fn main() {
    let text = Some(String::from("a"));
    if let Some(inner) = text {
        println!("{inner}");
    }
    println!("{}", text.is_some());
}
