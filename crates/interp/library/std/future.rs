//! Values that are not there yet.

use crate::pin::Pin;
use crate::task::{Context, Poll};

#[lang = "Future"]
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub trait Future {
    type Output;

    #[lang = "Future::poll"]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output>;
}

#[lang = "IntoFuture"]
pub trait IntoFuture {
    type Output;
    type IntoFuture: Future<Output = Self::Output>;

    #[lang = "IntoFuture::into_future"]
    fn into_future(self) -> Self::IntoFuture;
}

impl<F: Future> IntoFuture for F {
    type Output = F::Output;
    type IntoFuture = F;

    fn into_future(self) -> F {
        self
    }
}

impl<F: ?Sized + Future> Future for &mut F {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        unsafe { Pin::new_unchecked(&mut **self) }.poll(cx)
    }
}

/// A future of the host's.
#[lang = "NativeFuture"]
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct NativeFuture<T> {
    native: (),
    of: crate::marker::PhantomData<T>,
}

impl<T> Future for NativeFuture<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        native!()
    }
}

#[derive(Debug, Clone)]
pub struct Ready<T>(Option<T>);

pub fn ready<T>(t: T) -> Ready<T> {
    Ready(Some(t))
}

impl<T> Ready<T> {
    #[track_caller]
    pub fn into_inner(self) -> T {
        self.0.expect("Called `into_inner()` on `Ready` after completion")
    }
}

impl<T> Future for Ready<T> {
    type Output = T;

    #[track_caller]
    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<T> {
        Poll::Ready(self.0.take().expect("`Ready` polled after completion"))
    }
}

pub struct Pending<T> {
    of: crate::marker::PhantomData<T>,
}

pub fn pending<T>() -> Pending<T> {
    Pending { of: crate::marker::PhantomData }
}

impl<T> Future for Pending<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<T> {
        Poll::Pending
    }
}

impl<T> Clone for Pending<T> {
    fn clone(&self) -> Self {
        pending()
    }
}

impl<T> crate::fmt::Debug for Pending<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.write_str("Pending")
    }
}

pub struct PollFn<F> {
    f: F,
}

pub fn poll_fn<T, F: FnMut(&mut Context<'_>) -> Poll<T>>(f: F) -> PollFn<F> {
    PollFn { f }
}

impl<T, F: FnMut(&mut Context<'_>) -> Poll<T>> Future for PollFn<F> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let this = unsafe { self.get_unchecked_mut() };
        (this.f)(cx)
    }
}

impl<F> crate::fmt::Debug for PollFn<F> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.write_str("PollFn")
    }
}
