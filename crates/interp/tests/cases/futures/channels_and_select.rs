use futures::channel::{mpsc, oneshot};
use futures::{SinkExt, StreamExt, FutureExt, select, join, pin_mut};
use futures::executor::block_on;

async fn count(n: u32) -> u32 { (0..n).sum() }

fn main() {
    block_on(async {
        let (mut tx, mut rx) = mpsc::channel::<i32>(2);
        let producer = async move { for i in 0..4 { tx.send(i).await.unwrap(); } println!("produced"); };
        let consumer = async { let mut got = vec![]; while let Some(v) = rx.next().await { got.push(v); } got };
        let ((), got) = join!(producer, consumer);
        println!("{got:?}");
        let (tx, mut rx) = mpsc::unbounded();
        tx.unbounded_send(1).unwrap();
        tx.clone().unbounded_send(2).unwrap();
        drop(tx);
        println!("{:?} {:?} {:?}", rx.next().await, rx.next().await, rx.next().await);
        let (tx, rx) = oneshot::channel();
        tx.send("one").unwrap();
        println!("{:?}", rx.await);
        let (tx, rx) = oneshot::channel::<u8>();
        drop(tx);
        println!("{:?} {}", rx.await, oneshot::Canceled);
        let a = count(5).fuse();
        let b = futures::future::pending::<u32>().fuse();
        pin_mut!(a, b);
        println!("{}", select! { v = a => v, v = b => v + 100 });
        let mut one = futures::stream::iter([1, 2]).fuse();
        let mut two = futures::stream::iter([10]).fuse();
        let mut total = 0;
        loop {
            select! { v = one.select_next_some() => total += v, v = two.select_next_some() => total += v, complete => break }
        }
        println!("{total}");
        let mut never = futures::future::pending::<()>();
        select! { _ = never => println!("never"), default => println!("default") }
        let (a, b) = futures::try_join!(async { Ok::<_, String>(1) }, async { Ok(2) }).unwrap();
        println!("{}", a + b);
        println!("{:?}", futures::poll!(futures::future::ready(4)));
    });
    println!("{}", block_on(count(4)));
}
