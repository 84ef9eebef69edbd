//! A trace: what a reader makes of the batches of a recorder.

use crate::{
    Action, Batch, ClockKind, Event, EventKind, Phase, Place, PlaceId, Poll, Resource, ResourceId, Span,
    SpanId, SpanKind, Stream, Tables, TextId, Use, WakeUp,
};

/// A run as far as it is known: grows by [`apply`](Trace::apply), and is whole after the last batch.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// Texts, places and metas.
    pub tables: Tables,
    /// Every event, in order.
    pub events: Vec<Event>,
    /// Which clock the run went by.
    pub clock: ClockKind,
    /// How many events the recorder dropped because its capacity was reached.
    pub dropped_events: u64,
    spans: Vec<Span>,
    resources: Vec<Resource>,
    output: Vec<OutputLine>,
    now_ns: u64,
}

/// One call of `print!` or one of its kin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutputLine {
    /// When.
    pub at_ns: u64,
    /// By which span.
    pub span: SpanId,
    /// Where to.
    pub stream: Stream,
    /// What, line ends included.
    pub text: TextId,
}

/// Why a batch cannot be the next of a trace.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TraceError {
    /// A batch is missing, or came twice.
    #[error("the batch starts at event {found}, but the trace has {expected} events")]
    OutOfOrder {
        /// How many events the trace has.
        expected: u64,
        /// The number of the batch's first event.
        found: u64,
    },
    /// An event names something that no batch has brought.
    #[error("event {event} names {what}, which the trace does not know")]
    Unknown {
        /// The event's number in the run, from 0.
        event: u64,
        /// What it names.
        what: String,
    },
}

impl Trace {
    /// Makes an empty trace of a run by this clock.
    pub fn new(clock: ClockKind) -> Self {
        Trace { clock, ..Trace::default() }
    }

    /// Appends a batch.
    ///
    /// # Errors
    ///
    /// Fails if the batch does not follow the last one, or names what it should not; the trace then holds the events
    /// before the offending one.
    pub fn apply(&mut self, batch: &Batch) -> Result<(), TraceError> {
        let expected = self.events.len() as u64;
        if batch.first_event != expected {
            return Err(TraceError::OutOfOrder { expected, found: batch.first_event });
        }
        self.tables.extend(&batch.new);
        self.dropped_events = batch.dropped_events;
        self.events.reserve(batch.events.len());
        for event in &batch.events {
            self.push(*event)?;
        }
        self.now_ns = self.now_ns.max(batch.now_ns);
        Ok(())
    }

    /// Returns the spans, in the order in which they were made; the first is the main task.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Returns a span; `None` for an id of another run.
    pub fn span(&self, id: SpanId) -> Option<&Span> {
        self.spans.get(id.index())
    }

    /// Returns the main task, once it has been made.
    pub fn root(&self) -> Option<&Span> {
        self.spans.first()
    }

    /// Returns what spans wait for, in the order in which it was made.
    pub fn resources(&self) -> &[Resource] {
        &self.resources
    }

    /// Returns a resource; `None` for an id of another run.
    pub fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.get(id.index())
    }

    /// Returns what the program printed, in order.
    pub fn output(&self) -> &[OutputLine] {
        &self.output
    }

    /// Returns the time up to which the run is known, in nanoseconds since its start.
    pub fn now_ns(&self) -> u64 {
        self.now_ns
    }

    /// Returns a text, or an empty one for an id of another run.
    pub fn text(&self, id: TextId) -> &str {
        self.tables.text(id).unwrap_or_default()
    }

    /// Returns a span's name.
    pub fn name(&self, span: &Span) -> &str {
        self.text(span.name)
    }

    /// Returns where a span is awaited, or else where it is defined.
    pub fn place(&self, span: &Span) -> Option<Place> {
        span.place().and_then(|it: PlaceId| self.tables.place(it))
    }

    /// Returns whether `span` is `ancestor` or stands somewhere below it.
    pub fn is_within(&self, span: SpanId, ancestor: SpanId) -> bool {
        let mut at = Some(span);
        while let Some(id) = at {
            if id == ancestor {
                return true;
            }
            at = self.span(id).and_then(|it| it.parent);
        }
        false
    }

    fn push(&mut self, event: Event) -> Result<(), TraceError> {
        if let EventKind::Create { parent, meta } = event.kind {
            self.create(event, parent, meta)?;
        } else {
            self.update(event)?;
        }
        self.now_ns = self.now_ns.max(event.at_ns);
        self.events.push(event);
        Ok(())
    }

    fn create(
        &mut self,
        event: Event,
        parent: Option<SpanId>,
        meta: crate::MetaId,
    ) -> Result<(), TraceError> {
        if event.span.index() != self.spans.len() {
            return Err(self.unknown(event.span));
        }
        let Some(shared) = self.tables.meta(meta) else { return Err(self.unknown(meta)) };
        let depth = match parent.map(|it| self.spans.get_mut(it.index()).ok_or(it)) {
            None => 0,
            Some(Ok(above)) => {
                above.children.push(event.span);
                above.depth + 1
            }
            Some(Err(above)) => return Err(self.unknown(above)),
        };
        self.spans.push(Span {
            id: event.span,
            parent,
            depth,
            kind: shared.kind,
            meta,
            name: shared.name,
            defined: shared.defined,
            awaited: None,
            children: Vec::new(),
            created_ns: event.at_ns,
            end: None,
            polls: Vec::new(),
            wakes: Vec::new(),
            due_ns: None,
            phases: Vec::new(),
            waits_for: None,
            aborted_ns: None,
            wakers_gone_ns: None,
            self_wakes: 0,
            busy_ns: 0,
            scheduled_ns: 0,
            woken: false,
        });
        Ok(())
    }

    fn update(&mut self, event: Event) -> Result<(), TraceError> {
        let Event { at_ns, span: made_by, kind } = event;
        match kind {
            EventKind::Print { stream, text } => {
                self.output.push(OutputLine { at_ns, span: made_by, stream, text });
                return Ok(());
            }
            EventKind::Resource { resource: id, name, kind } => {
                if id.index() != self.resources.len() {
                    return Err(self.unknown(id));
                }
                let uses = Vec::new();
                self.resources.push(Resource { id, kind, name, made_by, made_ns: at_ns, uses });
            }
            EventKind::Use { resource, action } => match self.resources.get_mut(resource.index()) {
                Some(used) => used.uses.push(Use { at_ns, span: made_by, action }),
                None => return Err(self.unknown(resource)),
            },
            _ => {}
        }
        let Some(span) = self.spans.get_mut(event.span.index()) else { return Err(self.unknown(event.span)) };
        span.update(event);
        Ok(())
    }

    fn unknown(&self, what: impl std::fmt::Debug) -> TraceError {
        TraceError::Unknown { event: self.events.len() as u64, what: format!("{what:?}") }
    }
}

