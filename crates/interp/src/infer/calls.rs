//! Calls of functions, closures and methods.

use super::Infer;
use super::lookup::Probe;
use super::paths::Found;
use super::report::Report;
use super::types::{Signature, Type};
use crate::names::Symbol;
use crate::source::{FileId, Span};
use crate::tree::{Expr, ExprKind, FnId, MethodCall, Origin, TraitId};
use std::rc::Rc;

impl Infer<'_> {
    pub(super) fn call(&mut self, expr: &Expr, callee: &Expr, args: &[Expr], hint: Option<&Type>) -> Type {
        let ty = match &callee.kind {
            ExprKind::Path(path) => match self.resolve(callee, path) {
                Found::Function(id, given) => {
                    return self.call_function(expr, callee, (id, given), args, hint);
                }
                Found::Value(ty) => ty,
            },
            _ => self.infer(callee, None),
        };
        let ty = self.settled(&ty);
        match self.derefs(&ty).iter().find_map(|it| self.callable(it)) {
            Some(signature) => {
                if signature.params.len() != args.len() {
                    let (wanted, given) = (signature.params.len(), args.len());
                    self.count(expr.span, "closure", wanted, given);
                }
                self.pass(&signature, args, hint)
            }
            None => {
                let scalar = matches!(ty, Type::Int(_) | Type::Float(_) | Type::Bool | Type::Char);
                if scalar {
                    self.say(callee.span, "E0618", "expected function, found {}", &[&ty]);
                }
                self.shake(&ty);
                self.pass_unknown(args);
                Type::Unknown
            }
        }
    }

    fn call_function(
        &mut self,
        expr: &Expr,
        callee: &Expr,
        (id, given): (FnId, Vec<Type>),
        args: &[Expr],
        hint: Option<&Type>,
    ) -> Type {
        let signature = self.signature(id, &given);
        self.oblige_bounds(id, &given);
        if let Some(slot) = self.frame().exprs.get_mut(callee.id.index()) {
            *slot = Type::Item(id, given.into());
        }
        if signature.params.len() != args.len() {
            let (what, wanted) = (self.what(id), signature.params.len());
            self.count(expr.span, what, wanted, args.len());
        }
        self.ask_of_args(id, &signature.params, args);
        self.pass(&signature, args, hint)
    }

    /// What rustc calls something that takes arguments.
    fn what(&self, id: FnId) -> &'static str {
        let function = self.program.function(id);
        match &function.origin {
            Origin::Constructor(adt, _) if self.program.adt(*adt).is_enum => "enum variant",
            Origin::Constructor(..) => "struct",
            _ if function.receiver.is_some() => "method",
            _ => "function",
        }
    }

    /// Looks at arguments of which nothing is known.
    fn pass_unknown(&mut self, args: &[Expr]) {
        for arg in args {
            let ty = self.infer(arg, None);
            self.shake(&ty);
        }
    }

    /// Looks at arguments, closures last: what they take is often said by the others.
    fn pass(&mut self, signature: &Signature, args: &[Expr], hint: Option<&Type>) -> Type {
        let hints = self.hints(signature, hint);
        let is_closure = |it: &Expr| matches!(it.kind, ExprKind::Closure(_));
        for closures in [false, true] {
            if closures {
                if !args.iter().any(is_closure) {
                    break;
                }
                self.select();
            }
            for (number, arg) in args.iter().enumerate() {
                if is_closure(arg) != closures {
                    continue;
                }
                match signature.params.get(number) {
                    Some(wanted) => self.pass_one(arg, wanted, hints.get(number)),
                    None => {
                        self.infer(arg, None);
                    }
                }
            }
        }
        self.shallow(&signature.ret)
    }

    fn pass_one(&mut self, arg: &Expr, wanted: &Type, hint: Option<&Type>) {
        let Some(hint) = hint.filter(|_| !matches!(arg.kind, ExprKind::Closure(_))) else {
            return self.expect_hinted(arg, wanted, hint);
        };
        let Some(hint) = self.sized(Some(hint)) else { return self.expect_hinted(arg, wanted, Some(hint)) };
        let found = self.infer(arg, Some(&hint));
        let state = self.start();
        let followed = self.frame().followed.len();
        if self.coerce_at(arg, &found, &hint).is_ok() && self.unify(wanted, &hint).is_ok() {
            self.keep(&state);
            return;
        }
        self.undo(&state);
        self.frame().followed.truncate(followed);
        self.demand(arg, &found, wanted);
    }

    fn expect_hinted(&mut self, arg: &Expr, wanted: &Type, hint: Option<&Type>) {
        // A parameter that is asked to be callable says more of a closure than the result does.
        let hint = hint.filter(|_| !matches!(self.shallow(wanted), Type::Fn(..)));
        let better = match self.shallow(wanted) {
            Type::Var(_) if self.is_asked(wanted) => None,
            _ => hint,
        };
        let found = self.infer(arg, Some(better.unwrap_or(wanted)));
        self.demand(arg, &found, wanted);
    }

    /// Whether something waits for a variable to be known.
    fn is_asked(&self, var: &Type) -> bool {
        let var = self.shallow(var);
        self.pending.iter().any(|it| self.shallow(&it.this) == var && self.is_call_trait(it.limit.of))
    }

    /// What the arguments should be for the result to be what is wanted; nothing is learnt by that.
    fn hints(&mut self, signature: &Signature, hint: Option<&Type>) -> Vec<Type> {
        let Some(hint) = hint else { return Vec::new() };
        // `map_or(&[], ..)` is told by what is wanted that it is to be a slice.
        let is_slice = |it: &Type| matches!(self.shallow(it), Type::Slice(_));
        let coerces = matches!(self.shallow(hint), Type::Ref(_, of) if is_slice(&of));
        let is_open = matches!(self.shallow(&signature.ret), Type::Var(_));
        if (is_open && !coerces) || matches!(hint, Type::Var(_)) {
            return Vec::new();
        }
        let state = self.start();
        let fits = self.unify(&signature.ret, hint).is_ok();
        let found =
            if fits { signature.params.iter().map(|it| self.resolved(it)).collect() } else { Vec::new() };
        self.undo(&state);
        found
    }

    pub(super) fn method(&mut self, expr: &Expr, call: &MethodCall, hint: Option<&Type>) -> Type {
        let receiver = self.infer(&call.receiver, None);
        let receiver = self.settled(&receiver);
        if matches!(receiver, Type::Never) {
            self.pass_unknown(&call.args);
            return Type::Never;
        }
        match self.probe(&receiver, call.name, &call.traits) {
            Probe::Found(pick) => {
                if pick.derefs == 0 && !pick.by_ref {
                    let id = call.receiver.id;
                    self.frame().by_value.insert(id);
                }
                self.give_args(pick.function, &pick.args, call.type_args.as_deref());
                let whole = self.signature(pick.function, &pick.args);
                if let Some(own) = whole.params.first() {
                    let _ = self.unify_or_not(own, &pick.receiver);
                }
                self.oblige_bounds(pick.function, &pick.args);
                self.note_call((expr.id, call.name_span), pick.function, &pick.args);
                let params: Rc<[Type]> = whole.params.iter().skip(1).cloned().collect();
                if params.len() != call.args.len() {
                    let (wanted, given) = (params.len(), call.args.len());
                    self.count(call.name_span, "method", wanted, given);
                }
                self.ask_of_args(pick.function, &params, &call.args);
                if self.program.function(pick.function).span.file != FileId::PROGRAM {
                    self.ask_of_sorted(call.name_span, call.name, &receiver);
                }
                self.pass(&Signature { params, ret: whole.ret }, &call.args, hint)
            }
            Probe::Unknown => {
                self.shake(&receiver);
                self.pass_unknown(&call.args);
                Type::Unknown
            }
            Probe::Missing => {
                self.missing(call.name_span, call.name, &receiver, &call.traits);
                self.shake(&receiver);
                self.pass_unknown(&call.args);
                Type::Unknown
            }
        }
    }

    /// Reports a method that is not there, unless one of that name may be meant all the same.
    fn missing(&mut self, at: Span, name: Symbol, on: &Type, traits: &[TraitId]) {
        let index = self.index;
        let steps = self.derefs(on);
        let known = steps.iter().all(|it| it.is_plain() || matches!(it, Type::Param(_) | Type::Dyn(_)));
        let in_scope = index.methods.get(&name).is_some_and(|it| it.iter().any(|it| traits.contains(&it.0)));
        let inherent = index.inherent.get(&name).map_or(&[][..], |it| it);
        let near = inherent.iter().any(|it| steps.iter().any(|step| self.may_be(it.0, step)));
        if known && !near && (!in_scope || self.is_nobodys(&steps, name, traits)) {
            self.report(Report::NoMethod { at, name, on: steps[0].clone(), function: false });
        }
    }
}
