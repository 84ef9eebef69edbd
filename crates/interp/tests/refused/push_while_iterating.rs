fn main() {
    let mut numbers = vec![1, 2, 3];
    for number in &numbers {
        numbers.push(*number);
    }
}
