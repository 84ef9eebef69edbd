// panicked :
#[tokio::main]
async fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {});
}
