//! The channels as tasks see them.

use super::{Receiver, RecvError, SendError, Sender};
use futures::stream::Stream;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

impl<T> Sender<T> {
    pub async fn send_async(&self, item: T) -> Result<(), SendError<T>> {
        let mut message = Some(item);
        poll_fn(|cx| self.channel.poll_put(&mut message, cx)).await.map_err(SendError)
    }

    pub async fn into_send_async(self, item: T) -> Result<(), SendError<T>> {
        self.send_async(item).await
    }
}

impl<T> Receiver<T> {
    pub async fn recv_async(&self) -> Result<T, RecvError> {
        poll_fn(|cx| self.channel.poll_take(cx)).await.ok_or(RecvError::Disconnected)
    }

    pub async fn into_recv_async(self) -> Result<T, RecvError> {
        self.recv_async().await
    }

    pub fn stream(&self) -> RecvStream<T> {
        RecvStream { receiver: self.clone() }
    }

    pub fn into_stream(self) -> RecvStream<T> {
        RecvStream { receiver: self }
    }
}

pub struct RecvStream<T> {
    receiver: Receiver<T>,
}

impl<T> Stream for RecvStream<T> {
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        self.receiver.channel.poll_take(cx)
    }
}
