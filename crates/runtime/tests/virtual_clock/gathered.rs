//! Several futures awaited together.

use crate::programs::nap;
use crate::{check, check_output, check_tree, elapsed_ms, ms, run};
use expect_test::expect;
use meanwhile_runtime::future::{join_all, try_join_all};
use meanwhile_runtime::record::{awaited, branch};
use meanwhile_runtime::time::sleep;
use meanwhile_runtime::{join, println, task, try_join};

#[test]
fn join_takes_as_long_as_the_longest() {
    check(
        async || {
            join!(branch(2, 5, sleep(ms(300))), branch(3, 5, sleep(ms(100))), branch(4, 5, sleep(ms(200))));
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: sleep sleep 300 ms in #2
            0.000     #4  created: sleep sleep 100 ms in #2
            0.000     #5  created: sleep sleep 200 ms in #2
            0.000     #3  awaited at 2:5
            0.000     #3  poll
            0.000     #3  due in 300.000 ms
            0.000     #3  pending
            0.000     #4  awaited at 3:5
            0.000     #4  poll
            0.000     #4  due in 100.000 ms
            0.000     #4  pending
            0.000     #5  awaited at 4:5
            0.000     #5  poll
            0.000     #5  due in 200.000 ms
            0.000     #5  pending
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
            100.000   #5  poll
            100.000   #5  pending
            100.000   #3  poll
            100.000   #3  pending
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
            200.000   #3  poll
            200.000   #3  pending
            200.000   #2  pending
            200.000   #1  pending
            300.000   #3  woken by a timer
            300.000   #2  woken by #3
            300.000   #1  woken by #2
            300.000   #1  poll
            300.000   #2  poll
            300.000   #3  poll
            300.000   #3  ready
            300.000   #3  completed
            300.000   #2  ready
            300.000   #2  completed
            300.000   #1  ready
            300.000   #1  completed
        "#]],
    );
}

#[test]
fn awaits_in_a_row_add_up() {
    check(
        async || {
            awaited(2, 5, nap(300)).await;
            awaited(3, 5, nap(100)).await;
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: async fn nap(300) in #2
            0.000     #3  awaited at 2:5
            0.000     #3  poll
            0.000     #4  created: sleep sleep 300 ms in #3
            0.000     #4  awaited at 91:5
            0.000     #4  poll
            0.000     #4  due in 300.000 ms
            0.000     #4  pending
            0.000     #3  pending
            0.000     #2  pending
            0.000     #1  pending
            300.000   #4  woken by a timer
            300.000   #3  woken by #4
            300.000   #2  woken by #3
            300.000   #1  woken by #2
            300.000   #1  poll
            300.000   #2  poll
            300.000   #3  poll
            300.000   #4  poll
            300.000   #4  ready
            300.000   #4  completed
            300.000   #3  prints to out: "napped 300\n"
            300.000   #3  ready
            300.000   #3  completed
            300.000   #5  created: async fn nap(100) in #2
            300.000   #5  awaited at 3:5
            300.000   #5  poll
            300.000   #6  created: sleep sleep 100 ms in #5
            300.000   #6  awaited at 91:5
            300.000   #6  poll
            300.000   #6  due in 100.000 ms
            300.000   #6  pending
            300.000   #5  pending
            300.000   #2  pending
            300.000   #1  pending
            400.000   #6  woken by a timer
            400.000   #5  woken by #6
            400.000   #2  woken by #5
            400.000   #1  woken by #2
            400.000   #1  poll
            400.000   #2  poll
            400.000   #5  poll
            400.000   #6  poll
            400.000   #6  ready
            400.000   #6  completed
            400.000   #5  prints to out: "napped 100\n"
            400.000   #5  ready
            400.000   #5  completed
            400.000   #2  ready
            400.000   #2  completed
            400.000   #1  ready
            400.000   #1  completed
        "#]],
    );
}

#[test]
fn join_returns_the_outputs_in_order_whoever_is_first() {
    check_output(
        async || {
            println!("{:?}", join!(nap(20), nap(10), async { "at once" }));
            println!("{:?}", join!(biased; nap(2), nap(1)));
            println!("{:?} {:?}", join!(nap(5),), join!());
        },
        expect![[r#"
            napped 10
            napped 20
            (20, 10, "at once")
            napped 1
            napped 2
            (2, 1)
            napped 5
            (5,) ()
        "#]],
    );
}

#[test]
fn join_polls_another_branch_first_each_time() {
    let branch = async |name: &str| {
        for turn in 1..=3 {
            println!("{name}{turn}");
            task::yield_now().await;
        }
    };
    check_output(
        async move || {
            join!(branch("a"), branch("b"), branch("c"));
            println!("biased");
            join!(biased; branch("a"), branch("b"), branch("c"));
        },
        expect![[r#"
            a1
            b1
            c1
            b2
            c2
            a2
            c3
            a3
            b3
            biased
            a1
            b1
            c1
            a2
            b2
            c2
            a3
            b3
            c3
        "#]],
    );
}

#[test]
fn join_of_a_foreign_future_gives_it_a_span() {
    check_tree(
        async || {
            join!(branch(2, 5, std::future::ready(1)), branch(3, 5, async { sleep(ms(1)).await }), async {});
        },
        expect![[r#"
            task main completed
              async fn main @1 completed
                branch branch @2 completed
                sleep sleep 1 ms @3 completed
                branch branch completed
        "#]],
    );
}

#[test]
fn try_join_stops_at_the_first_error_and_cancels_the_rest() {
    let finished = run(async || {
        let fails = async {
            nap(20).await;
            Err::<u64, _>("no luck")
        };
        let works = async { Ok(nap(10).await) };
        let late = async { Ok(nap(30).await) };
        println!("{:?}", try_join!(branch(2, 5, works), branch(3, 5, fails), branch(4, 5, late)));
        println!("{:?}", try_join!(async { Ok::<_, ()>(1) }, async { Ok("two") }));
    });
    expect![[r#"
        task main completed
          async fn main @1 completed
            async fn nap(10) @2 completed
              sleep sleep 10 ms @91 completed
            async fn nap(20) @3 completed
              sleep sleep 20 ms @91 completed
            async fn nap(30) @4 cancelled
              sleep sleep 30 ms @91 cancelled
            branch branch completed
            branch branch completed
    "#]]
    .assert_eq(&meanwhile_trace::dump_tree(&finished.trace));
    expect![[r#"
        napped 10
        napped 20
        Err("no luck")
        Ok((1, "two"))
    "#]]
    .assert_eq(&finished.output());
    assert_eq!(elapsed_ms(&finished), 20);
}

#[test]
fn join_all_keeps_the_order_and_places_every_branch() {
    let finished = run(async || {
        println!("{:?}", awaited(2, 5, join_all([30, 10, 20].map(nap))).await);
        println!("{:?}", join_all(Vec::<std::future::Ready<()>>::new()).await);
    });
    expect![[r#"
        task main completed
          async fn main @1 completed
            async fn nap(30) @2 completed
              sleep sleep 30 ms @91 completed
            async fn nap(10) @2 completed
              sleep sleep 10 ms @91 completed
            async fn nap(20) @2 completed
              sleep sleep 20 ms @91 completed
    "#]]
    .assert_eq(&meanwhile_trace::dump_tree(&finished.trace));
    expect![[r#"
        napped 10
        napped 20
        napped 30
        [30, 10, 20]
        []
    "#]]
    .assert_eq(&finished.output());
    assert_eq!(elapsed_ms(&finished), 30);
}

#[test]
fn join_all_of_many_polls_each_only_when_it_is_woken() {
    let finished = run(async || {
        awaited(2, 5, join_all((1..=100).map(|it| sleep(ms(it))))).await;
    });
    assert_eq!(elapsed_ms(&finished), 100);
    for sleep in finished.trace.spans().iter().filter(|it| it.is_leaf()) {
        assert_eq!(sleep.polls.len(), 2, "{}", finished.trace.name(sleep));
    }
}

#[test]
fn try_join_all_returns_the_first_error() {
    check_output(
        async || {
            let all = [30, 10, 20].map(|it| async move {
                match nap(it).await {
                    20 => Err("twenty"),
                    it => Ok(it),
                }
            });
            println!("{:?}", try_join_all(all).await);
            println!("{:?}", try_join_all([async { Ok::<_, ()>(1) }]).await);
        },
        expect![[r#"
            napped 10
            napped 20
            Err("twenty")
            Ok([1])
        "#]],
    );
}
