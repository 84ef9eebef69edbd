//! Tasks: spawned, joined, aborted, outlived.

use crate::programs::{Tell, nap};
use crate::{check, check_output, check_tree, elapsed_ms, ms, run};
use expect_test::expect;
use meanwhile_runtime::record::{awaited, function, spawn};
use meanwhile_runtime::time::sleep;
use meanwhile_runtime::{println, record, task};

#[test]
fn a_spawned_task_is_scheduled_by_its_spawner_and_wakes_who_joins_it() {
    check(
        async || {
            let handle = spawn("worker", 2, 18, nap(5));
            assert_eq!(awaited(3, 5, handle).await.unwrap(), 5);
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: async fn nap(5) in #2
            0.000     #4  created: task worker in #2
            0.000     #4  awaited at 2:18
            0.000     #4  woken by #2
            0.000     #5  created: join handle join worker in #2
            0.000     #5  awaited at 3:5
            0.000     #5  poll
            0.000     #5  pending
            0.000     #2  pending
            0.000     #1  pending
            0.000     #4  poll
            0.000     #3  poll
            0.000     #6  created: sleep sleep 5 ms in #3
            0.000     #6  awaited at 91:5
            0.000     #6  poll
            0.000     #6  due in 5.000 ms
            0.000     #6  pending
            0.000     #3  pending
            0.000     #4  pending
            5.000     #6  woken by a timer
            5.000     #3  woken by #6
            5.000     #4  woken by #3
            5.000     #4  poll
            5.000     #3  poll
            5.000     #6  poll
            5.000     #6  ready
            5.000     #6  completed
            5.000     #3  prints to out: "napped 5\n"
            5.000     #3  ready
            5.000     #3  completed
            5.000     #4  ready
            5.000     #4  completed
            5.000     #5  woken by #4
            5.000     #2  woken by #5
            5.000     #1  woken by #2
            5.000     #1  poll
            5.000     #2  poll
            5.000     #5  poll
            5.000     #5  ready
            5.000     #5  completed
            5.000     #2  ready
            5.000     #2  completed
            5.000     #1  ready
            5.000     #1  completed
        "#]],
    );
}

#[test]
fn a_task_that_is_over_joins_at_once() {
    check_output(
        async || {
            let handle = task::spawn(async { 6 * 7 });
            println!("over: {}", handle.is_finished());
            task::yield_now().await;
            println!("over: {}", handle.is_finished());
            println!("{:?}", handle.await);
        },
        expect![[r#"
            over: false
            over: true
            Ok(42)
        "#]],
    );
}

#[test]
fn tasks_left_over_are_dropped_when_main_returns_the_oldest_first() {
    let finished = run(async || {
        for name in ["first", "second"] {
            drop(spawn(name, 2, 5, async move {
                let _tell = Tell(name);
                awaited(3, 9, sleep(ms(50))).await;
            }));
        }
        awaited(5, 5, sleep(ms(20))).await;
        println!("main returns");
    });
    expect![[r#"
        task main completed
          async fn main @1 completed
            task first @2 cancelled
              sleep sleep 50 ms @3 cancelled
            task second @2 cancelled
              sleep sleep 50 ms @3 cancelled
            sleep sleep 20 ms @5 completed
    "#]]
    .assert_eq(&meanwhile_trace::dump_tree(&finished.trace));
    expect![[r#"
        main returns
        first dropped
        second dropped
    "#]]
    .assert_eq(&finished.output());
    assert_eq!(elapsed_ms(&finished), 20);
}

#[test]
fn a_task_spawned_while_the_run_ends_is_cancelled_unpolled() {
    struct SpawnOnDrop;
    impl Drop for SpawnOnDrop {
        fn drop(&mut self) {
            drop(spawn("too late", 9, 9, async { println!("never") }));
        }
    }
    check_tree(
        async || {
            drop(spawn("holder", 2, 5, async {
                let _spawn = SpawnOnDrop;
                sleep(ms(50)).await;
            }));
            sleep(ms(1)).await;
        },
        expect![[r#"
            task main completed
              async fn main @1 completed
                task holder @2 cancelled
                  sleep sleep 50 ms cancelled
                  task too late @9 cancelled
                sleep sleep 1 ms completed
        "#]],
    );
}

#[test]
fn an_aborted_task_is_dropped_at_its_next_turn() {
    let finished = run(async || {
        let handle = spawn("worker", 2, 5, async {
            let _tell = Tell("worker");
            awaited(3, 9, nap(50)).await;
        });
        sleep(ms(10)).await;
        handle.abort();
        println!("over: {}", handle.is_finished());
        let error = awaited(5, 5, handle).await.unwrap_err();
        println!("{error}; cancelled: {}, panicked: {}", error.is_cancelled(), error.is_panic());
        println!("{error:?}");
    });
    expect![[r#"
        task main completed
          async fn main @1 completed
            task worker @2 cancelled
              async fn nap(50) @3 cancelled
                sleep sleep 50 ms @91 cancelled
            sleep sleep 10 ms completed
            join handle join worker @5 failed
    "#]]
    .assert_eq(&meanwhile_trace::dump_tree(&finished.trace));
    expect![[r#"
        over: false
        worker dropped
        task 1 was cancelled; cancelled: true, panicked: false
        JoinError::Cancelled(Id(1))
    "#]]
    .assert_eq(&finished.output());
    assert_eq!(elapsed_ms(&finished), 10);
}

#[test]
fn a_task_is_aborted_before_its_first_poll_by_an_abort_handle() {
    check_output(
        async || {
            let handle = task::spawn(async { println!("never") });
            let abort = handle.abort_handle();
            abort.abort();
            abort.abort();
            println!("{:?}", handle.await.map_err(|it| it.is_cancelled()));
            println!("over: {}", abort.is_finished());
        },
        expect![[r#"
            Err(true)
            over: true
        "#]],
    );
}

#[test]
fn abort_does_nothing_to_a_task_that_is_over() {
    check_output(
        async || {
            let handle = task::spawn(async { 1 });
            task::yield_now().await;
            handle.abort();
            println!("{:?}", handle.await);
        },
        expect![[r#"
            Ok(1)
        "#]],
    );
}

#[test]
fn a_task_that_aborts_itself_is_dropped_after_its_poll() {
    check_output(
        async || {
            let (send, receive) = std::sync::mpsc::channel::<task::AbortHandle>();
            let handle = task::spawn(async move {
                let _tell = Tell("suicide");
                receive.recv().unwrap().abort();
                println!("still here");
                sleep(ms(10)).await;
                println!("never");
            });
            send.send(handle.abort_handle()).unwrap();
            println!("{}", handle.await.unwrap_err());
        },
        expect![[r#"
            still here
            suicide dropped
            task 1 was cancelled
        "#]],
    );
}

#[test]
fn yield_now_lets_all_others_run_first() {
    check_output(
        async || {
            let worker = async |name: &'static str| {
                println!("{name} 1");
                task::yield_now().await;
                println!("{name} 2");
            };
            let a = task::spawn(worker("a"));
            let b = task::spawn(async move {
                worker("b").await;
                task::spawn(worker("c")).await.unwrap();
            });
            a.await.unwrap();
            b.await.unwrap();
        },
        expect![[r#"
            a 1
            b 1
            b 2
            a 2
            c 1
            c 2
        "#]],
    );
}

#[test]
fn a_future_that_is_never_polled_is_idle_and_then_cancelled() {
    check(
        async || {
            let unused = function("unused", 9, 1, async { println!("never") });
            awaited(3, 5, sleep(ms(3))).await;
            drop(unused);
        },
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: async fn main in #1
            0.000     #2  poll
            0.000     #3  created: async fn unused in #2
            0.000     #4  created: sleep sleep 3 ms in #2
            0.000     #4  awaited at 3:5
            0.000     #4  poll
            0.000     #4  due in 3.000 ms
            0.000     #4  pending
            0.000     #2  pending
            0.000     #1  pending
            3.000     #4  woken by a timer
            3.000     #2  woken by #4
            3.000     #1  woken by #2
            3.000     #1  poll
            3.000     #2  poll
            3.000     #4  poll
            3.000     #4  ready
            3.000     #4  completed
            3.000     #3  cancelled
            3.000     #2  ready
            3.000     #2  completed
            3.000     #1  ready
            3.000     #1  completed
        "#]],
    );
}

#[test]
fn dropping_a_handle_leaves_the_task_running() {
    check_output(
        async || {
            drop(task::spawn(nap(5)));
            sleep(ms(10)).await;
        },
        expect![[r#"
            napped 5
        "#]],
    );
}

#[test]
fn futures_of_the_runtime_can_cross_threads_where_those_of_tokio_can() {
    fn is_send<T: Send>(_: &T) {}
    fn is_sync<T: Sync>(_: &T) {}
    run(async || {
        let handle = task::spawn(async { 1 });
        is_send(&handle);
        is_sync(&handle);
        is_send(&handle.abort_handle());
        is_send(&awaited(1, 1, sleep(ms(1))));
        is_sync(&nap(1));
        let boxed: std::pin::Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(async {
            meanwhile_runtime::join!(sleep(ms(1)), task::yield_now());
            let _ = meanwhile_runtime::time::timeout(ms(1), sleep(ms(2))).await;
            meanwhile_runtime::select! { () = sleep(ms(1)) => {} }
            let _ = meanwhile_runtime::http::get("http://localhost/")
                .await
                .map(meanwhile_runtime::http::Response::text);
        });
        boxed.await;
    });
}

#[test]
fn the_members_of_a_set_have_names_and_places_and_the_wait_for_the_next_is_one_span() {
    check_tree(
        async || {
            let mut set = task::JoinSet::new();
            set.spawn(record::task("slow", 2, 5, nap(20)));
            set.spawn(record::task("fast", 3, 5, async { nap(10).await }));
            set.spawn(async { 3 });
            drop(record::task("never spawned", 9, 9, async {}));
            while let Some(output) = awaited(4, 9, set.join_next()).await {
                println!("{}", output.unwrap());
            }
        },
        expect![[r#"
            task main completed
              async fn main @1 completed
                async fn nap(20) @90 completed
                  sleep sleep 20 ms @91 completed
                task slow @2 completed
                task fast @3 completed
                  async fn nap(10) @90 completed
                    sleep sleep 10 ms @91 completed
                task task completed
                join handle join next @4 completed
                join handle join next @4 completed
                join handle join next @4 completed
        "#]],
    );
}

#[test]
fn a_member_of_a_set_that_panics_is_an_error_and_the_others_go_on() {
    check_output(
        async || {
            let mut set = task::JoinSet::new();
            set.spawn(async { panic!("out of cheese") });
            set.spawn(nap(5));
            while let Some(output) = set.join_next().await {
                println!("{output:?}");
            }
            let mut set = task::JoinSet::new();
            set.spawn(async { panic!("again") });
            let joined = task::spawn(async move { set.join_all().await.len() });
            println!("{:?}", joined.await);
        },
        expect![[r#"

            thread 'main' panicked:
            out of cheese
            Err(JoinError::Panic(Id(1), "out of cheese", ...))
            napped 5
            Ok(5)

            thread 'main' panicked:
            again
            Err(JoinError::Panic(Id(4), "again", ...))
        "#]],
    );
}

#[test]
fn jobs_can_be_members_of_a_set() {
    check_tree(
        async || {
            let mut set = task::JoinSet::new();
            set.spawn_blocking(|| 1);
            set.__adopt(record::spawn_blocking("two(2)", 3, 9, "two", (2,), |(n,): (u32,)| n));
            println!("{}", set.join_all().await.iter().sum::<u32>());
        },
        expect![[r#"
            task main completed
              async fn main @1 completed
                job job completed
                job two(2) @3 completed
                join handle join next completed
                join handle join next completed
        "#]],
    );
}
