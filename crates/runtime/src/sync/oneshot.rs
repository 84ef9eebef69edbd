//! One message, once, as [`tokio::sync::oneshot`].
//!
//! What differs: `blocking_recv` is missing.

use super::resource::Tag;
use crate::context::Identity;
use crate::record::{Body, SpanGuard};
use meanwhile_trace::{Action, End, ResourceKind, SpanKind};
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::sync::oneshot as real;
pub use tokio::sync::oneshot::error;

use self::error::{RecvError, TryRecvError};

/// Puts the message in.
pub struct Sender<T> {
    tag: Arc<Tag>,
    inner: real::Sender<T>,
}

/// Waits for the message: a future itself.
///
/// # Cancel safety
///
/// Awaiting `&mut receiver` is cancel safe: the message stays until somebody takes it.
pub struct Receiver<T> {
    span: SpanGuard,
    tag: Arc<Tag>,
    inner: real::Receiver<T>,
    waited: bool,
}

/// Makes a channel for one message.
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = real::channel();
    let tag = Arc::new(Tag::new(ResourceKind::Channel));
    let span = SpanGuard::at_first_poll(SpanKind::Recv, "recv".into(), Body::Own);
    (Sender { tag: tag.clone(), inner: sender }, Receiver { span, tag, inner: receiver, waited: false })
}

impl<T> Sender<T> {
    /// Puts the message in, without waiting.
    ///
    /// # Errors
    ///
    /// Fails, and gives the message back, if the receiver is gone or closed.
    pub fn send(self, message: T) -> Result<(), T> {
        self.tag.record(Action::Put);
        self.inner.send(message)
    }

    /// Waits until the receiver is gone or closed. Cancel safe.
    pub fn closed(&mut self) -> crate::record::Recorded<impl Future<Output = ()>> {
        self.tag.wait(SpanKind::Signal, "closed", self.inner.closed(), |_, ()| ())
    }

    /// Returns whether the receiver is gone or closed.
    pub fn is_closed(&self) -> bool {
        self.inner.is_closed()
    }
}

impl<T> Receiver<T> {
    /// Takes the message if it is there.
    ///
    /// # Errors
    ///
    /// Fails if it is not there yet, or the sender is gone.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        let message = self.inner.try_recv()?;
        self.tag.record(Action::Take);
        Ok(message)
    }

    /// Lets no message in any more; one that is in can still be taken.
    pub fn close(&mut self) {
        self.inner.close();
    }

    /// Returns whether there is no message to be taken now.
    pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    /// Returns whether no message will come any more.
    pub fn is_terminated(&self) -> bool {
        self.inner.is_terminated()
    }

    fn poll_inner(&mut self, cx: &mut Context<'_>) -> Poll<Result<T, RecvError>> {
        let result = Pin::new(&mut self.inner).poll(cx);
        match &result {
            Poll::Pending if !self.waited => {
                self.waited = true;
                self.tag.record(Action::Wait);
            }
            Poll::Ready(Ok(_)) => self.tag.record(Action::Take),
            _ => {}
        }
        result
    }
}

impl<T> Future for Receiver<T> {
    type Output = Result<T, RecvError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let identity = Identity::of(&*self);
        let this = &mut *self;
        let mut span = std::mem::replace(&mut this.span, SpanGuard::none());
        let result = match span.begin(cx.waker(), identity) {
            None => this.poll_inner(cx),
            Some(turn) => {
                let result = this.poll_inner(&mut Context::from_waker(turn.waker()));
                turn.end(match &result {
                    Poll::Pending => None,
                    Poll::Ready(Ok(_)) => Some(End::Completed),
                    Poll::Ready(Err(_)) => Some(End::Failed),
                });
                result
            }
        };
        this.span = span;
        result
    }
}

impl<T: fmt::Debug> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

impl<T: fmt::Debug> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
