//! How long what an initial value makes in passing lives.

use super::Compiler;
use super::pattern::is_rest;
use super::place::{is_constant, is_place};
use crate::code::{Op, Reg};
use crate::tree::{AdtId, Builtin, Expr, ExprKind, Origin, Pat, PatKind, Path, Res};

impl Compiler<'_> {
    /// The value a variable starts with. What `&` makes a temporary of here lives as long as the variable, also in the
    /// parts of what is made here; what else is made in passing is dropped at once.
    pub(super) fn initial(&mut self, init: &Expr, dst: Reg) {
        if let ExprKind::Call(callee, parts) = &init.kind
            && extends(init)
            && let Some((adt, variant)) = self.constructor(callee)
        {
            let (first, _) = self.initials(parts);
            self.emit(Op::Struct { dst, first, adt, shape: variant as u16 });
            return;
        }
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
            ExprKind::Tuple(parts) if extends(init) => {
                let (first, count) = self.initials(parts);
                self.emit(Op::Tuple { dst, first, count });
            }
            ExprKind::Array(parts) if extends(init) => {
                let (first, count) = self.initials(parts);
                self.emit(Op::Array { dst, first, count });
            }
            ExprKind::Struct { .. } if extends(init) => self.structure(init, dst, Self::initial),
            _ => {
                self.hoist(init);
                self.with_temps(|it| it.scoped(|it| it.value(init, dst)));
            }
        }
    }

    /// Makes cells for what branches of an initial value refer to in what they come to: it lives as long as the variable.
    fn hoist(&mut self, init: &Expr) {
        match &init.kind {
            ExprKind::Block(block) => block.tail.iter().for_each(|it| self.hoist_tail(it)),
            ExprKind::If(_, then, Some(otherwise)) => {
                self.hoist_tail(then);
                self.hoist_tail(otherwise);
            }
            ExprKind::Match(_, arms) => arms.iter().for_each(|it| self.hoist_tail(&it.body)),
            _ => (),
        }
    }

    fn hoist_tail(&mut self, tail: &Expr) {
        let value: &Expr = match &tail.kind {
            ExprKind::Builtin(Builtin::Pin, args) => &args[0],
            ExprKind::Ref { of, .. } if !is_place(of) && !is_constant(of) => of,
            _ => return self.hoist(tail),
        };
        let cell = self.alloc();
        self.emit(Op::Unit { dst: cell });
        self.emit(Op::Cell { reg: cell });
        self.keep(cell);
        self.hoisted.insert(value.id, cell);
    }

    /// A cell for a value: its own register, which is kept if it has to be, or one that has been made before.
    pub(super) fn housed(&mut self, value: &Expr, reg: Reg, kept: bool) -> Reg {
        if let Some(cell) = self.hoisted.remove(&value.id) {
            let place = self.alloc();
            self.emit(Op::StoreCell { cell, place, src: reg });
            return cell;
        }
        self.emit(Op::Cell { reg });
        if kept {
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

    /// What a tuple struct or variant is made by, if its fields tell its type.
    fn constructor(&self, callee: &Expr) -> Option<(AdtId, u32)> {
        let ExprKind::Path(Path { to: Res::Fn(function), .. }) = callee.kind else { return None };
        let program = self.bodies.program();
        match program.function(function).origin {
            Origin::Constructor(adt, variant) if !program.adt(adt).has_untold() => Some((adt, variant)),
            _ => None,
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
        ExprKind::Builtin(Builtin::Pin, _) => true,
        _ => extends(it),
    };
    match &init.kind {
        ExprKind::Tuple(parts) | ExprKind::Array(parts) | ExprKind::Call(_, parts) => {
            parts.iter().any(refers)
        }
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
