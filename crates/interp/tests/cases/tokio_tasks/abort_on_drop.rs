use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::task::{JoinError, JoinHandle};
use tokio::time::sleep;

struct AbortOnDrop<T>(JoinHandle<T>);
impl<T> Drop for AbortOnDrop<T> { fn drop(&mut self) { println!("aborting, finished {}", self.0.is_finished()); self.0.abort(); } }
impl<T> Future for AbortOnDrop<T> { type Output = Result<T, JoinError>; fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> { Pin::new(&mut self.0).poll(cx) } }

struct Loud; impl Drop for Loud { fn drop(&mut self) { println!("task's value dropped"); } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let t = AbortOnDrop(tokio::spawn(async { let _l = Loud; sleep(Duration::from_secs(1)).await; println!("never"); }));
    sleep(Duration::from_millis(1)).await;
    drop(t);
    sleep(Duration::from_millis(1)).await;
    let r = AbortOnDrop(tokio::spawn(async { sleep(Duration::from_millis(3)).await; 5 })).await;
    println!("{r:?}");
    let plain = tokio::spawn(async { let _l = Loud; sleep(Duration::from_millis(2)).await; println!("detached runs on"); });
    drop(plain);
    sleep(Duration::from_millis(5)).await;
    let (a, b) = (tokio::spawn(async { 1 }), tokio::spawn(async { 2 }));
    println!("{}", a.id() == b.id());
    println!("{:?}", (a.await.unwrap(), b.await.unwrap()));
}
