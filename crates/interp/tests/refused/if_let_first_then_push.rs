fn main() {
    let mut numbers = vec![1];
    if let Some(first) = numbers.first() {
        numbers.push(2);
        println!("{first}");
    }
}
