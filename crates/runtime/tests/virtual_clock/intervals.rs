//! Ticks, and those that were missed.

use crate::{check, check_output, elapsed_ms, ms, run};
use expect_test::expect;
use meanwhile_runtime::println;
use meanwhile_runtime::record::awaited;
use meanwhile_runtime::time::{Instant, MissedTickBehavior, interval, interval_at, sleep};

#[test]
fn ticks_come_once_a_period_from_the_first_one() {
    check(
        async || {
            let mut ticks = interval(ms(100));
            for _ in 0..3 {
                let due = awaited(4, 9, ticks.tick()).await;
                println!("{due:?}");
            }
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: sleep tick 100 ms in #2
            0.000     #3  awaited at 4:9
            0.000     #3  poll
            0.000     #3  ready
            0.000     #3  completed
            0.000     #2  prints to out: "Instant(0ns)\n"
            0.000     #4  created: sleep tick 100 ms in #2
            0.000     #4  awaited at 4:9
            0.000     #4  poll
            0.000     #4  due in 100.000 ms
            0.000     #4  pending
            0.000     #2  pending
            0.000     #1  pending
            100.000   #4  woken by a timer
            100.000   #2  woken by #4
            100.000   #1  woken by #2
            100.000   #1  poll
            100.000   #2  poll
            100.000   #4  poll
            100.000   #4  ready
            100.000   #4  completed
            100.000   #2  prints to out: "Instant(100ms)\n"
            100.000   #5  created: sleep tick 100 ms in #2
            100.000   #5  awaited at 4:9
            100.000   #5  poll
            100.000   #5  due in 100.000 ms
            100.000   #5  pending
            100.000   #2  pending
            100.000   #1  pending
            200.000   #5  woken by a timer
            200.000   #2  woken by #5
            200.000   #1  woken by #2
            200.000   #1  poll
            200.000   #2  poll
            200.000   #5  poll
            200.000   #5  ready
            200.000   #5  completed
            200.000   #2  prints to out: "Instant(200ms)\n"
            200.000   #2  ready
            200.000   #2  completed
            200.000   #1  ready
            200.000   #1  completed
        "#]],
    );
}

/// Ticks five times, once a 100 ms; the second tick is waited for 250 ms too late.
async fn missed(behavior: MissedTickBehavior) {
    let mut ticks = interval_at(Instant::now() + ms(100), ms(100));
    ticks.set_missed_tick_behavior(behavior);
    let start = Instant::now();
    for tick in 1..=5 {
        let due = ticks.tick().await;
        println!("due {:?}, came {:?}", due - start, start.elapsed());
        if tick == 1 {
            sleep(ms(350)).await;
        }
    }
}

#[test]
fn missed_ticks_are_made_up_for_in_a_burst() {
    check_output(
        async || missed(MissedTickBehavior::Burst).await,
        expect![[r#"
        due 100ms, came 100ms
        due 200ms, came 450ms
        due 300ms, came 450ms
        due 400ms, came 450ms
        due 500ms, came 500ms
    "#]],
    );
}

#[test]
fn missed_ticks_delay_the_ones_after() {
    check_output(
        async || missed(MissedTickBehavior::Delay).await,
        expect![[r#"
        due 100ms, came 100ms
        due 200ms, came 450ms
        due 550ms, came 550ms
        due 650ms, came 650ms
        due 750ms, came 750ms
    "#]],
    );
}

#[test]
fn missed_ticks_are_skipped() {
    check_output(
        async || missed(MissedTickBehavior::Skip).await,
        expect![[r#"
        due 100ms, came 100ms
        due 200ms, came 450ms
        due 500ms, came 500ms
        due 600ms, came 600ms
        due 700ms, came 700ms
    "#]],
    );
}

#[test]
fn an_interval_can_be_set_anew() {
    let finished = run(async || {
        let mut ticks = interval(ms(100));
        ticks.tick().await;
        ticks.reset_after(ms(7));
        ticks.tick().await;
        ticks.reset_immediately();
        ticks.tick().await;
        ticks.reset();
        ticks.tick().await;
    });
    assert_eq!(elapsed_ms(&finished), 107);
}
