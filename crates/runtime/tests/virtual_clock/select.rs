//! The first of several futures.

use crate::programs::{Tell, nap};
use crate::{check_output, check_tree, config, ms, run_with};
use expect_test::expect;
use meanwhile_runtime::record::branch;
use meanwhile_runtime::time::{interval, sleep};
use meanwhile_runtime::{RunConfig, println, select};

#[test]
fn branches_are_dropped_in_the_order_in_which_they_are_written() {
    async fn guarded(name: &'static str, delay: u64) {
        let _tell = Tell(name);
        sleep(ms(delay)).await;
    }
    check_output(
        async || {
            select! {
                () = guarded("a", 30) => {}
                () = guarded("b", 10) => {}
                () = guarded("c", 20) => {}
            }
            let both =
                async { meanwhile_runtime::join!(guarded("d", 30), guarded("e", 30), guarded("f", 30)) };
            println!("{}", meanwhile_runtime::time::timeout(ms(10), both).await.is_err());
            let abandoned = async {
                select! {
                    () = guarded("g", 30) => {}
                    () = guarded("h", 30) => {}
                }
            };
            println!("{}", meanwhile_runtime::time::timeout(ms(10), abandoned).await.is_err());
        },
        expect![[r#"
            b dropped
            a dropped
            c dropped
            d dropped
            e dropped
            f dropped
            true
            g dropped
            h dropped
            true
        "#]],
    );
}

#[test]
fn the_losers_are_cancelled_before_the_handler_runs() {
    check_tree(
        async || {
            let winner = select! {
                it = branch(3, 18, nap(30)) => it,
                it = branch(4, 18, nap(10)) => it,
                _ = branch(5, 18, std::future::pending::<()>()) => 0,
            };
            println!("{winner}");
        },
        expect![[r#"
            task main completed
              async fn main @1 completed
                async fn nap(30) @3 cancelled
                  sleep sleep 30 ms @91 cancelled
                async fn nap(10) @4 completed
                  sleep sleep 10 ms @91 completed
                branch branch @5 cancelled
        "#]],
    );
    check_output(
        async || {
            let loser = async {
                let _tell = Tell("loser");
                sleep(ms(10)).await;
            };
            select! {
                () = loser => {}
                () = sleep(ms(5)) => println!("handler"),
            }
        },
        expect![[r#"
            loser dropped
            handler
        "#]],
    );
}

/// Draws fifty times between two futures that are both ready.
fn draws(seed: u64) -> String {
    let finished = run_with(RunConfig { seed, ..config() }, async || {
        for _ in 0..50 {
            select! {
                () = async {} => meanwhile_runtime::print!("a"),
                () = async {} => meanwhile_runtime::print!("b"),
            }
        }
    });
    finished.output()
}

#[test]
fn the_same_seed_draws_the_same_branches() {
    let first = draws(1);
    assert_eq!(first, draws(1));
    assert_ne!(first, draws(2));
    let count = first.matches('a').count();
    assert!((10..=40).contains(&count), "{first}");
}

#[test]
fn biased_tries_the_branches_in_order() {
    check_output(
        async || {
            for _ in 0..10 {
                select! {
                    biased;
                    () = async {} => meanwhile_runtime::print!("a"),
                    () = async {} => meanwhile_runtime::print!("b"),
                }
            }
        },
        expect![["aaaaaaaaaa"]],
    );
}

#[test]
fn a_branch_can_be_switched_off_by_a_condition() {
    check_output(
        async || {
            let mut ticks = 0;
            let mut every = interval(ms(10));
            let end = sleep(ms(25));
            meanwhile_runtime::pin!(end);
            loop {
                select! {
                    biased;
                    () = &mut end => break,
                    _ = every.tick(), if ticks < 2 => {
                        ticks += 1;
                        println!("tick {ticks}");
                    }
                }
            }
            println!("end");
        },
        expect![[r#"
            tick 1
            tick 2
            end
        "#]],
    );
}

#[test]
fn an_output_that_does_not_match_switches_its_branch_off() {
    check_output(
        async || {
            let first = select! {
                Some(it) = async { None::<u64> } => it,
                it = nap(5) => it,
            };
            let second = select! {
                Some(1) = async { Some(2) } => "one",
                Ok::<u8, _>(_) = async { Err("no luck") } => "fine",
                else => "nobody",
            };
            println!("{first} {second}");
        },
        expect![[r#"
            napped 5
            5 nobody
        "#]],
    );
}

#[test]
fn else_is_for_when_all_branches_are_off() {
    check_output(
        async || {
            let on = false;
            select! {
                () = sleep(ms(1)), if on => println!("never"),
                else => println!("all off"),
            }
        },
        expect![["all off\n"]],
    );
}

#[test]
#[should_panic(expected = "main panicked: all branches are disabled and there is no else branch")]
fn without_an_else_it_panics() {
    let on = false;
    let finished = crate::run(async move || {
        select! {
            () = sleep(ms(1)), if on => {}
        }
    });
    let output = finished.output();
    panic!("main panicked: {}", output.trim().lines().last().unwrap_or_default());
}

#[test]
fn handlers_may_use_what_the_branches_borrowed_and_leave_the_function() {
    async fn search() -> Option<String> {
        let mut text = String::from("x");
        loop {
            select! {
                it = async { text.push('y'); text.len() } => {
                    text.push('z');
                    if it > 4 {
                        return Some(text);
                    }
                }
                Some(mut it) = async { sleep(ms(1)).await; Some(1) } => {
                    it += 1;
                    println!("{it}");
                    continue;
                }
            };
        }
    }
    check_output(
        async || println!("{:?}", search().await),
        expect![[r#"
        Some("xyzyzyz")
    "#]],
    );
}

#[test]
fn patterns_take_outputs_apart() {
    check_output(
        async || {
            let sum = select! {
                (a, b) = async { (1, 2) } => a + b,
            };
            let [first, .., last] = select! { it = async { [1, 2, 3] } => it };
            println!("{sum} {first} {last}");
        },
        expect![[r#"
            3 1 3
        "#]],
    );
}

/// These three tokio's own macro refuses.
#[test]
fn any_pattern_that_a_match_takes_will_do() {
    const TEA: &str = "tea";
    let shared = 7;
    check_output(
        async move || {
            select! {
                Ok(mut it) | Err(mut it) = async { Err::<u32, u32>(3) } => {
                    it += 1;
                    println!("{it}");
                }
            }
            select! {
                (&inner, mut count) = async { (&shared, 1) } => {
                    count += inner;
                    println!("{count}");
                }
            }
            select! {
                TEA = async { "coffee" } => println!("tea"),
                Some(TEA) = async { Some("tea") } => println!("some tea"),
            }
        },
        expect![[r#"
            4
            8
            some tea
        "#]],
    );
}
