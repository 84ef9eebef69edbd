//! What a task's end and a timeout become where the error is one of reading and writing that hardly anything names.

use std::time::Duration;

#[tokio::main]
async fn main() {
    let url = "http://example.test"; let sum: std::io::Result<u8> = async { Ok(tokio::spawn(async { 1 }).await?) }.await;
    println!("{url} {sum:?}");
    let missing = async {
        let text = std::fs::read_to_string("/no/such/file");
        let length = tokio::spawn(async { 2 }).await?;
        tokio::time::timeout(Duration::from_millis(5), tokio::time::sleep(Duration::from_millis(1))).await?;
        text.map(|it| it.len() + length)
    };
    println!("{:?}", missing.await.map_err(|it| it.kind()));
    let late: std::io::Result<()> = async {
        tokio::time::timeout(Duration::from_millis(1), tokio::time::sleep(Duration::from_millis(50))).await?;
        Ok(())
    }
    .await;
    println!("{late:?}");
}
