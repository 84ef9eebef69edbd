//! `?`.

use super::access::stripped;
use super::dispatch::{fits_type, key_of, key_of_type};
use super::fiber::Then;
use super::hidden::This;
use super::{Fiber, Machine, Trap};
use crate::code::TypeArgs;
use crate::source::{FileId, Span};
use crate::tree::{FnId, Ty};
use crate::value::Value;
use std::rc::Rc;

impl Machine {
    /// What `?` goes on with, or what it returns with: an `Err`, `None`, a `Break`.
    pub(super) fn branched(&self, value: Value) -> Result<Value, Value> {
        let known = &self.known;
        match value.variant() {
            Some((adt, 1)) if adt == known.option => Ok(content(&value)),
            Some((adt, 0)) if adt == known.result || adt == known.control_flow => Ok(content(&value)),
            Some((adt, 0)) if adt == known.poll => self.branched_ready(&value),
            Some((adt, _)) if adt == known.poll => Ok(value),
            _ => Err(value),
        }
    }

    /// As [`branched`](Machine::branched), of a `Poll::Ready` that has a `Result`, or perhaps one in an `Option`.
    fn branched_ready(&self, ready: &Value) -> Result<Value, Value> {
        let inner = content(ready);
        let output = match inner.variant() {
            Some((adt, 1)) if adt == self.known.option => self.some(self.branched(content(&inner))?),
            Some((adt, _)) if adt == self.known.option => inner,
            _ => self.branched(inner)?,
        };
        Ok(Value::adt(self.known.poll, 0, [output]))
    }

    /// Makes the error that a function returns with after `?` one of its own error's type, by a `From` that is called like any
    /// function. What is no error stays as it is.
    pub(super) fn residual(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        register: usize,
        ty: &Ty,
        span: Span,
    ) -> Result<(), Trap> {
        if fiber.stack[register].variant() != Some((self.known.result, 1)) {
            return Ok(());
        }
        let error = content(&fiber.stack[register].take());
        let ty = self.known_type(ty, fiber.hidden().map(|it| &**it));
        let told = self.told_operands(fiber);
        let converted = match self.conversion(&error, &ty, told.as_ref(), span)? {
            Some(function) => {
                let types = self.hidden_for(function, None, None, || This::Type(ty));
                self.begin_above_as(fiber, function, [error], Then::Residual(register as u32), types, span)?
            }
            None => Some(error),
        };
        if let Some(error) = converted {
            fiber.stack[register] = self.result(Err(error));
        }
        Ok(())
    }

    /// The `From` that makes a value one of another type; none if it is one already.
    fn conversion(
        &self,
        value: &Value,
        ty: &Ty,
        told: Option<&Rc<TypeArgs>>,
        span: Span,
    ) -> Result<Option<FnId>, Trap> {
        if *ty == Ty::Unknown && self.program_converts(value) {
            let message = "type annotations needed: which error `?` returns here is not known";
            return Err(Trap::unsupported(span, message));
        }
        let same = key_of_type(ty).is_none_or(|it| key_of(&stripped(value)) == Some(it));
        let program = self.program();
        let is_box = matches!(ty, Ty::Adt(adt, _) if *adt == self.known.boxed);
        let (Some(&of), Some(name)) = (program.lang.traits.get("From"), program.names.find("from")) else {
            return Ok(None);
        };
        if let Some(function) = self.told_function((of, name), told, std::slice::from_ref(value)) {
            return Ok(Some(function));
        }
        if same && !is_box {
            return Ok(None);
        }
        self.associated(ty, Some(of), name, std::slice::from_ref(value), span).map(Some)
    }

    /// Whether the program has a `From` that takes such a value.
    fn program_converts(&self, value: &Value) -> bool {
        let program = self.program();
        let from = program.lang.traits.get("From");
        program.impls.iter().filter(|it| it.span.file == FileId::PROGRAM).any(|it| match &it.of {
            Some((of, args)) if Some(of) == from => args.first().is_some_and(|it| fits_type(it, value)),
            _ => false,
        })
    }
}

/// What is in a variant, taken out of it.
fn content(value: &Value) -> Value {
    match value {
        Value::Obj(object) => object.put(0, Value::Moved),
        _ => Value::Unit,
    }
}
