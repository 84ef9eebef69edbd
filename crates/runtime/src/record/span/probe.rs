//! Futures of unknown make, of which only the first poll tells whether they need a span.

use super::handle::{RECORDING, SELF, SILENT, SpanHandle};
use super::{Body, Live, SpanGuard, State};
use crate::context;
use crate::run::RunCore;
use meanwhile_trace::{Cause, End, NewSpan, Place, Reading, SpanId, SpanKind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::Waker;

/// A future of unknown make in its first poll: it gets a span only if no recorded future is beneath it.
pub(crate) struct Probe {
    live: Live,
    start_ns: u64,
}

impl Probe {
    pub(crate) fn new(run: Arc<RunCore>, parent: &Waker) -> Self {
        let start_ns = run.recorder.now_ns();
        let handle = SpanHandle::new(run, SpanKind::Branch, None);
        handle.task.store(context::current_task().unwrap_or(0), Ordering::Relaxed);
        handle.set_parent(parent);
        Probe { live: Live::of(handle), start_ns }
    }

    pub(crate) fn waker(&self) -> &Waker {
        &self.live.waker
    }

    /// Ends the probe without a span: from now on its waker only passes on.
    pub(crate) fn discard(self) {
        let handle = &self.live.handle;
        handle.mode.store(SILENT, Ordering::Relaxed);
        match handle.early.swap(0, Ordering::Relaxed) {
            0 => {}
            by => handle.pass_on_early(SpanId::from_number(by).filter(|_| by != SELF)),
        }
    }

    /// Makes the span after all, as from the start of the poll that has just returned.
    pub(crate) fn keep(self, name: &str, place: Option<Place>, ready: bool) -> SpanGuard {
        let handle = &self.live.handle;
        let run = handle.run.clone();
        let started = Reading::At(self.start_ns);
        let new = NewSpan { kind: SpanKind::Branch, name, parent: context::current_span(), defined: None };
        let span = run.recorder.create_with(new, started);
        run.waiting(span, SpanKind::Branch, name);
        if let Some(place) = place {
            run.recorder.await_at(span, place);
        }
        run.recorder.poll_start(span, started);
        handle.number.store(span.number(), Ordering::Relaxed);
        handle.mode.store(RECORDING, Ordering::Relaxed);
        match handle.early.swap(0, Ordering::Relaxed) {
            0 => {}
            by => {
                handle.woken.store(true, Ordering::Relaxed);
                let by = SpanId::from_number(by).filter(|_| by != SELF).unwrap_or(span);
                run.record_wake(span, Cause::Span(by), false);
                handle.pass_on_early(Some(span));
            }
        }
        run.recorder.poll_end(span, ready);
        if ready {
            handle.record_end(span, End::Completed);
        } else {
            self.live.record_loss(span);
        }
        SpanGuard { state: State::Live(self.live), body: Body::Unknown, placed: true, polled: true }
    }
}
