// panicked 5: in one of two
#[tokio::main]
async fn main() {
    let one = async { tokio::task::yield_now().await };
    let two = async { if true { panic!("in one of two") } };
    tokio::join!(one, two);
}
