//! What can happen to a span.

use crate::{MetaId, PlaceId, ResourceId, SpanId, TextId};

/// One fact of a run: at this time this happened to this span.
///
/// Twenty-four bytes. Events of one recorder stand in the order in which they happened; times never decrease, but many
/// may be equal, because a browser's clock is coarse (0.1 ms without cross-origin isolation).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Nanoseconds since the start of the run.
    pub at_ns: u64,
    /// Whom it happened to.
    pub span: SpanId,
    /// What happened.
    pub kind: EventKind,
}

/// What happened to a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The future was made. Always the first event of its span.
    Create {
        /// The span in whose poll it was made; `None` for the main task.
        parent: Option<SpanId>,
        /// Its kind, name and place of definition.
        meta: MetaId,
    },
    /// The span is awaited at this place (the `.await`, or the branch of a `join!` or `select!`).
    Await {
        /// Where.
        place: PlaceId,
    },
    /// `Future::poll` was called.
    PollStart,
    /// `Future::poll` returned.
    PollEnd {
        /// True for `Poll::Ready`, false for `Poll::Pending`.
        ready: bool,
    },
    /// A waker of the span was called.
    Wake {
        /// By what.
        cause: Cause,
    },
    /// It was asked to end: it is dropped when the event loop comes to it next.
    Abort,
    /// It returned `Pending`, was not woken, and nobody has kept its waker: nothing can wake it.
    WakersGone,
    /// Its timer will come due this long after this event.
    Due {
        /// Microseconds from this event on; `u32::MAX` for all that is further off.
        in_us: u32,
    },
    /// A phase of its work began, as learnt afterwards, maybe only after its end: a request was queued, connected, ...
    Phase {
        /// What the phase is called. It lasts to the next phase, or to the end of the span.
        name: TextId,
        /// Microseconds from the span's creation to the start of the phase.
        after_us: u32,
    },
    /// It made something that spans wait for: a lock, a channel, ...
    Resource {
        /// The id of the thing.
        resource: ResourceId,
        /// What it is called.
        name: TextId,
        /// What it is.
        kind: ResourceKind,
    },
    /// It did something with a resource.
    Use {
        /// Which.
        resource: ResourceId,
        /// What.
        action: Action,
    },
    /// The span is over. Always its last event but for prints, uses of resources and phases.
    End(End),
    /// The program printed while the span was being polled.
    Print {
        /// Standard output or standard error.
        stream: Stream,
        /// What it printed, line ends included.
        text: TextId,
    },
}

/// What called a waker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A timer came due.
    Timer,
    /// Input or output became ready: a response, a file, a database, a message from a worker.
    Io,
    /// Another span did it, while it was being polled or by being woken itself; the same span for a self-wake.
    Span(SpanId),
    /// Something the recorder knows nothing of.
    External,
}

/// What a span can do with a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// It waits for it from now on, until it acquires it or ends.
    Wait,
    /// It got it: holds the lock, the permit.
    Acquire,
    /// It gave it back.
    Release,
    /// It put something in: a message, a notification.
    Put,
    /// It took something out.
    Take,
}

impl Action {
    /// Every action, in the order of the wire format.
    pub const ALL: [Action; 5] = [Action::Wait, Action::Acquire, Action::Release, Action::Put, Action::Take];

    /// Returns the word for it.
    pub fn name(self) -> &'static str {
        match self {
            Action::Wait => "waits for",
            Action::Acquire => "acquires",
            Action::Release => "releases",
            Action::Put => "puts into",
            Action::Take => "takes from",
        }
    }
}

/// What kind of thing spans wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResourceKind {
    /// A lock for one: a mutex, or a read-write lock for writing.
    Mutex,
    /// A read-write lock.
    RwLock,
    /// Permits.
    Semaphore,
    /// A channel with room for a fixed number of messages.
    Channel,
    /// A channel that takes any number of messages.
    UnboundedChannel,
    /// Anything else that is waited for: a notification, a barrier, a cell.
    Signal,
}

impl ResourceKind {
    /// Every kind, in the order of the wire format.
    pub const ALL: [ResourceKind; 6] = [
        ResourceKind::Mutex,
        ResourceKind::RwLock,
        ResourceKind::Semaphore,
        ResourceKind::Channel,
        ResourceKind::UnboundedChannel,
        ResourceKind::Signal,
    ];

    /// Returns the word for it.
    pub fn name(self) -> &'static str {
        match self {
            ResourceKind::Mutex => "mutex",
            ResourceKind::RwLock => "rwlock",
            ResourceKind::Semaphore => "semaphore",
            ResourceKind::Channel => "channel",
            ResourceKind::UnboundedChannel => "unbounded channel",
            ResourceKind::Signal => "signal",
        }
    }

    /// Returns whether spans hold it between acquiring and releasing.
    pub fn is_held(self) -> bool {
        matches!(self, ResourceKind::Mutex | ResourceKind::RwLock | ResourceKind::Semaphore)
    }
}

