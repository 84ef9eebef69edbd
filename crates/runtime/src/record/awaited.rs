//! The operands of `.await` and the branches of `join!` and its kin.

use super::is_ours;
use super::span::{Probe, SpanGuard};
use crate::context::{self, Identity, Publication};
use meanwhile_trace::{End, Place};
use pin_project_lite::pin_project;
use std::borrow::Cow;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

pin_project! {
    /// The operand of an `.await`: tells the recorded future beneath where it is awaited.
    ///
    /// A future of unknown make, with no recorded future directly beneath, gets a span of its own if it is not ready
    /// at once.
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    pub struct Awaited<F> {
        #[pin]
        inner: F,
        spot: Spot,
    }
}

pin_project! {
    /// A branch of `join!`, `try_join!`, `select!` or `join_all`: as [`Awaited`], but a future of unknown make has a
    /// span even if it is ready at once.
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    pub struct Branch<F> {
        #[pin]
        inner: F,
        spot: Spot,
    }
}

/// What is known of an operand.
struct Spot {
    place: Option<Place>,
    name: Cow<'static, str>,
    is_branch: bool,
    polled: bool,
    maker: Maker,
}

/// Who records the operand.
enum Maker {
    /// Its type is of this crate, which sees to it.
    Ours,
    /// Not known before the first poll.
    Unknown,
    /// Recorded futures directly beneath it.
    Beneath,
    /// We do.
    Us(SpanGuard),
}

/// Wraps the operand of the `.await` at this line and column.
pub fn awaited<F: IntoFuture>(line: u32, column: u32, future: F) -> Awaited<F::IntoFuture> {
    awaited_as("await", line, column, future)
}

/// Wraps the operand of the `.await` at this line and column, whose source text names its span if it gets one.
pub fn awaited_as<F: IntoFuture>(
    text: impl Into<Cow<'static, str>>,
    line: u32,
    column: u32,
    future: F,
) -> Awaited<F::IntoFuture> {
    let spot = Spot::new::<F::IntoFuture>(Some(Place::new(line, column)), text.into(), false);
    Awaited { inner: future.into_future(), spot }
}

/// Wraps a branch of `join!`, `try_join!` or `select!` that stands at this line and column.
pub fn branch<F: IntoFuture>(line: u32, column: u32, future: F) -> Branch<F::IntoFuture> {
    branch_as("branch", line, column, future)
}

/// Wraps a branch that stands at this line and column, whose source text names its span if it gets one.
pub fn branch_as<F: IntoFuture>(
    text: impl Into<Cow<'static, str>>,
    line: u32,
    column: u32,
    future: F,
) -> Branch<F::IntoFuture> {
    let spot = Spot::new::<F::IntoFuture>(Some(Place::new(line, column)), text.into(), true);
    Branch { inner: future.into_future(), spot }
}

/// Wraps a branch that has no place but that of the `.await` around it.
pub fn unplaced<F: IntoFuture>(future: F) -> Branch<F::IntoFuture> {
    let spot = Spot::new::<F::IntoFuture>(None, Cow::Borrowed("branch"), true);
    Branch { inner: future.into_future(), spot }
}

impl Spot {
    fn new<F>(place: Option<Place>, name: Cow<'static, str>, is_branch: bool) -> Self {
        let maker = if is_ours::<F>() { Maker::Ours } else { Maker::Unknown };
        Spot { place, name, is_branch, polled: false, maker }
    }

    fn poll<F: Future>(
        &mut self,
        publisher: Identity,
        inner: Pin<&mut F>,
        cx: &mut Context<'_>,
    ) -> Poll<F::Output> {
        let publication = Publication {
            place: self.place,
            publisher,
            target: Identity::of(&*inner),
            opaque: !matches!(self.maker, Maker::Ours),
            resumed: std::mem::replace(&mut self.polled, true),
            has_siblings: self.is_branch,
        };
        if let Maker::Us(span) = &mut self.maker {
            let Some(turn) = span.begin(cx.waker(), publisher) else { return inner.poll(cx) };
            let mut cx = Context::from_waker(turn.waker());
            let (result, _) = context::publish(publication, || inner.poll(&mut cx), Poll::is_pending);
            turn.end(result.is_ready().then_some(End::Completed));
            return result;
        }
        if matches!(self.maker, Maker::Unknown)
            && let Some(probe) = self.probe(cx)
        {
            let mut cx = Context::from_waker(probe.waker());
            let (result, claimed) = context::publish(publication, || inner.poll(&mut cx), Poll::is_pending);
            self.decide(probe, claimed, result.is_ready());
            return result;
        }
        context::publish(publication, || inner.poll(cx), Poll::is_pending).0
    }

    /// Looks out for a span in the first poll of an operand of unknown make, inside of a run.
    fn probe(&self, cx: &Context<'_>) -> Option<Probe> {
        context::current_span()?;
        Some(Probe::new(context::current_run()?, cx.waker()))
    }

    fn decide(&mut self, probe: Probe, claimed: bool, ready: bool) {
        if claimed || (ready && !self.is_branch) {
            probe.discard();
            self.maker = Maker::Beneath;
        } else {
            let place = self.place.or_else(context::published_place);
            self.maker = Maker::Us(probe.keep(&self.name, place, ready));
        }
    }
}

impl<F: Future> Future for Awaited<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let publisher = Identity::of(&*self);
        let this = self.project();
        this.spot.poll(publisher, this.inner, cx)
    }
}

impl<F: Future> Future for Branch<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let publisher = Identity::of(&*self);
        let this = self.project();
        this.spot.poll(publisher, this.inner, cx)
    }
}

impl<F> fmt::Debug for Awaited<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Awaited").field("place", &self.spot.place).finish_non_exhaustive()
    }
}

impl<F> fmt::Debug for Branch<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Branch").field("place", &self.spot.place).finish_non_exhaustive()
    }
}
