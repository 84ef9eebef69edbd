//! Calls: what becomes of receivers and arguments, and what the result refers to.

use super::access::{Reached, is_place};
use super::{Builder, Val};
use crate::check::flow::{Event, From, How, Kind, Rules, Sent, Why};
use crate::source::Span;
use crate::tree::{Expr, ExprKind, FnId, MethodCall, Origin, Receiver, Res, Ty};
use std::rc::Rc;

/// Functions that hand what they are given to another thread or a task: by the file of the library and the name, and
/// what is asked of it.
const SENDERS: &[(&str, &[&str], Rules)] = &[
    ("std/thread.rs", &["spawn"], ANYWHERE),
    ("std/thread/builder.rs", &["spawn"], ANYWHERE),
    ("std/thread/scoped.rs", &["spawn"], Rules { outlives: false, send: true }),
    ("tokio/task.rs", &["spawn", "spawn_blocking"], ANYWHERE),
    ("tokio/task.rs", &["spawn_local"], HERE),
    ("tokio/task/local.rs", &["spawn_local"], HERE),
    ("tokio/runtime.rs", &["spawn", "spawn_blocking"], ANYWHERE),
    ("tokio/task/join_set.rs", &["spawn", "spawn_blocking"], ANYWHERE),
    ("tokio/task/join_set.rs", &["spawn_local"], HERE),
];

/// It may outlive the caller, on another thread or on this one.
const ANYWHERE: Rules = Rules { outlives: true, send: true };
const HERE: Rules = Rules { outlives: true, send: false };

