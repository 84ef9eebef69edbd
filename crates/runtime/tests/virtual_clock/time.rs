//! Sleeps, deadlines and ticks.

use crate::programs::nap;
use crate::{check, check_output, elapsed_ms, ms, run};
use expect_test::expect;
use meanwhile_runtime::record::awaited;
use meanwhile_runtime::time::{Duration, Instant, sleep, sleep_until, timeout, timeout_at};
use meanwhile_runtime::{println, task, thread};

#[test]
fn a_deadline_is_fixed_when_the_sleep_is_made() {
    let finished = run(async || {
        let nap = sleep(ms(30));
        sleep(ms(20)).await;
        nap.await;
        sleep_until(Instant::now()).await;
        sleep_until(Instant::now() + ms(5)).await;
    });
    assert_eq!(elapsed_ms(&finished), 35);
}

#[test]
fn deadlines_are_rounded_up_to_milliseconds() {
    let finished = run(async || {
        sleep(Duration::from_micros(1)).await;
        println!("{:?}", Instant::now());
        sleep(Duration::ZERO).await;
        sleep(Duration::from_micros(2001)).await;
        println!("{:?}", Instant::now());
    });
    assert_eq!(finished.output(), "Instant(1ms)\nInstant(4ms)\n");
}

#[test]
fn a_sleep_for_ever_is_stuck_behind_nothing_but_time() {
    let finished = run(async || {
        println!("{:?}", timeout(ms(1), sleep(Duration::MAX)).await);
    });
    assert_eq!(finished.output(), "Err(Elapsed(()))\n");
}

