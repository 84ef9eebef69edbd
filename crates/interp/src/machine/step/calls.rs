//! Calls that are looked up, and what waits.

use super::{Flow, take_row};
use crate::code::{Code, Op, PathSite, Reg};
use crate::machine::call::Begun;
use crate::machine::fiber::Then;
use crate::machine::hidden::This;
use crate::machine::trail::Trail;
use crate::machine::{Fiber, Machine, Trap};
use crate::source::Span;
use crate::tree::{FnId, Ty};
use crate::value::Value;
use std::rc::Rc;

impl Machine {
    /// Questions, awaits, loops and what the machine itself does.
    pub(super) fn flow_step(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        code: &Code,
        base: usize,
        op: Op,
        span: Span,
    ) -> Result<Flow, Trap> {
        let at = |reg: Reg| base + reg as usize;
        match op {
            Op::Try { dst, src, on } => {
                let taken = fiber.stack[at(src)].take();
                match self.branched(taken) {
                    Ok(output) => {
                        fiber.stack[at(dst)] = output;
                        return Ok(Flow::To(on));
                    }
                    Err(residual) => fiber.stack[at(dst)] = residual,
                }
            }
            Op::Residual { reg, cast } => {
                self.residual(fiber, at(reg), &code.casts[cast as usize], span)?;
            }
            Op::Await { dst, future, text } => {
                let awaited = fiber.stack[at(future)].take();
                let future = self.into_future(awaited, span);
                self.count_wait();
                fiber.waiting = Some((self.awaited(&code.awaits[text as usize], span, future), at(dst)));
                return Ok(Flow::Wait);
            }
            Op::Note { note, at: first } => {
                let told = &code.notes[note as usize];
                self.note(told, fiber.stack.get(at(first)..).unwrap_or_default());
            }
            Op::Iter { dst, src } => {
                let source = fiber.stack[at(src)].take();
                self.iterator(fiber, source, at(dst), span)?;
            }
            Op::Next { dst, iter, end } => return self.next(fiber, at(dst), at(iter), end, span),
            Op::Builtin { builtin, at: first, count } => {
                let builtin = &code.builtins[builtin as usize];
                let args = take_row(fiber, at(first), count);
                match self.builtin(builtin, args, span) {
                    Ok(value) => fiber.stack[at(first)] = value,
                    Err(Trap::Wait(future)) => {
                        self.wait_for(fiber, future, at(first));
                        return Ok(Flow::Wait);
                    }
                    Err(trap) => return Err(trap),
                }
            }
            _ => return Err(Trap::fault(span, "an instruction in the wrong place")),
        }
        Ok(Flow::On)
    }

    /// The function of a trait itself, which finds out what is meant when it is called.
    fn required(&self, ty: &Ty, site: &PathSite) -> Option<FnId> {
        let program = self.program();
        let functions = &program.traits[site.of.filter(|_| *ty == Ty::Unknown)?.index()].functions;
        functions.iter().find(|it| it.0 == site.name).map(|it| it.1)
    }

    /// Calls that are looked up.
    pub(super) fn call_step(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        code: &Code,
        base: usize,
        op: Op,
        span: Span,
    ) -> Result<Flow, Trap> {
        let (at, begun) = match op {
            Op::CallValue { at, count } => {
                let at = base + at as usize;
                (at, self.begin_value(fiber, at, count as usize, span))
            }
            Op::CallGeneric { function, at, count, types } => {
                let at = base + at as usize;
                let given = &code.types[types as usize];
                let types = self.hidden_for(function, Some(given), fiber.hidden(), || This::Unknown);
                (at, self.begin(fiber, function, at..at + count as usize, span, Then::Return, types))
            }
            Op::CallPath { site, at, count } => {
                let site = &code.paths[site as usize];
                let at = base + at as usize;
                let hidden = fiber.hidden().cloned();
                let ty = self.known_type(&site.ty, hidden.as_deref());
                let args = &fiber.stack[at..at + count as usize];
                let told = self.told_types(site.types.as_ref(), hidden.as_ref());
                let function = self.associated_as(&ty, (site.of, site.name), told, args, span)?;
                let this = || This::known(ty, args.first());
                let types = self.hidden_for(function, site.types.as_ref(), hidden.as_ref(), this);
                (at, self.begin(fiber, function, at..at + count as usize, span, Then::Return, types))
            }
            Op::Path { dst, site } => {
                let site = &code.paths[site as usize];
                let hidden = fiber.hidden().cloned();
                let ty = self.known_type(&site.ty, hidden.as_deref());
                let value = match self.associated_constant(&ty, site.of, site.name) {
                    Some(global) => self.global(global, This::Type(ty))?,
                    None => {
                        let found = self.associated(&ty, site.of, site.name, &[], span);
                        let function = found.or_else(|trap| self.required(&ty, site).ok_or(trap))?;
                        let this = || This::known(ty, None);
                        let types = self.hidden_for(function, site.types.as_ref(), hidden.as_ref(), this);
                        Value::Fn(function, types)
                    }
                };
                fiber.stack[base + dst as usize] = value;
                return Ok(Flow::On);
            }
            Op::Method { site, at, count, place } => {
                let site = &code.methods[site as usize];
                let at = base + at as usize;
                let receiver = fiber.stack[at].take();
                let open = self.told(site, fiber.hidden());
                let site = open.as_ref().unwrap_or(site);
                let args = &fiber.stack[at + 1..at + count as usize];
                let found = self.method((&receiver, place), site, args, &Trail::of(fiber));
                if matches!(found, Err(Trap::Deref(..))) {
                    fiber.stack[at] = receiver;
                }
                let found = match self.trailed(fiber, found, span)? {
                    Ok(found) => found,
                    Err(flow) => return Ok(flow),
                };
                fiber.stack[at] = found.receiver;
                let this = || This::Of(fiber.stack[at].clone());
                let types = self.hidden_for(found.function, site.types.as_ref(), fiber.hidden(), this);
                (at, self.begin(fiber, found.function, at..at + count as usize, span, Then::Return, types))
            }
            _ => return Err(Trap::fault(span, "a call that is none")),
        };
        match begun {
            Ok(Begun::Frame) => Ok(Flow::On),
            Ok(Begun::Done(value)) => {
                fiber.stack[at] = value;
                Ok(Flow::On)
            }
            Err(Trap::Wait(future)) => {
                self.wait_for(fiber, future, at);
                Ok(Flow::Wait)
            }
            Err(trap) => Err(trap),
        }
    }
}
