//! Fibers on their way: from one wait to the next.

use super::fiber::Then;
use super::future::HostFuture;
use super::iterate::placed;
use super::unwind::Standing;
use super::{Fiber, Machine, TICK, Trap};
use crate::code::{Code, Pc};
use crate::source::Span;
use crate::value::Value;
use std::rc::Rc;
use std::task::{Context, Poll};

/// Instructions between two looks at the limits.
pub(super) const STRIDE: i64 = 4096;

/// What a jump back or a return counts at most: what it has passed over was not run.
const MOST: usize = 128;

/// When the limits are looked at: in the library later, because it does not give way to other threads.
#[inline(always)]
pub(super) fn floor(code: &Code) -> i64 {
    if code.own { 0 } else { -STRIDE }
}

#[inline(always)]
pub(super) fn counted(instructions: usize) -> i64 {
    instructions.min(MOST) as i64
}

/// As how many instructions a wait is counted.
const WAIT: i64 = 1024;

impl Machine {
    /// Runs a fiber until it has returned or waits.
    pub(super) fn run(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        cx: Option<&mut Context<'_>>,
    ) -> Poll<Result<Value, Trap>> {
        if let Err(trap) = self.entered(Span::NONE) {
            return Poll::Ready(Err(trap));
        }
        let outer = self.standing.replace(Standing::of(fiber, cx.is_some()));
        let outcome = self.run_on(fiber, cx);
        self.standing.set(outer);
        self.left();
        outcome
    }

    /// Runs a fiber until it has returned, or has something to wait for, which is not polled.
    pub(super) fn run_to_wait(self: &Rc<Self>, fiber: &mut Fiber) -> Option<Result<Value, Trap>> {
        let outer = self.standing.replace(Standing::of(fiber, true));
        let turn_ends = self.spent.get() + self.limits.turn;
        let outcome = match self.go(fiber, turn_ends) {
            Ok(value) => value.map(Ok),
            Err(trap) => self.unwound(fiber, trap).map(Err),
        };
        self.standing.set(outer);
        outcome
    }

    fn run_on(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        mut cx: Option<&mut Context<'_>>,
    ) -> Poll<Result<Value, Trap>> {
        let turn_ends = self.spent.get() + self.limits.turn;
        if let Some(cx) = cx.as_deref()
            && !fiber.blocking
            && fiber.waiting.is_none()
            && self.is_blocked(cx)
        {
            return Poll::Pending;
        }
        loop {
            if let Some((future, register)) = &mut fiber.waiting {
                let Some(cx) = cx.as_deref_mut() else { return Poll::Pending };
                let register = *register;
                if !fiber.blocking && !fiber.blocked_below && self.is_blocked(cx) {
                    return Poll::Pending;
                }
                let frame = fiber.frames.last().map(|it| (it.function, it.pc));
                self.awaits.borrow_mut().extend(frame);
                let polled = future.as_mut().poll(cx);
                if frame.is_some() {
                    self.awaits.borrow_mut().pop();
                }
                fiber.blocked_below = polled.is_pending() && !fiber.blocking && self.task_is_blocked();
                match polled {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(outcome) => {
                        fiber.waiting = None;
                        if std::mem::take(&mut fiber.blocking) {
                            self.block(false);
                        }
                        match outcome {
                            Ok(value) => fiber.stack[register] = value,
                            Err(trap) => match self.unwound(fiber, self.located(&fiber.frames, trap)) {
                                Some(trap) => return Poll::Ready(Err(trap)),
                                None => continue,
                            },
                        }
                    }
                }
            }
            match self.go(fiber, turn_ends) {
                Ok(Some(value)) => return Poll::Ready(Ok(value)),
                Ok(None) => {}
                Err(Trap::Wait(_)) => {
                    let trap = Trap::fault(Span::NONE, "a wait without a place for its output");
                    return Poll::Ready(Err(trap));
                }
                Err(trap) => {
                    let trap = self.located(&fiber.frames, trap);
                    if let Some(trap) = self.unwound(fiber, trap) {
                        return Poll::Ready(Err(trap));
                    }
                }
            }
        }
    }

    /// Lets a fiber wait for a future that no await asks for: a thread waits, an async body blocks its thread.
    pub(super) fn wait_for(&self, fiber: &mut Fiber, future: HostFuture, register: usize) {
        self.count_wait();
        fiber.waiting = Some((future, register));
        if self.standing() == Standing::Task {
            fiber.blocking = true;
            self.block(true);
        }
    }

    /// Takes what has been run since the last look at the limits from them. In the library there is no more after that
    /// until the program's own code goes on, which gives way to other threads first.
    #[cold]
    pub(super) fn refuel(&self, turn_ends: u64, floor: i64, span: Span) -> Result<(), Trap> {
        let full = STRIDE + floor;
        let spent = self.spent.get() + (full - self.fuel.replace(full)).unsigned_abs();
        self.spent.set(spent);
        if spent >= self.next_tick.get() {
            self.next_tick.set(spent + TICK);
            if let Some(tick) = self.tick.get() {
                tick();
            }
        }
        if spent > self.limits.total {
            return Err(Trap::Limit("instructions", span));
        }
        if spent > turn_ends {
            return Err(Trap::Limit("instructions without an await", span));
        }
        self.reserve(0, span)
    }

    /// Counts a wait, which costs the host as much as many instructions.
    pub(super) fn count_wait(&self) {
        self.fuel.set(self.fuel.get() - WAIT);
    }

    /// Puts the result of a call that has ended, which is where its registers began, where it goes; that may lead elsewhere in the caller, or to a destructor.
    #[inline(never)]
    pub(super) fn returned(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        then: Then,
        base: usize,
    ) -> Result<Option<Pc>, Trap> {
        let value = fiber.stack[base].take();
        match then {
            Then::Return => fiber.stack[base] = value,
            Then::Catch => fiber.stack[base] = self.result(Ok(value)),
            Then::Next(register, end) => match value {
                Value::Obj(option) => fiber.stack[register as usize] = option.put(0, Value::Moved),
                _ => return Ok(Some(end)),
            },
            Then::Put(register) => fiber.stack[register as usize] = value,
            Then::Iter(register) => fiber.stack[register as usize] = placed(value),
            Then::Residual(register) => fiber.stack[register as usize] = self.result(Err(value)),
            Then::Deref => fiber.derefs.push((fiber.frames.len(), value)),
            Then::Done => {}
            Then::Compare(op, register) => fiber.stack[register as usize] = self.answer(op, &value),
            Then::Drop => {
                self.dropped(fiber)?;
            }
        }
        Ok(None)
    }
}
