//! Outputs that nobody comes for are dropped when the task completes, or with the last handle; a local set takes its
//! tasks with it.

use std::time::Duration;
use tokio::task::{JoinSet, LocalSet, spawn_local, yield_now};
use tokio::time::sleep;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("start");
    tokio::spawn(async {
        println!("running");
        let _local = Noisy("local of the task");
        Noisy("output")
    });
    yield_now().await;
    println!("after the first");

    let handle = tokio::spawn(async { Noisy("finished before its handle went") });
    yield_now().await;
    println!("finished: {}", handle.is_finished());
    drop(handle);
    println!("handle dropped");

    let handle = tokio::spawn(async { Noisy("kept by its handle") });
    let abort = handle.abort_handle();
    yield_now().await;
    println!("abort handle: {}", abort.is_finished());
    let output = handle.await.unwrap();
    println!("got {}", output.0);
    drop(output);

    let mut set = JoinSet::new();
    set.spawn(async {
        yield_now().await;
        Noisy("detached")
    });
    set.detach_all();
    println!("detached: {}", set.len());
    for _ in 0..3 {
        yield_now().await;
    }
    println!("after the set");

    let mut set = JoinSet::new();
    set.spawn(async { Noisy("in a set that is dropped") });
    yield_now().await;
    drop(set);
    println!("set dropped");

    tokio::spawn(async { Err::<(), Noisy>(Noisy("error")) });
    yield_now().await;

    let local = LocalSet::new();
    local.spawn_local(async {
        let _guard = Noisy("first of the local set");
        std::future::pending::<()>().await
    });
    let waiting = local.spawn_local(async {
        let _guard = Noisy("second of the local set");
        spawn_local(async {
            let _guard = Noisy("third of the local set");
            sleep(Duration::from_secs(1)).await
        });
        sleep(Duration::from_secs(1)).await
    });
    local
        .run_until(async {
            for _ in 0..5 {
                yield_now().await;
            }
        })
        .await;
    println!("before the local set's end");
    drop(local);
    println!("after the local set's end");
    println!("cancelled: {}", waiting.await.unwrap_err().is_cancelled());
}
