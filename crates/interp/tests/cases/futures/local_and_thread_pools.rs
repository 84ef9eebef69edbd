use futures::executor::{self, LocalPool, ThreadPool};
use futures::task::{LocalSpawnExt, SpawnExt};
use futures::channel::{mpsc, oneshot};
use futures::{StreamExt, SinkExt};
use std::cell::Cell;
use std::rc::Rc;

fn main() {
    let mut pool = LocalPool::new();
    let spawner = pool.spawner();
    let count = Rc::new(Cell::new(0));
    for i in 1..=3 {
        let count = count.clone();
        let inner = spawner.clone();
        spawner.spawn_local(async move {
            println!("task {i}");
            count.set(count.get() + i);
            let again = count.clone();
            inner.spawn_local(async move { again.set(again.get() + 10) }).unwrap();
        }).unwrap();
    }
    pool.run();
    println!("{}", count.get());
    let handle = spawner.spawn_local_with_handle(async { 5 }).unwrap();
    println!("{}", pool.run_until(handle));
    let (tx, rx) = oneshot::channel::<i32>();
    spawner.spawn_local(async move { println!("got {:?}", rx.await); }).unwrap();
    println!("{}", pool.try_run_one());
    pool.run_until_stalled();
    tx.send(3).unwrap();
    println!("{}", pool.try_run_one());

    let threads = ThreadPool::new().expect("a pool");
    let (tx, rx) = mpsc::unbounded::<i32>();
    let fut_values = async {
        let fut_tx_result = async move {
            (0..10).for_each(|v| { tx.unbounded_send(v).expect("Failed to send"); })
        };
        threads.spawn_ok(fut_tx_result);
        rx.map(|v| v * 2).collect::<Vec<i32>>().await
    };
    let values: Vec<i32> = executor::block_on(fut_values);
    println!("Values={values:?}");
    let handle = threads.spawn_with_handle(async { "from the pool" }).unwrap();
    println!("{}", executor::block_on(handle));
    let all: Vec<_> = executor::block_on_stream(futures::stream::iter([1, 2, 3])).collect();
    println!("{all:?}");
    let (mut tx, rx) = mpsc::channel(1);
    threads.spawn_ok(async move { for i in 0..3 { tx.send(i).await.unwrap(); } });
    println!("{:?}", executor::block_on(rx.collect::<Vec<_>>()));
}
