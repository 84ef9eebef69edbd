//! What a program has of its run: tasks by name, its two streams of output, its limits, and many tasks at once.
#![cfg_attr(
    target_family = "wasm",
    expect(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")
)]

use meanwhile_runtime::task::{self, Builder, JoinSet, LocalSet};
use meanwhile_runtime::time::{Duration, sleep};
use meanwhile_runtime::{Run, RunConfig, dbg, eprint, print, println, spawn};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, End, SpanKind, Stream};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use worlds::{Finished, run_to_end};

#[macro_use]
#[path = "kit/worlds.rs"]
mod worlds;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

async fn run(config: RunConfig, main: impl AsyncFnOnce() + 'static) -> Finished {
    let main = async move {
        main().await;
        Ok(())
    };
    run_to_end(RunConfig { clock: ClockKind::Virtual, ..config }, || Box::pin(main)).await
}

both! {
    async fn tasks_have_the_names_that_they_are_given() {
        let finished = run(RunConfig::default(), async || {
            let local = LocalSet::new();
            local
                .run_until(async {
                    let named = Builder::new().name("cook").spawn(async { 1 }).unwrap();
                    let at_home = Builder::new().name("waiter").spawn_local(async { 2 }).unwrap();
                    let job = Builder::new().name("wash").spawn_blocking(|| 3).unwrap();
                    println!("{}", named.await.unwrap() + at_home.await.unwrap() + job.await.unwrap());
                })
                .await;
        })
        .await;
        assert_eq!(finished.output(), "6\n");
        let trace = &finished.trace;
        let names: Vec<_> = trace.spans().iter().filter(|it| it.kind != SpanKind::Join).map(|it| trace.name(it)).collect();
        for name in ["cook", "waiter", "wash"] {
            assert!(names.contains(&name), "{names:?}");
        }
    }

    async fn each_stream_of_output_is_known() {
        let finished = run(RunConfig::default(), async || {
            print!("out");
            eprint!("err");
            let three = dbg!(1 + 2);
            println!("{three}");
        })
        .await;
        let trace = &finished.trace;
        let of = |stream| -> String {
            trace.output().iter().filter(|it| it.stream == stream).map(|it| trace.text(it.text)).collect()
        };
        assert_eq!(of(Stream::Out), "out3\n");
        assert!(of(Stream::Err).starts_with("err[") && of(Stream::Err).ends_with("1 + 2 = 3\n"), "{}", of(Stream::Err));
    }

    async fn a_limit_says_which_and_what_was_cut_is_counted() {
        let handle = Rc::new(OnceCell::<Run>::new());
        let inside = handle.clone();
        let config = RunConfig { clock: ClockKind::Virtual, output_limit_bytes: 4, ..RunConfig::default() };
        let started = Run::start(config, || {
            Box::pin(async move {
                println!("far too much");
                inside.get().unwrap().stop_at_limit("a minute is over");
                sleep(Duration::from_secs(1)).await;
                Ok(())
            })
        });
        assert!(handle.set(started).is_ok());
        let run = handle.get().unwrap();
        #[cfg(not(target_family = "wasm"))]
        run.drive();
        assert_eq!(run.finished().await, Status::Limit);
        assert!(run.cut_output_bytes() > 8, "{}", run.cut_output_bytes());
    }

    async fn who_lingers_lets_others_get_on_until_they_wait() {
        let finished = run(RunConfig::default(), async || {
            spawn(async {
                print!("first ");
                task::yield_now().await;
                print!("second ");
                sleep(Duration::from_millis(1)).await;
                print!("never ");
            });
            task::linger().await;
            print!("over");
        })
        .await;
        assert_eq!(finished.output(), "first second over");
    }

    async fn who_lingers_does_not_wait_for_those_that_always_go_on() {
        let finished = run(RunConfig::default(), async || {
            let turns = Rc::new(Cell::new(0));
            let counted = turns.clone();
            let others = LocalSet::new();
            others.spawn_local(async move {
                loop {
                    counted.set(counted.get() + 1);
                    task::yield_now().await;
                }
            });
            others.run_until(task::linger()).await;
            print!("{}", (1..20).contains(&turns.get()));
        })
        .await;
        assert_eq!(finished.output(), "true");
    }

    /// Ten thousand at once: spawned, asleep together, awaited one after another and as a set; none is lost, each is recorded.
    async fn ten_thousand_tasks() {
        const TASKS: u64 = 10_000;
        let finished = run(RunConfig::default(), async || {
            let nap = async |n: u64| {
                sleep(Duration::from_millis(n % 100)).await;
                task::yield_now().await;
                n
            };
            let handles: Vec<_> = (0..TASKS).map(|n| spawn(nap(n))).collect();
            let mut sum = 0;
            for handle in handles {
                sum += handle.await.unwrap();
            }
            let mut set: JoinSet<u64> = (0..TASKS).map(nap).collect();
            while let Some(ended) = set.join_next().await {
                sum -= ended.unwrap();
            }
            println!("{sum}");
        })
        .await;
        assert_eq!((finished.status, finished.output().as_str()), (Status::Completed, "0\n"));
        let spans = finished.trace.spans();
        let completed = |kind| {
            let of_kind = spans.iter().filter(|it| it.kind == kind);
            of_kind.filter(|it| matches!(it.end, Some((_, End::Completed)))).count() as u64
        };
        assert_eq!(completed(SpanKind::Task), 2 * TASKS + 1, "with the main task");
        assert_eq!(completed(SpanKind::Sleep), 2 * TASKS);
        assert_eq!(completed(SpanKind::Yield), 2 * TASKS);
        assert!(spans.iter().all(|it| it.end.is_some()), "every span has ended");
    }

    /// Cancelled together: each is dropped and recorded as such.
    async fn ten_thousand_tasks_that_are_aborted() {
        let finished = run(RunConfig::default(), async || {
            let handles: Vec<_> = (0..10_000).map(|_| spawn(std::future::pending::<()>())).collect();
            task::yield_now().await;
            handles.iter().for_each(task::JoinHandle::abort);
            let mut cancelled = 0;
            for handle in handles {
                cancelled += u32::from(handle.await.unwrap_err().is_cancelled());
            }
            println!("{cancelled}");
        })
        .await;
        assert_eq!((finished.status, finished.output().as_str()), (Status::Completed, "10000\n"));
        let cancelled = finished.trace.spans().iter().filter(|it| matches!(it.end, Some((_, End::Cancelled))));
        assert_eq!(cancelled.count(), 10_000);
    }
}
