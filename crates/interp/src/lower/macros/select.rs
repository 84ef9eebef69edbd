//! `select!`: a loop that awaits the next future that is ready, until one has a value that its pattern takes.

use super::select_parse::{Branch, FuturesSelect, Select};
use crate::lower::body::Cx;
use crate::parse::Spanned as _;
use crate::parse::{Result, whole};
use crate::source::Span;
use crate::tree::{Arm, Block, Builtin, Expr, ExprKind, IntTy, LabelId, Lit, LocalId, Pat, PatKind, Stmt};
use proc_macro2::TokenStream;

/// What is done when no branch is left.
struct Ends<'a> {
    none_left: Option<&'a syn::Expr>,
    not_ready: Option<&'a syn::Expr>,
    message: &'static str,
}

/// How the set is made.
struct How {
    biased: bool,
    fused: bool,
    default: bool,
}

impl Cx<'_> {
    /// tokio's.
    pub(super) fn select(&mut self, tokens: TokenStream, span: Span) -> Result<Expr> {
        let select = whole(tokens, Select::read)?;
        let message = "all branches are disabled and there is no else branch";
        let ends = Ends { none_left: select.otherwise.as_ref(), not_ready: None, message };
        let how = How { biased: select.biased, fused: false, default: false };
        Ok(self.selected(&select.branches, &ends, &how, span))
    }

    /// That of the futures crate.
    pub(super) fn futures_select(&mut self, biased: bool, tokens: TokenStream, span: Span) -> Result<Expr> {
        let mut select = whole(tokens, FuturesSelect::read)?;
        for branch in &mut select.branches {
            // A future that goes by a name is lent, and can be asked again.
            if let syn::Expr::Path(it) = &branch.future {
                branch.future = syn::Expr::Reference(syn::ExprReference {
                    attrs: Vec::new(),
                    and_token: syn::Token![&](it.span()),
                    mutability: Some(syn::Token![mut](it.span())),
                    expr: Box::new(syn::Expr::Path(it.clone())),
                });
            }
        }
        let message = "all futures in select! were completed, but no `complete =>` handler was provided";
        let ends = Ends { none_left: select.complete.as_ref(), not_ready: select.default.as_ref(), message };
        let how = How { biased, fused: true, default: select.default.is_some() };
        Ok(self.selected(&select.branches, &ends, &how, span))
    }

    /// ```text
    /// match {
    ///     let condition = ..;
    ///     let mut set = select(futures, conditions);
    ///     loop {
    ///         let outcome = next(&mut set).await;
    ///         match branch(&outcome) {
    ///             0 => if let pattern = peek(&outcome) {} else { disable(&mut set); continue },
    ///             ..
    ///         }
    ///         break outcome;
    ///     }
    /// } {
    ///     outcome => match branch(&outcome) {
    ///         0 => match take(outcome) { pattern => handler },
    ///         ..
    ///     }
    /// }
    /// ```
    fn selected(&mut self, branches: &[Branch], ends: &Ends<'_>, how: &How, span: Span) -> Expr {
        self.check_await(span);
        if branches.len() > 64 {
            self.error(span, "`select!` takes up to 64 branches", None, "");
            return self.unit(span);
        }
        let mut stmts = Vec::new();
        let conditions: Vec<Expr> = branches.iter().map(|it| self.condition(it, &mut stmts, span)).collect();
        let operands = branches.iter().map(|it| self.operand(&it.future)).collect();
        let mut args: Vec<Expr> = branches.iter().map(|it| self.expr(&it.future)).collect();
        args.extend(conditions);
        let what = Builtin::Select { biased: how.biased, fused: how.fused, default: how.default, operands };
        let init = self.make(ExprKind::Builtin(what, args), span);
        let (set, pat) = self.temporary("set", span, true);
        stmts.push(Stmt::Let { pat, ty: None, init: Some(init), otherwise: None });
        let waiting = self.waiting(set, branches, span);
        let block = Block { label: None, stmts, tail: Some(Box::new(waiting)) };
        let scrutinee = self.boxed(ExprKind::Block(block), span);
        let (outcome, pat) = self.temporary("outcome", span, false);
        let body = self.handled(outcome, branches, ends, span);
        self.make(ExprKind::Match(scrutinee, vec![Arm { pat, guard: None, body }]), span)
    }

    /// Conditions are asked before any of the futures is made.
    fn condition(&mut self, branch: &Branch, stmts: &mut Vec<Stmt>, span: Span) -> Expr {
        let Some(condition) = &branch.condition else {
            return self.make(ExprKind::Lit(Lit::Bool(true)), span);
        };
        let value = self.expr(condition);
        let place = value.span;
        let (local, pat) = self.temporary("enabled", place, false);
        stmts.push(Stmt::Let { pat, ty: Some(crate::tree::Ty::Bool), init: Some(value), otherwise: None });
        self.make(ExprKind::Local(local), place)
    }

    /// The loop.
    fn waiting(&mut self, set: LocalId, branches: &[Branch], span: Span) -> Expr {
        let label = self.label();
        let next = self.lent(set, true, Builtin::SelectNext, span);
        let awaited = self.make(ExprKind::Await(Box::new(next), "".into()), span);
        let (outcome, pat) = self.temporary("outcome", span, false);
        let mut stmts = vec![Stmt::Let { pat, ty: None, init: Some(awaited), otherwise: None }];
        let mut arms: Vec<Arm> = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            if !always_matches(&branch.pat) {
                let body = self.checked(set, outcome, index as u32, branch, label, span);
                arms.push(self.numbered(index as u32, body, span));
            }
        }
        if !arms.is_empty() {
            let body = self.unit(span);
            arms.push(Arm { pat: Pat { kind: PatKind::Wild, span }, guard: None, body });
            let which = self.lent(outcome, false, Builtin::SelectBranch, span);
            let test = self.make(ExprKind::Match(Box::new(which), arms), span);
            stmts.push(Stmt::Expr(test));
        }
        let value = self.boxed(ExprKind::Local(outcome), span);
        let leave = self.make(ExprKind::Break(label, Some(value)), span);
        stmts.push(Stmt::Expr(leave));
        let body = self.boxed(ExprKind::Block(Block { label: None, stmts, tail: None }), span);
        self.make(ExprKind::Loop(label, body), span)
    }

    /// Tries a pattern, and switches the branch off if it does not match.
    fn checked(
        &mut self,
        set: LocalId,
        outcome: LocalId,
        index: u32,
        branch: &Branch,
        label: LabelId,
        span: Span,
    ) -> Expr {
        let value = self.lent(outcome, false, Builtin::SelectPeek(index), span);
        let condition = self.scope(|cx| {
            let pat = Box::new(cx.pattern(&branch.pat));
            cx.boxed(ExprKind::Let(pat, Box::new(value)), span)
        });
        let then = self.boxed(ExprKind::Block(Block { label: None, stmts: Vec::new(), tail: None }), span);
        let disable = self.lent(set, true, Builtin::SelectDisable(index), span);
        let again = self.make(ExprKind::Continue(label), span);
        let stmts = vec![Stmt::Expr(disable), Stmt::Expr(again)];
        let otherwise = self.boxed(ExprKind::Block(Block { label: None, stmts, tail: None }), span);
        self.make(ExprKind::If(condition, then, Some(otherwise)), span)
    }

    fn handled(&mut self, outcome: LocalId, branches: &[Branch], ends: &Ends<'_>, span: Span) -> Expr {
        let mut arms = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let value = self.boxed(ExprKind::Local(outcome), span);
            let taken = self.boxed(ExprKind::Builtin(Builtin::SelectTake(index as u32), vec![*value]), span);
            let mut inner = vec![self.scope(|cx| {
                let pat = cx.pattern(&branch.pat);
                Arm { pat, guard: None, body: cx.expr(&branch.handler) }
            })];
            if !always_matches(&branch.pat) {
                let body = self.panic_with("internal error: entered unreachable code", span);
                inner.push(Arm { pat: Pat { kind: PatKind::Wild, span }, guard: None, body });
            }
            let body = self.make(ExprKind::Match(taken, inner), span);
            arms.push(self.numbered(index as u32, body, span));
        }
        if let Some(it) = ends.not_ready {
            let body = self.expr(it);
            arms.push(self.numbered(branches.len() as u32 + 1, body, span));
        }
        let body = match ends.none_left {
            Some(it) => self.expr(it),
            None => self.panic_with(ends.message, span),
        };
        arms.push(Arm { pat: Pat { kind: PatKind::Wild, span }, guard: None, body });
        let which = self.lent(outcome, false, Builtin::SelectBranch, span);
        self.make(ExprKind::Match(Box::new(which), arms), span)
    }

    fn panic_with(&mut self, message: &str, span: Span) -> Expr {
        let format = self.format_text(message, span);
        self.make(ExprKind::Builtin(Builtin::Panic, vec![format]), span)
    }

    /// An arm for a branch's number.
    fn numbered(&mut self, number: u32, body: Expr, span: Span) -> Arm {
        let number = self.boxed(ExprKind::Lit(Lit::Int(u128::from(number), Some(IntTy::Usize))), span);
        Arm { pat: Pat { kind: PatKind::Value(number), span }, guard: None, body }
    }

    /// Something that is done with a variable by reference.
    fn lent(&mut self, local: LocalId, mutable: bool, what: Builtin, span: Span) -> Expr {
        let of = self.boxed(ExprKind::Local(local), span);
        let reference = self.make(ExprKind::Ref { mutable, raw: false, of }, span);
        self.make(ExprKind::Builtin(what, vec![reference]), span)
    }
}

/// Whether a pattern takes every value, as far as its form says; a name in capitals may be a constant.
fn always_matches(pat: &syn::Pat) -> bool {
    match pat {
        syn::Pat::Wild(_) | syn::Pat::Rest(_) => true,
        syn::Pat::Ident(it) => {
            it.subpat.as_ref().is_none_or(|it| always_matches(&it.1))
                && it.ident.to_string().starts_with(|it: char| it.is_lowercase() || it == '_')
        }
        syn::Pat::Tuple(it) => it.elems.iter().all(always_matches),
        syn::Pat::Paren(it) => always_matches(&it.pat),
        syn::Pat::Type(it) => always_matches(&it.pat),
        syn::Pat::Reference(it) => always_matches(&it.pat),
        _ => false,
    }
}
