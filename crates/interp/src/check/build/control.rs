//! Conditions, loops, matches, and what leaves them.

use super::access::is_place;
use super::{Builder, Target, Val};
use crate::check::flow::{Event, From, Goods, How, Place, Rules, Sent, Why};
use crate::tree::{Arm, Expr, ExprKind, LabelId, Pat, PatKind, Ty};

impl Builder<'_> {
    pub(super) fn controlled(&mut self, expr: &Expr) -> Val {
        match &expr.kind {
            ExprKind::And(..) | ExprKind::Or(..) | ExprKind::Let(..) => {
                let otherwise = self.condition(expr);
                self.at.extend(otherwise);
                self.node(Event::Nothing, expr.span);
                Val::default()
            }
            ExprKind::If(condition, then, otherwise) => self.if_(expr, condition, then, otherwise.as_deref()),
            ExprKind::Match(of, arms) => self.matched(expr, of, arms),
            ExprKind::Loop(label, body) => {
                let value = self.temporary(Ty::Unknown);
                self.looped(*label, Some(value), |it| it.done(body));
                Val { holder: Some(value) }
            }
            ExprKind::While(label, condition, body) => {
                self.looped(*label, None, |it| {
                    it.open_scope();
                    let otherwise = it.condition(condition);
                    it.done(body);
                    it.close_scope(body.span);
                    if let Some(target) = it.labels.get_mut(label) {
                        target.left.extend(otherwise);
                    }
                });
                Val::default()
            }
            ExprKind::For { label, pat, iter, body } => {
                self.for_loop(*label, pat, iter, body);
                Val::default()
            }
            ExprKind::Break(label, value) => {
                let value = value.as_ref().map(|it| self.operand(it)).unwrap_or_default();
                self.leave(*label, value, expr);
                Val::default()
            }
            ExprKind::Continue(label) => {
                match self.labels.get(label).and_then(|it| it.head) {
                    Some(head) => self.go_to(head),
                    None => self.stop(),
                }
                Val::default()
            }
            ExprKind::Return(value) => {
                if let Some(value) = value {
                    self.gives_back(value);
                    self.done(value);
                    self.returned(value);
                }
                self.stop();
                Val::default()
            }
            ExprKind::Try(of) => {
                let (outer, inner) = (self.type_of(of), self.type_of(expr));
                let value = self.operand(of);
                self.node(Event::Nothing, expr.span);
                if self.known.lifetimes(&outer) == Some(1) && self.known.lifetimes(&inner) == Some(1) {
                    return value;
                }
                self.spend(value, expr.span);
                Val::default()
            }
            // Literals, constants, functions by name.
            _ => Val::default(),
        }
    }

    /// Evaluates a condition, and goes on where it holds. Returns where it does not.
    fn condition(&mut self, expr: &Expr) -> Vec<u32> {
        match &expr.kind {
            ExprKind::And(left, right) => {
                let mut otherwise = self.condition(left);
                otherwise.extend(self.condition(right));
                otherwise
            }
            ExprKind::Or(left, right) => {
                let otherwise = self.condition(left);
                let holds = std::mem::replace(&mut self.at, otherwise);
                let otherwise = self.condition(right);
                self.at.extend(holds);
                self.node(Event::Nothing, expr.span);
                otherwise
            }
            ExprKind::Let(pat, of) => {
                let from = self.scrutinee(of);
                self.node(Event::Nothing, of.span);
                let otherwise = self.at.clone();
                self.bind_against(pat, of, from);
                otherwise
            }
            _ => {
                // What a condition is made with ends with it.
                self.open_scope();
                self.done(expr);
                self.close_scope(expr.span);
                self.node(Event::Nothing, expr.span);
                self.at.clone()
            }
        }
    }

    fn if_(&mut self, expr: &Expr, condition: &Expr, then: &Expr, otherwise: Option<&Expr>) -> Val {
        let result = self.temporary(Ty::Unknown);
        self.open_scope();
        let not = self.condition(condition);
        self.branch(result, then);
        self.close_scope(then.span);
        let done = std::mem::replace(&mut self.at, not);
        if let Some(otherwise) = otherwise {
            self.branch(result, otherwise);
        }
        self.at.extend(done);
        self.node(Event::Nothing, expr.span);
        Val { holder: Some(result) }
    }

    /// One of the ways to a value.
    fn branch(&mut self, result: crate::tree::LocalId, expr: &Expr) {
        let value = self.operand(expr);
        if value.holder.is_some() {
            self.assign_new(result, Self::from(value), expr.span);
        }
    }

    fn matched(&mut self, expr: &Expr, of: &Expr, arms: &[Arm]) -> Val {
        let result = self.temporary(Ty::Unknown);
        self.open_scope();
        let from = self.scrutinee(of);
        if let Some(it) = from.as_ref().filter(|_| arms.iter().any(|it| looks_at(&it.pat))) {
            self.use_of(it.place.clone(), How::Seen, of.span);
        }
        let mut start = self.at.clone();
        let mut done = Vec::new();
        for arm in arms {
            self.at = std::mem::take(&mut start);
            start.clone_from(&self.at);
            self.open_scope();
            if let Some(guard) = &arm.guard {
                // The guard sees the variables, but nothing is moved before it holds.
                let before = self.at.clone();
                self.bind_or_declare(&arm.pat, None);
                let not = self.condition(guard);
                start = before;
                start.extend(not);
            }
            self.bind_against(&arm.pat, of, from.clone());
            self.branch(result, &arm.body);
            self.close_scope(arm.body.span);
            done.append(&mut self.at);
        }
        self.at = done;
        // What the scrutinee is made with lasts as long as the statement around.
        let kept = self.scopes.pop().unwrap_or_default();
        kept.into_iter().for_each(|it| self.keep(it));
        self.node(Event::Nothing, expr.span);
        Val { holder: Some(result) }
    }

    fn looped(&mut self, label: LabelId, value: Option<crate::tree::LocalId>, round: impl FnOnce(&mut Self)) {
        let head = self.node(Event::Nothing, crate::source::Span::NONE);
        self.labels.insert(label, Target { head: Some(head), left: Vec::new(), value });
        round(self);
        self.go_to(head);
        self.at = self.labels.remove(&label).map(|it| it.left).unwrap_or_default();
        if !self.at.is_empty() {
            self.node(Event::Nothing, crate::source::Span::NONE);
        }
    }

    fn for_loop(&mut self, label: LabelId, pat: &Pat, iter: &Expr, body: &Expr) {
        self.open_scope();
        let ty = self.type_of(iter);
        let value = self.with_why(Why::Loop, |it| {
            if is_place(iter) { it.operand(iter) } else { it.with_why(Why::Plain, |it| it.operand(iter)) }
        });
        let all = self.temporary(ty.clone());
        self.assign_new(all, Self::from(value), iter.span);
        self.looped(label, None, |it| {
            it.use_of(Place::of(all), How::Seen, iter.span);
            let end = it.at.clone();
            it.open_scope();
            match &pat.kind {
                PatKind::Bind { local, by_ref: None, inner: None } => {
                    let one = it.known.lifetimes(&ty) == Some(1);
                    let refers = one && it.known.lifetimes(&it.local_type(*local)) == Some(1);
                    let from = if refers { vec![From::Local(all)] } else { Vec::new() };
                    it.node(Event::Live(*local), pat.span);
                    it.keep(*local);
                    it.assign_new(*local, from, pat.span);
                }
                _ => it.bind_or_declare(pat, None),
            }
            it.done(body);
            it.close_scope(body.span);
            if let Some(target) = it.labels.get_mut(&label) {
                target.left.extend(end);
            }
        });
        self.close_scope(body.span);
    }

    fn leave(&mut self, label: LabelId, value: Val, expr: &Expr) {
        let result = self.labels.get(&label).and_then(|it| it.value);
        match result.filter(|_| value.holder.is_some()) {
            Some(result) => self.assign_new(result, Self::from(value), expr.span),
            None => {
                self.spend(value, expr.span);
                self.node(Event::Nothing, expr.span);
            }
        }
        let at = std::mem::take(&mut self.at);
        if let Some(target) = self.labels.get_mut(&label) {
            target.left.extend(at);
        }
    }

    /// A closure or async block that a function gives back outlives its variables.
    pub(super) fn returned(&mut self, value: &Expr) {
        let value = match &value.kind {
            ExprKind::Block(block) => match &block.tail {
                Some(tail) => tail,
                None => return,
            },
            _ => value,
        };
        let function = match value.kind {
            ExprKind::Closure(function) | ExprKind::Async(function) => function,
            _ => return,
        };
        let own = self.known.program.function(self.graph.function);
        if matches!(own.ret, Ty::Impl(_)) && !own.is_async {
            let rules = Rules { outlives: true, send: false };
            let (what, span) = (Goods::Returned(function), value.span);
            self.graph.sent.push(Sent { what, span, rules });
        }
    }
}

/// Whether a pattern looks at what it is held against before it binds anything.
fn looks_at(pat: &Pat) -> bool {
    match &pat.kind {
        PatKind::Wild | PatKind::Rest => false,
        PatKind::Bind { inner, .. } => inner.as_ref().is_some_and(|it| looks_at(it)),
        PatKind::Or(parts) => parts.iter().any(looks_at),
        _ => false,
    }
}
