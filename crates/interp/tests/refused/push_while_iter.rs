fn main() {
    let mut numbers = vec![1, 2, 3];
    for number in numbers.iter() {
        if *number > 1 {
            numbers.clear();
        }
    }
}
