//! What inference says of the operands of the operator that runs.

use super::Machine;
use super::fiber::Fiber;
use super::hidden::{Hidden, This};
use crate::code::{Op, TypeArgs};
use crate::names::Symbol;
use crate::source::Span;
use crate::tree::{FnId, TraitId};
use crate::value::Value;
use std::rc::Rc;

impl Machine {
    /// What the instruction before says of the operator that runs, with what the parameters around stand for.
    pub(super) fn told_operands(&self, fiber: &Fiber) -> Option<Rc<TypeArgs>> {
        let frame = fiber.frames.last()?;
        let code = self.code(frame.function);
        // The next instruction is noted, this one is before it.
        let before = (frame.pc as usize).checked_sub(2)?;
        let Op::Operands { types } = *code.ops.get(before)? else { return None };
        let types = &code.types[types as usize];
        if !types.open {
            return Some(types.clone());
        }
        let hidden = fiber.hidden().map(|it| &**it);
        let args = types.args.iter().map(|it| self.known_type(it, hidden)).collect();
        Some(Rc::new(TypeArgs { of: types.of, args, open: false }))
    }

    /// The function of an operator's trait that inference has found to be meant, as far as that is known.
    pub(super) fn told_function(
        &self,
        (of, name): (TraitId, Symbol),
        told: Option<&Rc<TypeArgs>>,
        args: &[Value],
    ) -> Option<FnId> {
        let told = told?;
        let program = self.program();
        let meant = told.of?;
        if program.function(meant).in_trait.is_none() {
            return (program.function(meant).name == name).then_some(meant);
        }
        let function = program.traits[of.index()].functions.iter().find(|it| it.0 == name)?.1;
        let types = Rc::new(TypeArgs { of: Some(function), args: told.args.clone(), open: false });
        self.associated_as(told.args.first()?, (Some(of), name), Some(types), args, Span::NONE).ok()
    }

    /// The type arguments of an operator's function, where inference says them.
    pub(super) fn operator_types(
        &self,
        function: FnId,
        told: Option<&Rc<TypeArgs>>,
        args: &[Value],
    ) -> Option<Rc<Hidden>> {
        let says = |it: &&Rc<TypeArgs>| {
            it.of == Some(function) || it.of.is_some_and(|of| self.program().function(of).in_trait.is_some())
        };
        self.hidden_for(function, told.filter(says), None, || This::among(args))
    }
}
