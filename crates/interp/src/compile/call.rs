//! Calls and paths.

use super::boxed::{called, changes_itself};
use super::{Compiler, is_scalar};
use crate::code::{Memo, MethodSite, Op, PathSite, Reg, TypeArgs};
use crate::source::FileId;
use crate::tree::{
    AdtId, Expr, ExprId, ExprKind, FnId, GlobalKind, MethodCall, Origin, Path, Receiver, Res, TraitId, Ty,
};
use crate::value::Value;
use std::borrow::Borrow;
use std::rc::Rc;

/// What a method that is called without looking for it gets as `self`.
#[derive(Clone, Copy)]
enum Direct {
    /// The receiver itself, which may be a reference.
    Value,
    /// A reference to its place.
    Place,
}

impl Compiler<'_> {
    /// `f(a, b)`.
    pub(super) fn call(&mut self, callee: &Expr, args: &[Expr], dst: Reg) {
        match &callee.kind {
            ExprKind::Path(Path { to: Res::Fn(function), args: given }) => {
                let types = self.type_args(callee.id, Some(*function), given.clone());
                self.call_function(*function, types, args, dst);
            }
            ExprKind::Path(Path { to: Res::Assoc(ty, of, name), args: given }) => {
                let types = self.type_args(callee.id, None, given.clone());
                let ty = self.owner(ty, types.as_deref());
                self.asks_for(&ty);
                match self.types.methods.get(&callee.id).copied() {
                    Some(function) => self.call_function(function, types, args, dst),
                    None => {
                        let of = of.as_ref().map(|it| it.of);
                        let site = PathSite { ty, of, name: *name, types };
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

    /// The type that a function is of: where the text names its trait alone, as in `Default::default()`, the parameter that
    /// inference has found.
    fn owner(&self, ty: &Ty, types: Option<&TypeArgs>) -> Ty {
        let said = types.filter(|_| *ty == Ty::Unknown).and_then(|it| Some((it.of?, it.args.first()?)));
        match said {
            Some((of, this @ (Ty::Param(_) | Ty::Assoc(..)))) if self.is_told_by_type(of) => this.clone(),
            _ => ty.clone(),
        }
    }

    /// Whether no receiver says whose function of a trait is meant.
    fn is_told_by_type(&self, function: FnId) -> bool {
        let told = self.bodies.program().function(function);
        (told.in_trait.is_some() && told.receiver.is_none()) || self.is_typed(function)
    }

    fn call_function(&mut self, function: FnId, types: Option<Rc<TypeArgs>>, args: &[Expr], dst: Reg) {
        if let Origin::Constructor(adt, _) = self.bodies.program().function(function).origin
            && self.bodies.program().adt(adt).has_untold()
        {
            return self.constructed(adt, types.as_deref(), args, dst);
        }
        let later = self.later.take();
        let (at, count) = self.reserve(args.len() as u16);
        self.arguments(args, at);
        let at = self.above_kept(at, count);
        if let Some(later) = later {
            self.tell(later, at);
        }
        self.emit_call(function, types, at, count);
        self.emit(Op::Move { dst, src: at });
    }

    /// A tuple struct whose fields do not tell its type.
    fn constructed(&mut self, adt: AdtId, types: Option<&TypeArgs>, args: &[Expr], dst: Reg) {
        let count = args.len() as u16;
        let (first, _) = self.reserve(count + 1);
        self.arguments(args, first);
        let ty = self.cast(Ty::Adt(adt, types.map_or_else(|| Rc::new([]) as Rc<[Ty]>, |it| it.args.clone())));
        self.emit(Op::Phantom { dst: first + count, ty });
        self.emit(Op::Struct { dst, first, adt, shape: 0 });
    }

    /// Whether a function may want to be told what its parameters stand for.
    fn is_generic(&self, function: FnId) -> bool {
        let function = self.bodies.program().function(function);
        !function.generics.params.is_empty() && !matches!(function.origin, Origin::Constructor(..))
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
        let types = self.type_args(expr.id, None, call.type_args.clone());
        if let Some(&function) = self.types.methods.get(&expr.id)
            && let Some(how) = self.direct(function, &call.receiver)
        {
            self.call_direct(function, types, how, call, dst);
            return;
        }
        // What is meant is not what the values look like: `R` and `&R` may each have a method of this name.
        let meant = || {
            let of = *self.types.methods.get(&expr.id)?;
            Some(Rc::new(TypeArgs { of: Some(of), args: Rc::new([]), open: false }))
        };
        let types = types.or_else(meant);
        let behind = self.pointers_before(call, types.as_deref());
        let (at, count) = self.reserve(call.args.len() as u16 + 1);
        let place = self.receiver(&call.receiver, expr.id, at);
        self.arguments(&call.args, at + 1);
        self.code.methods.push(MethodSite {
            name: call.name,
            types,
            traits: possible(call),
            span: call.name_span,
            behind,
            certain: false,
            memo: Some(Memo::default()),
        });
        let site = self.code.methods.len() as u16 - 1;
        let at = self.above_kept(at, count);
        self.emit(Op::Method { site, at, count, place });
        self.emit(Op::Move { dst, src: at });
    }

    /// How many references and boxes lead to what has the method, where what is behind them is a `dyn` or a parameter: a
    /// pointer may have a method of the same name.
    fn pointers_before(&self, call: &MethodCall, types: Option<&TypeArgs>) -> Option<u8> {
        let types = types?;
        let this = types.args.first()?;
        if !matches!(this, Ty::Dyn(_) | Ty::Param(_)) || !self.is_typed(types.of?) {
            return None;
        }
        let lang = &self.bodies.program().lang;
        let (mut ty, mut layers) = (self.ty(&call.receiver), 0);
        while ty != this {
            ty = match ty {
                Ty::Ref(_, inner) => inner,
                Ty::Adt(_, args) if lang.is_pointer(ty) && !args.is_empty() => &args[0],
                _ => return None,
            };
            layers += 1;
        }
        Some(layers)
    }

    /// Whether a function is of a trait whose `impl`s values do not always tell apart.
    fn is_typed(&self, function: FnId) -> bool {
        let program = self.bodies.program();
        program.function(function).in_trait.is_some_and(|it| program.typed.contains(&it))
    }

    /// How a method that inference is certain of takes a receiver of the very type that it is declared for.
    fn direct(&self, function: FnId, receiver: &Expr) -> Option<Direct> {
        let program = self.bodies.program();
        let function = program.function(function);
        let own = &program.impls[function.in_impl?.index()].self_ty;
        let same = |ty: &Ty| match (own, ty) {
            (Ty::Adt(a, _), Ty::Adt(b, _)) => a == b,
            (Ty::Int(a), Ty::Int(b)) => a == b,
            (Ty::Float(a), Ty::Float(b)) => a == b,
            // As a value a raw pointer looks like a reference: what it leads to may have such a method, too.
            (Ty::Bool, Ty::Bool) | (Ty::Char, Ty::Char) | (Ty::Ptr(..), Ty::Ptr(..)) => true,
            _ => false,
        };
        match (function.receiver?, self.ty(receiver)) {
            (Receiver::Value, ty) if same(ty) => Some(Direct::Value),
            (Receiver::Ref | Receiver::RefMut, ty @ Ty::Adt(..)) if same(ty) => Some(Direct::Place),
            (Receiver::Ref | Receiver::RefMut, Ty::Ref(_, of)) if matches!(**of, Ty::Adt(..)) && same(of) => {
                Some(Direct::Value)
            }
            _ => None,
        }
    }

    /// Calls a method without looking for it.
    fn call_direct(
        &mut self,
        function: FnId,
        types: Option<Rc<TypeArgs>>,
        how: Direct,
        call: &MethodCall,
        dst: Reg,
    ) {
        let (at, count) = self.reserve(call.args.len() as u16 + 1);
        match how {
            Direct::Value => self.value(&call.receiver, at),
            Direct::Place => {
                let mutable = self.bodies.program().function(function).receiver == Some(Receiver::RefMut);
                let place = self.place(&call.receiver, mutable);
                self.emit(Op::Copy { dst: at, src: place });
            }
        }
        self.arguments(&call.args, at + 1);
        let at = self.above_kept(at, count);
        self.emit_call(function, types, at, count);
        self.emit(Op::Move { dst, src: at });
    }

    fn emit_call(&mut self, function: FnId, types: Option<Rc<TypeArgs>>, at: Reg, count: u16) {
        match types.filter(|_| self.is_generic(function)) {
            Some(types) => {
                let types = self.type_list(types);
                self.emit(Op::CallGeneric { function, at, count, types });
            }
            None => {
                self.emit(Op::Call { function, at, count });
            }
        }
    }

    /// Whether a method may change what it is called on: if it takes `&mut self`, or if that is not known.
    fn changes(&self, call: ExprId) -> bool {
        let found = called(self.bodies.program(), self.types, call);
        found.is_none_or(|it| it.receiver == Some(Receiver::RefMut))
    }

    /// Puts the receiver of a method: its place, unless it is a value that is copied. Says which.
    fn receiver(&mut self, expr: &Expr, call: ExprId, at: Reg) -> bool {
        let ty = self.ty(expr);
        let mutable = self.changes(call);
        let is_changed = changes_itself(self.bodies.program(), self.types, call);
        let is_copied = is_scalar(ty) || (matches!(ty, Ty::Ref(..)) && !super::place::is_place(expr));
        if is_copied && !is_changed {
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
        let place = self.place(expr, mutable);
        self.emit(Op::Copy { dst: at, src: place });
        true
    }

    /// What is known of a call's type arguments: what inference found, else what the text gives.
    fn type_args(
        &mut self,
        expr: ExprId,
        function: Option<FnId>,
        given: Option<Rc<[Ty]>>,
    ) -> Option<Rc<TypeArgs>> {
        let found = self.types.args.get(&expr).map(|(of, args)| (Some(*of), args.clone()));
        let (of, args) = found.or_else(|| Some((None, given?)))?;
        let open = args.iter().any(Ty::is_open);
        let skips = |it: FnId| !self.is_generic(it);
        if !function.is_some_and(skips) {
            self.code.generic |= open;
        }
        Some(Rc::new(TypeArgs { of, args, open }))
    }

    /// A path as a value.
    pub(super) fn path(&mut self, path: &Path, expr: &Expr, dst: Reg) {
        let function = match path.to {
            Res::Fn(function) => Some(function),
            _ => None,
        };
        let types = self.type_args(expr.id, function, path.args.clone());
        match &path.to {
            Res::Fn(function) => self.function_value(*function, types, dst),
            // What may have a destructor has to be an object, which is in one place at a time.
            Res::Unit(adt, variant) if self.bodies.program().adt(*adt).span.file == FileId::PROGRAM => {
                if self.bodies.program().adt(*adt).has_untold() {
                    let ty = self.cast(self.ty(expr).clone());
                    self.emit(Op::Phantom { dst, ty });
                }
                self.emit(Op::Struct { dst, first: dst, adt: *adt, shape: *variant as u16 });
            }
            Res::Unit(adt, _) if self.phantom_of(*adt, expr).is_some() => {
                let of = self.phantom_of(*adt, expr).unwrap_or(Ty::Unknown);
                let ty = self.cast(of);
                self.emit(Op::Phantom { dst, ty });
            }
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
            Res::Const(param, ty) => {
                self.code.generic = true;
                self.code.casts.push(ty.clone());
                let ty = self.code.casts.len() as u16 - 1;
                self.emit(Op::Parameter { dst, param: param.index, ty });
            }
            Res::Assoc(ty, of, name) => match self.types.methods.get(&expr.id).copied() {
                Some(function) => self.function_value(function, types, dst),
                None => {
                    let ty = self.owner(ty, types.as_deref());
                    self.asks_for(&ty);
                    let of = of.as_ref().map(|it| it.of);
                    self.code.paths.push(PathSite { ty, of, name: *name, types });
                    let site = self.code.paths.len() as u16 - 1;
                    self.emit(Op::Path { dst, site });
                }
            },
        }
    }

    /// What a `PhantomData` is of, where that is known.
    fn phantom_of(&self, adt: AdtId, expr: &Expr) -> Option<Ty> {
        let is_phantom = self.bodies.program().lang.is(adt, "PhantomData");
        match self.ty(expr) {
            Ty::Adt(_, args) if is_phantom => args.first().filter(|it| **it != Ty::Unknown).cloned(),
            _ => None,
        }
    }

    fn function_value(&mut self, function: FnId, types: Option<Rc<TypeArgs>>, dst: Reg) {
        if let Some(types) = types.filter(|_| self.is_generic(function)) {
            let types = self.type_list(types);
            self.emit(Op::Function { dst, function, types });
        } else {
            let constant = self.constant(Value::Fn(function, None));
            self.emit(Op::Const { dst, constant });
        }
    }
}

/// All traits that the method of a call may be of.
fn possible(call: &MethodCall) -> Rc<[TraitId]> {
    if call.bound_traits.is_empty() {
        return call.traits.clone();
    }
    let mut all: Vec<_> = call.traits.iter().chain(&*call.bound_traits).copied().collect();
    all.sort_unstable();
    all.dedup();
    all.into()
}
