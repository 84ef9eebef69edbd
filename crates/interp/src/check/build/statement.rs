//! Blocks, statements, and the scopes of variables.

use super::access::is_place;
use super::{Builder, Val};
use crate::check::flow::{Event, From, How, Place};
use crate::source::Span;
use crate::tree::{Block, Expr, ExprKind, LocalId, Pat, PatKind, Stmt, Ty};

impl Builder<'_> {
    /// Notes that a variable ends with the innermost scope.
    pub(super) fn keep(&mut self, local: LocalId) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.push(local);
        }
    }

    pub(super) fn open_scope(&mut self) {
        self.scopes.push(Vec::new());
    }

    /// Ends the innermost scope: its variables are dropped, the last one first.
    pub(super) fn close_scope(&mut self, span: Span) {
        let end = Span { line: span.end_line, column: span.end_column.saturating_sub(1), ..span };
        for local in self.scopes.pop().unwrap_or_default().into_iter().rev() {
            self.node(Event::Drop(local), end);
            self.node(Event::Dead(local), end);
        }
    }

    pub(super) fn block(&mut self, expr: &Expr, block: &Block) -> Val {
        let value = block.label.map(|label| {
            let value = self.temporary(Ty::Unknown);
            self.labels.insert(label, super::Target { value: Some(value), ..super::Target::default() });
            (label, value)
        });
        self.open_scope();
        for stmt in &block.stmts {
            self.statement(stmt);
        }
        let tail = match &block.tail {
            Some(tail) => {
                // What the value is made with ends before the variables of the block do.
                self.open_scope();
                let value = self.operand(tail);
                self.close_scope(tail.span);
                value
            }
            None => Val::default(),
        };
        self.close_scope(expr.span);
        let Some((label, value)) = value else { return tail };
        if tail.holder.is_some() {
            self.assign_new(value, Self::from(tail), expr.span);
        }
        let left = self.labels.remove(&label).map(|it| it.left).unwrap_or_default();
        self.at.extend(left);
        self.node(Event::Nothing, expr.span);
        Val { holder: Some(value) }
    }

    fn statement(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Expr(expr) => {
                self.open_scope();
                if is_place(expr) {
                    if let Some(it) = self.place(expr) {
                        self.taken(it, expr.span);
                    }
                } else {
                    self.operand(expr);
                }
                self.close_scope(expr.span);
            }
            Stmt::Let { pat, ty, init, otherwise } => {
                let Some(init) = init else { return self.declared(pat) };
                self.let_statement(pat, ty.as_ref(), init, otherwise.as_deref());
            }
        }
    }

    /// `let x;`
    fn declared(&mut self, pat: &Pat) {
        let mut locals = Vec::new();
        super::pattern::variables(pat, &mut locals);
        for local in locals {
            self.node(Event::Live(local), pat.span);
            self.keep(local);
        }
    }

    fn let_statement(&mut self, pat: &Pat, ty: Option<&Ty>, init: &Expr, otherwise: Option<&Expr>) {
        let around = self.scopes.len().saturating_sub(1);
        init.each_extended(self.known.program, &mut |it, _| {
            self.extended.insert(it.id, around);
        });
        // What the value is made with ends with the statement, unless the variable may refer to it.
        let by_reference = super::pattern::binds_by_reference(pat);
        let extended =
            matches!(init.kind, ExprKind::Ref { .. } | ExprKind::Struct { .. } | ExprKind::Tuple(_))
                || by_reference && is_place(init);
        if !extended {
            self.open_scope();
        }
        let local = match &pat.kind {
            PatKind::Bind { local, by_ref: None, inner: None } => Some(*local),
            _ => None,
        };
        match local {
            Some(local) => {
                let value = match self.moved_reference(init, ty) {
                    Some(value) => value,
                    None if ty.is_some() => self.coerced(init),
                    None => self.operand(init),
                };
                let kept = (!extended).then(|| self.scopes.pop().unwrap_or_default());
                self.node(Event::Live(local), pat.span);
                self.keep(local);
                self.assign_new(local, Self::from(value), pat.span);
                if let Some(kept) = kept {
                    self.scopes.push(kept);
                    self.close_scope(init.span);
                }
            }
            None => {
                let from = self.scrutinee(init);
                if let Some(otherwise) = otherwise {
                    let matched = self.at.clone();
                    let value = self.operand(otherwise);
                    self.spend(value, otherwise.span);
                    self.at = matched;
                }
                if !extended {
                    let mut kept = self.scopes.pop().unwrap_or_default();
                    // What the pattern refers to lasts as long as it does; what that was made with does not.
                    if let Some(value) = kept.pop_if(|_| by_reference) {
                        self.keep(value);
                    }
                    self.bind_against(pat, init, from);
                    self.scopes.push(kept);
                    self.close_scope(init.span);
                } else {
                    self.bind_against(pat, init, from);
                }
            }
        }
    }

    /// `let a = b;` of a `&mut` moves it, where nothing says of what type `a` is.
    fn moved_reference(&mut self, init: &Expr, ty: Option<&Ty>) -> Option<Val> {
        let ExprKind::Local(local) = init.kind else { return None };
        let moved = ty.is_none() && matches!(self.local_type(local), Ty::Ref(true, _));
        moved.then(|| {
            let value = self.holder(vec![From::Local(local)], init.span);
            self.node(Event::Use(Place::of(local), How::Moved), init.span);
            value
        })
    }
}
