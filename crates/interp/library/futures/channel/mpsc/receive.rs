//! The receiving ends.

use super::{RecvError, Shared, TryRecvError, close, unpark_one};
use crate::future::FusedFuture;
use crate::stream::{FusedStream, Stream};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

pub struct Receiver<T> {
    state: Option<Shared<T>>,
}

pub struct UnboundedReceiver<T> {
    state: Option<Shared<T>>,
}

/// The next message; one that is parked may send another.
fn take<T>(state: &Shared<T>) -> Option<T> {
    let message = state.lock().unwrap().messages.pop_front();
    if message.is_some() {
        unpark_one(state);
    }
    message
}

/// Whether nothing more can come.
fn is_over<T>(state: &Shared<T>) -> bool {
    let state = state.lock().unwrap();
    !state.open && state.messages.is_empty()
}

macro_rules! receivers {
    ($($name:ident)*) => {$(
        impl<T> $name<T> {
            pub(super) fn of(state: Shared<T>) -> Self {
                $name { state: Some(state) }
            }

            pub fn recv(&mut self) -> Recv<'_, Self> {
                Recv { stream: self }
            }

            pub fn close(&mut self) {
                if let Some(state) = &self.state {
                    close(state);
                }
            }

            pub fn try_next(&mut self) -> Result<Option<T>, TryRecvError> {
                match self.try_recv() {
                    Ok(message) => Ok(Some(message)),
                    Err(TryRecvError::Closed) => Ok(None),
                    Err(empty) => Err(empty),
                }
            }

            pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
                let Some(state) = &self.state else { return Err(TryRecvError::Closed) };
                if let Some(message) = take(state) {
                    return Ok(message);
                }
                if !is_over(state) {
                    return Err(TryRecvError::Empty);
                }
                self.state = None;
                Err(TryRecvError::Closed)
            }
        }

        impl<T> Stream for $name<T> {
            type Item = T;

            fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
                let this = self.get_mut();
                match this.try_recv() {
                    Ok(message) => Poll::Ready(Some(message)),
                    Err(TryRecvError::Closed) => Poll::Ready(None),
                    Err(TryRecvError::Empty) => {
                        let state = this.state.as_ref().unwrap();
                        state.lock().unwrap().receiving = Some(cx.waker().clone());
                        Poll::Pending
                    }
                }
            }
        }

        impl<T> FusedStream for $name<T> {
            fn is_terminated(&self) -> bool {
                self.state.is_none()
            }
        }

        impl<T> Drop for $name<T> {
            fn drop(&mut self) {
                self.close();
                if let Some(state) = &self.state {
                    let left = std::mem::take(&mut state.lock().unwrap().messages);
                    drop(left);
                }
            }
        }

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let closed = self.state.as_ref().is_none_or(|it| !it.lock().unwrap().open);
                f.debug_struct(stringify!($name)).field("closed", &closed).finish()
            }
        }
    )*};
}

receivers! { Receiver UnboundedReceiver }

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Recv<'a, St: ?Sized> {
    stream: &'a mut St,
}

impl<St: ?Sized + Stream + Unpin> Future for Recv<'_, St> {
    type Output = Result<St::Item, RecvError>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match ready!(Pin::new(&mut *self.get_mut().stream).poll_next(cx)) {
            Some(message) => Poll::Ready(Ok(message)),
            None => Poll::Ready(Err(RecvError)),
        }
    }
}

impl<St: ?Sized + FusedStream + Unpin> FusedFuture for Recv<'_, St> {
    fn is_terminated(&self) -> bool {
        self.stream.is_terminated()
    }
}
