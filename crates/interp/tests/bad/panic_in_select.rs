// panicked 5: in a branch
#[tokio::main]
async fn main() {
    tokio::select! {
        _ = async { panic!("in a branch") } => {}
        _ = tokio::time::sleep(std::time::Duration::from_secs(1)) => {}
    }
}
