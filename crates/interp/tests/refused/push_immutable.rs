fn main() {
    let numbers = vec![1];
    numbers.push(2);
    println!("{numbers:?}");
}
