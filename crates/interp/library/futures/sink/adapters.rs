//! Sinks made of sinks, and what is done with them.

use super::Sink;
use crate::future::Either;
use crate::stream::Stream;
use std::collections::VecDeque;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// Returns an error of a poll or a call at once, as it is.
macro_rules! check {
    ($result:expr) => {
        if let Err(error) = $result {
            return Poll::Ready(Err(error));
        }
    };
}

/// The sink in a field, pinned.
macro_rules! pinned {
    ($place:expr) => {
        unsafe { Pin::new_unchecked(&mut $place) }
    };
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Feed<'a, Si: ?Sized, Item> {
    pub(crate) sink: &'a mut Si,
    pub(crate) item: Option<Item>,
}

impl<Si: Sink<Item> + Unpin + ?Sized, Item> Future for Feed<'_, Si, Item> {
    type Output = Result<(), Si::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
        let this = self.get_mut();
        check!(ready!(Sink::poll_ready(Pin::new(&mut *this.sink), cx)));
        let item = this.item.take().expect("polled Feed after completion");
        Poll::Ready(Sink::start_send(Pin::new(&mut *this.sink), item))
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Send<'a, Si: ?Sized, Item> {
    pub(crate) sink: &'a mut Si,
    pub(crate) item: Option<Item>,
}

impl<Si: Sink<Item> + Unpin + ?Sized, Item> Future for Send<'_, Si, Item> {
    type Output = Result<(), Si::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
        let this = self.get_mut();
        if this.item.is_some() {
            check!(ready!(Sink::poll_ready(Pin::new(&mut *this.sink), cx)));
            check!(Sink::start_send(Pin::new(&mut *this.sink), this.item.take().unwrap()));
        }
        Sink::poll_flush(Pin::new(&mut *this.sink), cx)
    }
}

macro_rules! done_to_the_end {
    ($($name:ident $poll:ident)*) => {$(
        #[must_use = "futures do nothing unless you `.await` or poll them"]
        pub struct $name<'a, Si: ?Sized, Item> {
            pub(crate) sink: &'a mut Si,
            pub(crate) of: PhantomData<Item>,
        }

        impl<Si: Sink<Item> + Unpin + ?Sized, Item> Future for $name<'_, Si, Item> {
            type Output = Result<(), Si::Error>;

            fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
                Sink::$poll(Pin::new(&mut *self.get_mut().sink), cx)
            }
        }
    )*};
}

done_to_the_end! { Flush poll_flush Close poll_close }

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct SendAll<'a, Si: ?Sized, St: ?Sized, Item> {
    pub(crate) sink: &'a mut Si,
    pub(crate) stream: Option<&'a mut St>,
    pub(crate) buffered: Option<Item>,
}

impl<Si, St, Item> Future for SendAll<'_, Si, St, Item>
where
    Si: Sink<Item> + Unpin + ?Sized,
    St: Stream<Item = Result<Item, Si::Error>> + Unpin + ?Sized,
{
    type Output = Result<(), Si::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
        let this = self.get_mut();
        loop {
            if this.buffered.is_some() {
                check!(ready!(Sink::poll_ready(Pin::new(&mut *this.sink), cx)));
                check!(Sink::start_send(Pin::new(&mut *this.sink), this.buffered.take().unwrap()));
            }
            let Some(stream) = &mut this.stream else { return Sink::poll_flush(Pin::new(&mut *this.sink), cx) };
            match Pin::new(&mut **stream).poll_next(cx) {
                Poll::Ready(Some(Ok(item))) => this.buffered = Some(item),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Err(error)),
                Poll::Ready(None) => this.stream = None,
                Poll::Pending => {
                    check!(ready!(Sink::poll_flush(Pin::new(&mut *this.sink), cx)));
                    return Poll::Pending;
                }
            }
        }
    }
}

#[must_use = "sinks do nothing unless polled"]
pub struct With<Si, Item, U, Fut, F> {
    pub(crate) sink: Si,
    pub(crate) f: F,
    pub(crate) future: Option<Fut>,
    pub(crate) of: PhantomData<(U, Item)>,
}

impl<Si, Item, U, Fut, F> With<Si, Item, U, Fut, F> {
    pub fn get_ref(&self) -> &Si {
        &self.sink
    }

    pub fn get_mut(&mut self) -> &mut Si {
        &mut self.sink
    }

    pub fn into_inner(self) -> Si {
        self.sink
    }
}

