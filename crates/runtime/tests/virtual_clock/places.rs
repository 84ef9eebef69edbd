//! Where futures are awaited, and which of them get a span of their own.

use crate::programs::nap;
use crate::{check, check_output, check_tree, ms};
use expect_test::expect;
use meanwhile_runtime::record::{awaited, awaited_as, block, branch, branch_as, function};
use meanwhile_runtime::time::sleep;
use meanwhile_runtime::{join, println, task};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

/// A future that is not of this crate: pending once, and wakes itself in its first poll.
fn foreign() -> impl Future<Output = u32> {
    let mut polls = 0;
    poll_fn(move |cx| {
        polls += 1;
        println!("poll {polls}");
        if polls == 1 {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(polls)
    })
}

#[test]
fn a_recorded_future_claims_the_place_of_its_await() {
    check_tree(
        async || {
            awaited(2, 5, nap(1)).await;
            awaited(3, 5, block(3, 5, async { awaited(3, 13, sleep(ms(1))).await })).await;
        },
        expect![[r#"
            task main completed
              async fn main @1 completed
                async fn nap(1) @2 completed
                  sleep sleep 1 ms @91 completed
                async block async block @3 completed
                  sleep sleep 1 ms @3 completed
        "#]],
    );
}

#[test]
fn a_boxed_future_claims_it_too() {
    fn down(n: u64) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(function(format!("down({n})"), 9, 1, async move {
            if n > 0 {
                awaited_as("down(n - 1)", 10, 9, down(n - 1)).await;
            }
            awaited(11, 5, sleep(ms(1))).await;
        }))
    }
    check_tree(
        async || awaited_as("down(2)", 2, 5, down(2)).await,
        expect![[r#"
        task main completed
          async fn main @1 completed
            async fn down(2) @2 completed
              async fn down(1) @10 completed
                async fn down(0) @10 completed
                  sleep sleep 1 ms @11 completed
                sleep sleep 1 ms @11 completed
              sleep sleep 1 ms @11 completed
    "#]],
    );
}

#[test]
fn a_future_of_unknown_make_gets_a_span_once_it_waits() {
    check(
        async || {
            assert_eq!(awaited_as("foreign()", 2, 5, foreign()).await, 2);
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #2  prints to out: "poll 1\n"
            0.000     #3  created: branch foreign() in #2
            0.000     #3  awaited at 2:5
            0.000     #3  poll
            0.000     #3  woken by #3
            0.000     #2  woken by #3
            0.000     #1  woken by #2
            0.000     #3  pending
            0.000     #2  pending
            0.000     #1  pending
            0.000     #1  poll
            0.000     #2  poll
            0.000     #3  poll
            0.000     #3  prints to out: "poll 2\n"
            0.000     #3  ready
            0.000     #3  completed
            0.000     #2  ready
            0.000     #2  completed
            0.000     #1  ready
            0.000     #1  completed
        "#]],
    );
}

#[test]
fn a_future_of_unknown_make_is_polled_as_often_as_without_us() {
    check_output(
        async || {
            awaited(2, 5, foreign()).await;
            join!(branch(3, 5, foreign()), branch(4, 5, std::future::ready(1)));
        },
        expect![[r#"
            poll 1
            poll 2
            poll 1
            poll 2
        "#]],
    );
}

#[test]
fn a_future_of_unknown_make_that_is_ready_at_once_has_no_span() {
    check_tree(
        async || {
            awaited_as("ready(1)", 2, 5, std::future::ready(1)).await;
            join!(branch_as("ready(2)", 3, 5, std::future::ready(2)));
        },
        expect![[r#"
            task main completed
              async fn main @1 completed
                branch ready(2) @3 completed
        "#]],
    );
}

#[test]
fn futures_beneath_a_strange_combinator_share_its_place() {
    check_tree(
        async || {
            let (mut a, mut b) = (Box::pin(sleep(ms(2))), Box::pin(sleep(ms(1))));
            let first = poll_fn(move |cx| match a.as_mut().poll(cx) {
                Poll::Pending => b.as_mut().poll(cx),
                ready => ready,
            });
            awaited_as("first", 2, 5, first).await;
        },
        expect![[r#"
            task main completed
              async fn main @1 completed
                sleep sleep 2 ms @2 cancelled
                sleep sleep 1 ms @2 completed
        "#]],
    );
}

#[test]
fn the_first_place_counts_for_a_future_that_is_awaited_twice() {
    check_tree(
        async || {
            let nap = sleep(ms(10));
            meanwhile_runtime::pin!(nap);
            for _ in 0..2 {
                meanwhile_runtime::select! {
                    biased;
                    () = branch(4, 9, nap.as_mut()) => {}
                    () = branch(5, 9, task::yield_now()) => {}
                }
            }
        },
        expect![[r#"
            task main completed
              async fn main @1 completed
                sleep sleep 10 ms @4 cancelled
                yield yield @5 completed
                yield yield @5 completed
        "#]],
    );
}

#[test]
fn an_await_inside_of_an_await_is_the_one_that_counts() {
    check_tree(
        async || {
            awaited(2, 5, awaited(3, 7, sleep(ms(1)))).await;
            awaited(4, 5, branch(5, 7, sleep(ms(1)))).await;
        },
        expect![[r#"
            task main completed
              async fn main @1 completed
                sleep sleep 1 ms @3 completed
                sleep sleep 1 ms @5 completed
        "#]],
    );
}
