//! Who wakes whom.

use crate::programs::nap;
use crate::{check, check_output, ms, run};
use expect_test::expect;
use meanwhile_runtime::future::join_all;
use meanwhile_runtime::record::{awaited, awaited_as, block, spawn};
use meanwhile_runtime::time::sleep;
use meanwhile_runtime::{println, task};
use meanwhile_trace::{Cause, EventKind};
use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// A bell that rings once.
#[derive(Clone, Default)]
struct Bell(Rc<RefCell<(bool, Option<Waker>)>>);

impl Bell {
    fn ring(&self) {
        let waker = {
            let mut bell = self.0.borrow_mut();
            bell.0 = true;
            bell.1.take()
        };
        waker.into_iter().for_each(Waker::wake);
    }

    async fn heard(self) {
        poll_fn(move |cx| {
            let mut bell = self.0.borrow_mut();
            bell.1 = Some(cx.waker().clone());
            if bell.0 { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

#[test]
fn a_wake_is_by_the_span_that_is_being_polled_and_then_by_the_span_below() {
    check(
        async || {
            let bell = Bell::default();
            let ringer = bell.clone();
            let listener = spawn("listener", 3, 5, async move {
                awaited_as("bell", 4, 9, bell.heard()).await;
            });
            awaited(6, 5, sleep(ms(1))).await;
            ringer.ring();
            awaited(8, 5, listener).await.unwrap();
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: task listener in #2
            0.000     #3  awaited at 3:5
            0.000     #3  woken by #2
            0.000     #4  created: sleep sleep 1 ms in #2
            0.000     #4  awaited at 6:5
            0.000     #4  poll
            0.000     #4  due in 1.000 ms
            0.000     #4  pending
            0.000     #2  pending
            0.000     #1  pending
            0.000     #3  poll
            0.000     #5  created: branch bell in #3
            0.000     #5  awaited at 4:9
            0.000     #5  poll
            0.000     #5  pending
            0.000     #3  pending
            1.000     #4  woken by a timer
            1.000     #2  woken by #4
            1.000     #1  woken by #2
            1.000     #1  poll
            1.000     #2  poll
            1.000     #4  poll
            1.000     #4  ready
            1.000     #4  completed
            1.000     #5  woken by #2
            1.000     #3  woken by #5
            1.000     #6  created: join handle join listener in #2
            1.000     #6  awaited at 8:5
            1.000     #6  poll
            1.000     #6  pending
            1.000     #2  pending
            1.000     #1  pending
            1.000     #3  poll
            1.000     #5  poll
            1.000     #5  ready
            1.000     #5  completed
            1.000     #3  ready
            1.000     #3  completed
            1.000     #6  woken by #3
            1.000     #2  woken by #6
            1.000     #1  woken by #2
            1.000     #1  poll
            1.000     #2  poll
            1.000     #6  poll
            1.000     #6  ready
            1.000     #6  completed
            1.000     #2  ready
            1.000     #2  completed
            1.000     #1  ready
            1.000     #1  completed
        "#]],
    );
}

#[test]
fn a_timer_wakes_every_level_up_to_the_task() {
    let finished = run(async || {
        awaited(2, 5, block(2, 5, async { awaited(3, 5, nap(1)).await })).await;
    });
    let causes: Vec<_> = finished
        .trace
        .events
        .iter()
        .filter_map(|it| match it.kind {
            EventKind::Wake { cause: Cause::Span(by) } => Some(format!("{} by {by}", it.span)),
            EventKind::Wake { cause } => Some(format!("{} by {cause:?}", it.span)),
            _ => None,
        })
        .collect();
    assert_eq!(causes, ["#5 by Timer", "#4 by #5", "#3 by #4", "#2 by #3", "#1 by #2"]);
}

#[test]
fn wakes_after_the_end_are_not_recorded() {
    let finished = run(async || {
        let bell = Bell::default();
        let heard = bell.clone();
        let listener = block(3, 5, async move { heard.heard().await });
        meanwhile_runtime::select! {
            () = listener => {}
            () = sleep(ms(1)) => {}
        }
        bell.ring();
        sleep(ms(1)).await;
    });
    let listener = &finished.trace.spans()[2];
    assert_eq!((finished.trace.name(listener), listener.wakes.len()), ("async block", 0));
    // The waker still does what it is for: the task that lent it is polled once more.
    assert_eq!(finished.trace.spans()[0].polls.len(), 4);
}

#[test]
fn a_future_that_moves_to_another_task_wakes_that_one() {
    check_output(
        async || {
            let mut nap = Box::pin(sleep(ms(10)));
            poll_fn(|cx| {
                assert!(nap.as_mut().poll(cx).is_pending());
                Poll::Ready(())
            })
            .await;
            task::spawn(async move {
                nap.await;
                println!("woken in its new home");
            })
            .await
            .unwrap();
        },
        expect![["woken in its new home\n"]],
    );
}

#[test]
fn a_future_in_a_large_set_is_woken_through_it() {
    let finished = run(async || {
        awaited(2, 5, join_all((1..=40).map(|it| sleep(ms(it))))).await;
    });
    let trace = &finished.trace;
    let woken_by: Vec<_> = trace.spans()[1].wakes.iter().map(|it| it.cause).collect();
    // The set itself wakes its task first, once it has polled all of its futures in a row.
    let main = Cause::Span(trace.spans()[1].id);
    let sleeps = trace.spans()[2..].iter().map(|it| Cause::Span(it.id));
    assert_eq!(woken_by, std::iter::once(main).chain(sleeps).collect::<Vec<_>>());
}
