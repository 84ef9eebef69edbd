// limit 5: instructions
#[tokio::main]
async fn main() {
    let task = tokio::spawn(async {
        loop {
            std::hint::black_box(1);
        }
    });
    task.await.unwrap();
}
