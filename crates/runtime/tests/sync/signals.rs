//! Notifications, barriers, cells, and wakers that get lost.

use super::*;
use meanwhile_runtime::println;
use meanwhile_runtime::sync::{Barrier, Notify, OnceCell};

both! {
    async fn a_notification_is_kept_for_one_and_wakes_all_who_wait() {
        prints! {
            expect![[r#"
                kept
                a
                b
            "#]],
            let bell = Arc::new(Notify::new());
            bell.notify_one();
            bell.notified().await;
            println!("kept");
            let wait = |name: &'static str| {
                let bell = bell.clone();
                async move {
                    bell.notified().await;
                    println!("{name}");
                }
            };
            let ring = async {
                sleep(ms(10)).await;
                bell.notify_waiters();
            };
            join!(wait("a"), wait("b"), ring);
        };
    }

    async fn a_barrier_lets_all_go_when_the_last_has_come() {
        prints! {
            expect![[r#"
                all at 30, 1 leader
            "#]],
            let barrier = Arc::new(Barrier::new(3));
            let start = Instant::now();
            let walk = |delay: u64| {
                let barrier = barrier.clone();
                async move {
                    sleep(ms(delay)).await;
                    (barrier.wait().await.is_leader(), start.elapsed().as_millis())
                }
            };
            let (a, b, c) = join!(walk(10), walk(20), walk(30));
            let leaders = [a.0, b.0, c.0].iter().filter(|it| **it).count();
            assert_eq!((a.1, b.1), (c.1, c.1));
            println!("all at {}, {leaders} leader", c.1);
        };
    }

    async fn a_cell_is_made_once_and_whoever_comes_meanwhile_waits() {
        prints! {
            expect![[r#"
                making
                5 5
                Err("no") then None
            "#]],
            let cell = OnceCell::new();
            let make = || async {
                println!("making");
                sleep(ms(10)).await;
                5
            };
            let (a, b) = join!(cell.get_or_init(make), cell.get_or_init(|| async { unreachable!() }));
            println!("{a} {b}");
            let cell = OnceCell::<u8>::new();
            let failed = cell.get_or_try_init(|| async { Err("no") }).await;
            println!("{failed:?} then {:?}", cell.get());
        };
    }

    async fn a_future_that_forgets_its_waker_is_found() {
        let finished = run(|| {
            Box::pin(record::awaited_as("forgetful()", 1, 1, async {
                std::future::poll_fn(|_| std::task::Poll::Pending).await
            }))
        })
        .await;
        assert_eq!(finished.status, Status::Limit);
        assert_eq!(
            findings(&finished),
            ["lost-waker: The future forgetful() returned Pending, but nobody kept its waker: it will never be woken again."]
        );
    }
}
