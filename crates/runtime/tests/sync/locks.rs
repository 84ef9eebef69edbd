//! Mutexes, read-write locks and semaphores.

use super::*;
use meanwhile_runtime::println;
use meanwhile_runtime::sync::{Mutex, MutexGuard, RwLock, Semaphore, TryLockError};
use meanwhile_trace::Action;

both! {
    async fn a_mutex_lets_one_in_and_the_trace_knows_who_waits_and_who_holds() {
        let finished = prints! {
            expect![[r#"
                slow has it at 0
                quick has it at 30
            "#]],
            let till = record::named("till", || Arc::new(Mutex::new(0)));
            let serve = |name: &'static str, till: Arc<Mutex<u32>>| async move {
                let start = Instant::now();
                let mut guard = till.lock().await;
                println!("{name} has it at {}", start.elapsed().as_millis());
                *guard += 1;
                sleep(ms(30)).await;
            };
            join!(serve("slow", till.clone()), serve("quick", till.clone()));
            assert_eq!(*till.lock().await, 2);
        };
        expect![[r#"
            0   lock acquires mutex till
            0   lock waits for mutex till
            30  lock releases mutex till
            30  lock acquires mutex till
            60  lock releases mutex till
            60  lock acquires mutex till
            60  lock releases mutex till
        "#]]
        .assert_eq(&uses(&finished));
        assert_eq!(
            findings(&finished),
            ["lock-across-await: While main held mutex till across an await, others waited 30 ms for it."]
        );
    }

    async fn two_locks_taken_in_opposite_order_are_a_deadlock_that_is_named() {
        let finished = run(|| {
            Box::pin(async {
                let left = record::named("left", || Arc::new(Mutex::new(())));
                let right = record::named("right", || Arc::new(Mutex::new(())));
                let eat = |name: &'static str, first: Arc<Mutex<()>>, second: Arc<Mutex<()>>| {
                    record::function(name, 1, 1, async move {
                        let _first = first.lock().await;
                        sleep(ms(10)).await;
                        let _second = second.lock().await;
                    })
                };
                join!(eat("ada", left.clone(), right.clone()), eat("bob", right, left));
                Ok(())
            })
        })
        .await;
        assert_eq!(finished.status, Status::Limit);
        assert_eq!(
            findings(&finished),
            [
                "deadlock: Each waits for ever for what another one holds: ada waits for mutex right; bob waits for mutex left."
            ]
        );
    }

    async fn a_mutex_hands_out_owned_mapped_and_tried_guards() {
        prints! {
            expect![[r#"
                taken: true
                free: 3
                static: 1
            "#]],
            static COUNT: Mutex<u32> = Mutex::const_new(0);
            let pair = Arc::new(Mutex::new((1, 2)));
            let guard = pair.clone().lock_owned().await;
            println!("taken: {}", matches!(pair.try_lock(), Err(TryLockError { .. })));
            drop(guard);
            *MutexGuard::map(pair.lock().await, |it| &mut it.1) += 1;
            println!("free: {}", pair.try_lock().unwrap().1);
            *COUNT.lock().await += 1;
            println!("static: {}", *COUNT.lock().await);
            *COUNT.lock().await = 0;
        };
    }

    async fn a_static_lock_becomes_a_resource_of_each_run_that_uses_it() {
        static LOCK: Mutex<()> = Mutex::const_new(());
        for _ in 0..2 {
            let finished = prints!(expect![""], drop(LOCK.lock().await););
            assert_eq!(finished.trace.resources().len(), 1);
        }
    }

    async fn a_wait_that_is_dropped_leaves_the_queue() {
        let finished = prints! {
            expect![[r#"
                gave up
                got it after 50
            "#]],
            let lock = Arc::new(Mutex::new(()));
            let start = Instant::now();
            let held = lock.clone().lock_owned().await;
            let holder = spawn(async move {
                sleep(ms(50)).await;
                drop(held);
            });
            if timeout(ms(20), lock.lock()).await.is_err() {
                println!("gave up");
            }
            drop(lock.lock().await);
            println!("got it after {}", start.elapsed().as_millis());
            holder.await.unwrap();
        };
        let acquired =
            |it: &&meanwhile_trace::Event| matches!(it.kind, EventKind::Use { action: Action::Acquire, .. });
        assert_eq!(finished.trace.events.iter().filter(acquired).count(), 2);
    }

    async fn readers_share_and_a_writer_waits_for_them() {
        prints! {
            expect![[r#"
                two readers at 0
                written at 20
                read 8 at 20
            "#]],
            let lock = Arc::new(RwLock::new(7));
            let start = Instant::now();
            let read = |lock: Arc<RwLock<i32>>| async move {
                let guard = lock.read().await;
                sleep(ms(20)).await;
                *guard
            };
            let write = async {
                let mut guard = lock.write().await;
                println!("written at {}", start.elapsed().as_millis());
                *guard += 1;
                let guard = guard.downgrade();
                println!("read {} at {}", *guard, start.elapsed().as_millis());
            };
            println!("two readers at {}", start.elapsed().as_millis());
            join!(read(lock.clone()), read(lock.clone()), write);
        };
    }

    async fn a_semaphore_lets_only_so_many_through() {
        let finished = prints! {
            expect![[r#"
                five jobs of 10 ms, two at a time: 30 ms
                closed: true
            "#]],
            let permits = record::named("tables", || Arc::new(Semaphore::new(2)));
            let start = Instant::now();
            let jobs: Vec<_> = (0..5).map(|_| {
                let permits = permits.clone();
                spawn(async move {
                    let _permit = permits.acquire().await.unwrap();
                    sleep(ms(10)).await;
                })
            }).collect();
            for job in jobs {
                job.await.unwrap();
            }
            println!("five jobs of 10 ms, two at a time: {} ms", start.elapsed().as_millis());
            permits.close();
            println!("closed: {}", permits.acquire_owned().await.is_err());
        };
        let tables = &finished.trace.resources()[0];
        let mut most = 0;
        let mut held = 0i32;
        for one in &tables.uses {
            match one.action {
                Action::Acquire => held += 1,
                Action::Release => held -= 1,
                _ => {}
            }
            most = most.max(held);
        }
        assert_eq!((most, held), (2, 0));
    }

    async fn permits_can_be_many_forgotten_and_added() {
        prints! {
            expect![[r#"
                1 left
                0 after forgetting
                3 added
            "#]],
            let permits = Semaphore::new(3);
            let two = permits.acquire_many(2).await.unwrap();
            println!("{} left", permits.available_permits());
            let one = permits.try_acquire().unwrap();
            two.forget();
            one.forget();
            println!("{} after forgetting", permits.available_permits());
            permits.add_permits(3);
            println!("{} added", permits.available_permits());
        };
    }
}
