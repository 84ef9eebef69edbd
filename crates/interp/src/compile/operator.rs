//! Operators.

use super::{Compiler, is_scalar};
use crate::code::{Op, Reg, TypeArgs};
use crate::source::FileId;
use crate::tree::{BinaryOp, Expr, ExprId, ExprKind, Lit, Ty};
use std::rc::Rc;

impl Compiler<'_> {
    /// `left op right`.
    pub(super) fn binary(&mut self, op: BinaryOp, (left, right): (&Expr, &Expr), at: ExprId, dst: Reg) {
        if op.compares() && matches!(self.ty(left), Ty::Ptr(..)) {
            let [left, right] = [left, right].map(|it| self.address(it));
            self.emit(Op::Binary { op, dst, left, right });
            return;
        }
        // `text == string` looks at the right operand, too.
        let look = op.compares() && !(is_scalar(self.ty(left)) && is_scalar(self.ty(right)));
        if let Some(right) = self.small(left, right) {
            let left = self.operand(left);
            self.emit(Op::BinaryInt { op, dst, left, right });
            return;
        }
        let (left, right) = if look {
            (self.looked_at(left), self.looked_at(right))
        } else {
            (self.operand(left), self.operand(right))
        };
        self.operands(at);
        self.emit(Op::Binary { op, dst, left, right });
    }

    /// A register with the address that a pointer has: what it leads to does not matter.
    fn address(&mut self, pointer: &Expr) -> Reg {
        let reg = self.alloc();
        self.value(pointer, reg);
        self.emit(Op::Address { dst: reg, src: reg });
        reg
    }

    /// Says before an operator what inference has found of its operands.
    pub(super) fn operands(&mut self, at: ExprId) {
        let Some(of) = self.types.operator(at) else { return };
        let function = self.bodies.program().function(of);
        if function.in_trait.is_none() && function.span.file != FileId::PROGRAM {
            return;
        }
        let args = self.types.args.get(&at).map_or_else(|| Rc::new([]) as Rc<[Ty]>, |it| it.1.clone());
        let open = args.iter().any(Ty::is_open);
        self.code.generic |= open;
        let types = self.type_list(Rc::new(TypeArgs { of: Some(of), args, open }));
        self.emit(Op::Operands { types });
    }

    /// The right operand of an operator, if it is a literal of the left one's type that has room in an instruction.
    pub(super) fn small(&self, left: &Expr, right: &Expr) -> Option<i32> {
        match (&right.kind, self.ty(left)) {
            (ExprKind::Lit(Lit::Int(value, None)), Ty::Int(_)) => i32::try_from(*value).ok(),
            _ => None,
        }
    }

    /// A register to look at: the place of a place, or a value that is kept until the statement ends.
    pub(super) fn looked_at(&mut self, expr: &Expr) -> Reg {
        // A variable is looked at where it is: it is not moved, nor copied if it is `Copy`.
        if let ExprKind::Local(local) = expr.kind
            && !self.boxed.contains(&local)
        {
            return self.registers.get(&local).copied().unwrap_or_default();
        }
        let placed = super::place::is_place(expr) && !is_scalar(self.ty(expr));
        if placed || self.hoisted.contains_key(&expr.id) {
            return self.place(expr, false);
        }
        let reg = self.alloc();
        self.value(expr, reg);
        if !is_scalar(self.ty(expr)) {
            self.keep(reg);
        }
        reg
    }

    /// As [`assign`](Compiler::assign), of an operator that assigns.
    pub(super) fn assign_op(&mut self, op: BinaryOp, place: &Expr, value: &Expr, at: ExprId) {
        if let (Some(home), Some(right)) = (self.plain_local(place), self.small(place, value)) {
            self.emit(Op::BinaryInt { op, dst: home, left: home, right });
            return;
        }
        let value = self.operand(value);
        match &place.kind {
            ExprKind::Local(local) if !self.boxed.contains(local) => {
                if let Some(&dst) = self.registers.get(local) {
                    self.emit(Op::AssignOpReg { op, dst, value });
                }
            }
            ExprKind::Local(local) => {
                let (cell, place) = (self.registers.get(local).copied().unwrap_or_default(), self.alloc());
                self.operands(at);
                self.emit(Op::AssignOpCell { op, cell, place, value });
            }
            _ => {
                let place = self.place(place, true);
                self.operands(at);
                self.emit(Op::AssignOp { op, place, value });
            }
        }
    }
}
