// panicked 5: Cannot start a runtime
#[tokio::main]
async fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {});
}
