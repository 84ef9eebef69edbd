// An executor of one's own: tasks of async-task in a channel of flume.
use std::future::Future;
use std::panic::catch_unwind;
use std::thread;
use std::time::Duration;
use async_task::{Runnable, Task};
use flume::{Receiver, Sender};
use futures_lite::future;
use once_cell::sync::Lazy;

static QUEUE: Lazy<Sender<Runnable>> = Lazy::new(|| {
    let (tx, rx) = flume::unbounded::<Runnable>();
    thread::spawn(move || {
        while let Ok(runnable) = rx.recv() {
            println!("runnable accepted");
            let _ = catch_unwind(|| runnable.run());
        }
    });
    tx
});

fn spawn_task<F, T>(future: F) -> Task<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let schedule = |runnable| QUEUE.send(runnable).unwrap();
    let (runnable, task) = async_task::spawn(future, schedule);
    runnable.schedule();
    task
}

struct CounterFuture { count: u32 }
impl Future for CounterFuture {
    type Output = u32;
    fn poll(mut self: std::pin::Pin<&mut Self>, cx: &mut std::task::Context<'_>) -> std::task::Poll<Self::Output> {
        self.count += 1;
        println!("polling with result: {}", self.count);
        thread::sleep(Duration::from_millis(10));
        if self.count < 3 { cx.waker().wake_by_ref(); std::task::Poll::Pending } else { std::task::Poll::Ready(self.count) }
    }
}

async fn async_fn() { thread::sleep(Duration::from_millis(10)); println!("async fn"); }

fn main() {
    let one = CounterFuture { count: 0 };
    let t_one = spawn_task(one);
    println!("{}", future::block_on(t_one));
    let t_three = spawn_task(async { async_fn().await; async_fn().await; 7 });
    println!("{}", future::block_on(t_three));
    let (a, b) = future::block_on(future::zip(spawn_task(async { 1 }), spawn_task(async { 2 })));
    println!("{}", a + b);
}
