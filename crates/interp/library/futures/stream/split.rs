//! The two halves of what is a sink and a stream.

use super::Stream;
use crate::lock::BiLock;
use crate::sink::Sink;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

#[derive(Debug)]
#[must_use = "streams do nothing unless polled"]
pub struct SplitStream<S> {
    both: BiLock<S>,
}

#[derive(Debug)]
#[must_use = "sinks do nothing unless polled"]
pub struct SplitSink<S, Item> {
    both: BiLock<S>,
    slot: Option<Item>,
}

pub(super) fn split<S: Stream + Sink<Item>, Item>(s: S) -> (SplitSink<S, Item>, SplitStream<S>) {
    let (sink, stream) = BiLock::new(s);
    (SplitSink { both: sink, slot: None }, SplitStream { both: stream })
}

impl<S> SplitStream<S> {
    pub fn is_pair_of<Item>(&self, other: &SplitSink<S, Item>) -> bool {
        self.both.is_pair_of(&other.both)
    }

    pub fn reunite<Item>(self, other: SplitSink<S, Item>) -> Result<S, ReuniteError<S, Item>> {
        match self.both.reunite(other.both) {
            Ok(both) => Ok(both),
            Err((stream, sink)) => {
                Err(ReuniteError(SplitSink { both: sink, slot: other.slot }, SplitStream { both: stream }))
            }
        }
    }
}

impl<S, Item> SplitSink<S, Item> {
    pub fn is_pair_of(&self, other: &SplitStream<S>) -> bool {
        self.both.is_pair_of(&other.both)
    }

    pub fn reunite(self, other: SplitStream<S>) -> Result<S, ReuniteError<S, Item>> {
        other.reunite(self)
    }
}

impl<S: Stream> Stream for SplitStream<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        self.both.with(|both| both.poll_next(cx))
    }
}

impl<S: Sink<Item>, Item> Sink<Item> for SplitSink<S, Item> {
    type Error = S::Error;

    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.both.with(|both| Sink::poll_ready(both, cx))
    }

    fn start_send(self: Pin<&mut Self>, item: Item) -> Result<(), S::Error> {
        self.both.with(|both| Sink::start_send(both, item))
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.both.with(|both| Sink::poll_flush(both, cx))
    }

    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.both.with(|both| Sink::poll_close(both, cx))
    }
}

pub struct ReuniteError<S, Item>(pub SplitSink<S, Item>, pub SplitStream<S>);

impl<S, Item> fmt::Debug for ReuniteError<S, Item> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ReuniteError").field(&"...").finish()
    }
}

impl<S, Item> fmt::Display for ReuniteError<S, Item> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tried to reunite a SplitStream and SplitSink that don't form a pair")
    }
}

impl<S, Item> std::error::Error for ReuniteError<S, Item> {}
