fn main() {
    let mut text = String::from("a");
    let change = &mut text;
    println!("{text}");
    change.push('b');
}
