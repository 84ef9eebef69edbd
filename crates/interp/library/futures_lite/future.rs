//! Futures.

pub use std::future::{Future, Pending, Ready, pending, poll_fn, ready};

use std::pin::{Pin, pin};
use std::task::Poll;

pub type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send>>;
pub type BoxedLocal<T> = Pin<Box<dyn Future<Output = T>>>;

pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    futures::executor::block_on(future)
}

pub async fn yield_now() {
    let mut yielded = false;
    poll_fn(|cx| {
        if std::mem::replace(&mut yielded, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await
}

pub async fn poll_once<T>(f: impl Future<Output = T>) -> Option<T> {
    let mut f = pin!(f);
    poll_fn(|cx| match f.as_mut().poll(cx) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => Poll::Ready(None),
    })
    .await
}

pub async fn zip<F1: Future, F2: Future>(future1: F1, future2: F2) -> (F1::Output, F2::Output) {
    futures::future::join(future1, future2).await
}

pub async fn try_zip<T1, T2, E>(
    future1: impl Future<Output = Result<T1, E>>,
    future2: impl Future<Output = Result<T2, E>>,
) -> Result<(T1, T2), E> {
    futures::future::try_join(future1, future2).await
}

pub async fn or<T>(future1: impl Future<Output = T>, future2: impl Future<Output = T>) -> T {
    let mut future1 = pin!(future1);
    let mut future2 = pin!(future2);
    poll_fn(|cx| match future1.as_mut().poll(cx) {
        Poll::Ready(output) => Poll::Ready(output),
        Poll::Pending => future2.as_mut().poll(cx),
    })
    .await
}

pub async fn race<T>(future1: impl Future<Output = T>, future2: impl Future<Output = T>) -> T {
    or(future1, future2).await
}

pub trait FutureExt: Future {
    fn or<F: Future<Output = Self::Output>>(self, other: F) -> impl Future<Output = Self::Output>
    where
        Self: Sized,
    {
        or(self, other)
    }

    fn race<F: Future<Output = Self::Output>>(self, other: F) -> impl Future<Output = Self::Output>
    where
        Self: Sized,
    {
        race(self, other)
    }

    fn boxed<'a>(self) -> Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>
    where
        Self: Sized + Send + 'a,
    {
        Box::pin(self)
    }

    fn boxed_local<'a>(self) -> Pin<Box<dyn Future<Output = Self::Output> + 'a>>
    where
        Self: Sized + 'a,
    {
        Box::pin(self)
    }
}

impl<F: Future + ?Sized> FutureExt for F {}
