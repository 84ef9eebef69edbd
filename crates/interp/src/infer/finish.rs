//! From what was found to the types of the tree.

use super::frame::{Call, Frame};
use super::types::{Limit, Type};
use super::unify::{MAX_DEPTH, MAX_SIZE};
use super::vars::Kind;
use super::{Infer, Inferred};
use crate::tree::{Bound, FloatTy, IntTy, Ty, Types};
use std::rc::Rc;

impl Infer<'_> {
    /// Chooses what is still open, and says what was found.
    pub(super) fn finish(mut self) -> Inferred {
        self.select();
        self.judge_thrown();
        self.judge_asked();
        let mut diagnostics = self.diagnostics();
        self.choose_numbers();
        self.tell_compared();
        self.choose_never();
        self.select();
        if diagnostics.is_empty() {
            self.find_unsaid();
            diagnostics = self.diagnostics();
        }
        let mut inferred = Inferred { diagnostics, ..Inferred::default() };
        for frame in std::mem::take(&mut self.finished) {
            let function = frame.body.function;
            let types = self.types(&frame);
            inferred.types.insert(function, types);
        }
        inferred
    }

    /// A number that nothing says more of is an `i32` or an `f64`, but not if it met something unknown.
    fn choose_numbers(&mut self) {
        for (kind, ty) in [(Kind::Int, Type::Int(IntTy::I32)), (Kind::Float, Type::Float(FloatTy::F64))] {
            for var in self.vars.open(kind) {
                if self.vars.is_open(var) && !self.vars.is_shaky(var) {
                    self.vars.bind(var, ty.clone());
                }
            }
        }
    }

    /// What nothing but a panic or a `return` gives a value to is of the type `!`.
    fn choose_never(&mut self) {
        for var in std::mem::take(&mut self.diverging) {
            let ty = self.shallow(&Type::Var(var));
            if let Type::Var(var) = ty
                && self.vars.kind(var) == Kind::Any
            {
                self.vars.bind(var, Type::Never);
            }
        }
    }

    fn types(&mut self, frame: &Frame) -> Types {
        let mut types = Types {
            exprs: frame.exprs.iter().map(|it| self.exported(it)).collect(),
            locals: frame.locals.iter().map(|it| self.exported(it)).collect(),
            ret: Some(self.exported(&frame.ret)),
            moved: self.moved(frame),
            followed: frame.followed.iter().copied().collect(),
            ..Types::default()
        };
        for call in &frame.calls {
            self.add_call(&mut types, call);
        }
        self.add_operators(frame, &mut types);
        types
    }

    pub(super) fn add_call(&mut self, types: &mut Types, call: &Call) {
        let mut args = call.args.to_vec();
        let in_trait = self.program.function(call.function).in_trait.is_some();
        let certain = if in_trait {
            self.implementation(call.function, &args).map(|(id, new)| {
                args = new;
                id
            })
        } else {
            Some(call.function)
        };
        if let Some(id) = certain {
            types.methods.insert(call.at, id);
        }
        if !args.is_empty() {
            let of = certain.unwrap_or(call.function);
            types.args.insert(call.at, (of, args.iter().map(|it| self.exported(it)).collect()));
        }
    }

    /// A type with all that is known put in.
    pub(super) fn resolved(&self, ty: &Type) -> Type {
        let mut size = MAX_SIZE;
        self.resolved_at(ty, 0, &mut size)
    }

    fn resolved_at(&self, ty: &Type, depth: u32, size: &mut u32) -> Type {
        if depth > MAX_DEPTH || *size == 0 {
            return Type::Unknown;
        }
        *size -= 1;
        let mut all = |parts: &[Type]| -> Rc<[Type]> {
            parts.iter().map(|it| self.resolved_at(it, depth + 1, size)).collect()
        };
        match self.shallow(ty) {
            Type::Tuple(parts) => Type::Tuple(all(&parts)),
            Type::Adt(adt, args) => Type::Adt(adt, all(&args)),
            Type::Item(function, args) => Type::Item(function, all(&args)),
            Type::Ref(mutable, of) => Type::Ref(mutable, Rc::new(self.resolved_at(&of, depth + 1, size))),
            Type::Ptr(mutable, of) => Type::Ptr(mutable, Rc::new(self.resolved_at(&of, depth + 1, size))),
            Type::Slice(of) => Type::Slice(Rc::new(self.resolved_at(&of, depth + 1, size))),
            Type::Array(of, length) => {
                let of = self.resolved_at(&of, depth + 1, size);
                Type::Array(Rc::new(of), Rc::new(self.resolved_at(&length, depth + 1, size)))
            }
            Type::Fn(params, ret) => Type::Fn(all(&params), Rc::new(self.resolved_at(&ret, depth + 1, size))),
            other => other,
        }
    }

    /// A type of the tree. What is not known is `Unknown`.
    pub(super) fn exported(&self, ty: &Type) -> Ty {
        let mut size = MAX_SIZE;
        self.exported_at(ty, 0, &mut size)
    }

    fn exported_at(&self, ty: &Type, depth: u32, size: &mut u32) -> Ty {
        if depth > MAX_DEPTH || *size == 0 {
            return Ty::Unknown;
        }
        *size -= 1;
        let depth = depth + 1;
        match self.shallow(ty) {
            Type::Unknown | Type::Var(_) | Type::Select(_) => Ty::Unknown,
            Type::Int(int) => Ty::Int(int),
            Type::Float(float) => Ty::Float(float),
            Type::Bool => Ty::Bool,
            Type::Char => Ty::Char,
            Type::Str => Ty::Str,
            Type::Never => Ty::Never,
            Type::Tuple(parts) => Ty::Tuple(self.exported_all(&parts, depth, size)),
            Type::Ref(mutable, of) => Ty::Ref(mutable, Rc::new(self.exported_at(&of, depth, size))),
            Type::Ptr(mutable, of) => Ty::Ptr(mutable, Rc::new(self.exported_at(&of, depth, size))),
            Type::Slice(of) => Ty::Slice(Rc::new(self.exported_at(&of, depth, size))),
            Type::Array(of, length) => {
                let of = self.exported_at(&of, depth, size);
                Ty::Array(Rc::new(of), Rc::new(self.exported_at(&length, depth, size)))
            }
            Type::Const(value) => Ty::Const(value),
            Type::Adt(adt, args) => Ty::Adt(adt, self.exported_all(&args, depth, size)),
            Type::Param(param) => Ty::Param(param),
            Type::Fn(params, ret) => {
                Ty::Fn(self.exported_all(&params, depth, size), Rc::new(self.exported_at(&ret, depth, size)))
            }
            Type::Item(function, args) => Ty::Body(function, self.exported_all(&args, depth, size)),
            Type::Closure(function) => Ty::Body(function, Rc::new([])),
            Type::Dyn(limits) => Ty::Dyn(self.exported_limits(&limits, depth, size)),
            Type::Opaque(limits) => Ty::Impl(self.exported_limits(&limits, depth, size)),
            Type::Assoc(of, owner, name) => {
                Ty::Assoc(Rc::new(self.exported_at(&of, depth, size)), Some(owner), name)
            }
        }
    }

    fn exported_all(&self, parts: &[Type], depth: u32, size: &mut u32) -> Rc<[Ty]> {
        parts.iter().map(|it| self.exported_at(it, depth, size)).collect()
    }

    fn exported_limits(&self, limits: &[Limit], depth: u32, size: &mut u32) -> Rc<[Bound]> {
        let one = |limit: &Limit| Bound {
            of: limit.of,
            args: self.exported_all(&limit.args, depth, size),
            assoc: limit.assoc.iter().map(|(name, ty)| (*name, self.exported_at(ty, depth, size))).collect(),
        };
        limits.iter().map(one).collect()
    }
}
