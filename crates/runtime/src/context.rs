//! What is being polled on this thread: the run, its stack of polls, and the wake that is on its way up.
//!
//! The ambient is entered while a future of a run is polled or dropped, as tokio's context is. Recorded futures keep a
//! handle to their run of their own, so that drops and wakes from outside are recorded where they belong.

mod frame;
mod local;

pub(crate) use frame::{Claim, Frame, Identity, Publication, Quiet};
pub(crate) use local::{consume_budget, has_budget, local, unconstrained, with_local};

use crate::run::RunCore;
use local::Local;
use meanwhile_trace::{Cause, Place, SpanId, SpanKind};
use std::cell::RefCell;
use std::sync::Arc;

struct Ambient {
    run: Option<Arc<RunCore>>,
    /// The number of the task whose turn it is; 0 for none.
    task: u64,
    frames: Vec<Frame>,
    /// The span whose wake is being passed upwards, and the address of its run.
    waking: Option<(usize, SpanId)>,
    /// Whether a wake that arrives at a task now takes effect only when no other task can run.
    deferring: bool,
    /// The variables that are set, the innermost last.
    locals: Vec<Local>,
    /// How often the task may still ask for its budget; `None` for without end.
    budget: Option<u8>,
}

impl Ambient {
    const NONE: Ambient = Ambient {
        run: None,
        task: 0,
        frames: Vec::new(),
        waking: None,
        deferring: false,
        locals: Vec::new(),
        budget: None,
    };
}

thread_local! {
    static AMBIENT: RefCell<Ambient> =
        const { RefCell::new(Ambient::NONE) };
}

/// Runs a closure on the ambient. The closure must not call out of this module.
fn with<R>(f: impl FnOnce(&mut Ambient) -> R) -> R {
    AMBIENT.with(|it| f(&mut it.borrow_mut()))
}

fn address(run: &Arc<RunCore>) -> usize {
    Arc::as_ptr(run).addr()
}

/// Makes the run that was left current again when dropped.
#[must_use]
pub(crate) struct Entered {
    outer: Option<(Option<Arc<RunCore>>, Vec<Frame>)>,
}

/// Makes `run` the current one.
pub(crate) fn enter(run: &Arc<RunCore>) -> Entered {
    let outer = with(|it| {
        if it.run.as_ref().is_some_and(|current| Arc::ptr_eq(current, run)) {
            return None;
        }
        Some((it.run.replace(run.clone()), std::mem::take(&mut it.frames)))
    });
    Entered { outer }
}

impl Drop for Entered {
    fn drop(&mut self) {
        if let Some((run, frames)) = self.outer.take() {
            // What is replaced is dropped only after the borrow.
            let left =
                with(|it| (std::mem::replace(&mut it.run, run), std::mem::replace(&mut it.frames, frames)));
            drop(left);
        }
    }
}

/// Calls a function that may never return, in the name of a task: whatever it leaves behind, what is being polled
/// outside of it is as it was.
pub(crate) fn isolated<R>(run: &Arc<RunCore>, task: u64, f: impl FnOnce() -> R) -> R {
    let inner = Ambient { run: Some(run.clone()), task, budget: Some(local::BUDGET), ..Ambient::NONE };
    let outer = with(|it| std::mem::replace(it, inner));
    let result = f();
    // What is replaced is dropped only after the borrow.
    let left = with(|it| std::mem::replace(it, outer));
    drop(left);
    result
}

/// Returns the number of the task whose turn it is.
pub(crate) fn current_task() -> Option<u64> {
    Some(with(|it| it.task)).filter(|it| *it > 0)
}

/// Returns the run whose future is being polled.
pub(crate) fn current_run() -> Option<Arc<RunCore>> {
    with(|it| it.run.clone())
}

/// Returns the span that is being polled.
pub(crate) fn current_span() -> Option<SpanId> {
    with(|it| it.frames.last().map(|frame| frame.span))
}

/// Returns the spans that are being polled, the innermost first.
pub(crate) fn polled_spans() -> Vec<SpanId> {
    with(|it| it.frames.iter().rev().map(|frame| frame.span).collect())
}

/// Leaves everything that is being polled, for good: the machine is about to stop.
#[cfg(target_family = "wasm")]
pub(crate) fn abandon() {
    let left = with(|it| std::mem::replace(it, Ambient::NONE));
    drop(left);
}

/// Returns how many polls are under way.
#[cfg(target_family = "wasm")]
pub(crate) fn depth() -> usize {
    with(|it| it.frames.len())
}