impl Span {
    fn update(&mut self, event: Event) {
        let at_ns = event.at_ns;
        match event.kind {
            EventKind::Await { place } => {
                self.awaited.get_or_insert(place);
            }
            EventKind::PollStart => {
                let scheduled_since_ns = self.scheduled_since_ns();
                self.scheduled_ns += scheduled_since_ns.map_or(0, |since| at_ns.saturating_sub(since));
                self.woken = false;
                self.polls.push(Poll { scheduled_since_ns, start_ns: at_ns, end_ns: None, ready: false });
            }
            EventKind::PollEnd { ready } => self.close_poll(at_ns, ready),
            EventKind::Wake { cause } => {
                self.self_wakes += u32::from(self.is_busy());
                self.woken = true;
                self.wakers_gone_ns = None;
                self.wakes.push(WakeUp { at_ns, cause });
            }
            EventKind::End(end) => {
                // A panic ends a poll that never returned.
                self.close_poll(at_ns, false);
                self.end = Some((at_ns, end));
            }
            EventKind::Abort => self.aborted_ns = Some(at_ns),
            EventKind::WakersGone => self.wakers_gone_ns = Some(at_ns),
            EventKind::Due { in_us } => self.due_ns = Some(at_ns.saturating_add(u64::from(in_us) * 1_000)),
            EventKind::Phase { name, after_us } => {
                let start_ns = self.created_ns.saturating_add(u64::from(after_us) * 1_000);
                self.phases.push(Phase { name, start_ns });
            }
            EventKind::Use { resource, action: Action::Wait } => self.waits_for = Some(resource),
            EventKind::Use { .. }
            | EventKind::Resource { .. }
            | EventKind::Create { .. }
            | EventKind::Print { .. } => {}
        }
    }

    fn close_poll(&mut self, at_ns: u64, ready: bool) {
        if let Some(poll) = self.polls.last_mut().filter(|it| it.end_ns.is_none()) {
            poll.end_ns = Some(at_ns);
            poll.ready = ready;
            self.busy_ns += at_ns.saturating_sub(poll.start_ns);
        }
    }

    /// Returns whether the span is what the main picture calls "in flight": begun, not over, and a leaf.
    pub fn is_leaf(&self) -> bool {
        self.kind.is_leaf()
    }
}

impl SpanKind {
    /// Returns whether such a span is a task of its own, not a part of the one it was made in.
    pub fn is_task(self) -> bool {
        self == SpanKind::Task
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ManualClock, NewSpan, Reading, Recorder};
    use std::sync::Arc;

    fn recorder() -> (Recorder, SpanId) {
        let recorder = Recorder::new(Arc::new(ManualClock::default()), 100);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        (recorder, main)
    }

    #[test]
    fn a_missing_batch_is_noticed() {
        let (recorder, main) = recorder();
        let first = recorder.drain();
        recorder.poll_start(main, Reading::Fresh);
        let second = recorder.drain();
        let missing = TraceError::OutOfOrder { expected: 0, found: 1 };
        assert_eq!(Trace::default().apply(&second), Err(missing));
        let mut trace = Trace::default();
        trace.apply(&first).unwrap();
        let twice = TraceError::OutOfOrder { expected: 1, found: 0 };
        assert_eq!(trace.apply(&first), Err(twice));
        trace.apply(&second).unwrap();
    }

    #[test]
    fn an_event_of_an_unknown_span_is_an_error_that_names_it() {
        let (recorder, _) = recorder();
        let mut batch = recorder.drain();
        batch.events[0].span = SpanId::from_index(6);
        let error = Trace::default().apply(&batch).unwrap_err();
        assert_eq!(error.to_string(), "event 0 names #7, which the trace does not know");
    }

    #[test]
    fn the_tree_knows_who_made_whom() {
        let (recorder, main) = recorder();
        let child = recorder.create(NewSpan { parent: Some(main), ..NewSpan::new(SpanKind::Fn, "a") });
        let grandchild =
            recorder.create(NewSpan { parent: Some(child), ..NewSpan::new(SpanKind::Yield, "b") });
        let mut trace = Trace::default();
        trace.apply(&recorder.drain()).unwrap();
        assert_eq!(trace.span(grandchild).unwrap().depth, 2);
        assert_eq!(trace.span(main).unwrap().children, [child]);
        assert!(trace.is_within(grandchild, main) && !trace.is_within(main, grandchild));
    }
}
