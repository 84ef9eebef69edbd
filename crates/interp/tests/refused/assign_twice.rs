fn main() {
    let number = 1;
    println!("{number}");
    number = 2;
    println!("{number}");
}
