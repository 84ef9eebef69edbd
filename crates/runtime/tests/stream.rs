//! Streams on the virtual clock: adaptors that go by time, and streams over channels and intervals.
#![cfg_attr(
    target_family = "wasm",
    expect(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")
)]

use futures_util::stream::{self, FuturesUnordered, StreamExt as _};
use meanwhile_runtime::stream::wrappers::{
    BroadcastStream, IntervalStream, ReceiverStream, UnboundedReceiverStream, WatchStream,
};
use meanwhile_runtime::sync::{broadcast, mpsc, watch};
use meanwhile_runtime::time::{Duration, Instant, interval, sleep};
use meanwhile_runtime::{RunConfig, println, spawn};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, SpanKind};
use worlds::run_to_end;

#[macro_use]
#[path = "kit/worlds.rs"]
mod worlds;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// Runs a program on the virtual clock and compares what it printed.
macro_rules! prints {
    ($expected:expr, $($program:tt)*) => {{
        let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
        let finished = run_to_end(config, || Box::pin(async move { $($program)* Ok(()) })).await;
        assert_eq!(finished.status, Status::Completed, "{}", finished.output());
        assert_eq!(finished.output(), $expected);
        finished
    }};
}

both! {
    async fn throttle_lets_one_item_through_in_a_period() {
        prints! {
            "0 10 20 \n",
            let start = Instant::now();
            let times = meanwhile_runtime::stream::StreamExt::throttle(stream::iter(0..3), ms(10)).map(|_| start.elapsed().as_millis());
            println!("{}", times.map(|it| format!("{it} ")).collect::<String>().await);
        };
    }

    async fn timeout_reports_each_lack_once_and_goes_on() {
        prints! {
            "Ok(1) at 5\nErr(Elapsed(())) at 15\nOk(2) at 35\nend\n",
            let start = Instant::now();
            let items = stream::iter([(5, 1), (30, 2)]).then(|(delay, n)| async move {
                sleep(ms(delay)).await;
                n
            });
            let mut items = Box::pin(meanwhile_runtime::stream::StreamExt::timeout(items, ms(10)));
            while let Some(item) = items.next().await {
                println!("{item:?} at {}", start.elapsed().as_millis());
            }
            println!("end");
        };
    }

    async fn chunks_timeout_gives_full_lists_at_once_and_short_ones_in_time() {
        prints! {
            "[1, 2] at 0\n[3] at 10\n[4] at 100\n",
            let start = Instant::now();
            let items = stream::iter([(0, 1), (0, 2), (0, 3), (100, 4)]).then(|(delay, n)| async move {
                if delay > 0 {
                    sleep(ms(delay)).await;
                }
                n
            });
            let mut chunks = meanwhile_runtime::stream::StreamExt::chunks_timeout(items, 2, ms(10));
            while let Some(chunk) = chunks.next().await {
                println!("{chunk:?} at {}", start.elapsed().as_millis());
            }
        };
    }

    async fn channels_are_streams_of_their_messages() {
        prints! {
            "[1, 2, 3]\n[4, 5]\n[Ok(1), Ok(2)]\n[0, 7]\n",
            let (sender, receiver) = mpsc::channel(1);
            spawn(async move {
                for n in 1..=3 {
                    let _ = sender.send(n).await;
                }
            });
            println!("{:?}", ReceiverStream::new(receiver).collect::<Vec<_>>().await);

            let (sender, receiver) = mpsc::unbounded_channel();
            let _ = (sender.send(4), sender.send(5));
            drop(sender);
            println!("{:?}", UnboundedReceiverStream::new(receiver).collect::<Vec<_>>().await);

            let (sender, receiver) = broadcast::channel(4);
            let _ = (sender.send(1), sender.send(2));
            drop(sender);
            println!("{:?}", BroadcastStream::new(receiver).collect::<Vec<_>>().await);

            let (sender, receiver) = watch::channel(0);
            spawn(async move {
                sleep(ms(1)).await;
                let _ = (sender.send(6), sender.send(7));
            });
            println!("{:?}", WatchStream::new(receiver).collect::<Vec<_>>().await);
        };
    }

    async fn an_interval_is_a_stream_of_ticks_each_of_them_a_span() {
        let finished = prints! {
            "[0, 10, 20]\n",
            let start = Instant::now();
            let ticks = IntervalStream::new(interval(ms(10))).take(3);
            println!("{:?}", ticks.map(|it| (it - start).as_millis()).collect::<Vec<_>>().await);
        };
        let ticks = finished.trace.spans().iter().filter(|it| it.kind == SpanKind::Sleep);
        assert_eq!(ticks.count(), 3);
    }

    async fn unordered_futures_come_as_they_complete() {
        prints! {
            "10 20 30 \n10 30 20 \n",
            let wait = |delay: u64| async move {
                sleep(ms(delay)).await;
                format!("{delay} ")
            };
            let all = [30, 10, 20].into_iter().map(wait).collect::<FuturesUnordered<_>>();
            println!("{}", all.collect::<String>().await);
            let two = stream::iter([30, 10, 20]).map(wait).buffer_unordered(2);
            println!("{}", two.collect::<String>().await);
        };
    }

    async fn what_a_stream_wraps_is_given_back() {
        prints! {
            "None Some(1)\nNone\nSome(2)\nSome(Err(Lagged(1)))\n10ms\ndeadline has elapsed\n",
            use meanwhile_runtime::stream::wrappers::BroadcastStreamRecvError;
            let (sender, receiver) = mpsc::channel(2);
            let mut of_channel = ReceiverStream::new(receiver);
            sender.send(1).await.unwrap();
            of_channel.close();
            let mut receiver = of_channel.into_inner();
            println!("{:?} {:?}", sender.send(2).await.ok(), receiver.recv().await);
            let (sender, receiver) = mpsc::unbounded_channel::<u8>();
            let mut of_channel = UnboundedReceiverStream::new(receiver);
            of_channel.close();
            drop(sender);
            println!("{:?}", of_channel.into_inner().recv().await);
            let (sender, receiver) = watch::channel(1);
            let mut of_watch = WatchStream::from_changes(receiver);
            sender.send(2).unwrap();
            println!("{:?}", of_watch.next().await);
            let (sender, receiver) = broadcast::channel(1);
            let mut of_broadcast = BroadcastStream::new(receiver);
            for n in 0..2 {
                sender.send(n).unwrap();
            }
            let lagged: Option<Result<_, BroadcastStreamRecvError>> = of_broadcast.next().await;
            println!("{lagged:?}");
            println!("{:?}", IntervalStream::new(interval(ms(10))).into_inner().period());
            let mut late = Box::pin(meanwhile_runtime::stream::StreamExt::timeout(stream::pending::<()>(), ms(1)));
            let error: meanwhile_runtime::stream::Elapsed = late.next().await.unwrap().unwrap_err();
            println!("{error}");
        };
    }
}

