//! Senders as sinks.

use super::{SendError, Sender, UnboundedSender};
use crate::sink::Sink;
use std::pin::Pin;
use std::task::{Context, Poll};

impl<T> Sink<T> for Sender<T> {
    type Error = SendError;

    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        Sender::poll_ready(self.get_mut(), cx)
    }

    fn start_send(self: Pin<&mut Self>, msg: T) -> Result<(), SendError> {
        Sender::start_send(self.get_mut(), msg)
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        match Sender::poll_ready(self.get_mut(), cx) {
            // The channel has no room, but what was sent is in it.
            Poll::Ready(Err(error)) if error.is_disconnected() => Poll::Ready(Ok(())),
            other => other,
        }
    }

    fn poll_close(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        self.get_mut().disconnect();
        Poll::Ready(Ok(()))
    }
}

macro_rules! unbounded {
    ($($of:ty)*) => {$(
        impl<T> Sink<T> for $of {
            type Error = SendError;

            fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
                UnboundedSender::poll_ready(&*self, cx)
            }

            fn start_send(self: Pin<&mut Self>, msg: T) -> Result<(), SendError> {
                UnboundedSender::unbounded_send(&*self, msg).map_err(|it| it.into_send_error())
            }

            fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), SendError>> {
                Poll::Ready(Ok(()))
            }

            fn poll_close(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), SendError>> {
                self.close_channel();
                Poll::Ready(Ok(()))
            }
        }
    )*};
}

unbounded! { UnboundedSender<T> &UnboundedSender<T> }
