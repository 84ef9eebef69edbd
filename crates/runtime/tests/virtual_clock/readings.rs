//! Events share a reading of the clock only where no code of the program has run in between. Here the program's code
//! takes time wherever it can: a `thread::sleep` moves the virtual clock on at once.

use crate::programs::nap;
use crate::{check, ms, run};
use expect_test::expect;
use meanwhile_runtime::future::join_all;
use meanwhile_runtime::record::{awaited, block, branch, function, spawn};
use meanwhile_runtime::thread::sleep as block_for;
use meanwhile_runtime::time::{sleep, timeout};
use meanwhile_runtime::{join, println, select, task};
use std::future::poll_fn;
use std::task::Poll;

#[test]
fn time_between_awaits_is_the_bodys_own() {
    check(
        async || {
            let slow = function("slow", 9, 1, async {
                block_for(ms(1));
                awaited(10, 5, task::yield_now()).await;
                block_for(ms(2));
                awaited(11, 5, task::yield_now()).await;
                block_for(ms(4));
            });
            block_for(ms(8));
            awaited(2, 5, slow).await;
            block_for(ms(16));
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: async fn slow in #2
            0.000     #3  awaited at 2:5
            8.000     #3  poll
            9.000     #4  created: yield yield in #3
            9.000     #4  awaited at 10:5
            9.000     #4  poll
            9.000     #4  woken by #4
            9.000     #3  woken by #4
            9.000     #2  woken by #3
            9.000     #1  woken by #2
            9.000     #4  pending
            9.000     #3  pending
            9.000     #2  pending
            9.000     #1  pending
            9.000     #1  poll
            9.000     #2  poll
            9.000     #3  poll
            9.000     #4  poll
            9.000     #4  ready
            9.000     #4  completed
            11.000    #5  created: yield yield in #3
            11.000    #5  awaited at 11:5
            11.000    #5  poll
            11.000    #5  woken by #5
            11.000    #3  woken by #5
            11.000    #2  woken by #3
            11.000    #1  woken by #2
            11.000    #5  pending
            11.000    #3  pending
            11.000    #2  pending
            11.000    #1  pending
            11.000    #1  poll
            11.000    #2  poll
            11.000    #3  poll
            11.000    #5  poll
            11.000    #5  ready
            11.000    #5  completed
            15.000    #3  ready
            15.000    #3  completed
            31.000    #2  ready
            31.000    #2  completed
            31.000    #1  ready
            31.000    #1  completed
        "#]],
    );
}

#[test]
fn time_before_the_first_poll_is_idle() {
    let finished = run(async || {
        let early = nap(5);
        let task = spawn("task", 3, 5, async { awaited(3, 9, sleep(ms(1))).await });
        block_for(ms(20));
        awaited(4, 5, early).await;
        awaited(5, 5, task).await.unwrap();
    });
    let trace = &finished.trace;
    let nap = trace.spans()[2].stats(trace.now_ns());
    assert_eq!((nap.idle_ns, nap.busy_ns), (25_000_000, 0));
    let task = trace.spans()[3].stats(trace.now_ns());
    assert_eq!((task.scheduled_ns, task.idle_ns), (20_000_000, 1_000_000));
}

#[test]
fn branches_that_take_time_make_their_siblings_late() {
    check(
        async || {
            let slow = |own_ms| async move {
                block_for(ms(own_ms));
                awaited(9, 9, task::yield_now()).await;
                block_for(ms(own_ms));
            };
            join!(
                branch(2, 5, block(2, 5, slow(1))),
                branch(3, 5, slow(10)),
                branch(4, 5, block(4, 5, slow(100)))
            );
            block_for(ms(1000));
            awaited(6, 5, task::yield_now()).await;
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: async block async block in #2
            0.000     #4  created: async block async block in #2
            0.000     #3  awaited at 2:5
            0.000     #3  poll
            1.000     #5  created: yield yield in #3
            1.000     #5  awaited at 9:9
            1.000     #5  poll
            1.000     #5  woken by #5
            1.000     #3  woken by #5
            1.000     #2  woken by #3
            1.000     #1  woken by #2
            1.000     #5  pending
            1.000     #3  pending
            11.000    #6  created: yield yield in #2
            11.000    #6  awaited at 9:9
            11.000    #6  poll
            11.000    #6  woken by #6
            11.000    #6  pending
            11.000    #2  woken by #6
            11.000    #1  woken by #2
            11.000    #4  awaited at 4:5
            11.000    #4  poll
            111.000   #7  created: yield yield in #4
            111.000   #7  awaited at 9:9
            111.000   #7  poll
            111.000   #7  woken by #7
            111.000   #4  woken by #7
            111.000   #2  woken by #4
            111.000   #1  woken by #2
            111.000   #7  pending
            111.000   #4  pending
            111.000   #2  pending
            111.000   #1  pending
            111.000   #1  poll
            111.000   #2  poll
            111.000   #6  poll
            111.000   #6  ready
            111.000   #6  completed
            121.000   #4  poll
            121.000   #7  poll
            121.000   #7  ready
            121.000   #7  completed
            221.000   #4  ready
            221.000   #4  completed
            221.000   #3  poll
            221.000   #5  poll
            221.000   #5  ready
            221.000   #5  completed
            222.000   #3  ready
            222.000   #3  completed
            1222.000  #8  created: yield yield in #2
            1222.000  #8  awaited at 6:5
            1222.000  #8  poll
            1222.000  #8  woken by #8
            1222.000  #2  woken by #8
            1222.000  #1  woken by #2
            1222.000  #8  pending
            1222.000  #2  pending
            1222.000  #1  pending
            1222.000  #1  poll
            1222.000  #2  poll
            1222.000  #8  poll
            1222.000  #8  ready
            1222.000  #8  completed
            1222.000  #2  ready
            1222.000  #2  completed
            1222.000  #1  ready
            1222.000  #1  completed
        "#]],
    );
}

#[test]
fn the_handler_of_a_select_is_the_programs_own() {
    check(
        async || {
            select! {
                biased;
                () = branch(3, 9, sleep(ms(50))) => {}
                () = branch(4, 9, block(4, 9, async { block_for(ms(1)) })) => {
                    block_for(ms(10));
                    select! {
                        () = branch(6, 9, sleep(ms(0))) => block_for(ms(100)),
                    }
                }
            }
            let _ = awaited(8, 5, timeout(ms(50), sleep(ms(0)))).await;
            block_for(ms(1000));
            join!(branch(9, 5, task::yield_now()));
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: sleep sleep 50 ms in #2
            0.000     #4  created: async block async block in #2
            0.000     #3  awaited at 3:9
            0.000     #3  poll
            0.000     #3  due in 50.000 ms
            0.000     #3  pending
            0.000     #4  awaited at 4:9
            0.000     #4  poll
            1.000     #4  ready
            1.000     #4  completed
            1.000     #3  cancelled
            11.000    #5  created: sleep sleep 0 ms in #2
            11.000    #5  awaited at 6:9
            11.000    #5  poll
            11.000    #5  ready
            11.000    #5  completed
            111.000   #6  created: sleep sleep 0 ms in #2
            111.000   #7  created: sleep timeout 50 ms in #2
            111.000   #6  awaited at 8:5
            111.000   #6  poll
            111.000   #6  ready
            111.000   #6  completed
            111.000   #7  cancelled
            1111.000  #8  created: yield yield in #2
            1111.000  #8  awaited at 9:5
            1111.000  #8  poll
            1111.000  #8  woken by #8
            1111.000  #2  woken by #8
            1111.000  #1  woken by #2
            1111.000  #8  pending
            1111.000  #2  pending
            1111.000  #1  pending
            1111.000  #1  poll
            1111.000  #2  poll
            1111.000  #8  poll
            1111.000  #8  ready
            1111.000  #8  completed
            1111.000  #2  ready
            1111.000  #2  completed
            1111.000  #1  ready
            1111.000  #1  completed
        "#]],
    );
}

#[test]
fn a_strange_future_may_do_anything_between_polls() {
    check(
        async || {
            let (mut a, mut b) = (Box::pin(join_all([sleep(ms(100))])), Box::pin(join_all([sleep(ms(200))])));
            let strange = poll_fn(move |cx| {
                block_for(ms(1));
                let first = a.as_mut().poll(cx);
                block_for(ms(10));
                let second = b.as_mut().poll(cx);
                block_for(ms(3));
                if first.is_ready() || second.is_ready() { Poll::Ready(()) } else { Poll::Pending }
            });
            awaited(2, 5, strange).await;
            println!("done");
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: sleep sleep 100 ms in #2
            0.000     #4  created: sleep sleep 200 ms in #2
            0.000     #3  awaited at 2:5
            1.000     #3  poll
            1.000     #3  due in 99.000 ms
            1.000     #3  pending
            1.000     #4  awaited at 2:5
            11.000    #4  poll
            11.000    #4  due in 189.000 ms
            11.000    #4  pending
            14.000    #2  pending
            14.000    #1  pending
            100.000   #3  woken by a timer
            100.000   #2  woken by #3
            100.000   #1  woken by #2
            100.000   #1  poll
            100.000   #2  poll
            101.000   #3  poll
            101.000   #3  ready
            101.000   #3  completed
            111.000   #4  poll
            111.000   #4  pending
            114.000   #4  cancelled
            114.000   #2  prints to out: "done\n"
            114.000   #2  ready
            114.000   #2  completed
            114.000   #1  ready
            114.000   #1  completed
        "#]],
    );
}
