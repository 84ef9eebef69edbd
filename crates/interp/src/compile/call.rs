//! Calls and paths.

use super::{Compiler, is_scalar};
use crate::code::{MethodSite, Op, PathSite, Reg};
use crate::tree::{Expr, ExprId, ExprKind, FnId, GlobalKind, MethodCall, Path, Res, Ty};
use crate::value::Value;
use std::borrow::Borrow;
use std::rc::Rc;

impl Compiler<'_> {
    /// `f(a, b)`.
    pub(super) fn call(&mut self, callee: &Expr, args: &[Expr], dst: Reg) {
        match &callee.kind {
            ExprKind::Path(Path { to: Res::Fn(function), args: given }) => {
                let types = self.type_args(callee.id, given.clone());
                self.call_function(*function, types, args, dst);
            }
            ExprKind::Path(Path { to: Res::Assoc(ty, of, name), args: given }) => {
                let types = self.type_args(callee.id, given.clone());
                match self.types.methods.get(&callee.id).copied() {
                    Some(function) => self.call_function(function, types, args, dst),
                    None => {
                        let site = PathSite { ty: ty.clone(), of: *of, name: *name, types };
                        let (at, count) = self.reserve(args.len() as u16);
                        self.arguments(args, at);
                        let at = self.above_kept(at, count);
                        self.code.paths.push(site);
                        let site = self.code.paths.len() as u16 - 1;
                        self.emit(Op::CallPath { site, at, count });
                        self.emit(Op::Move { dst, src: at });
                    }
                }
            }
            _ => {
                let (at, _) = self.reserve(args.len() as u16 + 1);
                let looked = self.looked_at(callee);
                self.emit(Op::Copy { dst: at, src: looked });
                for (index, arg) in args.iter().enumerate() {
                    self.value(arg, at + 1 + index as Reg);
                }
                let at = self.above_kept(at, args.len() as u16 + 1);
                self.emit(Op::CallValue { at, count: args.len() as u16 });
                self.emit(Op::Move { dst, src: at });
            }
        }
    }

    fn call_function(&mut self, function: FnId, types: Option<Rc<[Ty]>>, args: &[Expr], dst: Reg) {
        let hidden = self.bodies.program().function(function).generics.at_run_time;
        let (at, count) = self.reserve(args.len() as u16 + u16::from(hidden));
        if hidden {
            let types = self.type_list(types.unwrap_or_default());
            self.emit(Op::Types { dst: at, types });
        }
        self.arguments(args, at + u16::from(hidden));
        let at = self.above_kept(at, count);
        self.emit(Op::Call { function, at, count });
        self.emit(Op::Move { dst, src: at });
    }

    /// Puts values into registers that follow one another. A value that has to wait while a later one is made is kept: the
    /// future that waits may be dropped.
    pub(super) fn arguments<E: Borrow<Expr>>(&mut self, args: &[E], first: Reg) {
        let waits = args.iter().rposition(|it| super::expr::may_leave(it.borrow())).unwrap_or(0);
        for (index, arg) in args.iter().map(Borrow::borrow).enumerate() {
            let reg = first + index as Reg;
            self.value(arg, reg);
            if index < waits && !is_scalar(self.ty(arg)) {
                self.keep(reg);
            }
        }
    }

    /// `a.m(b)`.
    pub(super) fn method(&mut self, call: &MethodCall, expr: &Expr, dst: Reg) {
        let types = self.type_args(expr.id, call.type_args.clone());
        let (at, count) = self.reserve(call.args.len() as u16 + 1);
        let place = self.receiver(&call.receiver, at);
        self.arguments(&call.args, at + 1);
        self.code.methods.push(MethodSite {
            name: call.name,
            types,
            traits: call.traits.clone(),
            span: call.name_span,
        });
        let site = self.code.methods.len() as u16 - 1;
        let at = self.above_kept(at, count);
        self.emit(Op::Method { site, at, count, place });
        self.emit(Op::Move { dst, src: at });
    }

    /// Puts the receiver of a method: its place, unless it is a value that is copied. Says which.
    fn receiver(&mut self, expr: &Expr, at: Reg) -> bool {
        let ty = self.ty(expr);
        if is_scalar(ty) || (matches!(ty, Ty::Ref(..)) && !super::place::is_place(expr)) {
            self.value(expr, at);
            return false;
        }
        if matches!(ty, Ty::Ref(true, _))
            && let ExprKind::Local(local) = expr.kind
            && !self.boxed.contains(&local)
        {
            let src = self.registers.get(&local).copied().unwrap_or_default();
            self.emit(Op::Copy { dst: at, src });
            return false;
        }
        let place = self.place(expr, false);
        self.emit(Op::Copy { dst: at, src: place });
        true
    }

    /// What is known of a call's type arguments: what inference found, else what the text gives.
    fn type_args(&self, expr: ExprId, given: Option<Rc<[Ty]>>) -> Option<Rc<[Ty]>> {
        self.types.args.get(&expr).cloned().or(given)
    }

    /// A path as a value.
    pub(super) fn path(&mut self, path: &Path, expr: &Expr, dst: Reg) {
        let types = self.type_args(expr.id, path.args.clone());
        match &path.to {
            Res::Fn(function) => self.function_value(*function, types, dst),
            Res::Unit(adt, variant) => {
                let constant = self.constant(Value::Unitary(*adt, *variant));
                self.emit(Op::Const { dst, constant });
            }
            Res::Global(global) => {
                let is_const = self.bodies.program().globals[global.index()].kind == GlobalKind::Const;
                if is_const {
                    self.emit(Op::Global { dst, global: *global });
                } else {
                    let place = self.place(expr, false);
                    self.emit(Op::Load { dst, place });
                }
            }
            Res::Assoc(ty, of, name) => match self.types.methods.get(&expr.id).copied() {
                Some(function) => self.function_value(function, types, dst),
                None => {
                    self.code.paths.push(PathSite { ty: ty.clone(), of: *of, name: *name, types });
                    let site = self.code.paths.len() as u16 - 1;
                    self.emit(Op::Path { dst, site });
                }
            },
        }
    }

    fn function_value(&mut self, function: FnId, types: Option<Rc<[Ty]>>, dst: Reg) {
        if self.bodies.program().function(function).generics.at_run_time {
            let types = self.type_list(types.unwrap_or_default());
            self.emit(Op::Function { dst, function, types });
        } else {
            let constant = self.constant(Value::Fn(function, None));
            self.emit(Op::Const { dst, constant });
        }
    }
}
