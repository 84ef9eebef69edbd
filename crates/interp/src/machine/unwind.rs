//! Panics on their way: where they are said to come from, who hears of them, who catches them; and what ends it all.

use super::call::Begun;
use super::fiber::{Frame, Then};
use super::future::{Coroutine, HostFuture, ready};
use super::{Fiber, Machine, Panic, Trap};
use crate::native::thread::Threads;
use crate::native::unwind::Hook;
use crate::source::{FileId, Span};
use crate::tree::{FnId, IntTy};
use crate::value::{Head, Obj, Value};
use meanwhile_runtime::print;
use meanwhile_trace::Stream;
use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// What code that runs is part of, which says whether it can wait and what that means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Standing {
    /// A thread: it waits while other threads run.
    Thread,
    /// An async body.
    Task,
    /// A call that the host has made, and which it wants to have done at once.
    #[default]
    Nested,
}

impl Standing {
    pub(super) fn of(fiber: &Fiber, may_wait: bool) -> Self {
        match (may_wait, fiber.thread) {
            (true, true) => Standing::Thread,
            (true, false) => Standing::Task,
            (false, _) => Standing::Nested,
        }
    }
}

/// A trap that ends the program, and whom to tell.
#[derive(Debug, Default)]
pub(super) struct Fatal {
    trap: RefCell<Option<Trap>>,
    waker: RefCell<Option<Waker>>,
}

/// The variant by which a box is known to be one of `dyn Any`, where values alone tell no types: that is how it prints.
pub(crate) const OPAQUE: u32 = 1;

impl Machine {
    /// What the code that runs is part of.
    pub(crate) fn standing(&self) -> Standing {
        self.standing.get()
    }

    /// Whether values are being dropped because of a panic.
    pub(crate) fn is_unwinding(&self) -> bool {
        self.unwinding.get() > 0
    }

    /// Ends the program with a trap that has come up aside from its `main`.
    pub(crate) fn fail(&self, trap: Trap) {
        self.fatal.trap.borrow_mut().get_or_insert(trap);
        if let Some(waker) = self.fatal.waker.take() {
            waker.wake();
        }
    }

    /// A future's output, unless the program is ended before.
    pub(super) async fn or_fatal(&self, mut future: HostFuture) -> Result<Value, Trap> {
        poll_fn(move |cx| {
            let polled = future.as_mut().poll(cx);
            if let Some(trap) = self.fatal.trap.take() {
                return Poll::Ready(Err(trap));
            }
            self.fatal.waker.replace(Some(cx.waker().clone()));
            polled
        })
        .await
    }

    /// A thread that calls a closure.
    pub(crate) fn thread(self: &Rc<Self>, callee: Value, span: Span) -> Result<HostFuture, Trap> {
        let mut fiber = Fiber { thread: true, ..Fiber::default() };
        fiber.stack.push(callee);
        Ok(match self.begin_value(&mut fiber, 0, 0, span)? {
            Begun::Done(value) => ready(value),
            Begun::Frame => Box::pin(Coroutine::new(self.clone(), fiber, FnId(0))),
        })
    }

    /// Lets other threads run, of which one may be waited for in a loop.
    pub(super) fn gives_way(&self, fiber: &mut Fiber) -> bool {
        if self.standing() != Standing::Thread {
            return false;
        }
        let Some(turn) = self.state.of::<Threads>().give_way(false) else { return false };
        // What the turn yields goes to a register that the thread does not use.
        let spare = self.above(fiber);
        if fiber.stack.len() <= spare {
            fiber.stack.resize(spare + 1, Value::Moved);
        }
        fiber.waiting = Some((turn, spare));
        true
    }

    /// Begins the call that `catch_unwind` asks for, in its place.
    pub(super) fn begin_caught(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        callee: Value,
        at: usize,
        span: Span,
    ) -> Result<Begun, Trap> {
        fiber.stack[at] = callee;
        match self.begin_value(fiber, at, 0, span) {
            Ok(Begun::Done(value)) => Ok(Begun::Done(self.result(Ok(value)))),
            Ok(Begun::Frame) => {
                if let Some(frame) = fiber.frames.last_mut() {
                    frame.then = Then::Catch;
                }
                Ok(Begun::Frame)
            }
            Err(Trap::Panic(mut panic)) => {
                self.heard(&panic);
                let payload = self.payload(&mut panic);
                Ok(Begun::Done(self.result(Err(payload))))
            }
            Err(trap) => Err(trap),
        }
    }

    /// Leaves scopes after a panic: those of the calls within a `catch_unwind`, which it goes on behind, or all. Nothing is
    /// left in order after anything worse.
    pub(super) fn unwound(self: &Rc<Self>, fiber: &mut Fiber, trap: Trap) -> Option<Trap> {
        let Trap::Panic(mut panic) = trap else { return Some(trap) };
        if !panic.reported.get() {
            let inside = fiber.frames.iter().any(|it| self.is_own(it.function));
            panic.span = self.caller(&fiber.frames, panic.span);
            if panic.chain.is_empty() {
                panic.chain = self.chain(&fiber.frames);
            }
            // A call that the host has made says where it is itself, if this does not.
            if inside || self.standing() != Standing::Nested {
                self.heard(&panic);
            }
        }
        self.unwinding.set(self.unwinding.get() + 1);
        let catcher = fiber.frames.iter().rposition(|it| it.then == Then::Catch);
        let left = match catcher {
            Some(index) => self.caught(fiber, index, &mut panic),
            None => {
                self.abandon(fiber);
                Some(Trap::Panic(panic))
            }
        };
        self.unwinding.set(self.unwinding.get() - 1);
        left
    }