/// Leaves the polls beyond a depth, which will never return, and returns their spans, the innermost first.
#[cfg(target_family = "wasm")]
pub(crate) fn cut(depth: usize) -> Vec<SpanId> {
    with(|it| it.frames.drain(depth.min(it.frames.len())..).rev().map(|frame| frame.span).collect())
}

/// Begins a poll: claims the place that the frame above publishes for it.
pub(crate) fn push(identity: Identity, frame: Frame) -> Claim {
    with(|it| {
        let slot = it.frames.last_mut().and_then(|above| above.slot.as_mut());
        let mut claim = slot.map_or_else(Claim::default, |slot| {
            slot.claimed = true;
            let direct = slot.target == identity;
            Claim { place: slot.place, direct, quiet: direct && slot.quiet, task: 0 }
        });
        claim.task = it.task;
        it.frames.push(frame);
        claim
    })
}

/// Ends the innermost poll, and returns its frame.
pub(crate) fn pop() -> Option<Frame> {
    with(|it| it.frames.pop())
}

/// Says that nothing but our own code has run in the innermost poll since the event before.
pub(crate) fn nothing_since() {
    with(|it| {
        if let Some(frame) = it.frames.last_mut() {
            frame.quiet = Quiet::AfterPoll;
        }
    });
}

/// Returns the place that is published in the innermost poll.
pub(crate) fn published_place() -> Option<Place> {
    with(|it| it.frames.last()?.slot?.place)
}

/// Tells the frame above that its operand has just recorded its last event.
pub(crate) fn leave_direct() {
    with(|it| {
        if let Some(slot) = it.frames.last_mut().and_then(|above| above.slot.as_mut()) {
            slot.direct = true;
        }
    });
}

/// Publishes a place to the recorded futures that `poll` polls directly; returns whether there were any.
///
/// `pending` says of the poll's result whether it is `Pending`.
pub(crate) fn publish<R>(
    publication: Publication,
    poll: impl FnOnce() -> R,
    pending: impl FnOnce(&R) -> bool,
) -> (R, bool) {
    let outer = with(|it| it.frames.last_mut().map(|frame| frame.open(publication)));
    let result = poll();
    let pending = pending(&result);
    let claimed = with(|it| match (it.frames.last_mut(), outer) {
        (Some(frame), Some(outer)) => frame.close(outer, publication, pending),
        _ => false,
    });
    (result, claimed)
}

/// Says that the program's own code follows: several futures that were polled together are ready.
pub fn program_follows() {
    with(|it| {
        if let Some(frame) = it.frames.last_mut() {
            frame.quiet = Quiet::No;
        }
    });
}

/// What woke a span of `run`, and whether the event before was recorded a moment ago by our own code.
pub(crate) fn cause(run: &Arc<RunCore>, kind: SpanKind) -> (Cause, bool) {
    let outside = match kind {
        SpanKind::Sleep => Cause::Timer,
        SpanKind::Http | SpanKind::File | SpanKind::Database | SpanKind::Net => Cause::Io,
        SpanKind::Job | SpanKind::Promise => Cause::Io,
        _ => Cause::External,
    };
    with(|it| {
        if let Some((of, span)) = it.waking
            && of == address(run)
        {
            return (Cause::Span(span), true);
        }
        let ours = it.run.as_ref().is_some_and(|current| Arc::ptr_eq(current, run));
        match it.frames.last() {
            Some(frame) if ours => (Cause::Span(frame.span), frame.own),
            _ => (outside, false),
        }
    })
}

/// Returns the span of `run` whose wake is being passed upwards.
pub(crate) fn waking(run: &Arc<RunCore>) -> Option<SpanId> {
    with(|it| it.waking.filter(|(of, _)| *of == address(run)).map(|(_, span)| span))
}

/// Calls a waker on behalf of `span`, which has just been woken or has ended.
pub(crate) fn wake_from(run: &Arc<RunCore>, span: SpanId, wake: impl FnOnce()) {
    let outer = with(|it| it.waking.replace((address(run), span)));
    wake();
    with(|it| it.waking = outer);
}

/// Calls a waker such that the task it belongs to runs only when no other can.
pub(crate) fn wake_deferred(wake: impl FnOnce()) {
    let outer = with(|it| std::mem::replace(&mut it.deferring, true));
    wake();
    with(|it| it.deferring = outer);
}

/// Returns whether a wake that arrives at a task now is to take effect only when no other task can run.
pub(crate) fn is_deferring() -> bool {
    with(|it| it.deferring)
}

/// Runs a closure as if in a poll.
pub(crate) fn with_frame(frame: Frame, f: impl FnOnce()) {
    struct Pop;
    impl Drop for Pop {
        fn drop(&mut self) {
            pop();
        }
    }
    with(|it| it.frames.push(frame));
    let _pop = Pop;
    f();
}
