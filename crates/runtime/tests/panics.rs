//! Panics: the same output natively, where they unwind, and in a browser's worker, where they do not.
#![cfg_attr(
    target_family = "wasm",
    expect(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")
)]

use meanwhile_runtime::record::{awaited, branch, function, main_result, spawn};
use meanwhile_runtime::sync::{Mutex, Semaphore};
use meanwhile_runtime::time::sleep;
use meanwhile_runtime::{RunConfig, join, panic, println, task};
use meanwhile_trace::lint::Facts;
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, End, Trace, dump_tree};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use worlds::{Finished, run_to_end};

#[macro_use]
#[path = "kit/worlds.rs"]
mod worlds;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// Runs the body of a `main` on the virtual clock.
async fn run(main: impl AsyncFnOnce() + 'static) -> (Status, Trace) {
    let config = RunConfig { clock: ClockKind::Virtual, panic_places: false, ..RunConfig::default() };
    let main = || -> meanwhile_runtime::MainFuture {
        Box::pin(function("main", 1, 1, async move {
            main().await;
            main_result(())
        }))
    };
    let Finished { status, trace } = run_to_end(config, main).await;
    assert!(trace.spans().iter().all(|it| it.end.is_some()), "a span is left:\n{}", dump_tree(&trace));
    (status, trace)
}

#[track_caller]
fn assert_output(trace: &Trace, expected: &str) {
    let output: String = trace.output().iter().map(|it| trace.text(it.text)).collect();
    assert_eq!(output, expected);
}

