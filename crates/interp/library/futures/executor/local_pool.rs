//! An executor on one thread.

use super::block_on;
use crate::stream::{FuturesUnordered, Stream, StreamExt};
use crate::task::{FutureObj, LocalFutureObj, LocalSpawn, Spawn, SpawnError};
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};

type Incoming = Rc<RefCell<Vec<LocalFutureObj<'static, ()>>>>;

#[derive(Debug)]
pub struct LocalPool {
    pool: FuturesUnordered<LocalFutureObj<'static, ()>>,
    incoming: Incoming,
}

#[derive(Clone)]
pub struct LocalSpawner {
    incoming: Incoming,
}

impl LocalPool {
    pub fn new() -> LocalPool {
        LocalPool { pool: FuturesUnordered::new(), incoming: Rc::new(RefCell::new(Vec::new())) }
    }

    pub fn spawner(&self) -> LocalSpawner {
        LocalSpawner { incoming: self.incoming.clone() }
    }

    /// The next that is over; `Ready(None)` if there are none.
    fn poll_one(&mut self, cx: &mut Context<'_>) -> Poll<Option<()>> {
        loop {
            let new = self.incoming.take();
            for future in new {
                self.pool.push(future);
            }
            let polled = Pin::new(&mut self.pool).poll_next(cx);
            let has_new = !self.incoming.borrow().is_empty();
            match polled {
                Poll::Ready(Some(())) => return Poll::Ready(Some(())),
                other if !has_new => return other,
                _ => {}
            }
        }
    }

    /// Polls them until all are over, or none can go on.
    fn poll_all(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            match self.poll_one(cx) {
                Poll::Ready(Some(())) => {}
                Poll::Ready(None) => return Poll::Ready(()),
                Poll::Pending => return Poll::Pending,
            }
        }
    }

    pub fn run(&mut self) {
        block_on(poll_fn(|cx| self.poll_all(cx)))
    }

    pub fn run_until<F: Future>(&mut self, future: F) -> F::Output {
        let mut future = pin!(future);
        block_on(poll_fn(|cx| {
            if let Poll::Ready(output) = future.as_mut().poll(cx) {
                return Poll::Ready(output);
            }
            let _ = self.poll_all(cx);
            Poll::Pending
        }))
    }

    pub fn try_run_one(&mut self) -> bool {
        matches!(until_stalled(|cx| self.poll_one(cx)), Some(Some(())))
    }

    pub fn run_until_stalled(&mut self) {
        until_stalled(|cx| self.poll_all(cx));
    }
}

/// Whether something has been woken while all was polled.
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Polls until it is ready, or nothing has been woken by it.
fn until_stalled<T>(mut poll: impl FnMut(&mut Context<'_>) -> Poll<T>) -> Option<T> {
    let woken = Arc::new(Woken(AtomicBool::new(false)));
    let waker = Waker::from(woken.clone());
    block_on(poll_fn(|_| {
        loop {
            if let Poll::Ready(output) = poll(&mut Context::from_waker(&waker)) {
                return Poll::Ready(Some(output));
            }
            if !woken.0.swap(false, Ordering::Relaxed) {
                return Poll::Ready(None);
            }
        }
    }))
}

impl Default for LocalPool {
    fn default() -> Self {
        LocalPool::new()
    }
}

impl LocalSpawn for LocalSpawner {
    fn spawn_local_obj(&self, future: LocalFutureObj<'static, ()>) -> Result<(), SpawnError> {
        self.incoming.borrow_mut().push(future);
        Ok(())
    }
}

impl Spawn for LocalSpawner {
    fn spawn_obj(&self, future: FutureObj<'static, ()>) -> Result<(), SpawnError> {
        self.incoming.borrow_mut().push(future);
        Ok(())
    }
}

impl std::fmt::Debug for LocalSpawner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LocalSpawner").finish_non_exhaustive()
    }
}

#[derive(Debug)]
pub struct BlockingStream<S> {
    stream: S,
}

pub fn block_on_stream<S: Stream + Unpin>(stream: S) -> BlockingStream<S> {
    BlockingStream { stream }
}

impl<S: Stream + Unpin> BlockingStream<S> {
    pub fn into_inner(self) -> S {
        self.stream
    }
}

impl<S: Stream + Unpin> Iterator for BlockingStream<S> {
    type Item = S::Item;

    fn next(&mut self) -> Option<S::Item> {
        block_on(self.stream.next())
    }
}

thread_local! {
    static ENTERED: Cell<bool> = const { Cell::new(false) };
}

#[derive(Debug)]
pub struct Enter {
    of: (),
}

pub struct EnterError {
    of: (),
}

/// Says that this thread runs an executor, until this is dropped.
pub fn enter() -> Result<Enter, EnterError> {
    if ENTERED.replace(true) { Err(EnterError { of: () }) } else { Ok(Enter { of: () }) }
}

impl Drop for Enter {
    fn drop(&mut self) {
        ENTERED.set(false);
    }
}

impl std::fmt::Debug for EnterError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnterError").finish()
    }
}

impl std::fmt::Display for EnterError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad("an execution scope has already been entered")
    }
}

impl std::error::Error for EnterError {}
