//! A `tracing` subscriber: the spans of any instrumented program land in the same trace.

use crate::{Cause, End, NewSpan, Place, Reading, Recorder, SpanId, SpanKind, Stream};
use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tracing_core::field::{Field, Visit};
use tracing_core::span::{Attributes, Current, Id, Record};
use tracing_core::{Event, Level, Metadata};

/// Records `tracing` spans: creation, enter and exit (as the start and the end of a poll), close. Events become prints
/// to standard error.
///
/// An instrumented future enters its span for each poll, so the timeline shows its polls. What woke it is unknown to
/// `tracing`; an enter after an exit counts as a wake from outside at that moment, so such a span is busy or idle and
/// never scheduled.
///
/// One recorder takes down one thread: on several threads polls of different spans overlap, which
/// [`check`](crate::check()) reports. In a browser there is one.
///
/// ```
/// use meanwhile_trace::{ManualClock, Recorder, Subscriber, Trace};
/// use std::sync::Arc;
///
/// let recorder = Arc::new(Recorder::new(Arc::new(ManualClock::default()), Recorder::DEFAULT_CAPACITY));
/// let subscriber = Subscriber::new(recorder.clone(), tracing_core::Level::INFO);
/// tracing::subscriber::with_default(subscriber, || {
///     tracing::info_span!("request", id = 7).in_scope(|| tracing::info!("served"));
/// });
/// let mut trace = Trace::default();
/// trace.apply(&recorder.drain()).unwrap();
/// assert_eq!(trace.name(trace.root().unwrap()), "request id=7");
/// ```
#[derive(Debug)]
pub struct Subscriber {
    recorder: Arc<Recorder>,
    level: Level,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// By the span's index in this subscriber.
    spans: Vec<Known>,
    /// The spans entered now, innermost last.
    entered: Vec<usize>,
}

#[derive(Debug)]
struct Known {
    span: SpanId,
    metadata: &'static Metadata<'static>,
    handles: usize,
    /// How often it is entered now: only the outermost counts as a poll.
    depth: usize,
    polls: u32,
}

impl Subscriber {
    /// Makes a subscriber that records spans and events up to `level` into `recorder`.
    pub fn new(recorder: Arc<Recorder>, level: Level) -> Self {
        Subscriber { recorder, level, state: Mutex::default() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn index(id: &Id) -> usize {
    id.into_u64() as usize - 1
}

fn id(index: usize) -> Id {
    Id::from_u64(index as u64 + 1)
}

impl tracing_core::Subscriber for Subscriber {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= self.level
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let metadata = attributes.metadata();
        let mut name = Text(metadata.name().to_owned());
        attributes.record(&mut name);
        let mut state = self.state();
        let above = match attributes.parent() {
            Some(parent) => Some(index(parent)),
            None if attributes.is_contextual() => state.entered.last().copied(),
            None => None,
        };
        let parent = above.and_then(|it| state.spans.get(it)).map(|it| it.span);
        let defined = metadata.line().map(|line| Place::new(line, 1));
        let span = self.recorder.create(NewSpan { kind: SpanKind::External, name: &name.0, parent, defined });
        state.spans.push(Known { span, metadata, handles: 1, depth: 0, polls: 0 });
        id(state.spans.len() - 1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut text = Text(format!("{}", event.metadata().level()));
        event.record(&mut text);
        text.0.push('\n');
        let state = self.state();
        let inside = state.entered.last().and_then(|it| state.spans.get(*it)).map(|it| it.span);
        self.recorder.print(inside.unwrap_or(SpanId::from_index(0)), Stream::Err, &text.0);
    }

    fn enter(&self, id: &Id) {
        let at = index(id);
        let mut state = self.state();
        state.entered.push(at);
        let Some(known) = state.spans.get_mut(at) else { return };
        known.depth += 1;
        if known.depth > 1 {
            return;
        }
        if known.polls > 0 {
            self.recorder.wake(known.span, Cause::External);
        }
        known.polls += 1;
        self.recorder.poll_start(known.span, Reading::Fresh);
    }

    fn exit(&self, id: &Id) {
        let at = index(id);
        let mut state = self.state();
        if let Some(entered) = state.entered.iter().rposition(|it| *it == at) {
            state.entered.remove(entered);
        }
        let Some(known) = state.spans.get_mut(at) else { return };
        known.depth = known.depth.saturating_sub(1);
        if known.depth == 0 {
            self.recorder.poll_end(known.span, false);
        }
    }

    fn clone_span(&self, id: &Id) -> Id {
        if let Some(known) = self.state().spans.get_mut(index(id)) {
            known.handles += 1;
        }
        id.clone()
    }

    fn try_close(&self, id: Id) -> bool {
        let mut state = self.state();
        let Some(known) = state.spans.get_mut(index(&id)) else { return false };
        known.handles = known.handles.saturating_sub(1);
        let closed = known.handles == 0;
        if closed {
            // `tracing` does not tell a future that was ready from one that was dropped.
            self.recorder.end(known.span, End::Completed);
        }
        closed
    }

    fn current_span(&self) -> Current {
        let state = self.state();
        match state.entered.last().and_then(|at| state.spans.get(*at).map(|it| (*at, it.metadata))) {
            Some((at, metadata)) => Current::new(id(at), metadata),
            None => Current::none(),
        }
    }
}

/// Fields as text: the message plain, the others `name=value`.
struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        // Writing to a string cannot fail.
        let _ = match field.name() {
            "message" => write!(self.0, " {value:?}"),
            name => write!(self.0, " {name}={value:?}"),
        };
    }
}
