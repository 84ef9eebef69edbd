//! What the interpreter says of a program: it knows of panics that are none of the host's.

use super::{Recorded, SpanGuard};
use crate::context;
use crate::record::{Body, succeeds};
use crate::sync::resource::{self, Held, Tag};
use crate::task::{self, JoinError, JoinHandle, NewTask};
use crate::time::{self, Instant, Sleep};
use meanwhile_trace::report::Status;
use meanwhile_trace::{Action, End, Place, ResourceKind, SpanKind};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// What becomes a task, or a job.
#[derive(Clone, Debug)]
pub struct Spawned<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Where it is spawned, if the text says so.
    pub place: Option<Place>,
    /// Says of a call that blocks whether it has begun, so that it cannot be aborted any more; `None` for a task.
    pub begun: Option<Arc<AtomicBool>>,
}

/// What an output says of a span's end.
#[derive(Debug)]
pub struct Judge<T> {
    /// Of the task's own.
    pub ended: fn(&T) -> End,
    /// Whether a wait for it has failed.
    pub failed: fn(&Result<T, JoinError>) -> bool,
}

/// Spawns a task or a job whose output says how it has ended.
///
/// # Panics
///
/// Panics outside of a run.
pub fn spawn_interpreted<F>(new: Spawned<'_>, judge: &Judge<F::Output>, future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    let run = context::current_run().expect("a program is interpreted within a run");
    let kind = if new.begun.is_some() { SpanKind::Job } else { SpanKind::Task };
    let new = NewTask { kind, name: new.name, place: new.place, begun: new.begun };
    task::spawn_judged(&run, new, judge, |_| future)
}

/// Something that the interpreter's library makes and that tasks or threads wait for.
#[derive(Clone, Debug)]
pub struct Resource(Arc<Tag>);

/// A [`Resource`] that is held, until this is dropped.
#[derive(Debug)]
pub struct Hold(#[expect(dead_code, reason = "it is there to be dropped")] Held);

impl Resource {
    /// Makes a resource, which the timeline knows from now on.
    pub fn new(kind: ResourceKind) -> Self {
        Resource(Arc::new(Tag::new(kind)))
    }

    /// Records what the span that is being polled does with it.
    pub fn record(&self, action: Action) {
        self.0.record(action);
    }

    /// Records that the span that is being polled holds it.
    pub fn hold(&self) -> Hold {
        Hold(self.0.hold())
    }

    /// Puts a future that waits for it into a leaf span, made now.
    pub fn wait<F: Future>(
        &self,
        kind: SpanKind,
        name: &'static str,
        inner: F,
    ) -> Recorded<impl Future<Output = F::Output> + use<F>> {
        resource::wait(self.0.clone(), kind, name, inner, |_, output| output)
    }
}

/// Waits for the tick of an interval, which is due so long from now on.
pub fn tick(period: Duration, left: Duration) -> Sleep {
    time::tick(period, Instant::now() + left)
}

/// Puts what blocks a worker into a leaf span, made now.
pub fn blocking<F: Future>(kind: SpanKind, name: &'static str, inner: F) -> Recorded<F> {
    Recorded::new(SpanGuard::new(kind, name, None, Body::Own), succeeds, inner)
}

/// Says how the program ends when its main future is ready: by a panic of its own, at a limit. Nothing more is printed.
pub fn main_ends(status: Status) {
    if let Some(run) = context::current_run() {
        run.set_verdict(status);
    }
}
