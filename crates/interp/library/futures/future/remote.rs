//! A future that runs in one place and is awaited in another.

use crate::channel::oneshot::{self, Receiver, Sender};
use std::any::Any;
use std::fmt;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

type Caught<T> = Result<T, Box<dyn Any + Send>>;

#[derive(Debug)]
#[must_use = "dropping a remote handle cancels the underlying future"]
pub struct RemoteHandle<T> {
    rx: Receiver<Caught<T>>,
    keep_running: Arc<AtomicBool>,
}

impl<T> RemoteHandle<T> {
    pub fn forget(self) {
        self.keep_running.store(true, Ordering::SeqCst);
    }
}

impl<T: 'static> Future for RemoteHandle<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        match ready!(Pin::new(&mut self.rx).poll(cx)) {
            Ok(Ok(output)) => Poll::Ready(output),
            Ok(Err(payload)) => resume_unwind(payload),
            Err(error) => panic!("called `Result::unwrap()` on an `Err` value: {error:?}"),
        }
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Remote<Fut: Future> {
    tx: Option<Sender<Caught<Fut::Output>>>,
    keep_running: Arc<AtomicBool>,
    future: Fut,
}

pub(super) fn remote_handle<Fut: Future>(future: Fut) -> (Remote<Fut>, RemoteHandle<Fut::Output>) {
    let (tx, rx) = oneshot::channel();
    let keep_running = Arc::new(AtomicBool::new(false));
    (Remote { tx: Some(tx), keep_running: keep_running.clone(), future }, RemoteHandle { rx, keep_running })
}

impl<Fut: Future> Future for Remote<Fut> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = unsafe { self.get_unchecked_mut() };
        let gone = this.tx.as_mut().is_none_or(|it| it.poll_canceled(cx).is_ready());
        if gone && !this.keep_running.load(Ordering::SeqCst) {
            return Poll::Ready(());
        }
        let future = unsafe { Pin::new_unchecked(&mut this.future) };
        let output = match catch_unwind(AssertUnwindSafe(|| future.poll(cx))) {
            Ok(polled) => Ok(ready!(polled)),
            Err(payload) => Err(payload),
        };
        if let Some(tx) = this.tx.take() {
            let _ = tx.send(output);
        }
        Poll::Ready(())
    }
}

impl<Fut: Future> fmt::Debug for Remote<Fut> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Remote").finish_non_exhaustive()
    }
}
