//! Batches as bytes: what travels from a worker to the page and into saved traces.
//!
//! A message starts with the four bytes `MWT` and the [`VERSION`], so that a reader of another version says so instead
//! of guessing. Numbers are LEB128 varints, times are differences to the event before. An event takes about five bytes.
//!
//! ```
//! use meanwhile_trace::{Batch, wire};
//!
//! let bytes = wire::encode(&Batch::default());
//! assert_eq!(wire::decode(&bytes).unwrap().events, []);
//! assert_eq!(wire::decode(b"MWT\x63").unwrap_err(), wire::WireError::Version { found: 0x63 });
//! ```

mod read;
mod write;

pub use read::decode;
pub use write::encode;

/// The version of the format. It changes with every change of what bytes mean.
pub const VERSION: u8 = 1;

/// The first bytes of every message, before the version.
const MAGIC: [u8; 3] = *b"MWT";

/// Why bytes are not a batch.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// The bytes do not start as a batch does.
    #[error("not a trace: it does not start with MWT")]
    Magic,
    /// The bytes are of another version of the format.
    #[error("a trace of version {found}, but this page reads version {VERSION}")]
    Version {
        /// The version they are of.
        found: u8,
    },
    /// The bytes end early.
    #[error("the trace is cut off at byte {at}")]
    Truncated {
        /// How many bytes there are.
        at: usize,
    },
    /// The bytes say something impossible.
    #[error("byte {at} of the trace is no {what}")]
    Invalid {
        /// Where.
        at: usize,
        /// What was expected there.
        what: &'static str,
    },
}

/// The first byte of an event: what happened. In one table, so that the two directions agree.
mod tag {
    pub(super) const CREATE: u8 = 0;
    pub(super) const AWAIT: u8 = 1;
    pub(super) const POLL_START: u8 = 2;
    pub(super) const PENDING: u8 = 3;
    pub(super) const READY: u8 = 4;
    pub(super) const WAKE_TIMER: u8 = 5;
    pub(super) const WAKE_IO: u8 = 6;
    pub(super) const WAKE_SPAN: u8 = 7;
    pub(super) const WAKE_EXTERNAL: u8 = 8;
    pub(super) const PRINT_OUT: u8 = 9;
    pub(super) const PRINT_ERR: u8 = 10;
    pub(super) const WAKERS_GONE: u8 = 11;
    pub(super) const DUE: u8 = 12;
    pub(super) const PHASE: u8 = 13;
    pub(super) const ABORT: u8 = 14;
    /// The first of as many as there are ways to end.
    pub(super) const END: u8 = 16;
    /// The first of as many as there are kinds of resource.
    pub(super) const RESOURCE: u8 = 32;
    /// The first of as many as there are actions.
    pub(super) const USE: u8 = 48;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Action, Cause, End, ManualClock, NewSpan, Place, Reading, Recorder, ResourceKind, SpanKind, Stream,
        Trace,
    };
    use std::sync::Arc;

    fn sample() -> Recorder {
        let clock = Arc::new(ManualClock::default());
        let recorder = Recorder::new(clock.clone(), Recorder::DEFAULT_CAPACITY);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        recorder.poll_start(main, Reading::Fresh);
        let defined = Some(Place::new(4, 1));
        let body = NewSpan { kind: SpanKind::Fn, name: "größe(…)", parent: Some(main), defined };
        let body = recorder.create(body);
        recorder.await_at(body, Place::new(12, 30));
        recorder.poll_start(body, Reading::Shared);
        recorder.print(body, Stream::Out, "start\n");
        recorder.print(body, Stream::Err, "");
        recorder.poll_end(body, false);
        recorder.poll_end(main, false);
        clock.set_ns(u64::MAX / 2);
        for cause in [Cause::Timer, Cause::Io, Cause::External, Cause::Span(body)] {
            recorder.wake(body, cause);
        }
        recorder.wakers_gone(body);
        recorder.abort(body);
        recorder.due_at(body, u64::MAX);
        recorder.phase(body, "connecting", 1_500);
        for kind in ResourceKind::ALL {
            let resource = recorder.resource(main, kind, "cups");
            for action in Action::ALL {
                recorder.use_resource(body, resource, action);
            }
        }
        for end in End::ALL {
            let span = recorder.create(NewSpan::new(SpanKind::Sleep, "sleep 1 ms"));
            recorder.end(span, end);
        }
        recorder
    }

    #[test]
    fn a_batch_survives_the_journey() {
        let batch = sample().drain();
        let back = decode(&encode(&batch)).unwrap();
        assert_eq!(back.events, batch.events);
        assert_eq!(back.now_ns, batch.now_ns);
        let (mut there, mut here) = (Trace::default(), Trace::default());
        there.apply(&back).unwrap();
        here.apply(&batch).unwrap();
        assert_eq!(crate::dump(&there), crate::dump(&here));
    }

    #[test]
    fn every_kind_of_span_has_a_number() {
        let recorder = Recorder::new(Arc::new(ManualClock::default()), 100);
        for kind in SpanKind::ALL {
            recorder.create(NewSpan::new(kind, ""));
        }
        let batch = decode(&encode(&recorder.drain())).unwrap();
        let mut trace = Trace::default();
        trace.apply(&batch).unwrap();
        assert_eq!(trace.spans().iter().map(|it| it.kind).collect::<Vec<_>>(), SpanKind::ALL);
    }

    #[test]
    fn a_cut_batch_is_an_error_at_every_length() {
        let bytes = encode(&sample().drain());
        for len in 0..bytes.len() {
            decode(&bytes[..len]).expect_err("a cut batch must not pass");
        }
    }

    #[test]
    fn no_bytes_panic_or_claim_more_memory_than_they_have() {
        let bytes = encode(&sample().drain());
        for at in 0..bytes.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut broken = bytes.clone();
                broken[at] = value;
                if let Ok(batch) = decode(&broken) {
                    let _ = Trace::default().apply(&batch);
                }
            }
        }
        let huge = [b"MWT\x01".as_slice(), &[0xff; 9], &[0x01]].concat();
        decode(&huge).expect_err("a number of entries beyond the message");
    }

    #[test]
    fn another_version_is_told_apart_from_rubbish() {
        assert_eq!(decode(b"MWT\x02").unwrap_err(), WireError::Version { found: 2 });
        assert_eq!(decode(b"hello").unwrap_err(), WireError::Magic);
        assert_eq!(decode(b"").unwrap_err(), WireError::Truncated { at: 0 });
    }
}