impl<Si, Item, U, Fut, F, E> Sink<U> for With<Si, Item, U, Fut, F>
where
    Si: Sink<Item>,
    F: FnMut(U) -> Fut,
    Fut: Future<Output = Result<Item, E>>,
    E: From<Si::Error>,
{
    type Error = E;

    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E>> {
        let this = unsafe { self.get_unchecked_mut() };
        if let Some(future) = &mut this.future {
            let made = ready!(unsafe { Pin::new_unchecked(future) }.poll(cx));
            this.future = None;
            match made {
                Ok(item) => check!(Sink::start_send(pinned!(this.sink), item)),
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
        Sink::poll_ready(pinned!(this.sink), cx)
    }

    fn start_send(self: Pin<&mut Self>, item: U) -> Result<(), E> {
        let this = unsafe { self.get_unchecked_mut() };
        this.future = Some((this.f)(item));
        Ok(())
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E>> {
        check!(ready!(self.as_mut().poll_ready(cx)));
        Sink::poll_flush(pinned!(unsafe { self.get_unchecked_mut() }.sink), cx)
    }

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E>> {
        check!(ready!(self.as_mut().poll_ready(cx)));
        Sink::poll_close(pinned!(unsafe { self.get_unchecked_mut() }.sink), cx)
    }
}

#[must_use = "sinks do nothing unless polled"]
pub struct WithFlatMap<Si, Item, U, St, F> {
    pub(crate) sink: Si,
    pub(crate) f: F,
    pub(crate) stream: Option<St>,
    pub(crate) buffer: Option<Item>,
    pub(crate) of: PhantomData<U>,
}

impl<Si, Item, U, St, F> Sink<U> for WithFlatMap<Si, Item, U, St, F>
where
    Si: Sink<Item>,
    F: FnMut(U) -> St,
    St: Stream<Item = Result<Item, Si::Error>>,
{
    type Error = Si::Error;

    /// Passes on what the last item has been made into.
    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if this.buffer.is_some() {
                check!(ready!(Sink::poll_ready(pinned!(this.sink), cx)));
                check!(Sink::start_send(pinned!(this.sink), this.buffer.take().unwrap()));
            }
            let Some(stream) = &mut this.stream else { return Poll::Ready(Ok(())) };
            match ready!(unsafe { Pin::new_unchecked(stream) }.poll_next(cx)) {
                Some(Ok(item)) => this.buffer = Some(item),
                Some(Err(error)) => return Poll::Ready(Err(error)),
                None => this.stream = None,
            }
        }
    }

    fn start_send(self: Pin<&mut Self>, item: U) -> Result<(), Si::Error> {
        let this = unsafe { self.get_unchecked_mut() };
        this.stream = Some((this.f)(item));
        Ok(())
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
        check!(ready!(self.as_mut().poll_ready(cx)));
        Sink::poll_flush(pinned!(unsafe { self.get_unchecked_mut() }.sink), cx)
    }

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
        check!(ready!(self.as_mut().poll_ready(cx)));
        Sink::poll_close(pinned!(unsafe { self.get_unchecked_mut() }.sink), cx)
    }
}

/// A sink with other errors: `|this, error| other`.
macro_rules! other_errors {
    ($this:ident, $error:ident => $other:expr) => {
        fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E>> {
            let $this = unsafe { self.get_unchecked_mut() };
            Sink::poll_ready(pinned!($this.sink), cx).map_err(|$error| $other)
        }

        fn start_send(self: Pin<&mut Self>, item: Item) -> Result<(), E> {
            let $this = unsafe { self.get_unchecked_mut() };
            Sink::start_send(pinned!($this.sink), item).map_err(|$error| $other)
        }

        fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E>> {
            let $this = unsafe { self.get_unchecked_mut() };
            Sink::poll_flush(pinned!($this.sink), cx).map_err(|$error| $other)
        }

        fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E>> {
            let $this = unsafe { self.get_unchecked_mut() };
            Sink::poll_close(pinned!($this.sink), cx).map_err(|$error| $other)
        }
    };
}

#[must_use = "sinks do nothing unless polled"]
pub struct SinkMapErr<Si, F> {
    pub(crate) sink: Si,
    pub(crate) f: Option<F>,
}

impl<Si: Sink<Item>, F: FnOnce(Si::Error) -> E, E, Item> Sink<Item> for SinkMapErr<Si, F> {
    type Error = E;

    other_errors!(this, error => this.f.take().expect("polled MapErr after completion")(error));
}

#[must_use = "sinks do nothing unless polled"]
pub struct SinkErrInto<Si, Item, E> {
    pub(crate) sink: Si,
    pub(crate) of: PhantomData<(Item, E)>,
}

