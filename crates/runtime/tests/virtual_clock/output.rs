//! What programs print.

use crate::{check, check_output, config, ms, run_with};
use expect_test::expect;
use meanwhile_runtime::record::{awaited, function};
use meanwhile_runtime::time::sleep;
use meanwhile_runtime::{Run, RunConfig, dbg, env, eprint, eprintln, print, println};
use meanwhile_trace::{Trace, check as violations};

#[test]
fn prints_belong_to_the_span_that_is_being_polled() {
    check(
        async || {
            println!("before");
            let inner = function("inner", 9, 1, async {
                eprintln!("inside");
                awaited(11, 5, sleep(ms(1))).await;
            });
            awaited(3, 5, inner).await;
            print!("after");
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #2  prints to out: "before\n"
            0.000     #3  created: async fn inner in #2
            0.000     #3  awaited at 3:5
            0.000     #3  poll
            0.000     #3  prints to err: "inside\n"
            0.000     #4  created: sleep sleep 1 ms in #3
            0.000     #4  awaited at 11:5
            0.000     #4  poll
            0.000     #4  due in 1.000 ms
            0.000     #4  pending
            0.000     #3  pending
            0.000     #2  pending
            0.000     #1  pending
            1.000     #4  woken by a timer
            1.000     #3  woken by #4
            1.000     #2  woken by #3
            1.000     #1  woken by #2
            1.000     #1  poll
            1.000     #2  poll
            1.000     #3  poll
            1.000     #4  poll
            1.000     #4  ready
            1.000     #4  completed
            1.000     #3  ready
            1.000     #3  completed
            1.000     #2  prints to out: "after"
            1.000     #2  ready
            1.000     #2  completed
            1.000     #1  ready
            1.000     #1  completed
        "#]],
    );
}

#[test]
fn the_macros_take_what_those_of_std_take() {
    check_output(
        async || {
            let (x, y) = (1, "two");
            println!();
            println!("{x} {y:?} {} {0:>3} {z:02}", 7, z = 3);
            print!("no line end, ");
            eprint!("{}", "error");
            eprintln!();
            println!("{{}}");
            let sum = dbg!(x + 1) + 1;
            let (a, b) = dbg!(sum, y);
            println!("{a} {b}");
        },
        expect![[r#"

            1 "two" 7   7 03
            no line end, error
            {}
            [crates/runtime/tests/virtual_clock/output.rs:72:23] x + 1 = 2
            [crates/runtime/tests/virtual_clock/output.rs:73:26] sum = 3
            [crates/runtime/tests/virtual_clock/output.rs:73:26] y = "two"
            3 two
        "#]],
    );
}

#[test]
fn output_past_the_limit_is_cut_and_counted() {
    let config = RunConfig { output_limit_bytes: 20, ..config() };
    let run = Run::start(config, || {
        Box::pin(async {
            for n in 0..100 {
                println!("line {n}");
            }
            Ok(())
        })
    });
    assert_eq!(run.drive().name(), "completed");
    let mut trace = Trace::default();
    trace.apply(&run.recorder().drain()).unwrap();
    assert!(violations(&trace.events).is_empty());
    let output: String = trace.output().iter().map(|it| trace.text(it.text)).collect();
    expect![[r#"
        line 0
        line 1
        line 2
        output limit of 20 bytes reached: the rest is left out
    "#]]
    .assert_eq(&output);
    let printed: usize = (0..100).map(|n| format!("line {n}\n").len()).sum();
    assert_eq!(run.cut_output_bytes(), printed as u64 - 20);
}

#[test]
fn events_past_the_capacity_are_dropped_and_counted() {
    let finished = run_with(RunConfig { capacity: 10, ..config() }, async || {
        for _ in 0..10 {
            sleep(ms(1)).await;
        }
        println!("prints are kept");
    });
    assert!(finished.trace.dropped_events > 0);
    assert_eq!(finished.output(), "prints are kept\n");
}

#[test]
fn the_site_is_in_the_environment() {
    let config = RunConfig { site: "http://localhost:8080/some/where".to_owned(), ..config() };
    let finished = run_with(config, async || {
        println!("{:?}", env::var("SITE"));
        println!("{:?}", env::var("MEANWHILE_NO_SUCH_VARIABLE"));
        println!("{:?}", env::var("CARGO_PKG_NAME"));
    });
    expect![[r#"
        Ok("http://localhost:8080/some/where")
        Err(NotPresent)
        Ok("meanwhile-runtime")
    "#]]
    .assert_eq(&finished.output());
}
