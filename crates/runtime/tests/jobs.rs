//! `spawn_blocking`, with a pool of threads that the test plays, and without one.
#![cfg_attr(
    target_family = "wasm",
    expect(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")
)]

use expect_test::{Expect, expect};
use meanwhile_runtime::job::{self, JobCall, JobEvent, JobId, JobOutcome, JobPool, perform};
use meanwhile_runtime::record::{awaited, function, main_result, spawn_blocking};
use meanwhile_runtime::time::{Instant, sleep};
use meanwhile_runtime::{RunConfig, eprintln, println, task};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, SpanKind, Stream, dump, dump_tree};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use worlds::{Finished, run_to_end};

#[macro_use]
#[path = "kit/worlds.rs"]
mod worlds;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

type Hear = Rc<dyn Fn(JobEvent)>;

/// A pool whose jobs begin and end when the test says so.
#[derive(Default)]
struct Pool {
    queue: RefCell<Vec<(JobId, JobCall, Hear)>>,
    given_up: RefCell<Vec<JobId>>,
}

impl std::fmt::Debug for Pool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pool")
    }
}

impl JobPool for Pool {
    fn submit(&self, job: JobCall, hear: Box<dyn Fn(JobEvent)>) -> JobId {
        let mut queue = self.queue.borrow_mut();
        let id = JobId(queue.len() as u32);
        queue.push((id, job, hear.into()));
        id
    }

    fn give_up(&self, job: JobId) {
        self.given_up.borrow_mut().push(job);
    }
}

impl Pool {
    fn tell(&self, job: usize, event: JobEvent) {
        let hear = self.queue.borrow()[job].2.clone();
        hear(event);
    }

    fn begin(&self, job: usize, thread: u32) {
        self.tell(job, JobEvent::Began { thread, at_ns: job::now_ns() });
    }

    fn end(&self, job: usize, outcome: JobOutcome) {
        self.tell(job, JobEvent::Ended { at_ns: job::now_ns(), outcome });
    }

    /// Does a job as a thread would: by the program's own registry.
    fn do_it(&self, job: usize) {
        let call = self.queue.borrow()[job].1.clone();
        let hear = self.queue.borrow()[job].2.clone();
        let print = {
            let hear = hear.clone();
            move |stream, text: &str| hear(JobEvent::Printed { stream, text: text.to_owned() })
        };
        let outcome = perform(print, move || registry(&call.function, &call.arguments));
        hear(JobEvent::Ended { at_ns: job::now_ns(), outcome });
    }
}

/// What the instrument pass writes for `add` and `fail`.
fn registry(function: &str, arguments: &[u8]) -> Option<Vec<u8>> {
    match function {
        "add" => Some(job::call(arguments, |(a, b)| add(a, b))),
        "fail" => Some(job::call(arguments, |()| fail())),
        _ => None,
    }
}

fn add(a: u64, b: u64) -> u64 {
    println!("adding");
    eprintln!("{a} and {b}");
    a + b
}

fn fail() -> String {
    panic!("no such file")
}

fn spawn_add(a: u64, b: u64) -> task::JoinHandle<u64> {
    spawn_blocking(format!("add({a}, {b})"), 2, 5, "add", (a, b), |(a, b)| add(a, b))
}

async fn run(pool: Option<Rc<Pool>>, main: impl AsyncFnOnce() + 'static) -> Finished {
    let jobs = pool.map(|it| it as Rc<dyn JobPool>);
    let config = RunConfig { clock: ClockKind::Virtual, panic_places: false, jobs, ..RunConfig::default() };
    run_to_end(config, || {
        Box::pin(function("main", 1, 1, async move {
            main().await;
            main_result(())
        }))
    })
    .await
}

#[track_caller]
fn check_run(finished: &Finished, tree: &Expect, output: &Expect) {
    tree.assert_eq(&dump_tree(&finished.trace));
    output.assert_eq(&finished.output());
    assert_eq!(finished.status, Status::Completed);
}

