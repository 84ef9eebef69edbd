//! Futures and streams that are polled by hand.

use futures::stream::Stream;
use std::future::Future;
use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};

struct Woken {
    woken: AtomicBool,
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.woken.store(true, Ordering::SeqCst);
    }
}

pub struct Spawn<T> {
    woken: Arc<Woken>,
    future: Pin<Box<T>>,
}

pub fn spawn<T>(task: T) -> Spawn<T> {
    Spawn { woken: Arc::new(Woken { woken: AtomicBool::new(false) }), future: Box::pin(task) }
}

impl<T> Spawn<T> {
    pub fn is_woken(&self) -> bool {
        self.woken.woken.load(Ordering::SeqCst)
    }

    pub fn enter<F, R>(&mut self, f: F) -> R
    where
        F: FnOnce(&mut Context<'_>, Pin<&mut T>) -> R,
    {
        self.woken.woken.store(false, Ordering::SeqCst);
        let waker = Waker::from(self.woken.clone());
        f(&mut Context::from_waker(&waker), self.future.as_mut())
    }
}

impl<T: Future> Spawn<T> {
    pub fn poll(&mut self) -> Poll<T::Output> {
        self.enter(|cx, future| future.poll(cx))
    }
}

impl<T: Stream> Spawn<T> {
    pub fn poll_next(&mut self) -> Poll<Option<T::Item>> {
        self.enter(|cx, stream| stream.poll_next(cx))
    }
}

impl<T: Unpin> Deref for Spawn<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &*self.future
    }
}

impl<T: Unpin> DerefMut for Spawn<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut *self.future
    }
}
