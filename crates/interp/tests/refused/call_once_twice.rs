fn main() {
    let text = String::from("a");
    let give = move || text;
    println!("{}", give());
    println!("{}", give());
}
