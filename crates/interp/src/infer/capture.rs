//! Which variables a closure or async block without `move` takes with it: those that its body consumes.

use super::Infer;
use super::frame::Frame;
use super::types::Type;
use crate::tree::{Arm, Block, Expr, ExprKind, LocalId, Pat, PatKind, Stmt};
use rustc_hash::FxHashSet;

/// How an expression is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// Its value is taken.
    Value,
    /// It is only looked at or written to.
    Place,
}

struct Walk<'a, 'b> {
    infer: &'a mut Infer<'b>,
    frame: &'a Frame,
    /// The inner variables of captures that are not by move yet.
    open: FxHashSet<LocalId>,
    moved: FxHashSet<LocalId>,
}

impl Infer<'_> {
    /// The variables, as they are known within, that a body takes by move although the text does not say so.
    pub(super) fn moved(&mut self, frame: &Frame) -> FxHashSet<LocalId> {
        let body = frame.body.clone();
        let open = body.captures.iter().filter(|it| !it.by_move).map(|it| it.inner).collect();
        let mut walk = Walk { infer: self, frame, open, moved: FxHashSet::default() };
        if !walk.open.is_empty() {
            walk.expr(&body.value, Use::Value);
        }
        let moved = walk.moved;
        let outer = body.captures.iter().filter(|it| it.by_move || moved.contains(&it.inner));
        let outer: FxHashSet<LocalId> = outer.map(|it| it.outer).collect();
        self.moved_out.insert(body.function, outer);
        moved
    }
}

impl Walk<'_, '_> {
    fn take(&mut self, local: LocalId, ty: &Type) {
        if self.open.contains(&local) && self.infer.copies(ty) == Some(false) {
            self.open.remove(&local);
            self.moved.insert(local);
        }
    }

    fn type_of(&self, expr: &Expr) -> Type {
        self.frame.exprs.get(expr.id.index()).cloned().unwrap_or(Type::Unknown)
    }

