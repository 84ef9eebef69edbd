//! Spans of futures: made, polled, ended.

mod handle;
mod probe;
mod turn;

pub(crate) use handle::SpanHandle;
pub(crate) use probe::Probe;
pub(crate) use turn::Turn;

use crate::context::{self, Frame, Identity, Quiet};
use crate::run::RunCore;
use meanwhile_trace::{End, NewSpan, Place, Reading, SpanId, SpanKind};
use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::Waker;

/// What code runs in a span's poll, which decides where a reading of the clock can be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// A body that rustc compiled: when resumed it goes straight to the future it waits for, and it returns `Pending`
    /// as soon as that future does.
    Compiled,
    /// Code of this crate that takes no time to speak of.
    Own,
    /// One future and nothing else.
    Wrapper,
    /// Anything.
    Unknown,
}

/// A span that was made, and the waker that its future is polled with.
struct Live {
    handle: Arc<SpanHandle>,
    waker: Waker,
}

enum State {
    /// Made outside of a run: nothing is recorded.
    Unrecorded,
    /// To be made at the first poll.
    Unborn {
        kind: SpanKind,
        name: Cow<'static, str>,
    },
    Live(Live),
}

/// Owns a span: records its end as cancelled when it is dropped before the future was ready.
pub(crate) struct SpanGuard {
    state: State,
    body: Body,
    placed: bool,
    polled: bool,
}

impl SpanGuard {
    fn with_state(state: State, body: Body) -> Self {
        SpanGuard { state, body, placed: false, polled: false }
    }

    /// Stands for no span.
    pub(crate) fn none() -> Self {
        SpanGuard::with_state(State::Unrecorded, Body::Unknown)
    }

    /// Makes a span of the current run, now.
    pub(crate) fn new(kind: SpanKind, name: &str, defined: Option<Place>, body: Body) -> Self {
        let state = match context::current_run() {
            Some(run) => State::Live(Live::create(
                run,
                NewSpan { kind, name, parent: context::current_span(), defined },
            )),
            None => State::Unrecorded,
        };
        SpanGuard::with_state(state, body)
    }

    /// Makes a span of the current run at its first poll.
    pub(crate) fn at_first_poll(kind: SpanKind, name: Cow<'static, str>, body: Body) -> Self {
        let state =
            if context::current_run().is_some() { State::Unborn { kind, name } } else { State::Unrecorded };
        SpanGuard::with_state(state, body)
    }

    /// Takes over a span that was made already, and whose place is known.
    pub(crate) fn adopt(run: Arc<RunCore>, kind: SpanKind, span: SpanId, body: Body) -> Self {
        let mut guard = SpanGuard::made(run, kind, span, body);
        guard.placed = true;
        guard
    }

    /// Takes over a span that has just been made.
    pub(super) fn made(run: Arc<RunCore>, kind: SpanKind, span: SpanId, body: Body) -> Self {
        SpanGuard::with_state(State::Live(Live::of(SpanHandle::new(run, kind, Some(span)))), body)
    }

    /// Begins a poll; `None` where there is nothing to record.
    pub(crate) fn begin(&mut self, parent: &Waker, identity: Identity) -> Option<Turn<'_>> {
        self.be_born();
        let State::Live(live) = &self.state else { return None };
        let span = live.handle.span().filter(|_| live.handle.is_live())?;
        let entered = context::enter(&live.handle.run);
        live.handle.set_parent(parent);
        live.handle.woken.store(false, Ordering::Relaxed);
        let claim = context::push(identity, self.frame(span));
        live.handle.task.store(claim.task, Ordering::Relaxed);
        let recorder = &live.handle.run.recorder;
        if let Some(place) = claim.place
            && !self.placed
        {
            self.placed = true;
            recorder.await_at(span, place);
        }
        recorder.poll_start(span, if claim.quiet { Reading::Shared } else { Reading::Fresh });
        self.polled = true;
        Some(Turn { live, span, body: self.body, direct: claim.direct, over: false, _entered: entered })
    }

    fn frame(&self, span: SpanId) -> Frame {
        let resumed = self.polled && self.body == Body::Compiled;
        Frame {
            span,
            own: self.body == Body::Own,
            opaque: self.body == Body::Unknown,
            quiet: if resumed { Quiet::Resumed } else { Quiet::No },
            slot: None,
        }
    }

    fn be_born(&mut self) {
        if !matches!(self.state, State::Unborn { .. }) {
            return;
        }
        if let State::Unborn { kind, name } = std::mem::replace(&mut self.state, State::Unrecorded)
            && let Some(run) = context::current_run()
        {
            let parent = context::current_span();
            self.state = State::Live(Live::create(run, NewSpan { kind, name: &name, parent, defined: None }));
        }
    }
}

impl Drop for SpanGuard {
    fn drop(&mut self) {
        if let State::Live(live) = &self.state {
            live.handle.end(End::Cancelled);
        }
    }
}

impl Live {
    fn of(handle: Arc<SpanHandle>) -> Self {
        Live { waker: Waker::from(handle.clone()), handle }
    }

    /// Records that a poll has returned `Pending` although nobody can wake the span: it was not woken meanwhile, and
    /// nobody but us has its waker.
    fn record_loss(&self, span: SpanId) {
        let ours = 2; // `handle` and `waker`
        if Arc::strong_count(&self.handle) <= ours && !self.handle.woken.load(Ordering::Relaxed) {
            self.handle.run.recorder.wakers_gone(span);
        }
    }

    fn create(run: Arc<RunCore>, new: NewSpan<'_>) -> Self {
        let span = run.recorder.create(new);
        run.waiting(span, new.kind, new.name);
        Live::of(SpanHandle::new(run, new.kind, Some(span)))
    }
}
