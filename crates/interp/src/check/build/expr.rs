//! Expressions by value.

use super::access::is_place;
use super::{Builder, Val};
use crate::check::capture::Taken;
use crate::check::flow::{Event, From, Goods, How, Kind, Loan, Place, Step, Why};
use crate::source::Span;
use crate::tree::{BinaryOp, Builtin, Expr, ExprKind, FnId, Ty};

impl Builder<'_> {
    /// Evaluates an expression and takes its value.
    pub(super) fn operand(&mut self, expr: &Expr) -> Val {
        if self.is_looked_through(expr) {
            let value = self.value(expr);
            self.spend(value, expr.span);
            return Val::default();
        }
        if !self.last.contains(&expr.id) {
            return self.value(expr);
        }
        let value = self.short_lived(expr).unwrap_or_else(|| self.value(expr));
        self.given_back(expr, value)
    }

    /// Whether a reference to a shared reference stands for the latter, so that it need not last itself.
    fn is_looked_through(&self, expr: &Expr) -> bool {
        let Ty::Ref(_, inner) = self.type_of(expr) else { return false };
        matches!(*inner, Ty::Ref(false, _)) && self.of.followed.contains_key(&expr.id)
    }

    fn value(&mut self, expr: &Expr) -> Val {
        if is_place(expr) {
            return match self.place(expr) {
                Some(it) => {
                    if it.cut.is_some() {
                        self.rob_unknown(expr, &it.ty);
                    }
                    self.taken(it, expr.span)
                }
                None => Val::default(),
            };
        }
        match &expr.kind {
            ExprKind::Call(callee, args) => self.call(expr, callee, args),
            ExprKind::Method(call) => self.method(expr, call),
            ExprKind::Unary(_, of) | ExprKind::Cast(of, _) => {
                let value = self.operand(of);
                self.spend(value, expr.span);
                Val::default()
            }
            ExprKind::Binary(op, left, right) => self.binary(*op, left, right, expr.span),
            ExprKind::Assign(place, value) => self.assign(place, value, expr.span),
            ExprKind::AssignOp(_, place, value) => self.assign_op(place, value, expr.span),
            ExprKind::Ref { mutable, raw, of } => self.reference(*mutable, *raw, of, expr.span),
            ExprKind::Tuple(parts) | ExprKind::Array(parts) => self.gathered(parts, expr.span),
            ExprKind::Repeat(of, length, _) => {
                let value = self.operand(of);
                self.operand(length);
                value
            }
            ExprKind::Struct { fields, base, .. } => self.structure(expr, fields, base.as_deref()),
            ExprKind::Closure(function) => self.inner(*function, false, expr.span),
            ExprKind::Async(function) => self.inner(*function, true, expr.span),
            ExprKind::Await(of, _) => self.awaited(of, expr),
            ExprKind::Format(format) => {
                let values: Vec<Val> = format.args.iter().map(|it| self.looked_at(it, Self::lent)).collect();
                values.into_iter().for_each(|it| self.spend(it, expr.span));
                Val::default()
            }
            ExprKind::Builtin(builtin, args) => self.builtin(builtin, args, expr),
            ExprKind::Block(block) => self.block(expr, block),
            _ => self.controlled(expr),
        }
    }

    /// Evaluates several; what they refer to is referred to by one value.
    fn gathered(&mut self, parts: &[Expr], span: Span) -> Val {
        let values: Vec<Val> = parts.iter().map(|it| self.operand(it)).collect();
        self.joined(&values, span)
    }

    pub(super) fn joined(&mut self, values: &[Val], span: Span) -> Val {
        let from: Vec<From> = values.iter().flat_map(|it| Self::from(*it)).collect();
        match from[..] {
            [From::Local(one)] => Val { holder: Some(one) },
            _ => {
                let value = self.holder(from, span);
                values.iter().for_each(|it| self.spend(*it, span));
                value
            }
        }
    }

    fn binary(&mut self, op: BinaryOp, left: &Expr, right: &Expr, span: Span) -> Val {
        let values = if op.compares() {
            [self.looked_at(left, Self::seen), self.looked_at(right, Self::seen)]
        } else {
            [self.operand(left), self.operand(right)]
        };
        values.into_iter().for_each(|it| self.spend(it, span));
        Val::default()
    }

    fn assign(&mut self, place: &Expr, value: &Expr, span: Span) -> Val {
        let value = self.operand(value);
        if let Some(it) = self.place(place) {
            if it.cut.is_some() {
                let (why, cut, span) = (self.why, self.written(place, it.cut), place.span);
                self.loan(Loan { place: it.place, kind: Kind::Mutable, span, cut, why });
            } else {
                let from = Self::from(value);
                let behind = it.place.path.iter().any(|it| matches!(it, Step::Deref(_)));
                if !it.place.is_whole() && !behind && !from.is_empty() {
                    self.node(Event::Hold(it.place.local, from.clone()), span);
                }
                self.node(Event::Assign { place: it.place, from, again: true }, span);
            }
        }
        self.spend(value, span);
        Val::default()
    }

    fn assign_op(&mut self, place: &Expr, value: &Expr, span: Span) -> Val {
        let value = self.operand(value);
        if let Some(it) = self.place(place) {
            let number = matches!(it.ty, Ty::Int(_) | Ty::Float(_) | Ty::Bool);
            if it.cut.is_none() && number {
                self.node(Event::Use(it.place.clone(), How::Copied), span);
                self.node(Event::Assign { place: it.place, from: Vec::new(), again: true }, span);
            } else if it.cut.is_some() || !matches!(it.ty, Ty::Unknown) {
                let (why, span) = (self.why, place.span);
                let cut = if number { self.written(place, it.cut) } else { it.cut };
                self.loan(Loan { place: it.place, kind: Kind::Mutable, span, cut, why });
            }
        }
        self.spend(value, span);
        Val::default()
    }

    fn reference(&mut self, mutable: bool, raw: bool, of: &Expr, span: Span) -> Val {
        if !is_place(of) && !raw && self.is_guard(&self.type_of(of)) {
            self.place(of);
            return Val::default();
        }
        if !is_place(of) {
            let value = self.operand(of);
            self.spend(value, span);
            // What is borrowed is a value of its own, which lives as long as it has to.
            return Val::default();
        }
        let Some(it) = self.place(of) else { return Val::default() };
        if raw {
            self.node(Event::Use(it.place, How::Seen), span);
            return Val::default();
        }
        let kind = if mutable { Kind::Mutable } else { Kind::Shared };
        self.borrowed(it, kind, span).0
    }

    fn structure(&mut self, expr: &Expr, fields: &[(u32, Expr)], base: Option<&Expr>) -> Val {
        let mut values: Vec<Val> = fields.iter().map(|it| self.coerced(&it.1)).collect();
        if let Some(base) = base {
            values.push(self.rest_of(base, fields, expr.span));
        }
        self.joined(&values, expr.span)
    }

    /// `..base`: the fields that are not given are taken out of it.
    fn rest_of(&mut self, base: &Expr, given: &[(u32, Expr)], span: Span) -> Val {
        if !is_place(base) {
            return self.operand(base);
        }
        let Some(it) = self.place(base) else { return Val::default() };
        let Ty::Adt(adt, _) = &it.ty else { return Val::default() };
        let variants = self.known.program.adt(*adt).variants.clone();
        let Some(variant) = variants.first().filter(|_| it.cut.is_none()) else { return Val::default() };
        for (number, field) in (0..).zip(&*variant.fields) {
            if given.iter().any(|it| it.0 == number) {
                continue;
            }
            let ty = self.known.field(&it.ty, 0, number);
            let mut place = it.place.clone();
            place.path.push(Step::Field(0, number, Some(field.name)));
            self.taken(super::access::Reached { place, ty, cut: None }, span);
        }
        Val::default()
    }

    /// A closure or an async block: takes what its body uses.
    fn inner(&mut self, function: FnId, is_async: bool, span: Span) -> Val {
        let Some(graph) = self.checker.graph(function) else { return Val::default() };
        let mut from = Vec::new();
        for captured in &graph.captured {
            let ty = self.known.at(&self.local_type(captured.local()), &captured.place.path);
            let it = super::access::Reached { place: captured.place.clone(), ty, cut: None };
            let why = Why::Captured(is_async, captured.span);
            let value = self.with_why(why, |build| match captured.how {
                Taken::Value => build.captured_value(it, span),
                Taken::Shared => build.borrowed(it, Kind::Shared, span).0,
                Taken::Mutable => build.borrowed(it, Kind::Mutable, span).0,
            });
            from.extend(Self::from(value));
        }
        self.holder(from, span)
    }

    /// What is captured by value is moved even where it is a `&mut`.
    fn captured_value(&mut self, it: super::access::Reached, span: Span) -> Val {
        if matches!(it.ty, Ty::Ref(true, _)) && !it.place.is_behind_reference() {
            let value = self.holder(vec![From::Local(it.place.local)], span);
            self.node(Event::Use(it.place, How::Moved), span);
            return value;
        }
        self.taken(it, span)
    }

    fn awaited(&mut self, of: &Expr, expr: &Expr) -> Val {
        let value = self.with_why(Why::Awaited, |it| {
            if is_place(of) { it.operand(of) } else { it.with_why(Why::Plain, |it| it.operand(of)) }
        });
        let node = self.node(Event::Await, expr.span);
        if let Some(Goods::Call(function) | Goods::Block(function)) = self.goods(of) {
            self.graph.awaited.push((function, node));
        }
        self.spend(value, expr.span);
        Val::default()
    }

    fn builtin(&mut self, builtin: &Builtin, args: &[Expr], expr: &Expr) -> Val {
        let values: Vec<Val> = args.iter().map(|it| self.operand(it)).collect();
        match builtin {
            Builtin::Panic | Builtin::AssertFailed(_) => {
                self.stop();
                Val::default()
            }
            Builtin::Join { .. } | Builtin::Select { .. } | Builtin::Vec | Builtin::Pin => {
                if matches!(builtin, Builtin::Join { .. } | Builtin::Select { .. }) {
                    for arg in args {
                        if let Some(Goods::Call(function) | Goods::Block(function)) = self.goods(arg) {
                            let node = self.node(Event::Nothing, expr.span);
                            self.graph.awaited.push((function, node));
                        }
                    }
                }
                self.joined(&values, expr.span)
            }
            _ => {
                values.into_iter().for_each(|it| self.spend(it, expr.span));
                Val::default()
            }
        }
    }

    /// Whether an expression is a future or closure that is made there.
    pub(super) fn goods(&self, expr: &Expr) -> Option<Goods> {
        match &expr.kind {
            ExprKind::Closure(function) => Some(Goods::Closure(*function)),
            ExprKind::Async(function) => Some(Goods::Block(*function)),
            ExprKind::Call(callee, _) => self.async_fn(self.callee(callee)?),
            ExprKind::Method(_) => self.async_fn(*self.of.methods.get(&expr.id)?),
            _ => None,
        }
    }

    fn async_fn(&self, function: FnId) -> Option<Goods> {
        self.known.program.function(function).is_async.then_some(Goods::Call(function))
    }

    /// A value that is not used further.
    pub(super) fn done(&mut self, expr: &Expr) {
        let value = self.operand(expr);
        self.spend(value, expr.span);
    }

    pub(super) fn use_of(&mut self, place: Place, how: How, span: Span) {
        self.node(Event::Use(place, how), span);
    }
}
