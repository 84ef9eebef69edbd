use std::collections::HashMap;
use std::panic;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{self, AbortHandle, Id, JoinError, JoinSet, LocalSet};
use tokio::time::sleep;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Kind {
    Quick,
    Slow,
    Broken,
}

#[derive(Debug)]
enum Outcome<T> {
    Done(T),
    Cancelled,
    Panicked(String),
}

impl<T> From<Result<T, JoinError>> for Outcome<T> {
    fn from(result: Result<T, JoinError>) -> Self {
        match result {
            Ok(value) => Outcome::Done(value),
            Err(e) if e.is_cancelled() => Outcome::Cancelled,
            Err(e) => {
                let payload = e.into_panic();
                let text = payload
                    .downcast::<&'static str>()
                    .map(|s| s.to_string())
                    .or_else(|p| p.downcast::<String>().map(|s| *s))
                    .unwrap_or_else(|_| "something else".into());
                Outcome::Panicked(text)
            }
        }
    }
}

struct Supervisor {
    set: JoinSet<u32>,
    names: HashMap<Id, (String, Kind)>,
    restarts: u32,
}

impl Supervisor {
    fn new() -> Self {
        Supervisor { set: JoinSet::new(), names: HashMap::new(), restarts: 0 }
    }
    fn start(&mut self, name: impl Into<String>, kind: Kind, attempt: u32) -> AbortHandle {
        let name = name.into();
        let handle = self.set.spawn(async move {
            match kind {
                Kind::Quick => sleep(Duration::from_millis(10)).await,
                Kind::Slow => sleep(Duration::from_millis(5_000)).await,
                Kind::Broken if attempt == 0 => {
                    sleep(Duration::from_millis(30)).await;
                    panic!("attempt {attempt} broke");
                }
                Kind::Broken => sleep(Duration::from_millis(25)).await,
            }
            attempt * 100 + kind as u32
        });
        self.names.insert(handle.id(), (name, kind));
        handle
    }
    async fn run(&mut self) {
        while let Some(result) = self.set.join_next_with_id().await {
            let (id, outcome) = match result {
                Ok((id, value)) => (id, Outcome::Done(value)),
                Err(e) => (e.id(), Outcome::from(Err(e))),
            };
            let (name, kind) = self.names.remove(&id).expect("a known task");
            println!("{name:<8} {kind:?}: {outcome:?}, {} left", self.set.len());
            if let (Outcome::Panicked(_), 0..=2) = (&outcome, self.restarts) {
                self.restarts += 1;
                self.start(format!("{name}'"), kind, self.restarts);
            }
        }
    }
}

fn fib(n: u32) -> u64 {
    (0..n).fold((0, 1), |(a, b), _| (b, a + b)).0
}

#[tokio::main]
async fn main() {
    panic::set_hook(Box::new(|_| {}));
    let mut boss = Supervisor::new();
    boss.start("first", Kind::Quick, 0);
    let slow = boss.start("second", Kind::Slow, 0);
    boss.start("third", Kind::Broken, 0);
    let stopper = tokio::spawn(async move {
        sleep(Duration::from_millis(80)).await;
        slow.abort();
        slow.is_finished()
    });
    boss.run().await;
    println!("restarts {} stopper {:?}", boss.restarts, stopper.await.is_ok());

    let mut set: JoinSet<_> = (1..=5u64).map(|n| async move { sleep(Duration::from_millis(60 - n * 10)).await; n }).collect();
    println!("{} tasks, {:?} ready", set.len(), set.try_join_next().is_some());
    let first = set.join_next().await.unwrap().unwrap();
    set.detach_all();
    println!("first {first}, then {} empty={}", set.len(), set.is_empty());

    let mut set = JoinSet::new();
    for word in ["gamma", "alpha", "beta"] {
        set.spawn(async move { word.len() * 10 + word.starts_with('a') as usize });
    }
    set.spawn_blocking(|| fib(50) as usize);
    let mut all = set.join_all().await;
    all.sort();
    println!("{all:?}");

    let hits = Arc::new(AtomicU32::new(0));
    struct Bump(Arc<AtomicU32>);
    impl Drop for Bump {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
    let mut set = JoinSet::new();
    for _ in 0..3 {
        let bump = Bump(hits.clone());
        set.spawn(async move {
            let _bump = bump;
            std::future::pending::<()>().await
        });
    }
    task::yield_now().await;
    set.shutdown().await;
    println!("dropped {} of 3, set empty {}", hits.load(Ordering::Relaxed), set.is_empty());

    let local = LocalSet::new();
    let shared = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    local
        .run_until(async {
            let mut set = JoinSet::new();
            for i in (0..3).rev() {
                let shared = shared.clone();
                set.spawn_local(async move {
                    sleep(Duration::from_millis(i * 20)).await;
                    shared.borrow_mut().push(i);
                });
            }
            while set.join_next().await.is_some() {}
        })
        .await;
    println!("{:?} rc={}", shared.take(), std::rc::Rc::strong_count(&shared));

    let handle = tokio::spawn(async { sleep(Duration::from_secs(9)).await });
    handle.abort();
    let e = handle.await.unwrap_err();
    println!("{} {}", e.is_cancelled(), e.to_string().contains("cancelled"));
    let e = task::spawn_blocking(|| -> u8 { panic::panic_any(7i32) }).await.unwrap_err();
    println!("{:?}", e.try_into_panic().map(|p| *p.downcast::<i32>().unwrap()).ok());
    println!("{:?}", Outcome::<u8>::from(tokio::spawn(async { [1u8, 2][usize::MAX.count_ones() as usize % 62] }).await));
}
