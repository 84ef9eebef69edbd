//! Places: what can be referred to, assigned to, matched on.

use super::{Compiler, is_scalar};
use crate::code::{Op, Reg};
use crate::tree::{Expr, ExprKind, GlobalKind, Res, Ty};

/// Whether an expression is a place, so that using it may copy and referring to it makes no temporary.
pub(super) fn is_place(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Local(_) | ExprKind::Field(..) | ExprKind::Index(..) | ExprKind::Deref(_) => true,
        ExprKind::Path(path) => matches!(path.to, Res::Global(_)),
        _ => false,
    }
}

impl Compiler<'_> {
    /// A register with a reference to the place that an expression is. A value gets a place for as long as the statement.
    pub(super) fn place(&mut self, expr: &Expr, mutable: bool) -> Reg {
        let around = std::mem::replace(&mut self.span, expr.span);
        let place = self.place_of(expr, mutable);
        self.span = around;
        place
    }

    fn place_of(&mut self, expr: &Expr, mutable: bool) -> Reg {
        let dst = self.alloc();
        match &expr.kind {
            ExprKind::Local(local) if self.boxed.contains(local) => {
                let cell = self.registers.get(local).copied().unwrap_or_default();
                self.emit(Op::RefCell { dst, cell });
            }
            ExprKind::Field(base, name) => {
                let base = self.base(base, mutable);
                let field = self.field(*name);
                self.emit(Op::Field { dst, base, field, mutable });
            }
            ExprKind::Index(base, index) => {
                let found = self.base(base, mutable);
                let pair = self.alloc();
                let behind = self.alloc();
                self.emit(Op::Copy { dst: pair, src: found });
                self.value(index, behind);
                self.operands(expr.id);
                self.emit(Op::Index { dst, base: pair, mutable });
            }
            ExprKind::Deref(base) => self.behind(base, mutable, dst),
            ExprKind::Path(path) if self.is_static(&path.to) => {
                let Res::Global(global) = path.to else { return dst };
                self.emit(Op::Global { dst, global });
            }
            _ => {
                self.value(expr, dst);
                let cell = self.housed(expr, dst, mutable || !expr.is_constant());
                let place = self.alloc();
                self.emit(Op::RefCell { dst: place, cell });
                return place;
            }
        }
        dst
    }

    fn is_static(&self, res: &Res) -> bool {
        let Res::Global(global) = res else { return false };
        self.bodies.program().globals[global.index()].kind != GlobalKind::Const
    }

    /// `*base`.
    fn behind(&mut self, base: &Expr, mutable: bool, dst: Reg) {
        match &base.kind {
            ExprKind::Local(local) if !self.boxed.contains(local) => {
                let base = self.registers.get(local).copied().unwrap_or_default();
                self.emit(Op::Deref { dst, base, place: false, mutable });
            }
            _ if is_scalar(self.ty(base)) || matches!(self.ty(base), Ty::Ref(..)) => {
                let reg = self.alloc();
                self.value(base, reg);
                self.emit(Op::Deref { dst, base: reg, place: false, mutable });
            }
            _ => {
                let base = self.place(base, mutable);
                self.emit(Op::Deref { dst, base, place: true, mutable });
            }
        }
    }

    /// A register with something in which a field or an element is looked for, through references and pointers: a
    /// variable itself, or a place.
    pub(super) fn base(&mut self, expr: &Expr, mutable: bool) -> Reg {
        match &expr.kind {
            ExprKind::Local(local) if !self.boxed.contains(local) => {
                self.registers.get(local).copied().unwrap_or_default()
            }
            _ if matches!(self.ty(expr), Ty::Ref(..)) && !is_place(expr) => {
                let reg = self.alloc();
                self.value(expr, reg);
                reg
            }
            _ => self.place(expr, mutable),
        }
    }
}
