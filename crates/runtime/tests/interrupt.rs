//! Stop, pressed once: what Ctrl-C is in a terminal. Natively, and in a browser's worker.
#![expect(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")]

use meanwhile_runtime::record::{awaited, main_result};
use meanwhile_runtime::time::sleep;
use meanwhile_runtime::{Run, RunConfig, println, select, signal, task};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, Trace, check, dump_tree};
use std::cell::OnceCell;
use std::rc::Rc;
use std::time::Duration;

#[macro_use]
#[path = "kit/worlds.rs"]
mod worlds;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

type Handle = Rc<OnceCell<Run>>;

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// Presses Stop after so many milliseconds of the run, and prints whether the program waited for it.
fn press(handle: &Handle, after_ms: u64) {
    let handle = handle.clone();
    drop(task::spawn(async move {
        sleep(ms(after_ms)).await;
        println!("pressed: {}", handle.get().unwrap().interrupt());
    }));
}

/// Runs a program that can press Stop, on the virtual clock.
async fn run(main: impl AsyncFnOnce(&Handle) + 'static) -> (Status, Trace) {
    let handle = Handle::default();
    let inside = handle.clone();
    let run = Run::start(RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() }, || {
        Box::pin(async move {
            main(&inside).await;
            main_result(())
        })
    });
    assert!(handle.set(run).is_ok());
    let run = handle.get().unwrap();
    #[cfg(not(target_family = "wasm"))]
    run.drive();
    let status = run.finished().await;
    let mut trace = Trace::default();
    trace.apply(&run.recorder().drain()).unwrap();
    assert_eq!(check(&trace.events), []);
    (status, trace)
}

fn output(trace: &Trace) -> String {
    trace.output().iter().map(|it| trace.text(it.text)).collect()
}

both! {
    async fn a_program_that_waits_for_it_shuts_down_by_itself() {
        let (status, trace) = run(async |handle: &Handle| {
            press(handle, 25);
            let mut served = 0;
            let stop = signal::ctrl_c();
            let mut stop = std::pin::pin!(stop);
            loop {
                select! {
                    biased;
                    result = stop.as_mut() => { println!("told to end: {result:?}"); break; }
                    () = sleep(ms(10)) => served += 1,
                }
            }
            println!("served {served}");
        })
        .await;
        assert_eq!(status, Status::Completed);
        assert_eq!(output(&trace), "pressed: true\ntold to end: Ok(())\nserved 2\n");
    }

    async fn everybody_who_waits_is_told() {
        let (status, trace) = run(async |handle: &Handle| {
            press(handle, 5);
            let others = [1, 2].map(|number| task::spawn(async move {
                signal::ctrl_c().await.unwrap();
                println!("{number} closes");
            }));
            awaited(9, 5, signal::ctrl_c()).await.unwrap();
            println!("main closes");
            for other in others {
                other.await.unwrap();
            }
        })
        .await;
        assert_eq!(status, Status::Completed);
        let output = output(&trace);
        for line in ["pressed: true\n", "1 closes\n", "2 closes\n", "main closes\n"] {
            assert!(output.contains(line), "{output}");
        }
        assert!(dump_tree(&trace).contains("  signal ctrl_c @9 completed\n"), "{}", dump_tree(&trace));
    }

    async fn it_is_nobodys_before_it_is_waited_for_and_after_the_wait_is_dropped() {
        let (status, trace) = run(async |handle: &Handle| {
            let unpolled = signal::ctrl_c();
            println!("{}", handle.get().unwrap().interrupt());
            drop(unpolled);
            select! {
                biased;
                _ = signal::ctrl_c() => println!("never"),
                () = sleep(ms(5)) => println!("gave up"),
            }
            println!("{}", handle.get().unwrap().interrupt());
        })
        .await;
        assert_eq!(status, Status::Completed);
        assert_eq!(output(&trace), "false\ngave up\nfalse\n");
    }

    async fn each_press_is_waited_for_anew() {
        let (_, trace) = run(async |handle: &Handle| {
            press(handle, 5);
            press(handle, 15);
            for turn in 1..=2 {
                signal::ctrl_c().await.unwrap();
                println!("{turn}");
            }
        })
        .await;
        assert_eq!(output(&trace), "pressed: true\n1\npressed: true\n2\n");
    }
}

/// On the virtual clock nothing else can happen: natively that is the end, on the page there is somebody to press Stop.
#[cfg(not(target_family = "wasm"))]
#[test]
fn natively_a_program_that_waits_for_nothing_else_is_stuck() {
    let run = Run::start(RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() }, || {
        Box::pin(async { signal::ctrl_c().await.map_err(|it| it.to_string()) })
    });
    assert_eq!(run.drive(), Status::Limit);
    assert!(!run.interrupt(), "the run is over");
}

#[cfg(target_family = "wasm")]
#[wasm_bindgen_test::wasm_bindgen_test]
async fn in_a_browser_a_program_that_waits_for_nothing_else_is_not_stuck() {
    let run = Run::start(RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() }, || {
        Box::pin(async { signal::ctrl_c().await.map_err(|it| it.to_string()) })
    });
    sleep(ms(20)).await;
    assert_eq!(run.status(), None);
    assert!(run.interrupt());
    assert_eq!(run.finished().await, Status::Completed);
}
