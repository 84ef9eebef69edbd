//! How runs end.

use crate::programs::{Tell, nap};
use crate::{check_output, config, ms, run, run_fallible, sound};
use expect_test::expect;
use meanwhile_runtime::record::{awaited, fallible_function, main_result, spawn};
use meanwhile_runtime::time::sleep;
use meanwhile_runtime::{Finished, Run, RunConfig, println, run_to_end, task};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, Stream, dump_tree};
use std::process::ExitCode;

#[track_caller]
fn errors(finished: &Finished) -> String {
    let trace = &finished.trace;
    let lines = trace.output().iter().filter(|it| it.stream == Stream::Err);
    lines.map(|it| trace.text(it.text)).collect()
}

#[test]
fn an_error_of_main_is_printed_as_rust_prints_it() {
    let finished = run_fallible(async || {
        awaited(2, 5, sleep(ms(1))).await;
        Err("no luck".to_owned())
    });
    assert_eq!(finished.status, Status::Failed);
    assert_eq!(errors(&finished), "Error: \"no luck\"\n");
    expect![[r#"
        task main failed
          async fn main @1 failed
            sleep sleep 1 ms @2 completed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
}

#[test]
fn an_exit_code_of_main_says_how_the_run_ended() {
    let ended = |code: u8| {
        let finished =
            run_to_end(config(), move || Box::pin(async move { main_result(ExitCode::from(code)) }));
        (finished.status, errors(&finished))
    };
    assert_eq!(ended(0), (Status::Completed, String::new()));
    assert_eq!(ended(1), (Status::Failed, "exit status: 1\n".to_owned()));
    assert_eq!(ended(255), (Status::Failed, "exit status: 255\n".to_owned()));
    let or_error = |main: Result<ExitCode, &str>| main_result(main);
    assert_eq!(or_error(Ok(ExitCode::SUCCESS)), Ok(()));
    assert_eq!(or_error(Ok(ExitCode::FAILURE)), Err("exit status: 1".to_owned()));
    assert_eq!(or_error(Err("no luck")), Err("Error: \"no luck\"".to_owned()));
}

#[test]
fn a_function_that_returns_an_error_has_failed_and_its_caller_need_not() {
    let finished = run_fallible(async || {
        let parse = fallible_function("parse", 9, 1, async { "x".parse::<u32>() });
        println!("{}", awaited(3, 5, parse).await.unwrap_err());
        Ok(())
    });
    assert_eq!(finished.status, Status::Completed);
    expect![[r#"
        task main completed
          async fn main @1 completed
            async fn parse @3 failed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
}

#[test]
fn a_panic_in_main_ends_the_run() {
    let finished = run(async || {
        let _tell = Tell("main's own");
        drop(spawn("other", 3, 5, nap(50)));
        awaited(4, 5, sleep(ms(1))).await;
        panic!("out of {}", "cheese");
    });
    assert_eq!(finished.status, Status::Panicked);
    assert_eq!(errors(&finished), "\nthread 'main' panicked:\nout of cheese\n");
    assert!(finished.output().ends_with("main's own dropped\n"));
    expect![[r#"
        task main panicked
          async fn main @1 panicked
            async fn nap(50) @90 cancelled
              sleep sleep 50 ms @91 cancelled
            task other @3 cancelled
            sleep sleep 1 ms @4 completed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
}

#[test]
fn a_panic_says_where_it_was() {
    let config = RunConfig { panic_places: true, ..config() };
    let finished = sound(run_to_end(config, || Box::pin(async { panic!("here") })));
    assert_eq!(finished.status, Status::Panicked);
    let errors = errors(&finished);
    assert!(errors.starts_with("\nthread 'main' panicked at "), "{errors}");
    assert!(errors.contains("outcome.rs:"), "{errors}");
}

#[test]
fn a_panic_in_a_task_is_an_error_to_who_joins_it() {
    let finished = run(async || {
        let handle = spawn("worker", 2, 5, async {
            awaited(3, 9, sleep(ms(1))).await;
            if true {
                panic!("out of cheese");
            }
        });
        let error = awaited(6, 5, handle).await.unwrap_err();
        println!("{error}; cancelled: {}, panicked: {}", error.is_cancelled(), error.is_panic());
        println!("{error:?}");
        println!("{:?}", error.into_panic().downcast_ref::<&str>());
    });
    assert_eq!(finished.status, Status::Completed);
    expect![[r#"

        thread 'main' panicked:
        out of cheese
        task 1 panicked with message "out of cheese"; cancelled: false, panicked: true
        JoinError::Panic(Id(1), "out of cheese", ...)
        Some("out of cheese")
    "#]]
    .assert_eq(&finished.output());
    expect![[r#"
        task main completed
          async fn main @1 completed
            task worker @2 panicked
              sleep sleep 1 ms @3 completed
            join handle join worker @6 failed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
}

#[test]
fn a_panic_outside_of_runs_is_not_ours() {
    run(async || {});
    let caught = std::thread::spawn(|| panic!("elsewhere")).join();
    assert!(caught.is_err());
}

#[test]
fn a_program_in_which_nothing_can_ever_run_again_is_stuck() {
    let finished = run(async || {
        let never = spawn("never", 2, 5, std::future::pending::<()>());
        awaited(3, 5, sleep(ms(5))).await;
        let _ = awaited(4, 5, never).await;
    });
    assert_eq!(finished.status, Status::Limit);
    expect![[r#"
        stuck: nothing can run any more, and no timer or request is under way. Still waiting: task main (#1), task never (#3), join handle join never (#5)
    "#]].assert_eq(&errors(&finished));
    expect![[r#"
        task main cancelled
          async fn main @1 cancelled
            task never @2 cancelled
            sleep sleep 5 ms @3 completed
            join handle join never @4 cancelled
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
}

#[test]
fn stop_drops_main_and_all_tasks() {
    // On the real clock nobody can tell that it is stuck.
    let real = RunConfig { clock: ClockKind::Real, ..config() };
    let run = Run::start(real, || {
        Box::pin(async {
            drop(spawn("worker", 2, 5, async {
                let _tell = Tell("worker's own");
                std::future::pending::<()>().await;
            }));
            let _tell = Tell("main's own");
            task::yield_now().await;
            println!("waiting");
            std::future::pending::<()>().await;
            main_result(())
        })
    });
    let stopper = Run::start(config(), || Box::pin(async { Ok(()) }));
    // One run's tasks run while the other is driven: both are on this thread.
    assert_eq!(stopper.drive(), Status::Completed);
    assert_eq!(run.status(), None);
    run.stop();
    run.stop();
    assert_eq!(run.drive(), Status::Stopped);
    let mut trace = meanwhile_trace::Trace::default();
    trace.apply(&run.recorder().drain()).unwrap();
    let finished = sound(Finished { status: Status::Stopped, trace });
    expect![[r#"
        waiting
        main's own dropped
        worker's own dropped
    "#]]
    .assert_eq(&finished.output());
    expect![[r#"
        task main cancelled
          task worker @2 cancelled
          yield yield completed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
}

#[test]
fn a_limit_says_what_it_was() {
    let run = Run::start(config(), || {
        Box::pin(async {
            nap(10).await;
            Ok(())
        })
    });
    run.stop_at_limit("time limit of 10 s reached");
    run.stop_at_limit("again");
    assert_eq!(run.drive(), Status::Limit);
    let mut trace = meanwhile_trace::Trace::default();
    trace.apply(&run.recorder().drain()).unwrap();
    assert_eq!(trace.output().len(), 1);
    assert_eq!(trace.text(trace.output()[0].text), "time limit of 10 s reached\n");
}

#[test]
fn finished_resolves_when_the_run_is_over() {
    let run = Run::start(config(), || Box::pin(async { Ok(()) }));
    let watcher = run_to_end(config(), move || {
        Box::pin(async move {
            // Driven by this run's loop, which is the thread's.
            println!("{:?}", run.finished().await);
            Ok(())
        })
    });
    assert_eq!(watcher.output(), "Completed\n");
}

#[test]
fn drop_code_prints_in_its_tasks_name() {
    check_output(
        async || {
            let handle = spawn("worker", 2, 5, async {
                let _tell = Tell("worker's own");
                std::future::pending::<()>().await;
            });
            task::yield_now().await;
            handle.abort();
            let _ = handle.await;
        },
        expect![["worker's own dropped\n"]],
    );
}
