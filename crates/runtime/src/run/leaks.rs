//! What a panic leaves behind where it cannot unwind.
//!
//! In WebAssembly nothing on the stack of a panic, and nothing in the future that panicked, is ever dropped. So whatever
//! would tell the run of its end when dropped is entered here, with the task that it belongs to.

use super::core::{RunCore, lock};
use crate::context;
use crate::platform::LEAKS;
use crate::record::SpanHandle;
use meanwhile_trace::{End, SpanId, Stream};
use std::sync::{Arc, Mutex, Weak};

/// What has to be seen to when the task that it belongs to is leaked.
#[derive(Default)]
pub(crate) struct Leaks(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    spans: Vec<Weak<SpanHandle>>,
    /// At this length the list is freed of what is gone.
    sweep_at: usize,
    /// In the order of their numbers.
    kept: Vec<Entry>,
    next: u64,
}

struct Entry {
    number: u64,
    /// The task that it belongs to.
    task: u64,
    leak: Leak,
}

impl Inner {
    fn find_kept(&self, number: u64) -> Option<usize> {
        self.kept.binary_search_by_key(&number, |it| it.number).ok()
    }
}

/// What becomes of something that its task can no longer give back.
pub(crate) enum Leak {
    /// A lock: it stays locked, because nobody but the leaked guard can reach what it protects.
    Lock,
    /// It is given back for the task.
    GiveBack(Box<dyn FnOnce() + Send>),
}

/// Something that is kept an eye on until this is dropped.
pub(crate) struct Kept {
    run: Arc<RunCore>,
    number: u64,
}

impl Leaks {
    /// Enters a span, to be ended with the task that polled it last.
    pub(crate) fn enter_span(&self, span: &Arc<SpanHandle>) {
        if !LEAKS {
            return;
        }
        let mut inner = lock(&self.0);
        if inner.spans.len() >= inner.sweep_at {
            inner.spans.retain(|it| it.strong_count() > 0);
            inner.sweep_at = (inner.spans.len() * 2).max(64);
        }
        inner.spans.push(Arc::downgrade(span));
    }

    /// Takes the spans that a task polled last, the youngest first.
    fn spans_of(&self, task: u64) -> Vec<Arc<SpanHandle>> {
        let spans: Vec<_> = lock(&self.0).spans.iter().filter_map(Weak::upgrade).collect();
        spans.into_iter().rev().filter(|it| it.task() == task).collect()
    }

    /// Ends spans in whose polls a panic passed by.
    pub(crate) fn end_panicked(&self, under_way: &[SpanId]) {
        let spans: Vec<_> = lock(&self.0).spans.iter().filter_map(Weak::upgrade).collect();
        for id in under_way {
            if let Some(span) = spans.iter().find(|it| it.span() == Some(*id)) {
                span.end(End::Panicked);
            }
        }
    }

    fn take_kept_of(&self, task: u64) -> Vec<Leak> {
        let mut inner = lock(&self.0);
        let (of_task, others): (Vec<_>, _) =
            std::mem::take(&mut inner.kept).into_iter().partition(|it| it.task == task);
        inner.kept = others;
        of_task.into_iter().map(|it| it.leak).collect()
    }
}

impl RunCore {
    /// Keeps an eye on what the task whose turn it is has just got; `None` where panics unwind.
    pub(crate) fn keep(self: &Arc<Self>, leak: impl FnOnce() -> Leak) -> Option<Kept> {
        let task = context::current_task().filter(|_| LEAKS)?;
        let leak = leak();
        let mut inner = lock(&self.leaks.0);
        let number = inner.next;
        inner.next += 1;
        inner.kept.push(Entry { number, task, leak });
        Some(Kept { run: self.clone(), number })
    }

    /// Ends all that a task leaves behind whose panic did not unwind: the spans under way as panicked, the innermost
    /// first, those that they wait for as cancelled.
    pub(crate) fn abandon(&self, task: u64, under_way: &[SpanId]) {
        let kept = self.leaks.take_kept_of(task);
        if kept.iter().any(|it| matches!(it, Leak::Lock)) {
            self.print(
                Stream::Err,
                "note: in a browser a panic does not release the locks that its task holds\n",
            );
        }
        let spans = self.leaks.spans_of(task);
        self.leaks.end_panicked(under_way);
        spans.iter().for_each(|it| it.end(End::Cancelled));
        for leak in kept {
            if let Leak::GiveBack(give_back) = leak {
                give_back();
            }
        }
    }

    /// Ends the spans that are left when all tasks are gone: those that leaked before they were ever polled.
    pub(super) fn end_leaked_spans(&self) {
        let spans = std::mem::take(&mut lock(&self.leaks.0).spans);
        spans.iter().rev().filter_map(Weak::upgrade).for_each(|it| it.end(End::Cancelled));
    }
}

impl Kept {
    /// Returns whether it has been given back for its task, which had handed it on before it panicked.
    pub(crate) fn is_given_back(&self) -> bool {
        lock(&self.run.leaks.0).find_kept(self.number).is_none()
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        let mut inner = lock(&self.run.leaks.0);
        let entry = inner.find_kept(self.number).map(|at| inner.kept.remove(at));
        drop(inner);
        // Only now: what it gives back may be of the run.
        drop(entry);
    }
}
