//! trpl: what the Rust Book's chapter on async uses.

mod html;

pub use futures::future::{Either, join, join_all, join3};
pub use html::Html;
pub use std::future::Future;
pub use std::pin::{Pin, pin};
pub use tokio::runtime::Runtime;
pub use tokio::sync::mpsc::{
    UnboundedReceiver as Receiver, UnboundedSender as Sender, unbounded_channel as channel,
};
pub use tokio::task::{JoinHandle, spawn as spawn_task, yield_now};
pub use tokio::time::{interval, sleep};
pub use tokio_stream::wrappers::{IntervalStream, UnboundedReceiverStream as ReceiverStream};
pub use tokio_stream::{Stream, StreamExt, iter as stream_from_iter};

#[track_caller]
pub fn run<F: Future>(future: F) -> F::Output {
    block_on(future)
}

#[track_caller]
pub fn block_on<F: Future>(future: F) -> F::Output {
    Runtime::new().unwrap().block_on(future)
}

pub async fn race<A, B, F1: Future<Output = A>, F2: Future<Output = B>>(f1: F1, f2: F2) -> Either<A, B> {
    select(f1, f2).await
}

pub async fn select<A, B, F1: Future<Output = A>, F2: Future<Output = B>>(f1: F1, f2: F2) -> Either<A, B> {
    let f1 = Box::pin(f1);
    let f2 = Box::pin(f2);
    match futures::future::select(f1, f2).await {
        Either::Left((a, _)) => Either::Left(a),
        Either::Right((b, _)) => Either::Right(b),
    }
}

pub struct Response(reqwest::Response);

impl Response {
    pub async fn text(self) -> String {
        self.0.text().await.unwrap()
    }
}

pub async fn get(url: &str) -> Response {
    Response(reqwest::get(url).await.unwrap())
}
