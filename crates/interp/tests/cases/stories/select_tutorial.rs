// The tutorial's chapter on select.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::{mpsc, oneshot};
use tokio::time::{self, Duration};

struct MySelect { rx1: oneshot::Receiver<&'static str>, rx2: oneshot::Receiver<&'static str> }
impl Future for MySelect {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if let Poll::Ready(val) = Pin::new(&mut self.rx1).poll(cx) { println!("rx1 completed first with {:?}", val); return Poll::Ready(()); }
        if let Poll::Ready(val) = Pin::new(&mut self.rx2).poll(cx) { println!("rx2 completed first with {:?}", val); return Poll::Ready(()); }
        Poll::Pending
    }
}

async fn action(input: Option<i32>) -> Option<String> {
    let i = match input { Some(input) => input, None => return None };
    time::sleep(Duration::from_millis(i as u64)).await;
    Some(format!("done {i}"))
}

async fn race(data: &[u8], addr1: &str, addr2: &str) -> std::io::Result<String> {
    let send = |addr: String, ms: u64| async move { time::sleep(Duration::from_millis(ms)).await; Ok::<_, std::io::Error>(format!("{addr} {}", data.len())) };
    tokio::select! {
        Ok(text) = send(addr1.to_owned(), 8) => Ok(text),
        Ok(text) = send(addr2.to_owned(), 3) => Ok(text),
        else => Err(std::io::Error::other("both failed")),
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx1, rx1) = oneshot::channel();
    let (tx2, rx2) = oneshot::channel();
    tokio::spawn(async move { time::sleep(Duration::from_millis(2)).await; let _ = tx1.send("one"); });
    tokio::spawn(async { let _ = tx2.send("two"); });
    MySelect { rx1, rx2 }.await;

    let (mut tx1, rx1) = oneshot::channel::<String>();
    tokio::spawn(async move {
        tokio::select! {
            val = async { time::sleep(Duration::from_secs(60)).await; "late".to_string() } => { let _ = tx1.send(val); }
            _ = tx1.closed() => println!("receiver gone"),
        }
    });
    drop(rx1);
    time::sleep(Duration::from_millis(1)).await;
    println!("{}", race(&[1, 2, 3], "first", "second").await.unwrap());

    let (tx1, mut rx1) = mpsc::channel(128);
    let (tx2, mut rx2) = mpsc::channel(128);
    tokio::spawn(async move { for i in 0..3 { tx1.send(i).await.unwrap(); time::sleep(Duration::from_millis(10)).await; } });
    tokio::spawn(async move { for i in ["x", "y"] { time::sleep(Duration::from_millis(4)).await; tx2.send(i).await.unwrap(); } });
    loop {
        let msg = tokio::select! {
            Some(msg) = rx1.recv() => format!("{msg}"),
            Some(msg) = rx2.recv() => msg.to_string(),
            else => break,
        };
        println!("Got {:?}", msg);
    }
    println!("All channels have been closed.");

    let (tx, mut rx) = mpsc::channel(128);
    let mut done = false;
    let operation = action(None);
    tokio::pin!(operation);
    tokio::spawn(async move {
        for n in [1, 3, 2, 8] { let _ = tx.send(n).await; time::sleep(Duration::from_millis(3)).await; }
    });
    loop {
        tokio::select! {
            res = &mut operation, if !done => {
                done = true;
                if let Some(v) = res { println!("GOT = {}", v); break; }
            }
            Some(v) = rx.recv() => {
                if v % 2 == 0 {
                    println!("even {v}");
                    operation.set(action(Some(v)));
                    done = false;
                }
            }
        }
    }
}
