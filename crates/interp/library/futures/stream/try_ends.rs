//! What streams of results come to: all of them end at the first error.

use super::{FuturesUnordered, Stream, TryStream};
use crate::future::FusedFuture;
use std::future::Future;
use std::num::NonZeroUsize;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct TryNext<'a, St: ?Sized> {
    pub(crate) stream: &'a mut St,
}

impl<St: ?Sized + TryStream + Unpin> Future for TryNext<'_, St> {
    type Output = Result<Option<St::Ok>, St::Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let item = ready!(Pin::new(&mut *self.stream).poll_next(cx));
        Poll::Ready(item.transpose())
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct TryCollect<St, C> {
    pub(crate) stream: St,
    pub(crate) items: Option<C>,
}

impl<St: TryStream, C: Default + Extend<St::Ok>> Future for TryCollect<St, C> {
    type Output = Result<C, St::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<C, St::Error>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match ready!(next_of!(this.stream, cx)) {
                Some(Ok(item)) => this.items.as_mut().unwrap().extend(Some(item)),
                Some(Err(error)) => return Poll::Ready(Err(error)),
                None => return Poll::Ready(Ok(this.items.take().unwrap())),
            }
        }
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct TryConcat<St: TryStream> {
    pub(crate) stream: St,
    pub(crate) all: Option<St::Ok>,
}

impl<St> Future for TryConcat<St>
where
    St: TryStream,
    St::Ok: Extend<<St::Ok as IntoIterator>::Item> + IntoIterator + Default,
{
    type Output = Result<St::Ok, St::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<St::Ok, St::Error>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match ready!(next_of!(this.stream, cx)) {
                Some(Ok(item)) => match &mut this.all {
                    Some(all) => all.extend(item),
                    None => this.all = Some(item),
                },
                Some(Err(error)) => return Poll::Ready(Err(error)),
                None => {
                    return Poll::Ready(Ok(match this.all.take() {
                        Some(all) => all,
                        None => <St::Ok as Default>::default(),
                    }));
                }
            }
        }
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct TryFold<St, Fut, T, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) accum: Option<T>,
    pub(crate) future: Option<Fut>,
}

impl<St, Fut, T, F> Future for TryFold<St, Fut, T, F>
where
    St: TryStream,
    Fut: Future<Output = Result<T, St::Error>>,
    F: FnMut(T, St::Ok) -> Fut,
{
    type Output = Result<T, St::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<T, St::Error>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(future) = &mut this.future {
                match output_of!(this.future, future, cx) {
                    Ok(accum) => this.accum = Some(accum),
                    Err(error) => return Poll::Ready(Err(error)),
                }
            }
            assert!(this.accum.is_some(), "TryFold polled after completion");
            match ready!(next_of!(this.stream, cx)) {
                Some(Ok(item)) => this.future = Some((this.f)(this.accum.take().unwrap(), item)),
                Some(Err(error)) => return Poll::Ready(Err(error)),
                None => return Poll::Ready(Ok(this.accum.take().unwrap())),
            }
        }
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct TryForEach<St, Fut, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) future: Option<Fut>,
}

impl<St, Fut, F> Future for TryForEach<St, Fut, F>
where
    St: TryStream,
    Fut: Future<Output = Result<(), St::Error>>,
    F: FnMut(St::Ok) -> Fut,
{
    type Output = Result<(), St::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), St::Error>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(future) = &mut this.future {
                if let Err(error) = output_of!(this.future, future, cx) {
                    return Poll::Ready(Err(error));
                }
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(Ok(item)) => this.future = Some((this.f)(item)),
                Some(Err(error)) => return Poll::Ready(Err(error)),
                None => return Poll::Ready(Ok(())),
            }
        }
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct TryForEachConcurrent<St, Fut, F> {
    pub(crate) stream: Option<St>,
    pub(crate) f: F,
    pub(crate) running: FuturesUnordered<Fut>,
    pub(crate) limit: Option<NonZeroUsize>,
}

impl<St, Fut, F> Future for TryForEachConcurrent<St, Fut, F>
where
    St: TryStream,
    Fut: Future<Output = Result<(), St::Error>>,
    F: FnMut(St::Ok) -> Fut,
{
    type Output = Result<(), St::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), St::Error>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            let mut progressed = false;
            if this.limit.is_none_or(|it| it.get() > this.running.len()) {
                if let Some(stream) = &mut this.stream {
                    match unsafe { Pin::new_unchecked(stream) }.poll_next(cx) {
                        Poll::Ready(Some(Ok(item))) => {
                            progressed = true;
                            this.running.push((this.f)(item));
                        }
                        Poll::Ready(Some(Err(error))) => {
                            this.stream = None;
                            this.running.clear();
                            return Poll::Ready(Err(error));
                        }
                        Poll::Ready(None) => {
                            progressed = true;
                            this.stream = None;
                        }
                        Poll::Pending => {}
                    }
                }
            }
            match next_of!(this.running, cx) {
                Poll::Ready(Some(Ok(()))) => progressed = true,
                Poll::Ready(Some(Err(error))) => {
                    this.stream = None;
                    this.running.clear();
                    return Poll::Ready(Err(error));
                }
                Poll::Ready(None) if this.stream.is_none() => return Poll::Ready(Ok(())),
                _ => {}
            }
            if !progressed {
                return Poll::Pending;
            }
        }
    }
}

/// `try_all` and `try_any`: over as soon as one item says so.
macro_rules! quantifier {
    ($name:ident, $until:literal) => {
        #[must_use = "futures do nothing unless you `.await` or poll them"]
        pub struct $name<St, Fut, F> {
            pub(crate) stream: St,
            pub(crate) f: F,
            pub(crate) future: Option<Fut>,
        }

        impl<St: TryStream, Fut: Future<Output = bool>, F: FnMut(St::Ok) -> Fut> Future for $name<St, Fut, F> {
            type Output = Result<bool, St::Error>;

            fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<bool, St::Error>> {
                let this = unsafe { self.get_unchecked_mut() };
                loop {
                    if let Some(future) = &mut this.future {
                        let holds = output_of!(this.future, future, cx);
                        if holds == $until {
                            return Poll::Ready(Ok($until));
                        }
                    }
                    match ready!(next_of!(this.stream, cx)) {
                        Some(Ok(item)) => this.future = Some((this.f)(item)),
                        Some(Err(error)) => return Poll::Ready(Err(error)),
                        None => return Poll::Ready(Ok(!$until)),
                    }
                }
            }
        }
    };
}

quantifier!(TryAll, false);
quantifier!(TryAny, true);
