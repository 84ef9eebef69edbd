fn main() {
    let mut text = String::from("a");
    let first = &mut text;
    let second = &mut text;
    first.push('b');
    second.push('c');
}
