fn main() {
    let mut number = 1;
    let reference = &number;
    number += 2;
    println!("{reference} {number}");
}
