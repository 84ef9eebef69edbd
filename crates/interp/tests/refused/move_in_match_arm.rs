fn main() {
    let text = Some(String::from("a"));
    match text {
        Some(inner) => println!("{inner}"),
        None => println!("none"),
    }
    println!("{:?}", text);
}
