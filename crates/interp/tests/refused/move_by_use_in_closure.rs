fn main() {
    let text = String::from("a");
    let give = || text;
    let other = give();
    println!("{text} {other}");
}
