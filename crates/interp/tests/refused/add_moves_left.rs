fn main() {
    let left = String::from("a");
    let right = String::from("b");
    let both = left + &right;
    println!("{left} {both}");
}
