use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep;

struct Loser(&'static str);
impl Drop for Loser { fn drop(&mut self) { println!("{} dropped", self.0); } }
async fn after(ms: u64, name: &'static str) -> &'static str { let _l = Loser(name); sleep(Duration::from_millis(ms)).await; name }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let won = tokio::select! {
        a = after(20, "a") => { println!("handler"); a }
        b = after(10, "b") => { println!("handler"); b }
    };
    println!("won {won}");
    let (tx, rx) = oneshot::channel::<i32>();
    let (tx2, mut rx2) = mpsc::channel::<i32>(1);
    drop(tx);
    tokio::spawn(async move { sleep(Duration::from_millis(5)).await; tx2.send(7).await.unwrap(); });
    let r = tokio::select! { Ok(v) = rx => v, Some(v) = rx2.recv() => v + 1, else => -1 };
    println!("{r}");
    println!("{}", tokio::select! { Some(v) = rx2.recv() => v, else => -1 });
    let flag = false;
    let r = tokio::select! { _ = async {}, if flag => "disabled", _ = sleep(Duration::from_millis(1)) => "slept" };
    println!("{r}");
    for _ in 0..3 { let r = tokio::select! { biased; v = async { 1 } => v, v = async { 2 } => v }; print!("{r} "); }
    println!();
    let op = after(30, "op");
    tokio::pin!(op);
    let mut ticks = 0;
    let out = loop {
        tokio::select! {
            r = &mut op => break r,
            _ = sleep(Duration::from_millis(8)) => { ticks += 1; println!("tick {ticks}"); }
        }
    };
    println!("{out} {ticks}");
    let (mut x, mut y) = (0, 0);
    let mut done = false;
    while x + y < 6 {
        tokio::select! {
            biased;
            _ = sleep(Duration::from_millis(2)), if x < 2 => x += 1,
            v = async { sleep(Duration::from_millis(3)).await; 2 }, if !done => { y += v; if y > 3 { done = true; } }
            else => { println!("else"); break }
        }
    }
    println!("{x} {y} {done}");
    let r: Result<i32, String> = async { tokio::select! { v = async { Err::<i32, _>("bad") } => Ok(v?), _ = std::future::pending::<()>() => Ok(0) } }.await;
    println!("{r:?}");
}
