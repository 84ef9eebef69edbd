fn take(text: Vec<i32>) {
    println!("{}", text.len());
}

fn main() {
    let numbers = vec![1];
    for _ in 0..2 {
        take(numbers);
    }
}
