// Async as the Book's chapter 17 shows it, on tokio: racing, messages, streams composed, futures in a Vec.
use futures::future::{self, Either, FutureExt};
use std::future::Future;
use std::pin::{pin, Pin};
use std::time::Duration;
use tokio::sync::mpsc::{self, UnboundedReceiver};
use tokio_stream::{wrappers::UnboundedReceiverStream, Stream, StreamExt};

async fn page_title(url: &str) -> Option<String> {
    let html = match url {
        "a" => { tokio::time::sleep(Duration::from_millis(30)).await; "<html><title>The A</title></html>" }
        "b" => { tokio::time::sleep(Duration::from_millis(20)).await; "<html><title>The B</title></html>" }
        _ => "<html></html>",
    };
    let start = html.find("<title>")? + "<title>".len();
    let end = html[start..].find("</title>")? + start;
    html.get(start..end).map(ToOwned::to_owned)
}

async fn race<A, B, F1, F2>(f1: F1, f2: F2) -> Either<A, B>
where
    F1: Future<Output = A>,
    F2: Future<Output = B>,
{
    let f1 = pin!(f1);
    let f2 = pin!(f2);
    match future::select(f1, f2).await {
        Either::Left((a, _)) => Either::Left(a),
        Either::Right((b, _)) => Either::Right(b),
    }
}

async fn timeout<F: Future>(future_to_try: F, max_time: Duration) -> Result<F::Output, Duration> {
    match race(future_to_try, tokio::time::sleep(max_time)).await {
        Either::Left(output) => Ok(output),
        Either::Right(()) => Err(max_time),
    }
}

fn get_messages() -> impl Stream<Item = String> {
    let (tx, rx) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        for (index, message) in ["a", "b", "c", "d", "e"].into_iter().enumerate() {
            let time_to_sleep = if index % 2 == 0 { 100 } else { 300 };
            tokio::time::sleep(Duration::from_millis(time_to_sleep)).await;
            if let Err(send_error) = tx.send(format!("Message: '{message}'")) {
                eprintln!("Cannot send message '{message}': {send_error}");
                break;
            }
        }
    });
    UnboundedReceiverStream::new(rx)
}

fn get_intervals() -> impl Stream<Item = u32> {
    let (tx, rx) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        let mut count = 0;
        loop {
            tokio::time::sleep(Duration::from_millis(1)).await;
            count += 1;
            if tx.send(count).is_err() { break; }
        }
    });
    UnboundedReceiverStream::new(rx)
}

async fn fan(mut rx: UnboundedReceiver<&'static str>) -> Vec<&'static str> {
    let mut seen = vec![];
    while let Some(value) = rx.recv().await { seen.push(value); }
    seen
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    match race(page_title("a"), page_title("b")).await {
        Either::Left(Some(title)) | Either::Right(Some(title)) => println!("first: {title}"),
        other => println!("nothing: {other:?}"),
    }
    println!("{:?}", page_title("c").await);
    println!("{:?}", timeout(page_title("a"), Duration::from_millis(10)).await);
    println!("{:?}", timeout(async { 5 }, Duration::from_secs(1)).await);

    let (tx, rx) = mpsc::unbounded_channel();
    let tx1 = tx.clone();
    let tx1_fut = pin!(async move {
        for val in ["hi", "from", "the"] { tx1.send(val).unwrap(); tokio::time::sleep(Duration::from_millis(5)).await; }
    });
    let tx_fut = pin!(async move {
        for val in ["more", "messages"] { tx.send(val).unwrap(); tokio::time::sleep(Duration::from_millis(15)).await; }
    });
    let mut seen = Vec::new();
    {
        let rx_fut = pin!(async { seen = fan(rx).await; });
        let futures: Vec<Pin<&mut dyn Future<Output = ()>>> = vec![tx1_fut, rx_fut, tx_fut];
        future::join_all(futures).await;
    }
    println!("{seen:?}");

    let mut messages = pin!(get_messages().timeout(Duration::from_millis(200)));
    while let Some(result) = messages.next().await {
        match result {
            Ok(message) => println!("{message}"),
            Err(reason) => println!("Problem: {reason}"),
        }
    }
    let messages = get_messages().timeout(Duration::from_millis(200));
    let intervals = get_intervals().map(|count| format!("Interval: {count}")).throttle(Duration::from_millis(100)).timeout(Duration::from_secs(10));
    let mut stream = pin!(messages.merge(intervals).take(9).enumerate_by_hand());
    while let Some((n, item)) = stream.next().await { println!("{n}: {}", item.unwrap_or_else(|e| e.to_string())); }
    println!("{}", async { 1 }.map(|n| n + 1).then(|n| async move { n * 10 }).await);
}

trait EnumerateByHand: Stream + Sized {
    fn enumerate_by_hand(self) -> impl Stream<Item = (usize, Self::Item)> {
        let mut n = 0;
        self.map(move |item| { n += 1; (n - 1, item) })
    }
}
impl<S: Stream> EnumerateByHand for S {}
