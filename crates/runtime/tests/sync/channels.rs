//! Channels for many messages, for one, and for the last value.

use super::*;
use meanwhile_runtime::println;
use meanwhile_runtime::sync::{broadcast, mpsc, oneshot, watch};

both! {
    async fn a_full_channel_makes_its_sender_wait() {
        let finished = prints! {
            expect![[r#"
                sent 1 at 0
                sent 2 at 10
                sent 3 at 20
                received 3
            "#]],
            let (sender, mut receiver) = mpsc::channel(1);
            let start = Instant::now();
            let producer = async move {
                for n in 1..=3 {
                    sender.send(n).await.unwrap();
                    println!("sent {n} at {}", start.elapsed().as_millis());
                }
            };
            let consumer = async {
                let mut count = 0;
                loop {
                    sleep(ms(10)).await;
                    if receiver.recv().await.is_none() {
                        break count;
                    }
                    count += 1;
                }
            };
            let (_, count) = join!(producer, consumer);
            println!("received {count}");
        };
        let levels: Vec<u64> = finished.trace.resources()[0].levels().map(|it| it.1).collect();
        assert_eq!(levels, [1, 0, 1, 0, 1, 0]);
    }

    async fn a_channel_without_its_other_end_says_so() {
        prints! {
            expect![[r#"
                SendError { .. }
                None
                Err(RecvError(()))
                Err("back")
            "#]],
            let (sender, receiver) = mpsc::channel(1);
            drop(receiver);
            println!("{:?}", sender.send("lost").await.unwrap_err());
            let (sender, mut receiver) = mpsc::unbounded_channel::<u8>();
            drop(sender);
            println!("{:?}", receiver.recv().await);
            let (sender, receiver) = oneshot::channel::<u8>();
            drop(sender);
            println!("{:?}", receiver.await);
            let (sender, receiver) = oneshot::channel();
            drop(receiver);
            println!("{:?}", sender.send("back"));
        };
    }

    async fn a_permit_keeps_room_and_a_send_can_time_out() {
        prints! {
            expect![[r#"
                full: true
                timed out: true
                got 1
            "#]],
            let (sender, mut receiver) = mpsc::channel(1);
            let permit = sender.reserve().await.unwrap();
            println!("full: {}", sender.try_send(2).is_err());
            println!("timed out: {}", sender.send_timeout(2, ms(5)).await.is_err());
            permit.send(1);
            println!("got {}", receiver.recv().await.unwrap());
        };
    }

    async fn an_unbounded_channel_that_only_grows_is_found() {
        let finished = prints! {
            expect![""],
            let (sender, _receiver) = record::named("log", mpsc::unbounded_channel);
            for n in 0..150 {
                sender.send(n).unwrap();
            }
        };
        assert_eq!(
            findings(&finished),
            [
                "growing-channel: The unbounded channel log only grew: 150 messages were sent, 0 received; a bounded channel \
                 would make the senders wait."
            ]
        );
    }

    async fn a_oneshot_is_awaited_by_reference_and_cancelled_with_its_wait() {
        let finished = prints! {
            expect![[r#"
                not yet
                Ok(5)
            "#]],
            let (sender, mut receiver) = oneshot::channel();
            if timeout(ms(5), &mut receiver).await.is_err() {
                println!("not yet");
            }
            spawn(async move {
                sleep(ms(5)).await;
                sender.send(5).unwrap();
            });
            println!("{:?}", receiver.await);
        };
        assert_eq!(findings(&finished), Vec::<String>::new());
    }

    async fn a_broadcast_reaches_everybody_and_tells_who_was_too_slow() {
        prints! {
            expect![[r#"
                first: Ok(1) Ok(2)
                second: Err(Lagged(1)) Ok(2) Ok(3)
                then: Err(Closed)
            "#]],
            let (sender, mut first) = broadcast::channel(2);
            let mut second = sender.subscribe();
            sender.send(1).unwrap();
            sender.send(2).unwrap();
            println!("first: {:?} {:?}", first.recv().await, first.recv().await);
            sender.send(3).unwrap();
            println!("second: {:?} {:?} {:?}", second.recv().await, second.recv().await, second.recv().await);
            drop(sender);
            println!("then: {:?}", second.recv().await);
        };
    }

    async fn a_watch_shows_the_last_value() {
        prints! {
            expect![[r#"
                start
                now 2, and 1 was never seen
                done
            "#]],
            let (sender, mut receiver) = watch::channel(0);
            let watcher = async {
                println!("start");
                receiver.changed().await.unwrap();
                println!("now {}, and 1 was never seen", *receiver.borrow_and_update());
                receiver.wait_for(|it| *it > 5).await.unwrap();
                println!("done");
            };
            let changer = async {
                sender.send(1).unwrap();
                sender.send(2).unwrap();
                sleep(ms(10)).await;
                sender.send_modify(|it| *it = 9);
            };
            join!(watcher, changer);
        };
    }
}
