//! Futures and streams that somebody else can end.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

struct Inner {
    aborted: bool,
    waker: Option<Waker>,
}

#[derive(Debug, Clone)]
pub struct AbortHandle {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Debug)]
pub struct AbortRegistration {
    inner: Arc<Mutex<Inner>>,
}

impl fmt::Debug for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AbortInner").field("aborted", &self.aborted).finish_non_exhaustive()
    }
}

impl AbortHandle {
    pub fn new_pair() -> (AbortHandle, AbortRegistration) {
        let inner = Arc::new(Mutex::new(Inner { aborted: false, waker: None }));
        (AbortHandle { inner: inner.clone() }, AbortRegistration { inner })
    }

    pub fn abort(&self) {
        let waker = {
            let mut inner = self.inner.lock().unwrap();
            inner.aborted = true;
            inner.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    pub fn is_aborted(&self) -> bool {
        self.inner.lock().unwrap().aborted
    }
}

impl AbortRegistration {
    pub fn handle(&self) -> AbortHandle {
        AbortHandle { inner: self.inner.clone() }
    }
}

#[derive(Debug, Clone)]
#[must_use = "futures/streams do nothing unless you poll them"]
pub struct Abortable<T> {
    task: T,
    inner: Arc<Mutex<Inner>>,
}

impl<T> Abortable<T> {
    pub fn new(task: T, reg: AbortRegistration) -> Abortable<T> {
        Abortable { task, inner: reg.inner }
    }

    pub fn is_aborted(&self) -> bool {
        self.inner.lock().unwrap().aborted
    }

    /// Polls what is in it, unless it has been aborted.
    pub(crate) fn poll_task<I>(
        &mut self,
        cx: &mut Context<'_>,
        aborted: I,
        poll: impl FnOnce(Pin<&mut T>, &mut Context<'_>) -> Poll<I>,
    ) -> Poll<I> {
        if self.is_aborted() {
            return Poll::Ready(aborted);
        }
        if let Poll::Ready(output) = poll(unsafe { Pin::new_unchecked(&mut self.task) }, cx) {
            return Poll::Ready(output);
        }
        let mut inner = self.inner.lock().unwrap();
        if inner.aborted {
            return Poll::Ready(aborted);
        }
        inner.waker = Some(cx.waker().clone());
        Poll::Pending
    }
}

impl<Fut: Future> Future for Abortable<Fut> {
    type Output = Result<Fut::Output, Aborted>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<Fut::Output, Aborted>> {
        let this = unsafe { self.get_unchecked_mut() };
        this.poll_task(cx, Err(Aborted), |task, cx| task.poll(cx).map(Ok))
    }
}

#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Aborted;

impl fmt::Display for Aborted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`Abortable` future has been aborted")
    }
}

impl std::error::Error for Aborted {}

pub fn abortable<Fut: Future>(future: Fut) -> (Abortable<Fut>, AbortHandle) {
    let (handle, registration) = AbortHandle::new_pair();
    (Abortable::new(future, registration), handle)
}