impl Builder<'_> {
    /// The function that a call's path leads to.
    pub(super) fn callee(&self, callee: &Expr) -> Option<FnId> {
        let ExprKind::Path(path) = &callee.kind else { return None };
        match &path.to {
            Res::Fn(function) => Some(*function),
            Res::Assoc(..) => self.of.methods.get(&callee.id).copied(),
            _ => None,
        }
    }

    pub(super) fn call(&mut self, expr: &Expr, callee: &Expr, args: &[Expr]) -> Val {
        let function = self.callee(callee);
        if !matches!(callee.kind, ExprKind::Path(_)) {
            self.called(callee);
        }
        let short = self.is_function(callee);
        let mut values = Vec::new();
        for (number, arg) in args.iter().enumerate() {
            values.push(self.argument(arg, short, self.is_typed(function, number)));
        }
        let types: Vec<Ty> = args.iter().map(|it| self.type_of(it)).collect();
        let generic = self.given(callee, function);
        if let Some(function) = function {
            self.hand_over(function, args, &values);
        }
        let result = self.result(function, &values, &types, generic.as_deref(), expr.span);
        self.diverge(expr);
        result
    }

    /// Whether a call is one of a function, and does not make a struct or a variant.
    pub(super) fn is_function(&self, callee: &Expr) -> bool {
        let function = self.callee(callee);
        function.is_some_and(|it| !matches!(self.known.program.function(it).origin, Origin::Constructor(..)))
    }

    /// An argument: `&f()` is dropped with the statement there.
    fn argument(&mut self, expr: &Expr, short: bool, is_typed: bool) -> Val {
        match short.then(|| self.short_lived(expr)).flatten() {
            Some(value) => value,
            None if is_typed => self.coerced(expr),
            None => self.operand(expr),
        }
    }

    /// Whether a parameter says what is wanted there. One of a type parameter does only if the receiver has told that.
    fn is_typed(&self, function: Option<FnId>, number: usize) -> bool {
        let Some(item) = function.map(|it| self.known.program.function(it)) else { return true };
        match (item.params.get(number), item.params.first()) {
            (Some(Ty::Param(it)), Some(first)) => {
                number > 0 && item.receiver.is_some() && speaks_of(first, it.index)
            }
            _ => true,
        }
    }

    /// What the type parameters of a called function stand for.
    fn given(&self, at: &Expr, function: Option<FnId>) -> Option<Rc<[Ty]>> {
        let (of, types) = self.of.args.get(&at.id)?;
        (Some(*of) == function).then(|| types.clone())
    }

    /// What follows a call that never returns is not reached.
    fn diverge(&mut self, expr: &Expr) {
        if self.type_of(expr) == Ty::Never {
            self.stop();
        }
    }

    /// What is called is borrowed or taken, as its type says.
    fn called(&mut self, callee: &Expr) {
        if !is_place(callee) {
            return self.done(callee);
        }
        let Some(it) = self.place(callee) else { return };
        let closure = match &it.ty {
            Ty::Body(function, _) if self.checker.program.is_closure(*function) => {
                self.checker.graph(*function)
            }
            _ => None,
        };
        let kind = match (&closure, &it.ty) {
            (Some(graph), _) if graph.once => None,
            (Some(graph), _) => Some(if graph.writes { Kind::Mutable } else { Kind::Shared }),
            (None, ty) if self.known.is_bound_by(ty, "Fn") => Some(Kind::Shared),
            (None, ty) if self.known.is_bound_by(ty, "FnMut") => Some(Kind::Mutable),
            (None, ty) if self.known.is_bound_by(ty, "FnOnce") => None,
            _ => return self.use_of(it.place, How::Seen, callee.span),
        };
        match kind {
            Some(kind) if it.cut.is_none() => {
                self.borrowed(it, kind, callee.span);
            }
            Some(_) => {}
            None if it.cut.is_none() && it.place.is_whole() => self.use_of(it.place, How::Moved, callee.span),
            None => self.use_of(it.place, How::Seen, callee.span),
        }
    }

    pub(super) fn method(&mut self, expr: &Expr, call: &MethodCall) -> Val {
        let function = self.of.methods.get(&expr.id).copied();
        let (receiver, loan) = self.receiver(expr, call, function);
        let mut values = vec![receiver];
        for (number, arg) in (1..).zip(&call.args) {
            values.push(self.argument(arg, true, self.is_typed(function, number)));
        }
        if let Some(loan) = loan {
            self.node(Event::Activate(loan), expr.span);
        }
        let mut types = vec![self.type_of(&call.receiver)];
        types.extend(call.args.iter().map(|it| self.type_of(it)));
        let generic = self.given(expr, function);
        if let Some(function) = function {
            self.hand_over(function, &call.args, &values[1..]);
            self.stored(call, function, &values, &types, generic.as_deref(), expr.span);
        }
        let result = self.result(function, &values, &types, generic.as_deref(), expr.span);
        self.diverge(expr);
        result
    }

    /// Takes or borrows the receiver of a method. Of a two-phase borrow the loan is returned.
    fn receiver(&mut self, expr: &Expr, call: &MethodCall, function: Option<FnId>) -> (Val, Option<u32>) {
        let of = &call.receiver;
        if !is_place(of) && !self.is_value_lent(of, function) {
            return (self.operand(of), None);
        }
        let Some(it) = self.place(of) else { return (Val::default(), None) };
        let Some((function, wanted)) = function.and_then(|it| Some((it, self.self_type(expr, it)?))) else {
            self.glance_behind(it, of.span);
            return (Val::default(), None);
        };
        let how = self.known.program.function(function).receiver;
        let fits = |build: &Self, ty: &Ty| build.is_same_head(ty, &wanted);
        let start = it.clone();
        let Some(reached) = self.pointed(it, &fits) else {
            self.glance_behind(start, of.span);
            return (Val::default(), None);
        };
        let why = Why::Receiver(function);
        match how {
            Some(Receiver::Value) if reached.cut.is_some() => {
                self.with_why(why, |build| build.rob_receiver(of, &reached.ty));
                (Val::default(), None)
            }
            Some(Receiver::Value | Receiver::Typed) => {
                let start = self.graph.nodes.len();
                let value = self.with_why(why, |build| build.taken(reached, of.span));
                self.lends_on(of, start);
                (value, None)
            }
            Some(Receiver::Ref) => (self.borrowed(reached, Kind::Shared, of.span).0, None),
            Some(Receiver::RefMut) => {
                // A chain of pointers that does not end where it could is of no help.
                let (value, loan) = self.borrowed(reached, Kind::TwoPhase, of.span);
                (value, loan)
            }
            None => (Val::default(), None),
        }
    }

    /// Looks at a receiver of which no more is known: if it is a reference, at what that leads to.
    fn glance_behind(&mut self, it: Reached, span: Span) {
        let behind = matches!(it.ty, Ty::Ref(..)).then(|| self.dereferenced(it.clone(), Ty::Unknown));
        self.glance(&behind.flatten().unwrap_or(it), span);
    }

    /// Whether a method borrows a value that has no name.
    fn is_value_lent(&self, of: &Expr, function: Option<FnId>) -> bool {
        let Some(function) = function else { return false };
        let item = self.known.program.function(function);
        let lent = matches!(item.receiver, Some(Receiver::Ref | Receiver::RefMut));
        lent && (self.is_guard(&self.type_of(of)) || item.lent.contains(&0) && self.is_made_there(of))
    }

    /// Whether a value without a name is worth following until it is dropped.
    pub(super) fn is_guard(&self, ty: &Ty) -> bool {
        matches!(ty, Ty::Adt(adt, _) if self.known.facts.implements("Drop", *adt))
    }

    /// The type whose method a function is.
    fn self_type(&self, expr: &Expr, function: FnId) -> Option<Ty> {
        let item = self.known.program.function(function);
        let first = item.params.first()?;
        let own = match (item.receiver?, first) {
            (Receiver::Ref | Receiver::RefMut, Ty::Ref(_, of)) => (**of).clone(),
            (_, ty) => ty.clone(),
        };
        match own {
            Ty::Param(param) => {
                let given = self.given(expr, Some(function))?.get(usize::from(param.index))?.clone();
                (given != Ty::Unknown).then_some(given)
            }
            own => Some(own),
        }
    }

    /// Whether two types are of one kind, whatever their arguments.
    fn is_same_head(&self, ty: &Ty, wanted: &Ty) -> bool {
        match (ty, wanted) {
            (Ty::Adt(a, _), Ty::Adt(b, _)) => a == b,
            (Ty::Ref(a, x), Ty::Ref(b, y)) => a == b && self.is_same_head(x, y),
            (Ty::Slice(_) | Ty::Array(..), Ty::Slice(_)) => true,
            (Ty::Array(..), Ty::Array(..)) => true,
            (Ty::Tuple(a), Ty::Tuple(b)) => a.len() == b.len(),
            (Ty::Dyn(a), Ty::Dyn(b)) => a.first().map(|it| it.of) == b.first().map(|it| it.of),
            (Ty::Unknown, _) | (_, Ty::Unknown) => false,
            (a, b) => a == b,
        }
    }

    /// What the result of a call refers to: what the signature says without a doubt.
    fn result(
        &mut self,
        function: Option<FnId>,
        values: &[Val],
        types: &[Ty],
        generic: Option<&[Ty]>,
        span: Span,
    ) -> Val {
        let Some(function) = function else {
            values.iter().for_each(|it| self.spend(*it, span));
            return Val::default();
        };
        let item = self.known.program.function(function).clone();
        let keeps_all = item.is_async || matches!(item.origin, Origin::Constructor(..));
        let mut from = Vec::new();
        for (number, value) in values.iter().enumerate() {
            let kept = keeps_all
                || item.lent.contains(&(number as u16))
                || self.passes(&item.params, number, &item.ret, types.get(number), generic);
            if kept {
                from.extend(Self::from(*value));
            }
        }
        let result = self.holder(from, span);
        values.iter().for_each(|it| self.spend(*it, span));
        result
    }

    /// Whether an argument by value becomes a part of the result, by a parameter that both speak of.
    fn passes(
        &self,
        params: &Rc<[Ty]>,
        number: usize,
        ret: &Ty,
        arg: Option<&Ty>,
        generic: Option<&[Ty]>,
    ) -> bool {
        let (Some(param), Some(arg), Some(generic)) = (params.get(number), arg, generic) else {
            return false;
        };
        if matches!(param, Ty::Ref(..)) || self.known.lifetimes(arg) != Some(1) {
            return false;
        }
        (0..).zip(generic).any(|(index, ty)| {
            self.known.lifetimes(ty) == Some(1) && speaks_of(param, index) && speaks_of(ret, index)
        })
    }

    /// `v.push(x)`: what is put into a collection is referred to by it from then on.
    fn stored(
        &mut self,
        call: &MethodCall,
        function: FnId,
        values: &[Val],
        types: &[Ty],
        generic: Option<&[Ty]>,
        span: Span,
    ) {
        let ExprKind::Local(into) = call.receiver.kind else { return };
        let item = self.known.program.function(function).clone();
        let (Some(Receiver::RefMut), Some(Ty::Ref(_, own)), Some(generic)) =
            (item.receiver, item.params.first(), generic)
        else {
            return;
        };
        for (number, param) in item.params.iter().enumerate().skip(1) {
            let Ty::Param(it) = param else { continue };
            let one = |ty: Option<&Ty>| ty.is_some_and(|it| self.known.lifetimes(it) == Some(1));
            let same = one(generic.get(usize::from(it.index))) && one(types.get(number));
            if let (true, true, Some(value)) = (same, speaks_of(own, it.index), values.get(number))
                && value.holder.is_some()
            {
                self.node(Event::Hold(into, Self::from(*value)), span);
            }
        }
    }

    /// Notes what is given to threads and tasks.
    fn hand_over(&mut self, function: FnId, args: &[Expr], values: &[Val]) {
        let item = self.known.program.function(function);
        let is_it = |path, names| self.checker.is_named(item.span.file, item.name, path, names);
        let Some((_, _, rules)) = SENDERS.iter().find(|it| is_it(it.0, it.1)) else { return };
        for (arg, value) in args.iter().zip(values) {
            if let Some(what) = self.goods(arg) {
                self.graph.sent.push(Sent { what, span: arg.span, rules: *rules });
            }
            match value.holder {
                Some(holder) if rules.outlives => {
                    self.node(Event::Escape(holder), arg.span);
                }
                Some(holder) => {
                    let threads = self.threads.take().unwrap_or_else(|| self.temporary(Ty::Unknown));
                    self.threads = Some(threads);
                    self.node(Event::Hold(threads, vec![From::Local(holder)]), arg.span);
                }
                None => {}
            }
        }
    }
}

/// Whether a parameter is a part of a type, as it is.
fn speaks_of(ty: &Ty, param: u16) -> bool {
    match ty {
        Ty::Param(it) => it.index == param,
        Ty::Tuple(parts) | Ty::Adt(_, parts) => parts.iter().any(|it| speaks_of(it, param)),
        Ty::Ref(_, of) | Ty::Slice(of) | Ty::Array(of, _) => speaks_of(of, param),
        _ => false,
    }
}