    fn exprs<'e>(&mut self, all: impl IntoIterator<Item = &'e Expr>, how: Use) {
        for expr in all {
            self.expr(expr, how);
        }
    }

    fn expr(&mut self, expr: &Expr, how: Use) {
        match &expr.kind {
            ExprKind::Local(local) => {
                if how == Use::Value {
                    let ty = self.type_of(expr);
                    self.take(*local, &ty);
                }
            }
            ExprKind::Field(of, _) => self.part(expr, of, how),
            ExprKind::Index(of, at) => {
                self.expr(of, Use::Place);
                self.expr(at, Use::Value);
            }
            ExprKind::Deref(of) => self.part(expr, of, how),
            ExprKind::Ref { of, .. } => self.expr(of, Use::Place),
            ExprKind::Assign(place, value) | ExprKind::AssignOp(_, place, value) => {
                self.expr(value, Use::Value);
                self.expr(place, Use::Place);
            }
            ExprKind::Binary(op, left, right) => {
                let how = if op.compares() { Use::Place } else { Use::Value };
                self.exprs([&**left, &**right], how);
            }
            ExprKind::Method(call) => {
                let by_value = self.frame.by_value.contains(&call.receiver.id);
                self.expr(&call.receiver, if by_value { Use::Value } else { Use::Place });
                self.exprs(&call.args, Use::Value);
            }
            ExprKind::Call(callee, args) => {
                let again = is_place(callee) && !self.is_called_once(callee);
                self.expr(callee, if again { Use::Place } else { Use::Value });
                self.exprs(args, Use::Value);
            }
            ExprKind::Let(pattern, of) => self.matched(of, &[&**pattern]),
            ExprKind::Match(of, arms) => {
                let patterns: Vec<&Pat> = arms.iter().map(|it| &it.pat).collect();
                self.matched(of, &patterns);
                for Arm { guard, body, .. } in arms {
                    self.exprs(guard, Use::Value);
                    self.expr(body, how);
                }
            }
            ExprKind::For { iter, body, .. } => self.exprs([&**iter, &**body], Use::Value),
            ExprKind::Closure(function) | ExprKind::Async(function) => {
                let outer = self.infer.moved_out.get(function).cloned().unwrap_or_default();
                for local in outer {
                    let ty = self.frame.locals.get(local.index()).cloned().unwrap_or(Type::Unknown);
                    self.take(local, &ty);
                }
            }
            ExprKind::Block(block) => self.block(block, how),
            ExprKind::Format(format) => self.exprs(&format.args, Use::Place),
            ExprKind::If(condition, then, otherwise) => {
                self.expr(condition, Use::Value);
                self.expr(then, how);
                self.exprs(otherwise.as_deref(), how);
            }
            ExprKind::Struct { fields, base, .. } => {
                self.exprs(fields.iter().map(|it| &it.1), Use::Value);
                self.exprs(base.as_deref(), Use::Place);
            }
            // What takes the values of all its parts.
            _ => expr.each_part(&mut |it| self.expr(it, Use::Value)),
        }
    }

    /// Whether a call consumes what is called, because no more is known of it than `FnOnce`.
    fn is_called_once(&mut self, callee: &Expr) -> bool {
        let mut ty = self.infer.shallow(&self.type_of(callee));
        if let Type::Adt(adt, args) = &ty
            && self.infer.index.is_adt(*adt, "Box")
        {
            ty = args.first().map_or(Type::Unknown, |it| self.infer.shallow(it));
        }
        let limits = self.infer.limits_of(&ty);
        let has = |names: &[&str]| limits.iter().any(|it| self.infer.index.is_trait(it.of, names));
        has(&["FnOnce", "AsyncFnOnce"]) && !has(&["Fn", "FnMut", "AsyncFn", "AsyncFnMut"])
    }

    /// A part of something: taking it takes the whole, if it is reached without a reference.
    fn part(&mut self, part: &Expr, of: &Expr, how: Use) {
        let ty = self.type_of(part);
        let whole = self.type_of(of);
        let behind = matches!(
            self.infer.shallow(&whole),
            Type::Ref(..) | Type::Ptr(..) | Type::Unknown | Type::Var(_)
        );
        let taken = how == Use::Value && !behind && self.infer.copies(&ty) == Some(false);
        self.expr(of, if taken { Use::Value } else { Use::Place });
    }

    fn matched(&mut self, of: &Expr, patterns: &[&Pat]) {
        let takes = patterns.iter().any(|it| self.binds_by_value(it));
        self.expr(of, if takes || !is_place(of) { Use::Value } else { Use::Place });
    }

    /// Whether a pattern moves something out of what it matches.
    fn binds_by_value(&mut self, pattern: &Pat) -> bool {
        match &pattern.kind {
            PatKind::Bind { local, by_ref: None, inner } => {
                let ty = self.frame.locals.get(local.index()).cloned().unwrap_or(Type::Unknown);
                self.infer.copies(&ty) == Some(false) && !matches!(self.infer.shallow(&ty), Type::Ref(..))
                    || inner.as_ref().is_some_and(|it| self.binds_by_value(it))
            }
            PatKind::Tuple(parts) | PatKind::Slice(parts) | PatKind::Or(parts) => {
                parts.iter().any(|it| self.binds_by_value(it))
            }
            PatKind::Variant { fields, .. } => fields.iter().any(|it| self.binds_by_value(&it.1)),
            _ => false,
        }
    }

    fn block(&mut self, block: &Block, how: Use) {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { pat, init: Some(init), otherwise, .. } => {
                    if matches!(pat.kind, PatKind::Bind { by_ref: None, inner: None, .. }) {
                        self.expr(init, Use::Value);
                    } else {
                        self.matched(init, &[pat]);
                    }
                    self.exprs(otherwise.as_deref(), Use::Value);
                }
                Stmt::Let { .. } => {}
                Stmt::Expr(expr) => self.expr(expr, if is_place(expr) { Use::Place } else { Use::Value }),
            }
        }
        self.exprs(block.tail.as_deref(), how);
    }
}

fn is_place(expr: &Expr) -> bool {
    matches!(
        expr.kind,
        ExprKind::Local(_)
            | ExprKind::Field(..)
            | ExprKind::Index(..)
            | ExprKind::Deref(_)
            | ExprKind::Path(_)
    )
}