impl<Si: Sink<Item>, Item, E> Sink<Item> for SinkErrInto<Si, Item, E>
where
    Si::Error: Into<E>,
{
    type Error = E;

    other_errors!(this, error => { let other: E = error.into(); other });
}

#[must_use = "sinks do nothing unless polled"]
pub struct Buffer<Si, Item> {
    pub(crate) sink: Si,
    pub(crate) items: VecDeque<Item>,
    pub(crate) capacity: usize,
}

impl<Si: Sink<Item>, Item> Buffer<Si, Item> {
    pub fn get_ref(&self) -> &Si {
        &self.sink
    }

    pub fn into_inner(self) -> Si {
        self.sink
    }

    fn poll_empty(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
        check!(ready!(Sink::poll_ready(pinned!(self.sink), cx)));
        while let Some(item) = self.items.pop_front() {
            check!(Sink::start_send(pinned!(self.sink), item));
            if !self.items.is_empty() {
                check!(ready!(Sink::poll_ready(pinned!(self.sink), cx)));
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl<Si: Sink<Item>, Item> Sink<Item> for Buffer<Si, Item> {
    type Error = Si::Error;

    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.capacity == 0 {
            return Sink::poll_ready(pinned!(this.sink), cx);
        }
        if let Poll::Ready(Err(error)) = this.poll_empty(cx) {
            return Poll::Ready(Err(error));
        }
        if this.items.len() >= this.capacity { Poll::Pending } else { Poll::Ready(Ok(())) }
    }

    fn start_send(self: Pin<&mut Self>, item: Item) -> Result<(), Si::Error> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.capacity == 0 {
            return Sink::start_send(pinned!(this.sink), item);
        }
        this.items.push_back(item);
        Ok(())
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
        let this = unsafe { self.get_unchecked_mut() };
        check!(ready!(this.poll_empty(cx)));
        Sink::poll_flush(pinned!(this.sink), cx)
    }

    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si::Error>> {
        let this = unsafe { self.get_unchecked_mut() };
        check!(ready!(this.poll_empty(cx)));
        Sink::poll_close(pinned!(this.sink), cx)
    }
}

#[must_use = "sinks do nothing unless polled"]
pub struct Fanout<Si1, Si2> {
    pub(crate) first: Si1,
    pub(crate) second: Si2,
}

impl<Si1, Si2> Fanout<Si1, Si2> {
    pub fn into_inner(self) -> (Si1, Si2) {
        (self.first, self.second)
    }
}

macro_rules! polls_of_both {
    ($($poll:ident)*) => {$(
        fn $poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Si1::Error>> {
            let this = unsafe { self.get_unchecked_mut() };
            let first = Sink::$poll(pinned!(this.first), cx);
            let second = Sink::$poll(pinned!(this.second), cx);
            check!(ready!(first));
            check!(ready!(second));
            Poll::Ready(Ok(()))
        }
    )*};
}

impl<Si1: Sink<Item>, Item: Clone, Si2: Sink<Item, Error = Si1::Error>> Sink<Item> for Fanout<Si1, Si2> {
    type Error = Si1::Error;

    polls_of_both! { poll_ready poll_flush poll_close }

    fn start_send(self: Pin<&mut Self>, item: Item) -> Result<(), Si1::Error> {
        let this = unsafe { self.get_unchecked_mut() };
        match Sink::start_send(pinned!(this.first), item.clone()) {
            Ok(()) => Sink::start_send(pinned!(this.second), item),
            Err(error) => Err(error),
        }
    }
}

macro_rules! polls_of_either {
    ($($poll:ident)*) => {$(
        fn $poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), A::Error>> {
            match unsafe { self.get_unchecked_mut() } {
                Either::Left(a) => unsafe { Pin::new_unchecked(a) }.$poll(cx),
                Either::Right(b) => unsafe { Pin::new_unchecked(b) }.$poll(cx),
            }
        }
    )*};
}

impl<A: Sink<Item>, B: Sink<Item, Error = A::Error>, Item> Sink<Item> for Either<A, B> {
    type Error = A::Error;

    polls_of_either! { poll_ready poll_flush poll_close }

    fn start_send(self: Pin<&mut Self>, item: Item) -> Result<(), A::Error> {
        match unsafe { self.get_unchecked_mut() } {
            Either::Left(a) => unsafe { Pin::new_unchecked(a) }.start_send(item),
            Either::Right(b) => unsafe { Pin::new_unchecked(b) }.start_send(item),
        }
    }
}
