//! A channel for one value.

use crate::future::FusedFuture;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

struct State<T> {
    value: Option<T>,
    sender_gone: bool,
    receiver_gone: bool,
    receiving: Option<Waker>,
    closing: Option<Waker>,
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Receiver<T> {
    state: Arc<Mutex<State<T>>>,
}

pub struct Sender<T> {
    state: Arc<Mutex<State<T>>>,
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let state = State { value: None, sender_gone: false, receiver_gone: false, receiving: None, closing: None };
    let state = Arc::new(Mutex::new(state));
    (Sender { state: state.clone() }, Receiver { state })
}

fn wake(waker: Option<Waker>) {
    if let Some(waker) = waker {
        waker.wake();
    }
}

impl<T> Sender<T> {
    pub fn send(self, t: T) -> Result<(), T> {
        let mut state = self.state.lock().unwrap();
        if state.receiver_gone {
            return Err(t);
        }
        state.value = Some(t);
        Ok(())
    }

    pub fn poll_canceled(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let mut state = self.state.lock().unwrap();
        if state.receiver_gone {
            return Poll::Ready(());
        }
        state.closing = Some(cx.waker().clone());
        Poll::Pending
    }

    pub fn cancellation(&mut self) -> Cancellation<'_, T> {
        Cancellation { inner: self }
    }

    pub fn is_canceled(&self) -> bool {
        self.state.lock().unwrap().receiver_gone
    }

    pub fn is_connected_to(&self, receiver: &Receiver<T>) -> bool {
        Arc::ptr_eq(&self.state, &receiver.state)
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        let waker = {
            let mut state = self.state.lock().unwrap();
            state.sender_gone = true;
            state.receiving.take()
        };
        wake(waker);
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").field("complete", &self.is_canceled()).finish()
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Cancellation<'a, T> {
    inner: &'a mut Sender<T>,
}

impl<T> Future for Cancellation<'_, T> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        self.get_mut().inner.poll_canceled(cx)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Canceled;

impl fmt::Display for Canceled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "oneshot canceled")
    }
}

impl std::error::Error for Canceled {}

impl<T> Receiver<T> {
    pub fn close(&mut self) {
        let waker = {
            let mut state = self.state.lock().unwrap();
            state.receiver_gone = true;
            state.closing.take()
        };
        wake(waker);
    }

    pub fn try_recv(&mut self) -> Result<Option<T>, Canceled> {
        let mut state = self.state.lock().unwrap();
        match state.value.take() {
            Some(value) => Ok(Some(value)),
            None if state.sender_gone || state.receiver_gone => Err(Canceled),
            None => Ok(None),
        }
    }
}

impl<T> Future for Receiver<T> {
    type Output = Result<T, Canceled>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<T, Canceled>> {
        let mut state = self.state.lock().unwrap();
        match state.value.take() {
            Some(value) => {
                state.receiver_gone = true;
                Poll::Ready(Ok(value))
            }
            None if state.sender_gone || state.receiver_gone => Poll::Ready(Err(Canceled)),
            None => {
                state.receiving = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }
}

impl<T> FusedFuture for Receiver<T> {
    fn is_terminated(&self) -> bool {
        let state = self.state.lock().unwrap();
        state.value.is_none() && (state.sender_gone || state.receiver_gone)
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.close();
        let left = self.state.lock().unwrap().value.take();
        drop(left);
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").field("complete", &self.is_terminated()).finish()
    }
}