    fn caught(self: &Rc<Self>, fiber: &mut Fiber, index: usize, panic: &mut Panic) -> Option<Trap> {
        fiber.waiting = None;
        let Frame { marks, base, .. } = fiber.frames[index];
        let (marks, base) = (marks as usize, base as usize);
        // A destructor that panics while a panic is on its way has said so on standard error.
        let _ = self.leave_scopes(fiber, marks, index);
        fiber.frames.truncate(index);
        fiber.end_trail();
        fiber.stack[base..].fill(Value::Moved);
        fiber.stack[base] = {
            let payload = self.payload(panic);
            self.result(Err(payload))
        };
        if fiber.frames.is_empty() {
            let fault = Trap::fault(panic.span, "a panic was caught by nobody");
            return Some(fault);
        }
        None
    }

    /// The calls of the program that are under way in a fiber, and the awaits around it; the innermost first.
    fn chain(&self, frames: &[Frame]) -> Vec<(String, Span)> {
        let program = self.program();
        let step = |function: FnId, pc: u32| {
            let span = self.code(function).spans.get((pc as usize).wrapping_sub(1)).copied()?;
            let function = program.function(function);
            let own = function.span.file == FileId::PROGRAM && span.file == FileId::PROGRAM;
            own.then(|| (program.names.text(function.name).to_string(), span))
        };
        let calls = frames.iter().rev().filter_map(|it| step(it.function, it.pc));
        let awaits = self.awaits.borrow();
        calls.chain(awaits.iter().rev().filter_map(|(function, pc)| step(*function, *pc))).collect()
    }

    fn is_own(&self, function: FnId) -> bool {
        self.program.borrow().function(function).span.file == FileId::PROGRAM
    }

    /// The place in the program that something in the library is said to happen at: the call that has led there. Functions
    /// with `#[track_caller]` are looked through.
    pub(crate) fn caller(&self, frames: &[Frame], span: Span) -> Span {
        let mut place = span;
        let mut known = span.file == FileId::PROGRAM && span != Span::NONE;
        for frame in frames.iter().rev() {
            let program = self.program.borrow();
            let function = program.function(frame.function);
            if function.span.file == FileId::PROGRAM {
                if !known {
                    let spans = &self.code(frame.function).spans;
                    place = spans.get((frame.pc as usize).wrapping_sub(1)).copied().unwrap_or(span);
                }
                if !function.attributes.iter().any(|it| &*it.path == "track_caller") {
                    return place;
                }
            }
            known = false;
        }
        place
    }

    /// What a panic is passed on with: a `Box<dyn Any + Send>`.
    pub(crate) fn payload(&self, panic: &mut Panic) -> Value {
        match panic.payload.take() {
            Value::Moved => self.opaque(self.string(panic.message.as_str())),
            Value::Obj(object) if object.head == Head::Adt(self.known.boxed) => self.opaque(object.get(0)),
            other => self.opaque(other),
        }
    }

    /// A box that is known to be one of `dyn Any`.
    fn opaque(&self, value: Value) -> Value {
        Value::adt(self.known.boxed, OPAQUE, [value])
    }

    /// The name of the file that a place is in.
    pub(crate) fn file_name(&self, span: Span) -> Rc<str> {
        let program = self.program();
        program.files.get(span.file.0 as usize).map_or_else(|| "src/main.rs".into(), |it| it.name.clone())
    }

    /// Tells the program's hook of a panic, or says what Rust's own hook says.
    fn heard(self: &Rc<Self>, panic: &Panic) {
        if panic.reported.replace(true) || self.quiet.get() {
            return;
        }
        let hook = self.state.of::<Hook>().0.borrow().clone();
        if !matches!(hook, Value::Moved)
            && let Some(info) = self.hook_info(panic)
        {
            // A hook that panics itself has been heard of.
            let _ = self.call_value(hook, [info]);
            return;
        }
        let name = self.state.of::<Threads>().name();
        let (line, column, message) = (panic.span.line, panic.span.column, &panic.message);
        let file = self.file_name(panic.span);
        let text = format!("\nthread '{name}' panicked at {file}:{line}:{column}:\n{message}\n");
        print::print(Stream::Err, format_args!("{text}"));
    }

    /// A `&PanicHookInfo`.
    fn hook_info(&self, panic: &Panic) -> Option<Value> {
        let program = self.program();
        let adts = &program.lang.adts;
        let (info, location) = (*adts.get("PanicHookInfo")?, *adts.get("Location")?);
        let number = |it: u32| Value::int(IntTy::U32, i128::from(it));
        let place =
            [Value::str(&self.file_name(panic.span)), number(panic.span.line), number(panic.span.column)];
        let payload = match &panic.payload {
            Value::Moved => self.opaque(self.string(panic.message.as_str())),
            text @ Value::Str(_) => self.opaque(text.clone()),
            other => other.clone(),
        };
        let info = Value::adt(info, 0, [payload, Value::adt(location, 0, place)]);
        Some(Value::Ref(0, Obj::cell(info)))
    }
}