/// How a span ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// It returned `Poll::Ready`.
    Completed,
    /// It returned `Poll::Ready` with an `Err`.
    Failed,
    /// Its poll panicked.
    Panicked,
    /// It was dropped before it was ready.
    Cancelled,
}

impl End {
    /// Every way to end, in the order of the wire format.
    pub const ALL: [End; 4] = [End::Completed, End::Failed, End::Panicked, End::Cancelled];

    /// Returns the word for it, as it stands in `RunResult` and on the page.
    pub fn name(self) -> &'static str {
        match self {
            End::Completed => "completed",
            End::Failed => "failed",
            End::Panicked => "panicked",
            End::Cancelled => "cancelled",
        }
    }
}

/// What kind of future a span records.
///
/// Every kind but [`Task`](SpanKind::Task), [`Fn`](SpanKind::Fn), [`Block`](SpanKind::Block),
/// [`Branch`](SpanKind::Branch) and [`External`](SpanKind::External) is a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpanKind {
    /// What `spawn` or the entry point created.
    Task,
    /// The body of an `async fn`.
    Fn,
    /// An `async` block or closure.
    Block,
    /// A branch of `join!`, `select!` and their kin, or an awaited future, that no other span stands for.
    Branch,
    /// A sleep, or the tick of an interval.
    Sleep,
    /// One turn given up with `yield_now`.
    Yield,
    /// A wait for a task's end.
    Join,
    /// A request over the network, or the reading of its body.
    Http,
    /// A wait for a mutex or a read-write lock.
    Lock,
    /// A wait for a semaphore's permits.
    Permit,
    /// A wait for room in a channel.
    Send,
    /// A wait for a message of a channel.
    Recv,
    /// A wait for a notification, a barrier, a cell or Ctrl-C.
    Signal,
    /// A wait for the next item of a stream.
    Stream,
    /// A file operation.
    File,
    /// A database operation.
    Database,
    /// A connection's reading or writing, accepting or connecting.
    Net,
    /// Work on another thread: `spawn_blocking`.
    Job,
    /// A JavaScript promise.
    Promise,
    /// A span of the program's own `tracing` instrumentation.
    External,
}

impl SpanKind {
    /// Every kind, in the order of the wire format.
    pub const ALL: [SpanKind; 20] = [
        SpanKind::Task,
        SpanKind::Fn,
        SpanKind::Block,
        SpanKind::Branch,
        SpanKind::Sleep,
        SpanKind::Yield,
        SpanKind::Join,
        SpanKind::Http,
        SpanKind::Lock,
        SpanKind::Permit,
        SpanKind::Send,
        SpanKind::Recv,
        SpanKind::Signal,
        SpanKind::Stream,
        SpanKind::File,
        SpanKind::Database,
        SpanKind::Net,
        SpanKind::Job,
        SpanKind::Promise,
        SpanKind::External,
    ];

    /// Returns the word for it, as it stands in `RunResult` and on the page.
    pub fn name(self) -> &'static str {
        match self {
            SpanKind::Task => "task",
            SpanKind::Fn => "async fn",
            SpanKind::Block => "async block",
            SpanKind::Branch => "branch",
            SpanKind::Sleep => "sleep",
            SpanKind::Yield => "yield",
            SpanKind::Join => "join handle",
            SpanKind::Http => "http",
            SpanKind::Lock => "lock",
            SpanKind::Permit => "permit",
            SpanKind::Send => "send",
            SpanKind::Recv => "recv",
            SpanKind::Signal => "signal",
            SpanKind::Stream => "stream",
            SpanKind::File => "file",
            SpanKind::Database => "database",
            SpanKind::Net => "net",
            SpanKind::Job => "job",
            SpanKind::Promise => "promise",
            SpanKind::External => "span",
        }
    }

    /// Returns whether such a span waits for something outside the program, or for another task.
    pub fn is_leaf(self) -> bool {
        !matches!(
            self,
            SpanKind::Task | SpanKind::Fn | SpanKind::Block | SpanKind::Branch | SpanKind::External
        )
    }
}

/// Where a program prints to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

impl Stream {
    /// Returns the word for it in `RunResult`.
    pub fn name(self) -> &'static str {
        match self {
            Stream::Out => "out",
            Stream::Err => "err",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_takes_no_more_memory_than_the_budget_allows() {
        assert!(size_of::<Event>() <= 24, "{} bytes", size_of::<Event>());
    }
}
