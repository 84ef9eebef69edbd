//! One direction of a connection.

use crate::io::os_error;
use crate::run::lock;
use std::collections::VecDeque;
use std::io::{ErrorKind, Result};
use std::sync::{Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};
use tokio::io::ReadBuf;

/// How many bytes are under way before writers wait.
const CAPACITY: usize = 64 * 1024;

/// Who waits for something; all are woken at once.
#[derive(Debug, Default)]
pub(super) struct Wakers(Vec<Waker>);

impl Wakers {
    pub(super) fn add(&mut self, cx: &Context<'_>) {
        if !self.0.iter().any(|it| it.will_wake(cx.waker())) {
            self.0.push(cx.waker().clone());
        }
    }

    pub(super) fn take(&mut self) -> Woken {
        Woken(std::mem::take(&mut self.0))
    }
}

/// Wakes when dropped: after the lock from under which it was taken.
#[must_use = "it wakes when it is dropped, which must be after the lock"]
pub(super) struct Woken(Vec<Waker>);

impl Drop for Woken {
    fn drop(&mut self) {
        self.0.drain(..).for_each(Waker::wake);
    }
}

/// Bytes from one end to the other, in order.
#[derive(Debug, Default)]
pub(super) struct Pipe(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    bytes: VecDeque<u8>,
    /// The writer has said that there will be no more.
    finished: bool,
    /// The reader is gone.
    abandoned: bool,
    readers: Wakers,
    writers: Wakers,
}

impl State {
    fn is_readable(&self) -> bool {
        !self.bytes.is_empty() || self.finished
    }

    fn is_writable(&self) -> bool {
        self.bytes.len() < CAPACITY || self.finished || self.abandoned
    }

    /// Copies from the front, without taking.
    fn peek(&self, buf: &mut ReadBuf<'_>) -> usize {
        let (front, back) = self.bytes.as_slices();
        let from_front = front.len().min(buf.remaining());
        buf.put_slice(&front[..from_front]);
        let from_back = back.len().min(buf.remaining());
        buf.put_slice(&back[..from_back]);
        from_front + from_back
    }
}

impl Pipe {
    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.0)
    }

    /// Takes bytes, or none at the end; with `peek` they stay.
    pub(super) fn poll_read(&self, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>, peek: bool) -> Poll<()> {
        if self.try_read(buf, peek) {
            return Poll::Ready(());
        }
        self.state().readers.add(cx);
        Poll::Pending
    }

    /// Takes bytes, or none at the end; with `peek` they stay. Returns whether there were any, or the end.
    pub(super) fn try_read(&self, buf: &mut ReadBuf<'_>, peek: bool) -> bool {
        let _woken;
        let mut state = self.state();
        if !state.is_readable() && buf.remaining() > 0 {
            return false;
        }
        let count = state.peek(buf);
        if !peek && count > 0 {
            state.bytes.drain(..count);
            _woken = state.writers.take();
        }
        // The lock goes first, then the wakers.
        drop(state);
        true
    }

    /// Puts in as many bytes as there is room for.
    pub(super) fn poll_write(&self, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        match self.try_write(bytes) {
            Some(result) => Poll::Ready(result),
            None => {
                self.state().writers.add(cx);
                Poll::Pending
            }
        }
    }

    /// Puts in as many bytes as there is room for; `None` without any.
    pub(super) fn try_write(&self, bytes: &[u8]) -> Option<Result<usize>> {
        let _woken;
        let mut state = self.state();
        if state.finished || state.abandoned {
            return Some(Err(os_error(ErrorKind::BrokenPipe)));
        }
        let count = bytes.len().min(CAPACITY - state.bytes.len());
        if count > 0 {
            state.bytes.extend(&bytes[..count]);
            _woken = state.readers.take();
        }
        drop(state);
        (count > 0 || bytes.is_empty()).then_some(Ok(count))
    }

    pub(super) fn poll_readable(&self, cx: &mut Context<'_>) -> Poll<()> {
        let mut state = self.state();
        if state.is_readable() {
            return Poll::Ready(());
        }
        state.readers.add(cx);
        Poll::Pending
    }

    pub(super) fn poll_writable(&self, cx: &mut Context<'_>) -> Poll<()> {
        let mut state = self.state();
        if state.is_writable() {
            return Poll::Ready(());
        }
        state.writers.add(cx);
        Poll::Pending
    }

    /// Says that there will be no more bytes.
    pub(super) fn finish(&self) {
        let mut state = self.state();
        state.finished = true;
        let woken = (state.readers.take(), state.writers.take());
        drop(state);
        drop(woken);
    }

    /// Says that nobody reads any more. What is under way is lost.
    pub(super) fn abandon(&self) {
        let mut state = self.state();
        state.abandoned = true;
        state.bytes = VecDeque::new();
        let woken = state.writers.take();
        drop(state);
        drop(woken);
    }
}
