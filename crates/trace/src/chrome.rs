//! A run in the Trace Event format, which Perfetto, Chrome's developer tools and speedscope read.
//!
//! Polls are complete events on one thread, where they nest; the life of a span is a pair of async events; what was
//! printed is an instant. Times are microseconds, as the format asks.
//!
//! The format: <https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU>.

use crate::{ClockKind, End, Place, Span, Trace};
use serde::Serialize;

/// A run as a Trace Event file.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChromeTrace<'a> {
    trace_events: Vec<ChromeEvent<'a>>,
    display_time_unit: &'static str,
    other_data: OtherData,
}

/// What the format has no place for.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct OtherData {
    clock: ClockKind,
    dropped_events: u64,
}

#[derive(Debug, Serialize)]
struct ChromeEvent<'a> {
    name: &'a str,
    cat: &'static str,
    ph: &'static str,
    #[serde(rename = "ts")]
    at_us: f64,
    #[serde(rename = "dur", skip_serializing_if = "Option::is_none")]
    lasts_us: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u32>,
    /// How far an instant is drawn.
    #[serde(rename = "s", skip_serializing_if = "Option::is_none")]
    scope: Option<&'static str>,
    pid: u32,
    tid: u32,
    args: Args,
}

#[derive(Debug, Default, Serialize)]
struct Args {
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<&'static str>,
}

fn us(ns: u64) -> f64 {
    ns as f64 / 1e3
}

impl<'a> ChromeTrace<'a> {
    /// Draws up a run, finished or not. What lives lasts to the time up to which the run is known.
    pub fn new(trace: &'a Trace) -> Self {
        let mut events = Vec::new();
        for span in trace.spans() {
            lives(trace, span, &mut events);
            polls(trace, span, &mut events);
        }
        for line in trace.output() {
            events.push(ChromeEvent {
                scope: Some("t"),
                ..event(trace.text(line.text), "output", "i", line.at_ns)
            });
        }
        events.sort_by(|a, b| a.at_us.total_cmp(&b.at_us));
        let other_data = OtherData { clock: trace.clock, dropped_events: trace.dropped_events };
        ChromeTrace { trace_events: events, display_time_unit: "ms", other_data }
    }
}

fn event<'a>(name: &'a str, cat: &'static str, ph: &'static str, at_ns: u64) -> ChromeEvent<'a> {
    let at_us = us(at_ns);
    ChromeEvent {
        name,
        cat,
        ph,
        at_us,
        lasts_us: None,
        id: None,
        scope: None,
        pid: 1,
        tid: 1,
        args: Args::default(),
    }
}

/// From its creation to its end.
fn lives<'a>(trace: &'a Trace, span: &Span, events: &mut Vec<ChromeEvent<'a>>) {
    let (name, id) = (trace.name(span), span.id.number());
    let args = Args {
        span: Some(id),
        parent: span.parent.map(crate::SpanId::number),
        line: trace.place(span).map(|it: Place| it.line),
        end: span.end.map(|(_, end): (u64, End)| end.name()),
    };
    events.push(ChromeEvent { id: Some(id), args, ..event(name, span.kind.name(), "b", span.created_ns) });
    let end_ns = span.end_ns(trace.now_ns());
    events.push(ChromeEvent { id: Some(id), ..event(name, span.kind.name(), "e", end_ns) });
}

fn polls<'a>(trace: &'a Trace, span: &Span, events: &mut Vec<ChromeEvent<'a>>) {
    for poll in &span.polls {
        let end_ns = poll.end_ns.unwrap_or_else(|| trace.now_ns());
        let args = Args { span: Some(span.id.number()), ..Args::default() };
        let lasts_us = Some(us(end_ns.saturating_sub(poll.start_ns)));
        events.push(ChromeEvent { lasts_us, args, ..event(trace.name(span), "poll", "X", poll.start_ns) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ManualClock, NewSpan, Reading, Recorder, SpanKind, Stream};
    use expect_test::expect;
    use std::sync::Arc;

    #[test]
    fn polls_nest_and_lives_are_pairs() {
        let clock = Arc::new(ManualClock::default());
        let recorder = Recorder::new(clock.clone(), 100);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        recorder.poll_start(main, Reading::Fresh);
        clock.set_ns(1_500);
        recorder.print(main, Stream::Out, "hi\n");
        clock.set_ns(2_000);
        recorder.poll_end(main, true);
        recorder.end(main, End::Completed);
        let mut trace = Trace::new(ClockKind::Virtual);
        trace.apply(&recorder.drain()).unwrap();
        expect![[r#"
            {
              "traceEvents": [
                {
                  "name": "main",
                  "cat": "task",
                  "ph": "b",
                  "ts": 0.0,
                  "id": 1,
                  "pid": 1,
                  "tid": 1,
                  "args": {
                    "span": 1,
                    "end": "completed"
                  }
                },
                {
                  "name": "main",
                  "cat": "poll",
                  "ph": "X",
                  "ts": 0.0,
                  "dur": 2.0,
                  "pid": 1,
                  "tid": 1,
                  "args": {
                    "span": 1
                  }
                },
                {
                  "name": "hi\n",
                  "cat": "output",
                  "ph": "i",
                  "ts": 1.5,
                  "s": "t",
                  "pid": 1,
                  "tid": 1,
                  "args": {}
                },
                {
                  "name": "main",
                  "cat": "task",
                  "ph": "e",
                  "ts": 2.0,
                  "id": 1,
                  "pid": 1,
                  "tid": 1,
                  "args": {}
                }
              ],
              "displayTimeUnit": "ms",
              "otherData": {
                "clock": "virtual",
                "droppedEvents": 0
              }
            }"#]]
        .assert_eq(&serde_json::to_string_pretty(&ChromeTrace::new(&trace)).unwrap());
    }
}
