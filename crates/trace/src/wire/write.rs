//! A batch to bytes.

use super::{MAGIC, VERSION, tag};
use crate::{
    Action, Batch, Cause, End, Event, EventKind, PlaceId, ResourceKind, SpanId, SpanKind, Stream, Tables,
    TextId,
};

/// Writes a batch as bytes.
pub fn encode(batch: &Batch) -> Vec<u8> {
    let mut out = Vec::with_capacity(64 + batch.events.len() * 6);
    out.extend_from_slice(&MAGIC);
    out.push(VERSION);
    write_number(&mut out, batch.first_event);
    write_number(&mut out, batch.dropped_events);
    write_number(&mut out, batch.now_ns);
    write_tables(&mut out, &batch.new);
    write_number(&mut out, batch.events.len() as u64);
    let mut last_ns = 0;
    for event in &batch.events {
        write_event(&mut out, event, last_ns);
        last_ns = event.at_ns;
    }
    out
}

fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// 0 stands for none.
fn write_id(out: &mut Vec<u8>, number: Option<u32>) {
    write_number(out, number.unwrap_or(0).into());
}

fn write_tables(out: &mut Vec<u8>, tables: &Tables) {
    write_number(out, tables.texts().len() as u64);
    for text in tables.texts() {
        write_number(out, text.len() as u64);
        out.extend_from_slice(text.as_bytes());
    }
    write_number(out, tables.places().len() as u64);
    for place in tables.places() {
        write_id(out, place.file.map(TextId::number));
        write_number(out, place.line.into());
        write_number(out, place.column.into());
    }
    write_number(out, tables.metas().len() as u64);
    for meta in tables.metas() {
        out.push(number_of(&SpanKind::ALL, &meta.kind));
        write_id(out, Some(meta.name.number()));
        write_id(out, meta.defined.map(PlaceId::number));
    }
}

fn number_of<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|it| it == one).map_or(u8::MAX, |it| it as u8)
}

fn write_event(out: &mut Vec<u8>, event: &Event, last_ns: u64) {
    let (tag, first, second) = match event.kind {
        EventKind::Create { parent, meta } => {
            (tag::CREATE, Some(parent.map_or(0, SpanId::number)), Some(meta.number()))
        }
        EventKind::Await { place } => (tag::AWAIT, Some(place.number()), None),
        EventKind::PollStart => (tag::POLL_START, None, None),
        EventKind::PollEnd { ready: false } => (tag::PENDING, None, None),
        EventKind::PollEnd { ready: true } => (tag::READY, None, None),
        EventKind::Wake { cause: Cause::Timer } => (tag::WAKE_TIMER, None, None),
        EventKind::Wake { cause: Cause::Io } => (tag::WAKE_IO, None, None),
        EventKind::Wake { cause: Cause::External } => (tag::WAKE_EXTERNAL, None, None),
        EventKind::Wake { cause: Cause::Span(by) } => (tag::WAKE_SPAN, Some(by.number()), None),
        EventKind::Print { stream: Stream::Out, text } => (tag::PRINT_OUT, Some(text.number()), None),
        EventKind::Print { stream: Stream::Err, text } => (tag::PRINT_ERR, Some(text.number()), None),
        EventKind::Abort => (tag::ABORT, None, None),
        EventKind::WakersGone => (tag::WAKERS_GONE, None, None),
        EventKind::Due { in_us } => (tag::DUE, Some(in_us), None),
        EventKind::Phase { name, after_us } => (tag::PHASE, Some(name.number()), Some(after_us)),
        EventKind::Resource { resource, name, kind } => {
            let tag = tag::RESOURCE + number_of(&ResourceKind::ALL, &kind);
            (tag, Some(resource.number()), Some(name.number()))
        }
        EventKind::Use { resource, action } => {
            (tag::USE + number_of(&Action::ALL, &action), Some(resource.number()), None)
        }
        EventKind::End(end) => (tag::END + number_of(&End::ALL, &end), None, None),
    };
    out.push(tag);
    write_number(out, event.at_ns - last_ns);
    write_number(out, event.span.number().into());
    for number in [first, second].into_iter().flatten() {
        write_number(out, number.into());
    }
}
