async fn add(numbers: &mut Vec<i32>) {
    numbers.push(1);
}

#[tokio::main]
async fn main() {
    let mut numbers = vec![];
    tokio::join!(add(&mut numbers), add(&mut numbers));
    println!("{numbers:?}");
}