/// Apart from the others, which use the adaptors of the futures crate too.
mod adaptors {
    use super::{ClockKind, RunConfig, Status, run_to_end};
    use futures_util::stream;
    use meanwhile_runtime::println;
    use meanwhile_runtime::stream::StreamExt as _;

    both! {
        async fn adaptors_take_what_is_there_apart_and_together() {
            prints! {
                "[1, 2]\n[20, 30]\n[3, 4]\n[4]\n[1]\n[1, 2, 9]\n[1, 2, 3]\n6 true Some(1)\nOk(Some(1)) Err(\"no\") Ok(None)\n\
                 None None\n",
                let four = || stream::iter([1, 2, 3, 4]);
                println!("{:?}", four().take_while(|it| *it < 3).collect::<Vec<_>>().await);
                let even = |it| (it % 4 > 1).then_some(it * 10);
                println!("{:?}", four().filter_map(even).collect::<Vec<_>>().await);
                println!("{:?}", four().skip(2).collect::<Vec<_>>().await);
                println!("{:?}", four().skip_while(|it| *it < 4).collect::<Vec<_>>().await);
                println!("{:?}", four().map_while(|it| (it < 2).then_some(it)).collect::<Vec<_>>().await);
                println!("{:?}", stream::iter([1, 2]).chain(stream::iter([9])).collect::<Vec<_>>().await);
                let mut merged: Vec<_> = stream::iter([1, 3]).merge(stream::iter([2])).collect().await;
                merged.sort_unstable();
                println!("{merged:?}");
                let mut peeked = Box::pin(four().peekable());
                let first = peeked.peek().await.copied();
                let sum = stream::iter([1, 2, 3]).fold(0, |sum, it| sum + it).await;
                println!("{sum} {} {first:?}", four().any(|it| it == 2).await);
                let mut results = stream::iter([Ok(1), Err("no")]);
                let (one, two) = (results.try_next().await, results.try_next().await);
                println!("{one:?} {two:?} {:?}", results.try_next().await);
                let mut ended = stream::iter([0; 0]).fuse();
                println!("{:?} {:?}", ended.next().await, ended.next().await);
            };
        }
    }
}
