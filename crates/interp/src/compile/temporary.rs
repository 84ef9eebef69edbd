//! How long what an initial value makes in passing lives.

use super::Compiler;
use super::pattern::is_rest;
use super::place::is_place;
use crate::code::{Op, Reg};
use crate::tree::{Builtin, Expr, ExprKind, Pat, PatKind};

impl Compiler<'_> {
    /// The value a variable starts with. What `&` makes a temporary of here lives as long as the variable, also in the
    /// parts of what is made here; what else is made in passing is dropped at once.
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
            ExprKind::Builtin(Builtin::Pin, args) => {
                let (at, count) = self.initials(args);
                self.built(&Builtin::Pin, at, count, dst);
            }
            ExprKind::Tuple(parts) if extends(init) => {
                let (first, count) = self.initials(parts);
                self.emit(Op::Tuple { dst, first, count });
            }
            ExprKind::Array(parts) if extends(init) => {
                let (first, count) = self.initials(parts);
                self.emit(Op::Array { dst, first, count });
            }
            ExprKind::Struct { .. } if extends(init) => self.structure(init, dst, Self::initial),
            _ => self.with_temps(|it| it.scoped(|it| it.value(init, dst))),
        }
    }

    /// Values that are parts of one that a variable starts with, in registers that follow one another.
    fn initials(&mut self, parts: &[Expr]) -> (Reg, u16) {
        let (first, count) = self.reserve(parts.len() as u16);
        parts.iter().zip(first..).for_each(|(part, reg)| self.initial(part, reg));
        (first, count)
    }
}

/// Whether what is made has references to temporaries in it, which live as long.
fn extends(init: &Expr) -> bool {
    let refers = |it: &Expr| match &it.kind {
        ExprKind::Ref { of, .. } => !is_place(of) || extends(of),
        _ => extends(it),
    };
    match &init.kind {
        ExprKind::Tuple(parts) | ExprKind::Array(parts) => parts.iter().any(refers),
        ExprKind::Struct { fields, .. } => fields.iter().any(|it| refers(&it.1)),
        _ => false,
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
