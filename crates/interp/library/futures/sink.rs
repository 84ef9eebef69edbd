//! Sinks: what takes values, one after another.

mod adapters;
mod sources;

pub use adapters::{Buffer, Close, Fanout, Feed, Flush, Send, SendAll, SinkErrInto, SinkMapErr, With, WithFlatMap};
pub use sources::{Drain, Unfold, drain, unfold};

use crate::future::Either;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::Future;
use std::marker::PhantomData;
use std::ops::DerefMut;
use std::pin::Pin;
use std::task::{Context, Poll};

#[must_use = "sinks do nothing unless polled"]
pub trait Sink<Item> {
    type Error;

    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>>;
    fn start_send(self: Pin<&mut Self>, item: Item) -> Result<(), Self::Error>;
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>>;
    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>>;
}

/// A sink that is reached through something.
macro_rules! passed_on {
    ($self:ident => $inner:expr) => {
        fn poll_ready($self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
            $inner.poll_ready(cx)
        }

        fn start_send($self: Pin<&mut Self>, item: Item) -> Result<(), Self::Error> {
            $inner.start_send(item)
        }

        fn poll_flush($self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
            $inner.poll_flush(cx)
        }

        fn poll_close($self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
            $inner.poll_close(cx)
        }
    };
}

impl<S: ?Sized + Sink<Item> + Unpin, Item> Sink<Item> for &mut S {
    type Error = S::Error;

    passed_on!(self => Pin::new(&mut **self.get_mut()));
}

impl<S: ?Sized + Sink<Item> + Unpin, Item> Sink<Item> for Box<S> {
    type Error = S::Error;

    passed_on!(self => Pin::new(&mut **self.get_mut()));
}

impl<P, Item> Sink<Item> for Pin<P>
where
    P: DerefMut + Unpin,
    P::Target: Sink<Item>,
{
    type Error = <P::Target as Sink<Item>>::Error;

    passed_on!(self => self.get_mut().as_mut());
}

macro_rules! collections {
    ($($name:ident $push:ident)*) => {$(
        impl<T> Sink<T> for $name<T> {
            type Error = Infallible;

            fn poll_ready(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
                Poll::Ready(Ok(()))
            }

            fn start_send(self: Pin<&mut Self>, item: T) -> Result<(), Infallible> {
                self.get_mut().$push(item);
                Ok(())
            }

            fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
                Poll::Ready(Ok(()))
            }

            fn poll_close(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
                Poll::Ready(Ok(()))
            }
        }
    )*};
}

collections! { Vec push VecDeque push_back }

pub trait SinkExt<Item>: Sink<Item> {
    fn with<U, Fut, F, E>(self, f: F) -> With<Self, Item, U, Fut, F>
    where
        F: FnMut(U) -> Fut,
        Fut: Future<Output = Result<Item, E>>,
        E: From<Self::Error>,
        Self: Sized,
    {
        With { sink: self, f, future: None, of: PhantomData }
    }

    fn with_flat_map<U, St, F>(self, f: F) -> WithFlatMap<Self, Item, U, St, F>
    where
        F: FnMut(U) -> St,
        St: crate::stream::Stream<Item = Result<Item, Self::Error>>,
        Self: Sized,
    {
        WithFlatMap { sink: self, f, stream: None, buffer: None, of: PhantomData }
    }

    fn sink_map_err<E, F: FnOnce(Self::Error) -> E>(self, f: F) -> SinkMapErr<Self, F>
    where
        Self: Sized,
    {
        SinkMapErr { sink: self, f: Some(f) }
    }

    fn sink_err_into<E>(self) -> SinkErrInto<Self, Item, E>
    where
        Self: Sized,
        Self::Error: Into<E>,
    {
        SinkErrInto { sink: self, of: PhantomData }
    }

    fn buffer(self, capacity: usize) -> Buffer<Self, Item>
    where
        Self: Sized,
    {
        Buffer { sink: self, items: VecDeque::new(), capacity }
    }

    fn close(&mut self) -> Close<'_, Self, Item>
    where
        Self: Unpin,
    {
        Close { sink: self, of: PhantomData }
    }

    fn fanout<Si>(self, other: Si) -> Fanout<Self, Si>
    where
        Self: Sized,
        Item: Clone,
        Si: Sink<Item, Error = Self::Error>,
    {
        Fanout { first: self, second: other }
    }

    fn flush(&mut self) -> Flush<'_, Self, Item>
    where
        Self: Unpin,
    {
        Flush { sink: self, of: PhantomData }
    }

    fn send(&mut self, item: Item) -> Send<'_, Self, Item>
    where
        Self: Unpin,
    {
        Send { sink: self, item: Some(item) }
    }

    fn feed(&mut self, item: Item) -> Feed<'_, Self, Item>
    where
        Self: Unpin,
    {
        Feed { sink: self, item: Some(item) }
    }

    fn send_all<'a, St>(&'a mut self, stream: &'a mut St) -> SendAll<'a, Self, St, Item>
    where
        St: crate::stream::Stream<Item = Result<Item, Self::Error>> + Unpin + ?Sized,
        Self: Unpin,
    {
        SendAll { sink: self, stream: Some(stream), buffered: None }
    }

    fn left_sink<Si2: Sink<Item, Error = Self::Error>>(self) -> Either<Self, Si2>
    where
        Self: Sized,
    {
        Either::Left(self)
    }

    fn right_sink<Si1: Sink<Item, Error = Self::Error>>(self) -> Either<Si1, Self>
    where
        Self: Sized,
    {
        Either::Right(self)
    }

    fn poll_ready_unpin(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>>
    where
        Self: Unpin,
    {
        Sink::poll_ready(Pin::new(self), cx)
    }

    fn start_send_unpin(&mut self, item: Item) -> Result<(), Self::Error>
    where
        Self: Unpin,
    {
        Sink::start_send(Pin::new(self), item)
    }

    fn poll_flush_unpin(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>>
    where
        Self: Unpin,
    {
        Sink::poll_flush(Pin::new(self), cx)
    }

    fn poll_close_unpin(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>>
    where
        Self: Unpin,
    {
        Sink::poll_close(Pin::new(self), cx)
    }
}

impl<T: ?Sized + Sink<Item>, Item> SinkExt<Item> for T {}
