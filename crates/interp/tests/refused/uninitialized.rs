fn main() {
    let number: i32;
    println!("{number}");
}
