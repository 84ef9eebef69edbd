fn main() {
    let numbers = vec![1, 2];
    numbers[0] = 3;
    println!("{numbers:?}");
}
