//! Conditions, loops, matches, and what leaves them.

use super::start;
use crate::lower::body::Cx;
use crate::names::Symbol;
use crate::parse::Spanned as _;
use crate::source::Span;
use crate::tree::{Arm, Expr, ExprKind, LabelId};

impl Cx<'_> {
    pub(super) fn if_(&mut self, it: &syn::ExprIf) -> Expr {
        let start = self.span(it.if_token.span);
        let (condition, then) = self.scope(|cx| {
            let condition = cx.boxed_expr(&it.cond);
            (condition, Box::new(cx.block_expr(&it.then_branch, None)))
        });
        let otherwise = it.else_branch.as_ref().map(|it| self.boxed_expr(&it.1));
        let end = otherwise.as_ref().map_or(then.span, |it| it.span);
        self.make(ExprKind::If(condition, then, otherwise), start.to(end))
    }

    /// `let pattern = a` in a condition: its variables live as long as the scope that the condition opened.
    pub(super) fn let_(&mut self, it: &syn::ExprLet) -> Expr {
        let start = self.span(it.let_token.span);
        let value = self.boxed_expr(&it.expr);
        let pat = Box::new(self.pattern(&it.pat));
        let span = start.to(value.span);
        self.make(ExprKind::Let(pat, value), span)
    }

    pub(super) fn match_(&mut self, it: &syn::ExprMatch) -> Expr {
        let span = self.span(it.match_token.span).to(self.span(it.brace_token.span.close()));
        let value = self.boxed_expr(&it.expr);
        let arms = it.arms.iter().filter(|it| crate::lower::attribute::is_compiled(&it.attrs));
        let arms = arms.map(|it| self.arm(it)).collect();
        self.make(ExprKind::Match(value, arms), span)
    }

    fn arm(&mut self, it: &syn::Arm) -> Arm {
        self.scope(|cx| {
            let (pat, guard) = match &it.pat {
                syn::Pat::Guard(it) => (&*it.pat, Some(&*it.guard)),
                pat => (pat, None),
            };
            let pat = cx.pattern(pat);
            let guard = guard.map(|it| cx.expr(it));
            Arm { pat, guard, body: cx.expr(&it.body) }
        })
    }

    pub(super) fn loop_(&mut self, it: &syn::ExprLoop) -> Expr {
        let name = it.label.as_ref().map(|it| self.label_name(&it.name));
        let span = self.span(it.loop_token.span).to(self.span(it.body.brace_token.span.close()));
        let (label, body) = self.within(name, true, |cx, label| (label, cx.block_expr(&it.body, None)));
        self.make(ExprKind::Loop(label, Box::new(body)), span)
    }

    pub(super) fn while_(&mut self, it: &syn::ExprWhile) -> Expr {
        let name = it.label.as_ref().map(|it| self.label_name(&it.name));
        let span = self.span(it.while_token.span).to(self.span(it.body.brace_token.span.close()));
        let kind = self.scope(|cx| {
            // `break` in the condition leaves the loop, too.
            cx.within(name, true, |cx, label| {
                let condition = cx.boxed_expr(&it.cond);
                ExprKind::While(label, condition, Box::new(cx.block_expr(&it.body, None)))
            })
        });
        self.make(kind, span)
    }

    pub(super) fn for_loop(&mut self, it: &syn::ExprForLoop) -> Expr {
        let name = it.label.as_ref().map(|it| self.label_name(&it.name));
        let span = self.span(it.for_token.span).to(self.span(it.body.brace_token.span.close()));
        let iter = self.boxed_expr(&it.expr);
        let kind = self.scope(|cx| {
            let pat = Box::new(cx.pattern(&it.pat));
            let (label, body) = cx.within(name, true, |cx, label| (label, cx.block_expr(&it.body, None)));
            ExprKind::For { label, pat, iter, body: Box::new(body) }
        });
        self.make(kind, span)
    }

    pub(super) fn break_(&mut self, it: &syn::ExprBreak) -> Expr {
        let start = self.span(it.break_token.span);
        let value = it.expr.as_ref().map(|it| self.boxed_expr(it));
        let span = value.as_ref().map_or(start, |value| start.to(value.span));
        match self.target(it.label.as_ref(), start, "break") {
            Some(label) => self.make(ExprKind::Break(label, value), span),
            None => self.unit(span),
        }
    }

    pub(super) fn continue_(&mut self, it: &syn::ExprContinue) -> Expr {
        let span = self.span(it.continue_token.span);
        match self.target(it.label.as_ref(), span, "continue") {
            Some(label) => self.make(ExprKind::Continue(label), span),
            None => self.unit(span),
        }
    }

    /// What `break` and `continue` lead to.
    fn target(&mut self, label: Option<&syn::Lifetime>, span: Span, word: &str) -> Option<LabelId> {
        let Some(label) = label else {
            let found = self.frame().targets.iter().rev().find(|it| it.is_loop).map(|it| it.label);
            if found.is_none() {
                self.no_loop(span, word);
            }
            return found;
        };
        let name = self.label_name(label);
        let targets = self.frame().targets.clone();
        match targets.iter().rev().find(|it| it.name == Some(name)).cloned() {
            Some(target) if word == "continue" && !target.is_loop => {
                let message = format!("`continue` pointing to a labeled block: `'{}`", label.ident);
                self.error(span, message, Some("E0696"), "");
                None
            }
            Some(target) => Some(target.label),
            None => {
                let span = self.span(label.span());
                let names: Vec<_> = targets.iter().filter_map(|it| it.name).collect();
                let names: Vec<_> = names.into_iter().map(|it| self.world.text(it)).collect();
                let near =
                    crate::lower::suggest::nearest(&label.ident.to_string(), names.iter().map(|it| &**it));
                let hint = near.map(|it| format!("did you mean `'{it}`?")).unwrap_or_default();
                self.error(span, format!("use of undeclared label `'{}`", label.ident), Some("E0426"), &hint);
                None
            }
        }
    }

    fn no_loop(&mut self, span: Span, word: &str) {
        use crate::lower::body::FrameKind;
        let kind = self.frame().kind;
        let around = self.frames.iter().rev().skip(1).any(|it| it.targets.iter().any(|it| it.is_loop));
        if kind == FrameKind::Fn || !around {
            let hint = format!("`{word}` stands in a loop only");
            return self.error(
                span,
                format!("`{word}` outside of a loop or labeled block"),
                Some("E0268"),
                &hint,
            );
        }
        let place = if kind == FrameKind::Closure { "a closure" } else { "`async` block" };
        let message = format!("`{word}` inside {place}");
        self.error(span, message, Some("E0267"), "return a value that says so, and leave the loop outside");
    }

    pub(super) fn return_(&mut self, it: &syn::ExprReturn) -> Expr {
        let start = self.span(it.return_token.span);
        let value = it.expr.as_ref().map(|it| self.boxed_expr(it));
        let span = value.as_ref().map_or(start, |value| start.to(value.span));
        self.make(ExprKind::Return(value), span)
    }

    pub(super) fn try_(&mut self, it: &syn::ExprTry) -> Expr {
        let value = self.boxed_expr(&it.expr);
        let span = start(&value).to(self.span(it.question_token.span));
        self.make(ExprKind::Try(value), span)
    }

    /// The name of a label, without the quote.
    pub(super) fn label_name(&mut self, lifetime: &syn::Lifetime) -> Symbol {
        self.world.program.names.intern(&lifetime.ident.to_string())
    }

    /// The place of an expression in the text.
    pub(in crate::lower) fn span_of(&self, expr: &syn::Expr) -> Span {
        self.span(expr.span())
    }
}
