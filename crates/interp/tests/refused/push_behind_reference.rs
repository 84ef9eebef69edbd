fn add(numbers: &Vec<i32>) {
    numbers.push(2);
}

fn main() {
    let mut numbers = vec![1];
    add(&numbers);
    numbers.push(3);
    println!("{numbers:?}");
}
