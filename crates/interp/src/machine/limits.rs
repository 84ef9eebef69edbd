//! How much a program may use, and what it has used.

use super::fiber::Frame;
use super::{Machine, Trap};
use crate::source::{FileId, Span};
use crate::value::heap;
use std::cell::Cell;
use std::rc::Rc;

/// How much a program may use. One that goes beyond ends with [`Outcome::Limit`](super::Outcome::Limit), which says of
/// what, and where the program was.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Instructions between two awaits. Default: two thousand million.
    pub turn: u64,
    /// Instructions in all. Default: twenty thousand million.
    pub total: u64,
    /// Calls within calls. Default: 20,000.
    pub depth: usize,
    /// Bytes of values at a time, about. Default: 512 MiB.
    pub memory: usize,
    /// Bytes printed. Default: 16 MiB.
    pub output: usize,
    /// Tasks that are not over, at a time. Default: 200,000.
    pub tasks: usize,
    /// Threads that are not over, at a time. Default: 4,000.
    pub threads: usize,
    /// Bytes of the host's stack for calls that the host itself makes: destructors, `fmt`, what is compared when a vector
    /// is sorted, futures within futures. Default: 640 KiB, for a stack of 1 MiB.
    pub stack: usize,
}

/// The most calls of the host's within each other in a browser, whose own stack has no address: each takes some five
/// kilobytes of one megabyte once its code has been optimised.
const MOST_NESTED: Option<usize> = if cfg!(target_family = "wasm") { Some(100) } else { None };

impl Limits {
    /// The defaults.
    pub const DEFAULT: Limits = Limits {
        turn: 2_000_000_000,
        total: 20_000_000_000,
        depth: 20_000,
        memory: 512 << 20,
        output: 16 << 20,
        tasks: 200_000,
        threads: 4_000,
        stack: 640 << 10,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Limits::DEFAULT
    }
}

/// What a program has used.
#[derive(Debug)]
pub(super) struct Used {
    /// What objects took before it began.
    before: usize,
    printed: Cell<usize>,
    tasks: Rc<Cell<usize>>,
    threads: Rc<Cell<usize>>,
    /// Where the host's stack was when it began to run, and how many runs are within one another.
    base: Cell<usize>,
    entered: Cell<usize>,
}

impl Default for Used {
    fn default() -> Self {
        Used {
            before: heap::used(),
            printed: Cell::default(),
            tasks: Rc::default(),
            threads: Rc::default(),
            base: Cell::default(),
            entered: Cell::default(),
        }
    }
}

/// One of the tasks or threads that are not over.
#[derive(Debug)]
pub(crate) struct Permit(Rc<Cell<usize>>);

impl Drop for Permit {
    fn drop(&mut self) {
        self.0.set(self.0.get().saturating_sub(1));
    }
}

impl Machine {
    /// Looks whether there is room for so many bytes more.
    ///
    /// # Errors
    ///
    /// Fails if there is not.
    pub(crate) fn reserve(&self, bytes: usize, span: Span) -> Result<(), Trap> {
        let used = heap::used().saturating_sub(self.used.before);
        if used.saturating_add(bytes) > self.limits.memory {
            return Err(Trap::Limit("memory", span));
        }
        Ok(())
    }

    /// Notes that so many bytes are printed.
    pub(crate) fn printed(&self, bytes: usize, span: Span) -> Result<(), Trap> {
        let printed = self.used.printed.get().saturating_add(bytes);
        self.used.printed.set(printed);
        if printed > self.limits.output { Err(Trap::Limit("output", span)) } else { Ok(()) }
    }

    /// A permit for one more task.
    pub(crate) fn task_permit(&self, span: Span) -> Result<Permit, Trap> {
        permit(&self.used.tasks, self.limits.tasks, "tasks", span)
    }

    /// A permit for one more thread.
    pub(crate) fn thread_permit(&self, span: Span) -> Result<Permit, Trap> {
        permit(&self.used.threads, self.limits.threads, "threads", span)
    }

    /// Does something that may lead to the same again, as long as the host's stack lasts.
    pub(super) fn deeper<T>(&self, span: Span, work: impl FnOnce() -> Result<T, Trap>) -> Result<T, Trap> {
        self.entered(span)?;
        let result = work();
        self.left();
        result
    }

    /// As the first half of [`deeper`](Machine::deeper).
    pub(super) fn entered(&self, span: Span) -> Result<(), Trap> {
        let marker = 0_u8;
        let here = std::ptr::from_ref(std::hint::black_box(&marker)).addr();
        match self.used.entered.get() {
            0 => self.used.base.set(here),
            nested
                if MOST_NESTED.is_some_and(|most| nested > most)
                    || self.used.base.get().abs_diff(here) > self.limits.stack =>
            {
                return Err(Trap::Limit("recursion", span));
            }
            _ => {}
        }
        self.used.entered.set(self.used.entered.get() + 1);
        Ok(())
    }

    /// As the second half of [`deeper`](Machine::deeper).
    pub(super) fn left(&self) {
        self.used.entered.set(self.used.entered.get().saturating_sub(1));
    }

    /// Says of a limit that was reached within the library where the program has called it.
    pub(super) fn located(&self, frames: &[Frame], trap: Trap) -> Trap {
        match trap {
            Trap::Limit(what, span) if span == Span::NONE || span.file != FileId::PROGRAM => {
                let place = self.caller(frames, span);
                let own = place.file == FileId::PROGRAM && place != Span::NONE;
                Trap::Limit(what, if own { place } else { Span::NONE })
            }
            trap => trap,
        }
    }
}

fn permit(count: &Rc<Cell<usize>>, most: usize, what: &'static str, span: Span) -> Result<Permit, Trap> {
    if count.get() >= most {
        return Err(Trap::Limit(what, span));
    }
    count.set(count.get() + 1);
    Ok(Permit(count.clone()))
}
