fn main() {
    let numbers = [1, 2];
    numbers[0] = 3;
    println!("{numbers:?}");
}
