fn main() {
    let a = Some(&String::from("a"));
    println!("{a:?}");
}
