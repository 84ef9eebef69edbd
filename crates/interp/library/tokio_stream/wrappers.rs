//! tokio's channels and intervals as streams.

mod broadcast;
mod watch;

pub mod errors {
    pub use super::broadcast::BroadcastStreamRecvError;
}

pub use broadcast::BroadcastStream;
pub use watch::WatchStream;

use futures::stream::Stream;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::io::{AsyncBufRead, Lines, Split};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{Receiver, UnboundedReceiver};
use tokio::time::{Instant, Interval};

macro_rules! wrappers {
    ($($name:ident<$($param:ident $(: $bound:ident)?)?>($of:ty) -> $item:ty { |$inner:ident, $cx:ident| $poll:expr })*) => {$(
        #[derive(Debug)]
        pub struct $name$(<$param>)? {
            inner: $of,
        }

        impl$(<$param $(: $bound)?>)? $name$(<$param>)? {
            pub fn new(inner: $of) -> Self {
                $name { inner }
            }

            pub fn into_inner(self) -> $of {
                self.inner
            }
        }

        impl$(<$param $(: $bound)?>)? Stream for $name$(<$param>)? {
            type Item = $item;

            fn poll_next(self: Pin<&mut Self>, $cx: &mut Context<'_>) -> Poll<Option<$item>> {
                let $inner = &mut unsafe { self.get_unchecked_mut() }.inner;
                $poll
            }
        }

        impl$(<$param $(: $bound)?>)? AsRef<$of> for $name$(<$param>)? {
            fn as_ref(&self) -> &$of {
                &self.inner
            }
        }

        impl$(<$param $(: $bound)?>)? AsMut<$of> for $name$(<$param>)? {
            fn as_mut(&mut self) -> &mut $of {
                &mut self.inner
            }
        }
    )*};
}

wrappers! {
    ReceiverStream<T>(Receiver<T>) -> T { |inner, cx| inner.poll_recv(cx) }
    UnboundedReceiverStream<T>(UnboundedReceiver<T>) -> T { |inner, cx| inner.poll_recv(cx) }
    IntervalStream<>(Interval) -> Instant { |inner, cx| inner.poll_tick(cx).map(Some) }
    TcpListenerStream<>(TcpListener) -> io::Result<TcpStream> {
        |inner, cx| match inner.poll_accept(cx) {
            Poll::Ready(Ok((stream, _))) => Poll::Ready(Some(Ok(stream))),
            Poll::Ready(Err(error)) => Poll::Ready(Some(Err(error))),
            Poll::Pending => Poll::Pending,
        }
    }
    LinesStream<R: AsyncBufRead>(Lines<R>) -> io::Result<String> {
        |inner, cx| Pin::new(inner).poll_next_line(cx).map(|it| it.transpose())
    }
    SplitStream<R: AsyncBufRead>(Split<R>) -> io::Result<Vec<u8>> {
        |inner, cx| Pin::new(inner).poll_next_segment(cx).map(|it| it.transpose())
    }
}

macro_rules! receivers {
    ($($name:ident($of:ident))*) => {$(
        impl<T> $name<T> {
            pub fn close(&mut self) {
                self.inner.close()
            }
        }

        impl<T> From<$of<T>> for $name<T> {
            fn from(recv: $of<T>) -> Self {
                $name::new(recv)
            }
        }
    )*};
}

receivers! { ReceiverStream(Receiver) UnboundedReceiverStream(UnboundedReceiver) }
