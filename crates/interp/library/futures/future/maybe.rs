//! Futures that keep their output.

use super::FusedFuture;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

#[derive(Debug)]
pub enum MaybeDone<Fut: Future> {
    Future(Fut),
    Done(Fut::Output),
    Gone,
}

pub fn maybe_done<Fut: Future>(future: Fut) -> MaybeDone<Fut> {
    MaybeDone::Future(future)
}

impl<Fut: Future> MaybeDone<Fut> {
    pub fn output_mut(self: Pin<&mut Self>) -> Option<&mut Fut::Output> {
        match unsafe { self.get_unchecked_mut() } {
            MaybeDone::Done(output) => Some(output),
            _ => None,
        }
    }

    pub fn take_output(self: Pin<&mut Self>) -> Option<Fut::Output> {
        let this = unsafe { self.get_unchecked_mut() };
        if !matches!(this, MaybeDone::Done(_)) {
            return None;
        }
        match std::mem::replace(this, MaybeDone::Gone) {
            MaybeDone::Done(output) => Some(output),
            _ => None,
        }
    }
}

impl<Fut: Future> Future for MaybeDone<Fut> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = unsafe { self.get_unchecked_mut() };
        let polled = match this {
            MaybeDone::Future(future) => unsafe { Pin::new_unchecked(future) }.poll(cx),
            MaybeDone::Done(_) => return Poll::Ready(()),
            MaybeDone::Gone => panic!("MaybeDone polled after value taken"),
        };
        match polled {
            Poll::Pending => Poll::Pending,
            Poll::Ready(output) => {
                *this = MaybeDone::Done(output);
                Poll::Ready(())
            }
        }
    }
}

impl<Fut: FusedFuture> FusedFuture for MaybeDone<Fut> {
    fn is_terminated(&self) -> bool {
        match self {
            MaybeDone::Future(future) => future.is_terminated(),
            _ => true,
        }
    }
}

#[derive(Debug)]
pub enum TryMaybeDone<Fut, T> {
    Future(Fut),
    Done(T),
    Gone,
}

pub fn try_maybe_done<Fut: Future<Output = Result<T, E>>, T, E>(future: Fut) -> TryMaybeDone<Fut, T> {
    TryMaybeDone::Future(future)
}

impl<Fut, T> TryMaybeDone<Fut, T> {
    pub fn output_mut(self: Pin<&mut Self>) -> Option<&mut T> {
        match unsafe { self.get_unchecked_mut() } {
            TryMaybeDone::Done(output) => Some(output),
            _ => None,
        }
    }

    pub fn take_output(self: Pin<&mut Self>) -> Option<T> {
        let this = unsafe { self.get_unchecked_mut() };
        if !matches!(this, TryMaybeDone::Done(_)) {
            return None;
        }
        match std::mem::replace(this, TryMaybeDone::Gone) {
            TryMaybeDone::Done(output) => Some(output),
            _ => None,
        }
    }
}

impl<Fut: Future<Output = Result<T, E>>, T, E> Future for TryMaybeDone<Fut, T> {
    type Output = Result<(), E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E>> {
        let this = unsafe { self.get_unchecked_mut() };
        let polled = match this {
            TryMaybeDone::Future(future) => unsafe { Pin::new_unchecked(future) }.poll(cx),
            TryMaybeDone::Done(_) => return Poll::Ready(Ok(())),
            TryMaybeDone::Gone => panic!("TryMaybeDone polled after value taken"),
        };
        match polled {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Ok(output)) => {
                *this = TryMaybeDone::Done(output);
                Poll::Ready(Ok(()))
            }
            Poll::Ready(Err(error)) => {
                *this = TryMaybeDone::Gone;
                Poll::Ready(Err(error))
            }
        }
    }
}