both! {
    async fn without_a_pool_a_job_has_a_turn_of_its_own_on_this_thread() {
        let finished = run(None, async || {
            let start = Instant::now();
            let sum = spawn_add(1, 2);
            println!("spawned");
            println!("{:?}", awaited(3, 5, sum).await);
            println!("{:?}", task::spawn_blocking(|| "a closure").await);
            println!("{:?}", task::spawn_blocking(|| -> u32 { panic!("blocked") }).await.unwrap_err());
            println!("{:?}", start.elapsed());
        }).await;
        check_run(
            &finished,
            &expect![[r#"
                task main completed
                  async fn main @1 completed
                    job add(1, 2) @2 completed
                    join handle join add(1, 2) @3 completed
                    job job completed
                    join handle join job completed
                    job job panicked
                    join handle join job failed
            "#]],
            &expect![[r#"
                spawned
                adding
                1 and 2
                Ok(3)
                Ok("a closure")

                thread 'main' panicked:
                blocked
                JoinError::Panic(Id(3), "blocked", ...)
                0ns
            "#]],
        );
    }

    async fn a_job_goes_to_a_thread_and_its_phases_are_told() {
        let pool = Rc::new(Pool::default());
        let of_main = pool.clone();
        let finished = run(Some(pool.clone()), async move || {
            let sum = spawn_add(1, 2);
            task::yield_now().await;
            println!("{:?}", of_main.queue.borrow()[0].1.function);
            of_main.begin(0, 2);
            of_main.do_it(0);
            println!("{:?}", awaited(3, 5, sum).await);
        }).await;
        check_run(
            &finished,
            &expect![[r#"
            task main completed
              async fn main @1 completed
                job add(1, 2) @2 completed
                yield yield completed
                join handle join add(1, 2) @3 completed
        "#]],
            &expect![[r#"
            "add"
            adding
            1 and 2
            Ok(3)
        "#]],
        );
        let phases: Vec<_> = dump(&finished.trace)
            .lines()
            .filter(|it| it.ends_with(" ms on"))
            .map(|it| it.trim().to_owned())
            .collect();
        expect![[r#"
            0.000     #3  queued from 0.000 ms on
            0.000     #3  worker 2 from 0.000 ms on
            0.000     #3  returned from 0.000 ms on"#]]
        .assert_eq(&phases.join("\n"));
        assert_eq!(*pool.given_up.borrow(), []);
    }

    async fn virtual_time_stands_still_while_a_thread_is_at_work() {
        let pool = Rc::new(Pool::default());
        let of_main = pool.clone();
        let finished = run(Some(pool), async move || {
            let start = Instant::now();
            let sum = spawn_add(1, 2);
            let timer = task::spawn(async move {
                sleep(Duration::from_millis(5)).await;
                println!("5 ms later");
            });
            for _ in 0..100 {
                task::yield_now().await;
            }
            println!("{:?}", start.elapsed());
            of_main.do_it(0);
            println!("{:?}", sum.await);
            timer.await.unwrap();
            println!("{:?}", start.elapsed());
        }).await;
        expect![[r#"
            0ns
            adding
            1 and 2
            Ok(3)
            5 ms later
            5ms
        "#]]
        .assert_eq(&finished.output());
    }

    async fn a_job_that_panics_is_an_error_with_its_message() {
        let pool = Rc::new(Pool::default());
        let of_main = pool.clone();
        let finished = run(Some(pool), async move || {
            let read = spawn_blocking("fail", 2, 5, "fail", (), |()| fail());
            of_main.do_it(0);
            let error = awaited(3, 5, read).await.unwrap_err();
            println!("{error}; {}", error.is_panic());
            println!("{:?}", error.into_panic().downcast_ref::<String>());
        }).await;
        check_run(
            &finished,
            &expect![[r#"
            task main completed
              async fn main @1 completed
                job fail @2 panicked
                join handle join fail @3 failed
        "#]],
            &expect![[r#"

                thread 'main' panicked:
                no such file
                task 1 panicked with message "no such file"; true
                Some("no such file")
            "#]],
        );
    }

    async fn a_thread_that_dies_is_an_error_too() {
        let pool = Rc::new(Pool::default());
        let of_main = pool.clone();
        let finished = run(Some(pool), async move || {
            let sum = spawn_add(1, 2);
            of_main.begin(0, 1);
            of_main.end(0, JobOutcome::Lost("out of memory".to_owned()));
            println!("{}", awaited(3, 5, sum).await.unwrap_err());
            let unknown = spawn_blocking("lost", 4, 5, "no_such_function", (), |()| 1);
            of_main.do_it(1);
            println!("{}", unknown.await.unwrap_err());
            let broken = spawn_add(3, 4);
            of_main.end(2, JobOutcome::Returned(Vec::new()));
            println!("{}", broken.await.unwrap_err());
        }).await;
        assert_eq!(finished.status, Status::Completed);
        expect![[r#"
            the worker of a job died: out of memory
            task 1 panicked with message "the worker of the job died: out of memory"
            the worker of a job died: the worker does not know the function
            task 2 panicked with message "the worker of the job died: the worker does not know the function"

            thread 'main' panicked:
            the result of the job cannot be read: Hit the end of buffer, expected more data
            task 3 panicked with message "the result of the job cannot be read: Hit the end of buffer, expected more data"
        "#]].assert_eq(&finished.output());
        let phases: Vec<Vec<&str>> = finished
            .trace
            .spans()
            .iter()
            .filter(|it| it.kind == SpanKind::Job)
            .map(|job| job.phases.iter().map(|it| finished.trace.text(it.name)).collect())
            .collect();
        assert_eq!(
            phases,
            [vec!["queued", "worker 1", "lost"], vec!["queued", "lost"], vec!["queued", "returned"]]
        );
    }

    async fn abort_reaches_a_queued_job_and_not_one_that_has_begun() {
        let pool = Rc::new(Pool::default());
        let of_main = pool.clone();
        let finished = run(Some(pool.clone()), async move || {
            let (running, queued) = (spawn_add(1, 2), spawn_add(3, 4));
            of_main.begin(0, 1);
            running.abort();
            queued.abort();
            println!("{}", queued.await.unwrap_err());
            of_main.do_it(0);
            println!("{:?}", running.await);
        }).await;
        expect![[r#"
            task 2 was cancelled
            adding
            1 and 2
            Ok(3)
        "#]]
        .assert_eq(&finished.output());
        assert_eq!(*pool.given_up.borrow(), [JobId(1)]);
    }

    async fn jobs_left_over_are_given_up_when_main_returns() {
        let pool = Rc::new(Pool::default());
        let of_main = pool.clone();
        let finished = run(Some(pool.clone()), async move || {
            drop(spawn_add(1, 2));
            drop(spawn_add(3, 4));
            of_main.begin(0, 1);
            task::yield_now().await;
        }).await;
        check_run(
            &finished,
            &expect![[r#"
            task main completed
              async fn main @1 completed
                job add(1, 2) @2 cancelled
                job add(3, 4) @2 cancelled
                yield yield completed
        "#]],
            &expect![[""]],
        );
        assert_eq!(*pool.given_up.borrow(), [JobId(0), JobId(1)]);
        pool.tell(0, JobEvent::Printed { stream: Stream::Out, text: "too late".to_owned() });
        pool.end(0, JobOutcome::Returned(Vec::new()));
    }
}
