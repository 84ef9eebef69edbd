//! How long what an initial value makes in passing lives.

use super::Compiler;
use super::pattern::is_rest;
use super::place::is_place;
use crate::code::{Op, Reg};
use crate::tree::{Builtin, Expr, ExprKind, Pat, PatKind};

impl Compiler<'_> {
    /// The value a variable starts with. What it refers to lives as long as the variable; what else is made in passing is
    /// dropped at once.
    pub(super) fn initial(&mut self, init: &Expr, dst: Reg) {
        match &init.kind {
            ExprKind::Ref { of, .. } if !is_place(of) => {
                let temp = self.alloc();
                self.initial(of, temp);
                self.emit(Op::Cell { reg: temp });
                self.keep(temp);
                self.emit(Op::RefCell { dst, cell: temp });
                self.followed(init, dst);
            }
            ExprKind::Builtin(Builtin::Pin, args) => self.pinned(&args[0], dst, Self::initial),
            _ => {
                self.hoist(init);
                self.with_temps(|it| it.scoped(|it| it.value(init, dst)));
            }
        }
    }

    /// Makes cells for what outlives an initial value beside others that do not, or is made in a branch of it.
    fn hoist(&mut self, init: &Expr) {
        let program = self.bodies.program();
        init.each_extended(program, &mut |value, mutable| {
            if mutable || !value.is_constant() {
                let cell = self.alloc();
                self.emit(Op::Unit { dst: cell });
                self.emit(Op::Cell { reg: cell });
                self.keep(cell);
                self.hoisted.insert(value.id, cell);
            }
        });
    }

    /// A cell for a value: its own register, which is kept if it has to be, or one that has been made before.
    pub(super) fn housed(&mut self, value: &Expr, reg: Reg, kept: bool) -> Reg {
        if let Some(cell) = self.hoisted.remove(&value.id) {
            let place = self.alloc();
            self.emit(Op::StoreCell { cell, place, src: reg });
            return cell;
        }
        self.emit(Op::Cell { reg });
        if kept && !self.is_global {
            self.keep(reg);
        }
        reg
    }

    /// `pin!`: a place for a value, as `each` makes it, which lives as long as the innermost scope, and a pinned
    /// reference to it.
    pub(super) fn pinned(&mut self, value: &Expr, dst: Reg, each: fn(&mut Self, &Expr, Reg)) {
        let Some(&adt) = self.bodies.program().lang.adts.get("Pin") else { return };
        let reg = self.alloc();
        each(self, value, reg);
        let cell = self.housed(value, reg, true);
        let first = self.alloc();
        self.emit(Op::RefCell { dst: first, cell });
        self.emit(Op::Struct { dst, first, adt, shape: 0 });
    }
}

/// Whether a pattern refers to what it looks into.
pub(super) fn borrows(pat: &Pat) -> bool {
    match &pat.kind {
        PatKind::Bind { by_ref, inner, .. } => {
            by_ref.is_some() || inner.as_deref().is_some_and(|it| is_rest(it) || borrows(it))
        }
        PatKind::Tuple(parts) | PatKind::Slice(parts) | PatKind::Or(parts) => parts.iter().any(borrows),
        PatKind::Variant { fields, .. } => fields.iter().any(|it| borrows(&it.1)),
        PatKind::Ref(inner) => borrows(inner),
        _ => false,
    }
}
