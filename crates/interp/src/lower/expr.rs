//! Expressions.

mod assign;
mod block;
mod call;
mod closure;
mod control;
mod literal;
mod operator;
mod path;
mod structure;

pub(super) use closure::name_of;

use super::body::Cx;
use crate::parse::Spanned as _;
use crate::source::Span;
use crate::tree::{Expr, ExprKind};

/// Where an expression starts: an `await` has the place of its word, but starts with its operand.
pub(super) fn start(expr: &Expr) -> Span {
    match &expr.kind {
        ExprKind::Await(operand, _) => {
            Span { end_line: expr.span.end_line, end_column: expr.span.end_column, ..start(operand) }
        }
        _ => expr.span,
    }
}

impl Cx<'_> {
    /// Lowers an expression.
    pub(super) fn expr(&mut self, expr: &syn::Expr) -> Expr {
        if self.depth > 100 {
            // Only so deep is it worth to know the place before.
            let span = self.span(expr.span());
            if !self.deeper(span) {
                self.depth -= 1;
                return self.unit(span);
            }
        } else {
            self.depth += 1;
        }
        let lowered = self.expr_inner(expr);
        self.depth -= 1;
        lowered
    }

    /// Lowers an expression into a box.
    pub(super) fn boxed_expr(&mut self, expr: &syn::Expr) -> Box<Expr> {
        Box::new(self.expr(expr))
    }

    /// Lowers expressions.
    pub(super) fn exprs<'a>(&mut self, exprs: impl IntoIterator<Item = &'a syn::Expr>) -> Vec<Expr> {
        exprs.into_iter().map(|it| self.expr(it)).collect()
    }

    fn expr_inner(&mut self, expr: &syn::Expr) -> Expr {
        match expr {
            syn::Expr::Array(it) => self.array(it),
            syn::Expr::Assign(it) => self.assign(it),
            syn::Expr::Async(it) => self.async_block(it),
            syn::Expr::Await(it) => self.awaited(it),
            syn::Expr::Binary(it) => self.binary(it),
            syn::Expr::Block(it) => self.block_expr(&it.block, it.label.as_ref()),
            syn::Expr::Break(it) => self.break_(it),
            syn::Expr::Call(it) => self.call(it),
            syn::Expr::Cast(it) => self.cast(it),
            syn::Expr::Closure(it) => self.closure(it),
            syn::Expr::Const(it) => self.block_expr(&it.block, None),
            syn::Expr::Continue(it) => self.continue_(it),
            syn::Expr::Field(it) => self.field_access(it),
            syn::Expr::ForLoop(it) => self.for_loop(it),
            syn::Expr::Group(it) => self.expr(&it.expr),
            syn::Expr::If(it) => self.if_(it),
            syn::Expr::Index(it) => self.index(it),
            syn::Expr::Infer(it) => {
                let span = self.span(it.underscore_token.span);
                self.error(
                    span,
                    "in expressions, `_` can only be used on the left-hand side of an assignment",
                    None,
                    "",
                );
                self.unit(span)
            }
            syn::Expr::Let(it) => self.let_(it),
            syn::Expr::Lit(it) => self.literal(&it.lit),
            syn::Expr::Loop(it) => self.loop_(it),
            syn::Expr::Macro(it) => self.macro_expr(&it.mac),
            syn::Expr::Match(it) => self.match_(it),
            syn::Expr::MethodCall(it) => self.method_call(it),
            syn::Expr::Paren(it) => self.paren(it),
            syn::Expr::Path(it) => self.path(it, super::path::Kind::Value),
            syn::Expr::Range(it) => self.range(it),
            syn::Expr::RawAddr(it) => self.raw_address(it),
            syn::Expr::Reference(it) => self.reference(it),
            syn::Expr::Repeat(it) => self.repeat(it),
            syn::Expr::Return(it) => self.return_(it),
            syn::Expr::Struct(it) => self.struct_literal(it),
            syn::Expr::Try(it) => self.try_(it),
            syn::Expr::Tuple(it) => self.tuple(it),
            syn::Expr::Unary(it) => self.unary(it),
            syn::Expr::Unsafe(it) => self.block_expr(&it.block, None),
            syn::Expr::While(it) => self.while_(it),
            other => self.no_expr(other),
        }
    }

    fn no_expr(&mut self, expr: &syn::Expr) -> Expr {
        let span = self.span(expr.span());
        match expr {
            // A `;` alone.
            syn::Expr::Verbatim(it) if it.is_empty() => self.unit(span),
            syn::Expr::TryBlock(_) => self.unsupported(
                span,
                "`try` blocks are experimental and",
                "use a closure or an async block and `?`",
            ),
            syn::Expr::Yield(_) => self.unsupported(
                span,
                "coroutines with `yield` are experimental and",
                "use an async block or an iterator",
            ),
            _ => self.unsupported(span, "this expression is", ""),
        }
    }

    /// Parentheses make an expression no other, but its place is theirs.
    fn paren(&mut self, it: &syn::ExprParen) -> Expr {
        let mut inner = self.expr(&it.expr);
        inner.span = self.span(it.paren_token.span.open()).to(self.span(it.paren_token.span.close()));
        inner
    }

    fn array(&mut self, it: &syn::ExprArray) -> Expr {
        let parts = self.exprs(&it.elems);
        let span = self.brackets(&it.bracket_token.span);
        self.make(ExprKind::Array(parts), span)
    }

    fn repeat(&mut self, it: &syn::ExprRepeat) -> Expr {
        let value = self.boxed_expr(&it.expr);
        let count = self.boxed_expr(&it.len);
        let span = self.brackets(&it.bracket_token.span);
        let env = self.env.clone();
        let length = self.world.constant(&env, &it.len);
        self.make(ExprKind::Repeat(value, count, length), span)
    }

    fn tuple(&mut self, it: &syn::ExprTuple) -> Expr {
        let parts = self.exprs(&it.elems);
        let span = self.brackets(&it.paren_token.span);
        self.make(ExprKind::Tuple(parts), span)
    }

    fn reference(&mut self, it: &syn::ExprReference) -> Expr {
        let of = self.boxed_expr(&it.expr);
        let span = self.span(it.and_token.spans[0]).to(of.span);
        self.make(ExprKind::Ref { mutable: it.mutability.is_some(), raw: false, of }, span)
    }

    fn raw_address(&mut self, it: &syn::ExprRawAddr) -> Expr {
        let of = self.boxed_expr(&it.expr);
        let span = self.span(it.and_token.spans[0]).to(of.span);
        let mutable = matches!(it.mutability, syn::PointerMutability::Mut(_));
        self.make(ExprKind::Ref { mutable, raw: true, of }, span)
    }

    /// From an opening bracket to the closing one.
    pub(super) fn brackets(&self, span: &proc_macro2::extra::DelimSpan) -> crate::source::Span {
        self.span(span.open()).to(self.span(span.close()))
    }
}
