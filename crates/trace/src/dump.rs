//! Traces as text, for snapshot tests and for people who debug the recorder.

use crate::decimal::fixed;
use crate::{Cause, EventKind, Span, Trace, quoted};
use std::fmt::Write as _;

/// Writes a trace one line an event: the time in milliseconds, the span, what happened.
pub fn dump(trace: &Trace) -> String {
    dump_events(trace, 0..trace.events.len())
}

/// Writes some events of a trace, by their numbers from 0, one line an event; numbers beyond the last mean nothing.
pub fn dump_events(trace: &Trace, numbers: std::ops::Range<usize>) -> String {
    let mut out = String::new();
    for event in trace.events.iter().take(numbers.end).skip(numbers.start) {
        let ms = fixed(event.at_ns as f64 / 1e6, 3);
        let _ = write!(out, "{ms:<9} {:<3} ", event.span.to_string());
        let _ = match event.kind {
            EventKind::Create { parent, meta } => write_create(&mut out, trace, parent, meta),
            EventKind::Await { place } => match trace.tables.place(place) {
                Some(place) => writeln!(out, "awaited at {}:{}", place.line, place.column),
                None => writeln!(out, "awaited at {place}"),
            },
            EventKind::PollStart => writeln!(out, "poll"),
            EventKind::PollEnd { ready: true } => writeln!(out, "ready"),
            EventKind::PollEnd { ready: false } => writeln!(out, "pending"),
            EventKind::Wake { cause } => writeln!(out, "woken by {}", cause_name(cause)),
            EventKind::Abort => writeln!(out, "is asked to end"),
            EventKind::WakersGone => writeln!(out, "can no longer be woken"),
            EventKind::Due { in_us } => writeln!(out, "due in {} ms", from_us(in_us)),
            EventKind::Phase { name, after_us } => {
                writeln!(out, "{} from {} ms on", trace.text(name), from_us(after_us))
            }
            EventKind::Resource { resource, name, kind } => {
                writeln!(out, "makes {} {resource} {}", kind.name(), trace.text(name))
            }
            EventKind::Use { resource, action } => writeln!(out, "{} {resource}", action.name()),
            EventKind::End(end) => writeln!(out, "{}", end.name()),
            EventKind::Print { stream, text } => {
                writeln!(out, "prints to {}: {}", stream.name(), quoted(trace.text(text)))
            }
        };
    }
    out
}

/// Writes the tree of spans, one line a span: kind, name, the line it is awaited at, how it ended.
///
/// Free of times, so that the tree of one program is the same on every clock.
pub fn dump_tree(trace: &Trace) -> String {
    let mut out = String::new();
    for root in trace.spans().iter().filter(|it| it.parent.is_none()) {
        write_subtree(&mut out, trace, root);
    }
    out
}

/// Microseconds as milliseconds.
fn from_us(us: u32) -> String {
    fixed(f64::from(us) / 1e3, 3)
}

fn write_subtree(out: &mut String, trace: &Trace, span: &Span) {
    let indent = "  ".repeat(span.depth as usize);
    let _ = write!(out, "{indent}{} {}", span.kind.name(), trace.name(span));
    if let Some(place) = trace.place(span) {
        let _ = write!(out, " @{}", place.line);
    }
    let _ = writeln!(out, " {}", span.end.map_or("alive", |(_, end)| end.name()));
    for child in span.children.iter().filter_map(|it| trace.span(*it)) {
        write_subtree(out, trace, child);
    }
}

fn write_create(
    out: &mut String,
    trace: &Trace,
    parent: Option<crate::SpanId>,
    meta: crate::MetaId,
) -> std::fmt::Result {
    let Some(meta) = trace.tables.meta(meta) else { return writeln!(out, "created as {meta}") };
    write!(out, "created: {} {}", meta.kind.name(), trace.text(meta.name))?;
    if let Some(parent) = parent {
        write!(out, " in {parent}")?;
    }
    writeln!(out)
}

fn cause_name(cause: Cause) -> String {
    match cause {
        Cause::Timer => "a timer".to_owned(),
        Cause::Io => "i/o".to_owned(),
        Cause::Span(span) => span.to_string(),
        Cause::External => "something outside".to_owned(),
    }
}
