//! A watched value as a stream.

use futures::stream::Stream;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::sync::watch::Receiver;
use tokio::sync::watch::error::RecvError;

type Waiting<T> = Pin<Box<dyn Future<Output = (Result<(), RecvError>, Receiver<T>)> + Send + Sync>>;

pub struct WatchStream<T> {
    inner: Waiting<T>,
}

async fn at_once<T>(rx: Receiver<T>) -> (Result<(), RecvError>, Receiver<T>) {
    (Ok(()), rx)
}

async fn next<T>(mut rx: Receiver<T>) -> (Result<(), RecvError>, Receiver<T>) {
    let result = rx.changed().await;
    (result, rx)
}

impl<T: 'static + Clone + Send + Sync> WatchStream<T> {
    pub fn new(rx: Receiver<T>) -> Self {
        WatchStream { inner: Box::pin(at_once(rx)) }
    }

    pub fn from_changes(rx: Receiver<T>) -> Self {
        WatchStream { inner: Box::pin(next(rx)) }
    }
}

impl<T: Clone + 'static + Send + Sync> Stream for WatchStream<T> {
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let this = unsafe { self.get_unchecked_mut() };
        let (result, mut rx) = ready!(this.inner.as_mut().poll(cx));
        match result {
            Ok(()) => {
                let value = (*rx.borrow_and_update()).clone();
                this.inner = Box::pin(next(rx));
                Poll::Ready(Some(value))
            }
            Err(_) => {
                this.inner = Box::pin(next(rx));
                Poll::Ready(None)
            }
        }
    }
}

impl<T: 'static + Clone + Send + Sync> From<Receiver<T>> for WatchStream<T> {
    fn from(recv: Receiver<T>) -> Self {
        WatchStream::new(recv)
    }
}

impl<T> fmt::Debug for WatchStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WatchStream").finish()
    }
}