both! {
    async fn a_panic_in_a_task_is_an_error_to_who_awaits_it_and_the_rest_goes_on() {
        let (status, trace) = run(async || {
            let worker = spawn("worker", 2, 5, async {
                awaited(3, 9, sleep(ms(5))).await;
                panic!("out of {}", std::hint::black_box("cheese"));
            });
            let other = spawn("other", 6, 5, async { awaited(7, 9, sleep(ms(9))).await });
            let error = awaited(8, 5, worker).await.unwrap_err();
            println!("{error}; {error:?}; {}", error.is_panic());
            println!("{:?}", error.into_panic().downcast_ref::<String>());
            println!("{:?}", awaited(11, 5, other).await);
            let literal = task::spawn(async { panic!("no more") }).await.unwrap_err();
            println!("{:?}", literal.try_into_panic().unwrap().downcast_ref::<&str>());
        })
        .await;
        assert_eq!(status, Status::Completed);
        assert_output(
            &trace,
            "
thread 'main' panicked:
out of cheese
task 1 panicked with message \"out of cheese\"; JoinError::Panic(Id(1), \"out of cheese\", ...); true
Some(\"out of cheese\")
Ok(())

thread 'main' panicked:
no more
Some(\"no more\")
",
        );
    }

    async fn what_a_panic_tears_down_ends_as_cancelled_around_what_panicked() {
        let (status, trace) = run(async || {
            let worker = spawn("worker", 2, 5, function("work", 9, 1, async {
                join!(
                    branch(3, 9, function("idle", 20, 1, async { awaited(21, 5, sleep(ms(50))).await })),
                    branch(4, 9, function("fails", 30, 1, async {
                        awaited(31, 5, sleep(ms(5))).await;
                        if true {
                            panic!("here");
                        }
                    })),
                );
            }));
            let _ = awaited(8, 5, worker).await;
        })
        .await;
        assert_eq!(status, Status::Completed);
        assert_eq!(
            dump_tree(&trace),
            "task main completed
  async fn main @1 completed
    async fn work @9 panicked
      async fn idle @3 cancelled
        sleep sleep 50 ms @21 cancelled
      async fn fails @4 panicked
        sleep sleep 5 ms @31 completed
    task worker @2 panicked
    join handle join worker @8 failed
"
        );
        assert_eq!(trace.now_ns(), 5_000_000, "what the task waited for is waited for no longer");
    }

    async fn a_panic_in_main_ends_the_run_and_cancels_the_other_tasks() {
        let (status, trace) = run(async || {
            drop(spawn("other", 3, 5, async { awaited(3, 20, sleep(ms(50))).await }));
            awaited(4, 5, sleep(ms(1))).await;
            panic!("main itself");
        })
        .await;
        assert_eq!(status, Status::Panicked);
        assert_output(&trace, "\nthread 'main' panicked:\nmain itself\n");
        assert_eq!(
            dump_tree(&trace),
            "task main panicked
  async fn main @1 panicked
    task other @3 cancelled
      sleep sleep 50 ms @3 cancelled
    sleep sleep 1 ms @4 completed
"
        );
    }

    async fn a_thousand_tasks_panic_one_after_another() {
        fn deep(level: u32) -> u32 {
            let room = std::hint::black_box([level; 64]);
            if level == 0 { panic!("at the bottom") } else { deep(level - 1) + room[1] }
        }
        let (status, trace) = run(async || {
            let mut panics = 0;
            for level in 0..1000 {
                panics += u32::from(task::spawn(async move { deep(level % 50) }).await.is_err());
            }
            println!("{panics} panics");
        })
        .await;
        assert_eq!(status, Status::Completed);
        let last = trace.output().last().unwrap();
        assert_eq!(trace.text(last.text), "1000 panics\n");
        let panicked = trace.spans().iter().filter(|it| matches!(it.end, Some((_, End::Panicked))));
        assert_eq!(panicked.count(), 1000);
    }

    async fn a_permit_of_a_task_that_panicked_is_given_back() {
        let (status, trace) = run(async || {
            let places = Arc::new(Semaphore::new(1));
            let of_worker = places.clone();
            let worker = spawn("worker", 2, 5, async move {
                let _permit = of_worker.acquire().await.unwrap();
                awaited(3, 9, sleep(ms(5))).await;
                panic!("with a permit");
            });
            task::yield_now().await;
            println!("{} places", places.available_permits());
            println!("{}", places.acquire().await.is_ok());
            println!("{}, {} places", worker.await.is_err(), places.available_permits());
        })
        .await;
        assert_eq!(status, Status::Completed);
        assert_output(
            &trace,
            "0 places\n\nthread 'main' panicked:\nwith a permit\ntrue\ntrue, 1 places\n",
        );
    }

    async fn a_permit_that_was_handed_on_is_given_back_once() {
        let (_, trace) = run(async || {
            let places = Arc::new(Semaphore::new(1));
            let of_worker = places.clone();
            let worker = task::spawn(async move {
                let permit = of_worker.acquire_owned().await.unwrap();
                drop(task::spawn(async move {
                    sleep(ms(5)).await;
                    println!("{}", permit.num_permits());
                }));
                panic!("after handing it on");
            });
            let _ = worker.await;
            sleep(ms(9)).await;
            println!("{}", places.available_permits());
        })
        .await;
        assert_output(&trace, "\nthread 'main' panicked:\nafter handing it on\n1\n1\n");
    }

    async fn a_panic_while_a_cancelled_task_is_dropped_is_that_tasks() {
        struct Bomb;
        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("in a destructor");
            }
        }
        let (status, trace) = run(async || {
            let worker = spawn("worker", 2, 5, async {
                let _bomb = Bomb;
                awaited(3, 9, sleep(ms(50))).await;
            });
            sleep(ms(1)).await;
            worker.abort();
            let error = worker.await.unwrap_err();
            println!("{error}; {}", error.is_panic());
            drop(spawn("left over", 8, 5, async {
                let _bomb = Bomb;
                awaited(9, 9, sleep(ms(50))).await;
            }));
            sleep(ms(1)).await;
            println!("main returns");
        })
        .await;
        assert_eq!(status, Status::Completed);
        assert_output(
            &trace,
            "
thread 'main' panicked:
in a destructor
task 1 panicked with message \"in a destructor\"; true
main returns

thread 'main' panicked:
in a destructor
",
        );
    }

    async fn a_panic_can_be_passed_on_and_caught() {
        let (status, trace) = run(async || {
            let inner = task::spawn(async {
                let error = task::spawn(async { panic!("passed on") }).await.unwrap_err();
                panic::resume_unwind(error.into_panic());
            });
            println!("{}", inner.await.unwrap_err());
            let numbers = [1, 2, 3];
            let caught = panic::catch_unwind(|| numbers[std::hint::black_box(3)]);
            println!("{:?}", caught.unwrap_err().downcast_ref::<String>());
            println!("{:?}", panic::catch_unwind(|| numbers[2]).ok());
            let other = panic::catch_unwind(|| std::panic::panic_any(5));
            println!("{}", other.unwrap_err().is::<String>());
        })
        .await;
        assert_eq!(status, Status::Completed);
        assert_output(
            &trace,
            "
thread 'main' panicked:
passed on
task 1 panicked with message \"passed on\"

thread 'main' panicked:
index out of bounds: the len is 3 but the index is 3
Some(\"index out of bounds: the len is 3 but the index is 3\")
Some(3)

thread 'main' panicked:
Box<dyn Any>
false
",
        );
    }

    async fn a_borrow_of_ours_does_not_outlive_a_panic() {
        struct Loud;
        impl std::fmt::Display for Loud {
            fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                panic!("while printing");
            }
        }
        let (status, trace) = run(async || {
            let printed = task::spawn(async { println!("{Loud}") }).await;
            println!("{}", printed.is_err());
            let shared = Rc::new(std::cell::Cell::new(1));
            let of_task = shared.clone();
            let nested = task::spawn(async move {
                let inner = task::spawn(async move {
                    of_task.set(2);
                    panic!("inner");
                });
                inner.await.is_err()
            });
            println!("{:?} {}", nested.await, shared.get());
        })
        .await;
        assert_eq!(status, Status::Completed);
        assert_output(
            &trace,
            "
thread 'main' panicked:
while printing
true

thread 'main' panicked:
inner
Ok(true) 2
",
        );
    }
}

