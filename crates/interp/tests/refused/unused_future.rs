async fn work() {
    println!("work");
}

#[tokio::main]
async fn main() {
    work();
}
