use std::rc::Rc;
use tokio::sync::mpsc;
use tokio::task::{spawn_local, LocalSet};
use tokio::time::{interval, sleep, Duration};

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("{} dropped", self.0);
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let local = LocalSet::new();
    let shared = Rc::new(5);
    local
        .run_until(async {
            let (tx, mut rx) = mpsc::unbounded_channel();
            spawn_local(async move {
                let mut every = interval(Duration::from_millis(16));
                for n in 0.. {
                    every.tick().await;
                    if tx.send(n).is_err() {
                        println!("closed at {n}");
                        return;
                    }
                }
            });
            let reads = spawn_local(async move { while rx.recv().await.is_some_and(|it| it < 3) {} });
            reads.await.unwrap();
        })
        .await;
    println!("between");
    local.await;
    println!("all done");

    let local = LocalSet::new();
    let inner = shared.clone();
    local
        .run_until(async {
            spawn_local(async move {
                let _loud = Loud("of the set");
                sleep(Duration::from_secs(9)).await;
                println!("never {inner}");
            });
            tokio::task::yield_now().await;
        })
        .await;
    drop(local);
    tokio::task::yield_now().await;
    println!("{}", Rc::strong_count(&shared));

    let local = LocalSet::new();
    {
        let _entered = local.enter();
        spawn_local(async move { println!("entered {shared}") });
    }
    local.await;
}
