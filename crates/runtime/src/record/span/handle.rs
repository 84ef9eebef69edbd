//! The waker of a span: who to tell of its wakes, and who to wake after it.

use crate::context;
use crate::run::{RunCore, lock};
use meanwhile_trace::{End, SpanId, SpanKind};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Wake, Waker};

/// The waker of a span: records the wake, then passes it on upwards.
pub(crate) struct SpanHandle {
    pub(super) run: Arc<RunCore>,
    kind: SpanKind,
    /// The span's number; 0 as long as it is not known whether it will be one.
    pub(super) number: AtomicU32,
    pub(super) mode: AtomicU8,
    /// Who woke it while it was on hold: 0 for nobody, [`SELF`] for itself, else a span's number.
    pub(super) early: AtomicU32,
    /// Whether that wake is to take effect only when no other task can run.
    early_deferred: AtomicBool,
    /// Whether it was woken since its last poll began.
    pub(super) woken: AtomicBool,
    /// The task that polled it last; 0 for none.
    pub(super) task: AtomicU64,
    parent: Mutex<Option<Waker>>,
}

/// Wakes are recorded and passed on.
pub(super) const RECORDING: u8 = 0;
/// Wakes are passed on.
pub(super) const SILENT: u8 = 1;
/// Wakes are kept until it is known what to do with them.
const ON_HOLD: u8 = 2;

/// The span itself, where a number of a span stands.
pub(super) const SELF: u32 = u32::MAX;

impl SpanHandle {
    pub(super) fn new(run: Arc<RunCore>, kind: SpanKind, span: Option<SpanId>) -> Arc<Self> {
        let handle = Arc::new(SpanHandle {
            run,
            kind,
            number: AtomicU32::new(span.map_or(0, SpanId::number)),
            mode: AtomicU8::new(if span.is_some() { RECORDING } else { ON_HOLD }),
            early: AtomicU32::new(0),
            early_deferred: AtomicBool::new(false),
            woken: AtomicBool::new(false),
            task: AtomicU64::new(0),
            parent: Mutex::new(None),
        });
        handle.run.leaks.enter_span(&handle);
        handle
    }

    /// Returns the number of the task that polled it last; 0 for none.
    pub(crate) fn task(&self) -> u64 {
        self.task.load(Ordering::Relaxed)
    }

    /// Ends the span, unless it is over.
    pub(crate) fn end(&self, end: End) {
        if let Some(span) = self.span().filter(|_| self.is_live()) {
            self.record_end(span, end);
        }
    }

    pub(crate) fn span(&self) -> Option<SpanId> {
        SpanId::from_number(self.number.load(Ordering::Relaxed))
    }

    pub(super) fn is_live(&self) -> bool {
        self.mode.load(Ordering::Relaxed) == RECORDING
    }

    pub(super) fn set_parent(&self, waker: &Waker) {
        let mut parent = lock(&self.parent);
        match &mut *parent {
            Some(it) => it.clone_from(waker),
            None => *parent = Some(waker.clone()),
        }
    }

    pub(super) fn record_end(&self, span: SpanId, end: End) {
        self.mode.store(SILENT, Ordering::Relaxed);
        self.run.recorder.end(span, end);
        self.run.no_longer_waiting(span, self.kind);
    }

    pub(super) fn pass_on(&self, from: Option<SpanId>) {
        // The lock is let go before the waker is called: it may come back here.
        let parent = lock(&self.parent).clone();
        let Some(parent) = parent else { return };
        match from {
            Some(span) => context::wake_from(&self.run, span, || parent.wake()),
            None => parent.wake(),
        }
    }
}

impl SpanHandle {
    /// Passes a wake on that came while it was on hold.
    pub(super) fn pass_on_early(&self, from: Option<SpanId>) {
        if self.early_deferred.load(Ordering::Relaxed) {
            context::wake_deferred(|| self.pass_on(from));
        } else {
            self.pass_on(from);
        }
    }
}

impl Wake for SpanHandle {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let span = self.span();
        match (self.mode.load(Ordering::Relaxed), span) {
            (ON_HOLD, _) => {
                let by = context::waking(&self.run).map_or(SELF, SpanId::number);
                let is_first = self.early.swap(by, Ordering::Relaxed) == 0;
                let deferred =
                    context::is_deferring() && (is_first || self.early_deferred.load(Ordering::Relaxed));
                self.early_deferred.store(deferred, Ordering::Relaxed);
                return;
            }
            (RECORDING, Some(span)) => {
                self.woken.store(true, Ordering::Relaxed);
                let (cause, just_now) = context::cause(&self.run, self.kind);
                self.run.record_wake(span, cause, just_now);
            }
            _ => {}
        }
        self.pass_on(span.or_else(|| context::waking(&self.run)));
    }
}
