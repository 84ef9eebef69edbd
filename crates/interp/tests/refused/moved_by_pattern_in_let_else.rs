fn main() {
    let text = Some(String::from("a"));
    let Some(inner) = text else { return };
    println!("{inner} {:?}", text);
}