/// Locks a mutex in a task that panics, while another waits for it.
async fn panic_with_a_lock() -> (Status, Trace) {
    run(async || {
        let till = Arc::new(Mutex::new(1));
        let of_holder = till.clone();
        let holder = spawn(
            "holder",
            2,
            5,
            function("hold", 9, 1, async move {
                let mut till = awaited(10, 9, of_holder.lock()).await;
                *till += 1;
                awaited(11, 9, sleep(ms(5))).await;
                panic!("with the lock");
            }),
        );
        let waiter = spawn("waiter", 4, 5, async move {
            println!("the waiter finds {}", *awaited(5, 9, till.lock()).await);
        });
        println!("{}", awaited(6, 5, holder).await.unwrap_err());
        println!("{:?}", awaited(7, 5, waiter).await);
    })
    .await
}

both! {
    async fn a_lock_of_a_task_that_panicked_is_released_natively_and_named_in_a_browser() {
        let (status, trace) = panic_with_a_lock().await;
        let until_then = "\nthread 'main' panicked:\nwith the lock\n";
        let joined = "task 1 panicked with message \"with the lock\"\n";
        if cfg!(target_family = "wasm") {
            assert_eq!(status, Status::Limit);
            let note = "note: in a browser a panic does not release the locks that its task holds\n";
            let output: String = trace.output().iter().map(|it| trace.text(it.text)).collect();
            assert!(output.starts_with(&format!("{until_then}{note}{joined}stuck: ")), "{output}");
            let found = meanwhile_trace::lint::lint(&trace, &Facts::default());
            let deadlock = found.iter().find(|it| it.lint == "deadlock").unwrap();
            assert!(
                deadlock.message.contains("waits for mutex, which hold took with it when it panicked"),
                "{}",
                deadlock.message
            );
        } else {
            assert_eq!(status, Status::Completed);
            assert_output(&trace, &format!("{until_then}the waiter finds 2\n{joined}Ok(())\n"));
        }
    }
}
