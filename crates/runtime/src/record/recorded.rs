//! Futures with a span of their own.

use super::span::{Body, SpanGuard};
use crate::context::{self, Identity, Publication};
use meanwhile_trace::{End, Place, SpanKind};
use pin_project_lite::pin_project;
use std::borrow::Cow;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

pin_project! {
    /// A future that records its creation, its polls, its wakes and its end.
    ///
    /// Dropping it before it is ready records it as cancelled, after the futures inside of it.
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    pub struct Recorded<F: Future> {
        // Dropped first, so that what is inside ends before what it is in.
        #[pin]
        inner: F,
        span: SpanGuard,
        verdict: Verdict<F::Output>,
    }
}

/// What an output says of how the span has ended.
enum Verdict<T> {
    /// Whether it has failed.
    Failed(fn(&T) -> bool),
    /// How it has ended.
    Ended(fn(&T) -> End),
}

impl<T> Verdict<T> {
    fn on(&self, output: &T) -> End {
        match self {
            Verdict::Failed(failed) if failed(output) => End::Failed,
            Verdict::Failed(_) => End::Completed,
            Verdict::Ended(ended) => ended(output),
        }
    }
}

/// The verdict on outputs that cannot fail.
pub(crate) fn succeeds<T>(_: &T) -> bool {
    false
}

fn is_err<T, E>(output: &Result<T, E>) -> bool {
    output.is_err()
}

impl<F: Future> Recorded<F> {
    pub(crate) fn new(span: SpanGuard, failed: fn(&F::Output) -> bool, inner: F) -> Self {
        Recorded { inner, span, verdict: Verdict::Failed(failed) }
    }

    /// As [`new`](Recorded::new), for an output that says how the span has ended.
    pub(crate) fn ending(span: SpanGuard, ended: fn(&F::Output) -> End, inner: F) -> Self {
        Recorded { inner, span, verdict: Verdict::Ended(ended) }
    }

    pub(crate) fn inner(&self) -> &F {
        &self.inner
    }

    pub(crate) fn inner_pin(self: Pin<&mut Self>) -> Pin<&mut F> {
        self.project().inner
    }
}

impl<F: Future> Future for Recorded<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let identity = Identity::of(&*self);
        let this = self.project();
        let Some(turn) = this.span.begin(cx.waker(), identity) else { return this.inner.poll(cx) };
        let mut cx = Context::from_waker(turn.waker());
        let result = if turn.is_wrapper() {
            poll_only(identity, this.inner, &mut cx)
        } else {
            this.inner.poll(&mut cx)
        };
        turn.end(match &result {
            Poll::Pending => None,
            Poll::Ready(output) => Some(this.verdict.on(output)),
        });
        result
    }
}

/// Polls the only future of a wrapper, such that it can share the reading of the wrapper's own event.
fn poll_only<F: Future>(publisher: Identity, inner: Pin<&mut F>, cx: &mut Context<'_>) -> Poll<F::Output> {
    let publication = Publication {
        place: None,
        publisher,
        target: Identity::of(&*inner),
        opaque: !super::is_ours::<F>(),
        resumed: true,
        has_siblings: true,
    };
    context::nothing_since();
    context::publish(publication, || inner.poll(cx), |_| true).0
}

impl<F: Future> fmt::Debug for Recorded<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorded").finish_non_exhaustive()
    }
}

/// Records the body of an `async fn` that is defined at this line and column, from its call on.
pub fn function<F: Future>(
    name: impl Into<Cow<'static, str>>,
    line: u32,
    column: u32,
    future: F,
) -> Recorded<F> {
    Recorded::new(body(SpanKind::Fn, &name.into(), line, column), succeeds, future)
}

/// Records the body of an `async fn` that returns a `Result`: an `Err` makes the span failed.
pub fn fallible_function<F, T, E>(
    name: impl Into<Cow<'static, str>>,
    line: u32,
    column: u32,
    future: F,
) -> Recorded<F>
where
    F: Future<Output = Result<T, E>>,
{
    Recorded::new(body(SpanKind::Fn, &name.into(), line, column), is_err, future)
}

/// Records a body that the interpreter runs, which knows by its output how it has ended: an `async fn` under its name, an
/// `async` block without one.
pub fn interpreted<F: Future>(
    name: Option<Cow<'static, str>>,
    line: u32,
    column: u32,
    ended: fn(&F::Output) -> End,
    future: F,
) -> Recorded<F> {
    let span = match name {
        Some(name) => body(SpanKind::Fn, &name, line, column),
        None => body(SpanKind::Block, "async block", line, column),
    };
    Recorded::ending(span, ended, future)
}

/// Records an `async` block or closure.
pub fn block<F: Future>(line: u32, column: u32, future: F) -> Recorded<F> {
    Recorded::new(body(SpanKind::Block, "async block", line, column), succeeds, future)
}

fn body(kind: SpanKind, name: &str, line: u32, column: u32) -> SpanGuard {
    SpanGuard::new(kind, name, Some(Place::new(line, column)), Body::Compiled)
}
