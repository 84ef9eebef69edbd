//! The facts of a run of asynchronous Rust.
//!
//! A [`Recorder`] takes down what happens to every future of a run: created, polled, woken (and by what), ended.
//! It hands its [`Event`]s over in [`Batch`]es, which travel as bytes ([`wire`]) and grow a [`Trace`] on the other
//! side, live. A [`Trace`] knows the tree of spans, their polls and their [`Stats`] by tokio-console's definitions.
//! [`check()`] verifies that a stream of events makes sense, [`dump()`] prints it one line an event, [`lint::lint()`]
//! names what a trained eye would notice.
//!
//! The crate is pure: no clock, no thread, no browser. Time comes from an injected [`Clock`], in nanoseconds since
//! the start of the run.
//!
//! ```
//! use meanwhile_trace::{Cause, End, ManualClock, NewSpan, Reading, Recorder, SpanKind, Trace};
//! use std::sync::Arc;
//!
//! let clock = Arc::new(ManualClock::default());
//! let recorder = Recorder::new(clock.clone(), Recorder::DEFAULT_CAPACITY);
//! let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
//! recorder.poll_start(main, Reading::Fresh);
//! recorder.poll_end(main, false);
//! clock.set_ns(5_000_000);
//! recorder.wake(main, Cause::Timer);
//! recorder.poll_start(main, Reading::Fresh);
//! recorder.poll_end(main, true);
//! recorder.end(main, End::Completed);
//!
//! let mut trace = Trace::default();
//! trace.apply(&recorder.drain()).unwrap();
//! assert_eq!(trace.span(main).unwrap().stats(5_000_000).idle_ns, 5_000_000);
//! ```

mod batch;
mod check;
pub mod chrome;
mod clock;
pub mod decimal;
mod dump;
mod event;
mod id;
mod intern;
pub mod lint;
pub mod order;
mod quoted;
mod recorder;
pub mod report;
mod resource;
mod span;
mod stats;
#[cfg(feature = "tracing")]
mod subscriber;
mod trace;
pub mod wire;

pub use batch::Batch;
pub use check::{Violation, check};
pub use clock::{Clock, ClockKind, ManualClock};
pub use dump::{dump, dump_events, dump_tree};
pub use event::{Action, Cause, End, Event, EventKind, ResourceKind, SpanKind, Stream};
pub use id::{MetaId, PlaceId, ResourceId, SpanId, TextId};
pub use intern::{Meta, Place, Tables};
pub use quoted::quoted;
pub use recorder::{NewSpan, Reading, Recorder};
pub use resource::{Holding, Resource, Use, Waiting};
pub use span::{Phase, Poll, Segment, Span, State, WakeUp};
pub use stats::Stats;
#[cfg(feature = "tracing")]
pub use subscriber::Subscriber;
pub use trace::{OutputLine, Trace, TraceError};
