//! What streams come to.

use super::{FusedStream, Stream};
use crate::future::FusedFuture;
use crate::sink::Sink;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Next<'a, St: ?Sized> {
    pub(crate) stream: &'a mut St,
}

impl<St: ?Sized + Stream + Unpin> Future for Next<'_, St> {
    type Output = Option<St::Item>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        Pin::new(&mut *self.stream).poll_next(cx)
    }
}

impl<St: ?Sized + FusedStream + Unpin> FusedFuture for Next<'_, St> {
    fn is_terminated(&self) -> bool {
        self.stream.is_terminated()
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct SelectNextSome<'a, St: ?Sized> {
    pub(crate) stream: &'a mut St,
}

impl<St: ?Sized + FusedStream + Unpin> Future for SelectNextSome<'_, St> {
    type Output = St::Item;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<St::Item> {
        assert!(!self.stream.is_terminated(), "SelectNextSome polled after terminated");
        match ready!(Pin::new(&mut *self.stream).poll_next(cx)) {
            Some(item) => Poll::Ready(item),
            None => {
                cx.waker().wake_by_ref();
                Poll::Pending
            }
        }
    }
}

impl<St: ?Sized + FusedStream + Unpin> FusedFuture for SelectNextSome<'_, St> {
    fn is_terminated(&self) -> bool {
        self.stream.is_terminated()
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Collect<St, C> {
    pub(crate) stream: St,
    pub(crate) collection: Option<C>,
}

impl<St: Stream, C: Default + Extend<St::Item>> Future for Collect<St, C> {
    type Output = C;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<C> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => this.collection.as_mut().unwrap().extend(Some(item)),
                None => return Poll::Ready(this.collection.take().unwrap()),
            }
        }
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Unzip<St, FromA, FromB> {
    pub(crate) stream: St,
    pub(crate) both: Option<(FromA, FromB)>,
}

impl<St, A, B, FromA, FromB> Future for Unzip<St, FromA, FromB>
where
    St: Stream<Item = (A, B)>,
    FromA: Default + Extend<A>,
    FromB: Default + Extend<B>,
{
    type Output = (FromA, FromB);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(FromA, FromB)> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match ready!(next_of!(this.stream, cx)) {
                Some((a, b)) => {
                    let both = this.both.as_mut().unwrap();
                    both.0.extend(Some(a));
                    both.1.extend(Some(b));
                }
                None => return Poll::Ready(this.both.take().unwrap()),
            }
        }
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Concat<St: Stream> {
    pub(crate) stream: St,
    pub(crate) all: Option<St::Item>,
}

impl<St> Future for Concat<St>
where
    St: Stream,
    St::Item: Extend<<St::Item as IntoIterator>::Item> + IntoIterator + Default,
{
    type Output = St::Item;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<St::Item> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => match &mut this.all {
                    Some(all) => all.extend(item),
                    None => this.all = Some(item),
                },
                None => {
                    return Poll::Ready(match this.all.take() {
                        Some(all) => all,
                        None => <St::Item as Default>::default(),
                    });
                }
            }
        }
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Count<St> {
    pub(crate) stream: St,
    pub(crate) count: usize,
}

impl<St: Stream> Future for Count<St> {
    type Output = usize;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<usize> {
        let this = unsafe { self.get_unchecked_mut() };
        while ready!(next_of!(this.stream, cx)).is_some() {
            this.count += 1;
        }
        Poll::Ready(this.count)
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Fold<St, Fut, T, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) accum: Option<T>,
    pub(crate) future: Option<Fut>,
}

impl<St: Stream, Fut: Future<Output = T>, T, F: FnMut(T, St::Item) -> Fut> Future for Fold<St, Fut, T, F> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(future) = &mut this.future {
                this.accum = Some(output_of!(this.future, future, cx));
            }
            assert!(this.accum.is_some(), "Fold polled after completion");
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => this.future = Some((this.f)(this.accum.take().unwrap(), item)),
                None => return Poll::Ready(this.accum.take().unwrap()),
            }
        }
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct ForEach<St, Fut, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) future: Option<Fut>,
}

impl<St: Stream, Fut: Future<Output = ()>, F: FnMut(St::Item) -> Fut> Future for ForEach<St, Fut, F> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(future) = &mut this.future {
                output_of!(this.future, future, cx);
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => this.future = Some((this.f)(item)),
                None => return Poll::Ready(()),
            }
        }
    }
}

/// `all` and `any`: over as soon as one item says so.
macro_rules! quantifier {
    ($name:ident, $until:literal) => {
        #[must_use = "futures do nothing unless you `.await` or poll them"]
        pub struct $name<St, Fut, F> {
            pub(crate) stream: St,
            pub(crate) f: F,
            pub(crate) future: Option<Fut>,
        }

        impl<St: Stream, Fut: Future<Output = bool>, F: FnMut(St::Item) -> Fut> Future for $name<St, Fut, F> {
            type Output = bool;

            fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<bool> {
                let this = unsafe { self.get_unchecked_mut() };
                loop {
                    if let Some(future) = &mut this.future {
                        let holds = output_of!(this.future, future, cx);
                        if holds == $until {
                            return Poll::Ready($until);
                        }
                    }
                    match ready!(next_of!(this.stream, cx)) {
                        Some(item) => this.future = Some((this.f)(item)),
                        None => return Poll::Ready(!$until),
                    }
                }
            }
        }
    };
}

quantifier!(All, false);
quantifier!(Any, true);

/// All items of a stream into a sink, which is closed behind them.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Forward<St, Si, Item> {
    pub(crate) stream: Option<St>,
    pub(crate) sink: Si,
    pub(crate) buffered: Option<Item>,
}

impl<St, Si, Item, E> Future for Forward<St, Si, Item>
where
    St: Stream<Item = Result<Item, E>>,
    Si: Sink<Item, Error = E>,
{
    type Output = Result<(), E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            let mut sink = unsafe { Pin::new_unchecked(&mut this.sink) };
            if this.buffered.is_some() {
                if let Err(error) = ready!(Sink::poll_ready(sink.as_mut(), cx)) {
                    return Poll::Ready(Err(error));
                }
                if let Err(error) = Sink::start_send(sink.as_mut(), this.buffered.take().unwrap()) {
                    return Poll::Ready(Err(error));
                }
            }
            let Some(stream) = &mut this.stream else { return Sink::poll_close(sink, cx) };
            match unsafe { Pin::new_unchecked(stream) }.poll_next(cx) {
                Poll::Ready(Some(Ok(item))) => this.buffered = Some(item),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Err(error)),
                Poll::Ready(None) => this.stream = None,
                Poll::Pending => {
                    if let Err(error) = ready!(Sink::poll_flush(sink, cx)) {
                        return Poll::Ready(Err(error));
                    }
                    return Poll::Pending;
                }
            }
        }
    }
}