#[test]
fn timers_due_together_fire_in_the_order_in_which_they_were_made() {
    check_output(
        async || {
            let (second, first) = (sleep(ms(6)), sleep(ms(5)));
            let third = sleep(ms(6));
            let c = task::spawn(async {
                third.await;
                println!("third");
            });
            let b = task::spawn(async {
                second.await;
                println!("second");
            });
            let a = task::spawn(async {
                first.await;
                println!("first");
            });
            for it in [a, b, c] {
                it.await.unwrap();
            }
        },
        expect![[r#"
            first
            second
            third
        "#]],
    );
}

#[test]
fn a_sleep_can_be_put_off() {
    let finished = run(async || {
        let nap = sleep(ms(10));
        meanwhile_runtime::pin!(nap);
        println!("{:?}", timeout(ms(5), nap.as_mut()).await);
        nap.as_mut().reset(Instant::now() + ms(10));
        println!("{:?} {}", nap.deadline(), nap.is_elapsed());
        nap.as_mut().await;
        println!("{}", nap.is_elapsed());
    });
    assert_eq!(finished.output(), "Err(Elapsed(()))\nInstant(15ms) false\ntrue\n");
    assert_eq!(elapsed_ms(&finished), 15);
}

#[test]
fn a_timeout_cancels_what_is_late() {
    check(
        async || {
            let late = awaited(2, 5, timeout(ms(10), nap(20))).await;
            println!("{}", late.unwrap_err());
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: async fn nap(20) in #2
            0.000     #4  created: sleep timeout 10 ms in #2
            0.000     #3  awaited at 2:5
            0.000     #3  poll
            0.000     #5  created: sleep sleep 20 ms in #3
            0.000     #5  awaited at 91:5
            0.000     #5  poll
            0.000     #5  due in 20.000 ms
            0.000     #5  pending
            0.000     #3  pending
            0.000     #4  awaited at 2:5
            0.000     #4  poll
            0.000     #4  due in 10.000 ms
            0.000     #4  pending
            0.000     #2  pending
            0.000     #1  pending
            10.000    #4  woken by a timer
            10.000    #2  woken by #4
            10.000    #1  woken by #2
            10.000    #1  poll
            10.000    #2  poll
            10.000    #3  poll
            10.000    #5  poll
            10.000    #5  pending
            10.000    #3  pending
            10.000    #4  poll
            10.000    #4  ready
            10.000    #4  completed
            10.000    #5  cancelled
            10.000    #3  cancelled
            10.000    #2  prints to out: "deadline has elapsed\n"
            10.000    #2  ready
            10.000    #2  completed
            10.000    #1  ready
            10.000    #1  completed
        "#]],
    );
}

#[test]
fn a_timeout_leaves_what_is_in_time_alone() {
    check(
        async || {
            println!("{:?}", awaited(2, 5, timeout_at(Instant::now() + ms(20), nap(10))).await);
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: async fn nap(10) in #2
            0.000     #4  created: sleep timeout 20 ms in #2
            0.000     #3  awaited at 2:5
            0.000     #3  poll
            0.000     #5  created: sleep sleep 10 ms in #3
            0.000     #5  awaited at 91:5
            0.000     #5  poll
            0.000     #5  due in 10.000 ms
            0.000     #5  pending
            0.000     #3  pending
            0.000     #4  awaited at 2:5
            0.000     #4  poll
            0.000     #4  due in 20.000 ms
            0.000     #4  pending
            0.000     #2  pending
            0.000     #1  pending
            10.000    #5  woken by a timer
            10.000    #3  woken by #5
            10.000    #2  woken by #3
            10.000    #1  woken by #2
            10.000    #1  poll
            10.000    #2  poll
            10.000    #3  poll
            10.000    #5  poll
            10.000    #5  ready
            10.000    #5  completed
            10.000    #3  prints to out: "napped 10\n"
            10.000    #3  ready
            10.000    #3  completed
            10.000    #4  cancelled
            10.000    #2  prints to out: "Ok(10)\n"
            10.000    #2  ready
            10.000    #2  completed
            10.000    #1  ready
            10.000    #1  completed
        "#]],
    );
}

#[test]
fn a_future_and_its_deadline_together_make_the_future_win() {
    check_output(
        async || println!("{:?}", timeout(ms(10), nap(10)).await),
        expect![[r#"
        napped 10
        Ok(10)
    "#]],
    );
}

#[test]
fn a_blocked_thread_makes_all_timers_late() {
    check(
        async || {
            let ticking = task::spawn(async {
                awaited(3, 9, sleep(ms(10))).await;
                println!("tick");
            });
            sleep(ms(5)).await;
            thread::sleep(ms(30));
            println!("unblocked");
            ticking.await.unwrap();
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: task task in #2
            0.000     #3  woken by #2
            0.000     #4  created: sleep sleep 5 ms in #2
            0.000     #4  poll
            0.000     #4  due in 5.000 ms
            0.000     #4  pending
            0.000     #2  pending
            0.000     #1  pending
            0.000     #3  poll
            0.000     #5  created: sleep sleep 10 ms in #3
            0.000     #5  awaited at 3:9
            0.000     #5  poll
            0.000     #5  due in 10.000 ms
            0.000     #5  pending
            0.000     #3  pending
            5.000     #4  woken by a timer
            5.000     #2  woken by #4
            5.000     #1  woken by #2
            5.000     #1  poll
            5.000     #2  poll
            5.000     #4  poll
            5.000     #4  ready
            5.000     #4  completed
            35.000    #2  prints to out: "unblocked\n"
            35.000    #6  created: join handle join task in #2
            35.000    #6  poll
            35.000    #6  pending
            35.000    #2  pending
            35.000    #1  pending
            35.000    #5  woken by a timer
            35.000    #3  woken by #5
            35.000    #3  poll
            35.000    #5  poll
            35.000    #5  ready
            35.000    #5  completed
            35.000    #3  prints to out: "tick\n"
            35.000    #3  ready
            35.000    #3  completed
            35.000    #6  woken by #3
            35.000    #2  woken by #6
            35.000    #1  woken by #2
            35.000    #1  poll
            35.000    #2  poll
            35.000    #6  poll
            35.000    #6  ready
            35.000    #6  completed
            35.000    #2  ready
            35.000    #2  completed
            35.000    #1  ready
            35.000    #1  completed
        "#]],
    );
}

#[test]
fn instants_can_be_reckoned_with() {
    run(async || {
        let start = Instant::now();
        sleep(ms(10)).await;
        let end = Instant::now();
        assert_eq!(end - start, ms(10));
        assert_eq!(end.duration_since(start), ms(10));
        assert_eq!(start.duration_since(end), Duration::ZERO);
        assert_eq!(start.checked_duration_since(end), None);
        assert_eq!(start.elapsed(), ms(10));
        assert_eq!(start + ms(10), end);
        assert_eq!(end - ms(10), start);
        assert_eq!(start.checked_sub(ms(1)), None);
        assert_eq!(start.checked_add(Duration::MAX), None);
        assert!(start < end);
    });
}
