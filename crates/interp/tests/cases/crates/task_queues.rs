// Two queues of tasks, workers that steal from the other one, and macros of the program's own.
use async_task::{Runnable, Task};
use flume::{Receiver, Sender};
use futures_lite::future;
use std::future::Future;
use std::panic::catch_unwind;
use std::pin::Pin;
use std::sync::LazyLock;
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

#[derive(Debug, Clone, Copy)]
enum Urgency { Now, Later }

type Queue = (Sender<Runnable>, Receiver<Runnable>);

fn start<F, T>(future: F, urgency: Urgency) -> Task<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    static NOW: LazyLock<Queue> = LazyLock::new(|| flume::unbounded::<Runnable>());
    static LATER: LazyLock<Queue> = LazyLock::new(|| { flume::unbounded::<Runnable>() });
    static WORKERS: LazyLock<usize> = LazyLock::new(|| {
        let count = std::env::var("WORKERS").unwrap_or("2".into()).parse::<usize>().unwrap();
        for _ in 0..count {
            let (first, second) = (NOW.1.clone(), LATER.1.clone());
            thread::spawn(move || loop {
                match first.try_recv() {
                    Ok(runnable) => { let _ = catch_unwind(|| runnable.run()); }
                    Err(_) => match second.try_recv() {
                        Ok(runnable) => { let _ = catch_unwind(|| runnable.run()); }
                        Err(_) => thread::sleep(Duration::from_millis(10)),
                    },
                };
            });
        }
        count
    });
    let now = |runnable| NOW.0.send(runnable).unwrap();
    let later = |runnable| LATER.0.send(runnable).unwrap();
    let schedule = match urgency {
        Urgency::Now => now,
        Urgency::Later => later,
    };
    assert!(*WORKERS > 0);
    let (runnable, task) = async_task::spawn(future, schedule);
    runnable.schedule();
    return task;
}

macro_rules! start {
    ($future:expr) => { start!($future, Urgency::Later) };
    ($future:expr, $urgency:expr) => { start($future, $urgency) };
}
macro_rules! join {
    ($($future:expr),*) => {{
        let mut results = Vec::new();
        $( results.push(future::block_on($future)); )*
        results
    }};
}
macro_rules! try_join {
    ($($future:expr),*) => {{
        let mut results = Vec::new();
        $(
            let result = catch_unwind(|| future::block_on($future));
            results.push(result);
        )*
        results
    }};
}

struct Counter { count: u32, upto: u32 }
impl Future for Counter {
    type Output = u32;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.count += 1;
        thread::sleep(Duration::from_millis(5));
        if self.count < self.upto { cx.waker().wake_by_ref(); Poll::Pending } else { Poll::Ready(self.count) }
    }
}

#[derive(Debug, Clone, Copy)]
struct Background;
impl Future for Background {
    type Output = ();
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        thread::sleep(Duration::from_millis(20));
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

struct Runtime { workers: usize }
impl Runtime {
    pub fn new() -> Self { Self { workers: thread::available_parallelism().map_or(2, |it| it.get()) } }
    pub fn with_workers(mut self, workers: usize) -> Self { self.workers = workers; self }
    pub fn run(&self) {
        unsafe { std::env::set_var("WORKERS", self.workers.to_string()) };
        let (now, later) = (start!(async {}, Urgency::Now), start!(async {}));
        join!(now, later);
    }
}

fn main() {
    Runtime::new().with_workers(3).run();
    start!(Background {}).detach();
    let one = start!(Counter { count: 0, upto: 3 }, Urgency::Now);
    let two = start!(Counter { count: 0, upto: 2 });
    let three = start!(async { future::yield_now().await; 7 });
    let outcome: Vec<u32> = join!(one, two, three);
    println!("{outcome:?}");
    std::panic::set_hook(Box::new(|_| {}));
    let fine = start!(async { "fine" }, Urgency::Now);
    let results = try_join!(fine, async { panic!("no luck") });
    for result in results {
        match result { Ok(text) => println!("{text}"), Err(e) => println!("panicked: {:?}", e.downcast_ref::<&str>()) }
    }
    let cancelled = start!(std::future::pending::<()>());
    println!("{:?}", future::block_on(cancelled.cancel()));
    println!("{:?}", future::block_on(future::or(async { future::pending::<i32>().await }, async { 3 })));
}
