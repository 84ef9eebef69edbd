async fn add(numbers: &mut Vec<i32>) {
    numbers.push(1);
}

#[tokio::main]
async fn main() {
    let mut numbers = vec![];
    let first = add(&mut numbers);
    let second = add(&mut numbers);
    first.await;
    second.await;
}
