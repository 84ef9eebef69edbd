//! The value of a task is gone when its scope has ended, by a panic too, and is there for destructors.
use futures::FutureExt;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tokio::time::{sleep, timeout};

tokio::task_local! {
    static ID: u32;
    static NAME: String;
}

fn shown() -> String {
    let name = NAME.try_with(|it| it.clone()).unwrap_or_else(|e| e.to_string());
    format!("{:?} {name}", ID.try_with(|it| *it).ok())
}

struct Leaving(&'static str);

impl Drop for Leaving {
    fn drop(&mut self) {
        println!("{} leaves: {}", self.0, shown());
    }
}

async fn fails() {
    let _leaving = Leaving("fails");
    sleep(Duration::from_millis(1)).await;
    if shown().contains('1') {
        panic!("in {}", shown());
    }
}

fn within<F: Future>(id: u32, f: F) -> impl Future<Output = F::Output> {
    ID.scope(id, NAME.scope(format!("n{id}"), f))
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let caught = AssertUnwindSafe(within(1, fails())).catch_unwind().await;
    println!("{} {}", caught.is_err(), shown());
    within(2, async {
        let inner = AssertUnwindSafe(within(11, fails())).catch_unwind().await;
        println!("{} {}", inner.is_err(), shown());
    })
    .await;
    let late = timeout(Duration::from_millis(5), within(3, async {
        let _leaving = Leaving("late");
        sleep(Duration::from_secs(9)).await;
    }));
    println!("{} {}", late.await.is_err(), shown());
    let held = Leaving("held");
    within(4, async move { println!("{}", held.0) }).await;
    drop(within(5, async { unreachable!() }));
    let caught = catch_unwind(|| ID.sync_scope(6, || -> u32 { panic!("{}", shown()) }));
    println!("{:?} {}", caught.is_err(), shown());
    println!("{}", ID.sync_scope(7, || ID.sync_scope(8, || ID.get()) * 10 + ID.get()));
}
