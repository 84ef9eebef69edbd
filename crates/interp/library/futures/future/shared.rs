//! A future of which many await the output.

use super::FusedFuture;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, Weak};
use std::task::{Context, Poll, Wake, Waker};

enum State<Fut: Future> {
    Running(Pin<Box<Fut>>),
    /// Somebody polls it just now.
    Polled,
    Done(Fut::Output),
}

/// Wakes all that wait.
struct Notifier {
    waiting: Mutex<Vec<(u64, Waker)>>,
}

impl Wake for Notifier {
    fn wake(self: Arc<Self>) {
        self.wake_all()
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.wake_all()
    }
}

impl Notifier {
    fn wake_all(&self) {
        let waiting = std::mem::take(&mut *self.waiting.lock().unwrap());
        for (_, waker) in waiting {
            waker.wake();
        }
    }
}

struct Inner<Fut: Future> {
    state: Mutex<State<Fut>>,
    notifier: Arc<Notifier>,
    clones: Mutex<u64>,
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Shared<Fut: Future> {
    inner: Option<Arc<Inner<Fut>>>,
    number: u64,
}

pub struct WeakShared<Fut: Future>(Weak<Inner<Fut>>);

impl<Fut: Future> Shared<Fut> {
    pub(super) fn new(future: Fut) -> Self {
        let inner = Inner {
            state: Mutex::new(State::Running(Box::pin(future))),
            notifier: Arc::new(Notifier { waiting: Mutex::new(Vec::new()) }),
            clones: Mutex::new(0),
        };
        Shared { inner: Some(Arc::new(inner)), number: 0 }
    }

    pub fn peek(&self) -> Option<&Fut::Output> {
        let inner = self.inner.as_ref()?;
        let state = inner.state.lock().unwrap();
        match &*state {
            State::Done(output) => Some(output),
            _ => None,
        }
    }

    pub fn downgrade(&self) -> Option<WeakShared<Fut>> {
        self.inner.as_ref().map(|it| WeakShared(Arc::downgrade(it)))
    }

    pub fn strong_count(&self) -> Option<usize> {
        self.inner.as_ref().map(Arc::strong_count)
    }

    pub fn weak_count(&self) -> Option<usize> {
        self.inner.as_ref().map(Arc::weak_count)
    }

    pub fn ptr_eq(&self, rhs: &Self) -> bool {
        match (&self.inner, &rhs.inner) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl<Fut: Future> WeakShared<Fut> {
    pub fn upgrade(&self) -> Option<Shared<Fut>> {
        Some(numbered(self.0.upgrade()?))
    }
}

/// One more that waits.
fn numbered<Fut: Future>(inner: Arc<Inner<Fut>>) -> Shared<Fut> {
    let number = {
        let mut clones = inner.clones.lock().unwrap();
        *clones += 1;
        *clones
    };
    Shared { inner: Some(inner), number }
}

impl<Fut: Future> Clone for Shared<Fut> {
    fn clone(&self) -> Self {
        match &self.inner {
            Some(inner) => numbered(inner.clone()),
            None => Shared { inner: None, number: 0 },
        }
    }
}

impl<Fut: Future> Future for Shared<Fut>
where
    Fut::Output: Clone,
{
    type Output = Fut::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Fut::Output> {
        let this = unsafe { self.get_unchecked_mut() };
        let number = this.number;
        let inner = this.inner.as_ref().expect("Shared future polled again after completion").clone();
        {
            let mut waiting = inner.notifier.waiting.lock().unwrap();
            waiting.retain(|it| it.0 != number);
            waiting.push((number, cx.waker().clone()));
        }
        let state = std::mem::replace(&mut *inner.state.lock().unwrap(), State::Polled);
        let next = match state {
            State::Running(mut future) => {
                let waker = Waker::from(inner.notifier.clone());
                match future.as_mut().poll(&mut Context::from_waker(&waker)) {
                    Poll::Ready(output) => State::Done(output),
                    Poll::Pending => State::Running(future),
                }
            }
            other => other,
        };
        let output = match &next {
            State::Done(output) => Some(output.clone()),
            _ => None,
        };
        *inner.state.lock().unwrap() = next;
        match output {
            Some(output) => {
                this.inner = None;
                inner.notifier.wake_all();
                Poll::Ready(output)
            }
            None => Poll::Pending,
        }
    }
}

impl<Fut: Future> FusedFuture for Shared<Fut>
where
    Fut::Output: Clone,
{
    fn is_terminated(&self) -> bool {
        self.inner.is_none()
    }
}

impl<Fut: Future> Drop for Shared<Fut> {
    fn drop(&mut self) {
        if let Some(inner) = &self.inner {
            let number = self.number;
            inner.notifier.waiting.lock().unwrap().retain(|it| it.0 != number);
        }
    }
}

impl<Fut: Future> fmt::Debug for Shared<Fut> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared").finish_non_exhaustive()
    }
}
