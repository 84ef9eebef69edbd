async fn double(number: i32) -> i32 {
    number * 2
}

#[tokio::main]
async fn main() {
    let all: Vec<i32> = vec![1, 2].into_iter().map(|it| double(it).await).collect();
    println!("{all:?}");
}
