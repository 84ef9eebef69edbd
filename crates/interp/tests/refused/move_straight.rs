fn main() {
    let name = String::from("a");
    let other = name;
    println!("{name} {other}");
}
