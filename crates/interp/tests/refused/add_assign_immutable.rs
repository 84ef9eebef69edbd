fn main() {
    let number = 1;
    number += 2;
    println!("{number}");
}
