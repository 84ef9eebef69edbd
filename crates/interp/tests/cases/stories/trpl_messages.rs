// The Book's chapter on async: messages, streams, and a race.
use std::pin::{pin, Pin};
use std::time::Duration;
use futures::future::{self, Either};
use tokio::time::sleep;
use tokio_stream::{Stream, StreamExt};
use tokio_stream::wrappers::UnboundedReceiverStream as ReceiverStream;
use tokio::sync::mpsc;

fn get_messages() -> impl Stream<Item = String> {
    let (tx, rx) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        let messages = ["a", "b", "c", "d", "e"];
        for (index, message) in messages.into_iter().enumerate() {
            let time_to_sleep = if index % 2 == 0 { 100 } else { 300 };
            sleep(Duration::from_millis(time_to_sleep)).await;
            if let Err(send_error) = tx.send(format!("Message: '{message}'")) {
                eprintln!("Cannot send message '{message}': {send_error}");
                break;
            }
        }
    });
    ReceiverStream::new(rx)
}

fn get_intervals() -> impl Stream<Item = u32> {
    let (tx, rx) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        let mut count = 0;
        loop {
            sleep(Duration::from_millis(1)).await;
            count += 1;
            if tx.send(count).is_err() { break; }
        }
    });
    ReceiverStream::new(rx)
}

async fn timeout<F: Future>(future_to_try: F, max_time: Duration) -> Result<F::Output, Duration> {
    let future_to_try = pin!(future_to_try);
    let timer = pin!(sleep(max_time));
    match future::select(future_to_try, timer).await {
        Either::Left((output, _)) => Ok(output),
        Either::Right(_) => Err(max_time),
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let messages = get_messages().timeout(Duration::from_millis(200));
    let intervals = get_intervals()
        .map(|count| format!("Interval: {count}"))
        .throttle(Duration::from_millis(100))
        .timeout(Duration::from_secs(10));
    let merged = messages.merge(intervals).take(12);
    let mut stream = pin!(merged);
    while let Some(result) = stream.next().await {
        match result {
            Ok(message) => println!("{}", message.split(':').next().unwrap()),
            Err(reason) => println!("Problem: {reason:?}"),
        }
    }

    let (tx, mut rx) = mpsc::unbounded_channel();
    let tx1 = tx.clone();
    let tx1_fut = pin!(async move {
        for val in ["hi", "from", "the", "future"] { tx1.send(val.to_string()).unwrap(); sleep(Duration::from_millis(500)).await; }
    });
    let rx_fut = pin!(async { while let Some(value) = rx.recv().await { println!("received '{value}'"); } });
    let tx_fut = pin!(async move {
        for val in ["more", "messages", "for", "you"] { tx.send(String::from(val)).unwrap(); sleep(Duration::from_millis(1500)).await; }
    });
    let futures: Vec<Pin<&mut dyn Future<Output = ()>>> = vec![tx1_fut, rx_fut, tx_fut];
    future::join_all(futures).await;

    let slow = async { sleep(Duration::from_secs(5)).await; "Finally finished" };
    match timeout(slow, Duration::from_secs(2)).await {
        Ok(message) => println!("Succeeded with '{message}'"),
        Err(duration) => println!("Failed after {} seconds", duration.as_secs()),
    }
    let a = async { 1u32 };
    let b = async { "Hello!" };
    let c = async { true };
    let (a_result, b_result, c_result) = tokio::join!(a, b, c);
    println!("{a_result}, {b_result}, {c_result}");
}
