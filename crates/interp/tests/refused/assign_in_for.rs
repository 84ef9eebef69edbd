fn main() {
    for number in 0..3 {
        number += 1;
        println!("{number}");
    }
}
