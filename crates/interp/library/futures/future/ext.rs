//! What all futures can do.

use super::{BoxFuture, Either, FusedFuture, LocalBoxFuture, Map, Remote, RemoteHandle, Shared};
use std::any::Any;
use std::future::Future;
use std::panic::{AssertUnwindSafe, UnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

pub trait FutureExt: Future {
    fn map<U, F: FnOnce(Self::Output) -> U>(self, f: F) -> Map<Self, F>
    where
        Self: Sized,
    {
        Map::new(self, f)
    }

    async fn map_into<U>(self) -> U
    where
        Self::Output: Into<U>,
        Self: Sized,
    {
        self.await.into()
    }

    async fn then<Fut: Future, F: FnOnce(Self::Output) -> Fut>(self, f: F) -> Fut::Output
    where
        Self: Sized,
    {
        f(self.await).await
    }

    fn left_future<B: Future<Output = Self::Output>>(self) -> Either<Self, B>
    where
        Self: Sized,
    {
        Either::Left(self)
    }

    fn right_future<A: Future<Output = Self::Output>>(self) -> Either<A, Self>
    where
        Self: Sized,
    {
        Either::Right(self)
    }

    async fn flatten(self) -> <Self::Output as Future>::Output
    where
        Self::Output: Future,
        Self: Sized,
    {
        self.await.await
    }

    fn fuse(self) -> Fuse<Self>
    where
        Self: Sized,
    {
        Fuse { inner: Some(self) }
    }

    async fn inspect<F: FnOnce(&Self::Output)>(self, f: F) -> Self::Output
    where
        Self: Sized,
    {
        let output = self.await;
        f(&output);
        output
    }

    fn boxed<'a>(self) -> BoxFuture<'a, Self::Output>
    where
        Self: Sized + Send + 'a,
    {
        Box::pin(self)
    }

    fn boxed_local<'a>(self) -> LocalBoxFuture<'a, Self::Output>
    where
        Self: Sized + 'a,
    {
        Box::pin(self)
    }

    async fn unit_error(self) -> Result<Self::Output, ()>
    where
        Self: Sized,
    {
        Ok(self.await)
    }

    async fn never_error(self) -> Result<Self::Output, std::convert::Infallible>
    where
        Self: Sized,
    {
        Ok(self.await)
    }

    fn into_stream(self) -> IntoStream<Self>
    where
        Self: Sized,
    {
        crate::stream::once(self)
    }

    fn flatten_stream(self) -> crate::stream::Flatten<IntoStream<Self>>
    where
        Self::Output: crate::stream::Stream,
        Self: Sized,
    {
        crate::stream::StreamExt::flatten(self.into_stream())
    }

    fn catch_unwind(self) -> CatchUnwind<Self>
    where
        Self: Sized + std::panic::UnwindSafe,
    {
        CatchUnwind { future: self }
    }

    fn shared(self) -> Shared<Self>
    where
        Self: Sized,
        Self::Output: Clone,
    {
        Shared::new(self)
    }

    fn remote_handle(self) -> (Remote<Self>, RemoteHandle<Self::Output>)
    where
        Self: Sized,
    {
        super::remote::remote_handle(self)
    }

    fn poll_unpin(&mut self, cx: &mut Context<'_>) -> Poll<Self::Output>
    where
        Self: Unpin,
    {
        Pin::new(self).poll(cx)
    }

    fn now_or_never(self) -> Option<Self::Output>
    where
        Self: Sized,
    {
        let mut cx = Context::from_waker(Waker::noop());
        match Box::pin(self).as_mut().poll(&mut cx) {
            Poll::Ready(output) => Some(output),
            Poll::Pending => None,
        }
    }
}

impl<T: Future + ?Sized> FutureExt for T {}

/// A future that is pending once it has been ready.
pub struct Fuse<F> {
    inner: Option<F>,
}

impl<F: Future> Fuse<F> {
    pub fn terminated() -> Fuse<F> {
        Fuse { inner: None }
    }
}

impl<F: Future> FusedFuture for Fuse<F> {
    fn is_terminated(&self) -> bool {
        self.inner.is_none()
    }
}

impl<F: Future> Future for Fuse<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = unsafe { self.get_unchecked_mut() };
        let polled = match &mut this.inner {
            Some(inner) => unsafe { Pin::new_unchecked(inner) }.poll(cx),
            None => return Poll::Pending,
        };
        if polled.is_ready() {
            this.inner = None;
        }
        polled
    }
}

/// A future of which the stream has but one item.
pub type IntoStream<F> = crate::stream::Once<F>;

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct CatchUnwind<Fut> {
    future: Fut,
}

impl<Fut: Future + UnwindSafe> Future for CatchUnwind<Fut> {
    type Output = Result<Fut::Output, Box<dyn Any + Send>>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = unsafe { self.get_unchecked_mut() };
        let future = unsafe { Pin::new_unchecked(&mut this.future) };
        match catch_unwind(AssertUnwindSafe(|| future.poll(cx))) {
            Ok(polled) => polled.map(Ok),
            Err(payload) => Poll::Ready(Err(payload)),
        }
    }
}
