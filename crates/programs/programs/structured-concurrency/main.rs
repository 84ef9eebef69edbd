//! Two jobs belong together and one of them fails: left alone, and held in a scope.

use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::sleep;

async fn upload(photo: &str) -> Result<(), String> {
    sleep(Duration::from_millis(300)).await;
    println!("{photo}: uploaded");
    Ok(())
}

async fn check(photo: &str) -> Result<(), String> {
    sleep(Duration::from_millis(100)).await;
    Err(format!("{photo}: not allowed"))
}

/// Returns at the first error. The upload goes on, and nobody holds it any more.
async fn loose() -> Result<(), String> {
    let upload = tokio::spawn(upload("cat.jpg"));
    let check = tokio::spawn(check("cat.jpg"));
    check.await.expect("check does not panic")?;
    upload.await.expect("upload does not panic")
}

/// Does not return before both jobs have ended, one way or the other.
async fn scoped() -> Result<(), String> {
    let mut scope = JoinSet::new();
    scope.spawn(upload("dog.jpg"));
    scope.spawn(check("dog.jpg"));
    while let Some(job) = scope.join_next().await {
        if let Err(error) = job.expect("no job panics") {
            scope.shutdown().await; // cancels the others and waits for their end
            return Err(error);
        }
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("loose returned: {:?}", loose().await);
    sleep(Duration::from_millis(400)).await;
    println!("scoped returned: {:?}", scoped().await);
    sleep(Duration::from_millis(400)).await;
}
