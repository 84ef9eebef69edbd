//! What panics: `panic!`, `assert!` and their like; and anyhow's macros, which return instead.

use super::Known;
use crate::lower::body::Cx;
use crate::lower::format::{Arg, Args, first};
use crate::parse::Result;
use crate::source::Span;
use crate::tree::{Arm, BinaryOp, Builtin, Expr, ExprKind, Pat, PatKind, UnaryOp};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote_spanned;

impl Cx<'_> {
    pub(super) fn panics(&mut self, known: Known, tokens: TokenStream, span: Span) -> Result<Expr> {
        let args = Args::read(tokens)?;
        let (alone, before) = match known {
            Known::Todo => ("not yet implemented", "not yet implemented: "),
            Known::Unimplemented => ("not implemented", "not implemented: "),
            Known::Unreachable => {
                ("internal error: entered unreachable code", "internal error: entered unreachable code: ")
            }
            _ => ("explicit panic", ""),
        };
        let format = if args.all.is_empty() {
            self.format_text(alone, span)
        } else {
            self.format(&args.all, before, "", span)
        };
        Ok(self.make(ExprKind::Builtin(Builtin::Panic, vec![format]), span))
    }

    /// `if !condition { panic }`.
    pub(super) fn assert(&mut self, tokens: TokenStream, span: Span) -> Result<Expr> {
        let args = Args::read(tokens.clone())?;
        let Some((condition, message)) = args.all.split_first() else {
            self.error(span, "macro requires a boolean expression as an argument", None, "");
            return Ok(self.unit(span));
        };
        let holds = self.boxed_expr(&condition.value);
        let fails = self.boxed(ExprKind::Unary(UnaryOp::Not, holds), span);
        let format = if message.is_empty() {
            let text = crate::lower::text::pretty(first(tokens)?);
            self.format_text(&format!("assertion failed: {text}"), span)
        } else {
            self.format(message, "", "", span)
        };
        let panic = self.boxed(ExprKind::Builtin(Builtin::Panic, vec![format]), span);
        Ok(self.make(ExprKind::If(fails, panic, None), span))
    }

    /// `match (&left, &right) { (left, right) => if !(*left == *right) { panic } }`.
    pub(super) fn assert_eq(&mut self, op: BinaryOp, tokens: TokenStream, span: Span) -> Result<Expr> {
        let args = Args::read(tokens)?;
        let [left, right, message @ ..] = &args.all[..] else {
            self.error(
                span,
                "unexpected end of macro invocation",
                None,
                "it takes two values and, if you like, a message",
            );
            return Ok(self.unit(span));
        };
        let values = [left, right].map(|it: &Arg| {
            let of = self.boxed_expr(&it.value);
            let place = of.span;
            self.make(ExprKind::Ref { mutable: false, raw: false, of }, place)
        });
        let values = self.boxed(ExprKind::Tuple(values.into()), span);
        let names = [("left", left), ("right", right)];
        let bound = names.map(|(name, it)| {
            let place = self.span_of(&it.value);
            self.temporary(name, place, false)
        });
        let ([left, right], pats) = ([bound[0].0, bound[1].0], bound.map(|it| it.1));
        let read = [left, right].map(|it| {
            let it = self.boxed(ExprKind::Local(it), span);
            self.boxed(ExprKind::Deref(it), span)
        });
        let [first, second] = read;
        let compared = self.boxed(ExprKind::Binary(op, first, second), span);
        let fails = self.boxed(ExprKind::Unary(UnaryOp::Not, compared), span);
        let mut shown = vec![self.make(ExprKind::Local(left), span), self.make(ExprKind::Local(right), span)];
        if !message.is_empty() {
            shown.push(self.format(message, "", "", span));
        }
        let panic = self.boxed(ExprKind::Builtin(Builtin::AssertFailed(op), shown), span);
        let body = self.make(ExprKind::If(fails, panic, None), span);
        let pat = Pat { kind: PatKind::Tuple(pats.into()), span };
        Ok(self.make(ExprKind::Match(values, vec![Arm { pat, guard: None, body }]), span))
    }

    /// anyhow's `anyhow!(..)`: of a text, or of a value.
    pub(super) fn error_value(
        &mut self,
        tokens: &TokenStream,
        place: proc_macro2::Span,
    ) -> Result<TokenStream> {
        let args = Args::read(tokens.clone())?;
        let is_text = args.all.first().is_some_and(|it| is_text(&it.value)) || args.all.len() > 1;
        Ok(match args.all.first() {
            Some(_) if is_text => quote_spanned!(place=> ::anyhow::Error::msg(::std::format!(#tokens))),
            Some(it) => {
                let value = &it.value;
                quote_spanned!(place=> ::anyhow::__private::error(#value))
            }
            None => quote_spanned!(place=> ::anyhow::Error::msg("")),
        })
    }

    /// `ensure!(condition, ..)`.
    pub(super) fn ensure(&mut self, tokens: TokenStream, place: proc_macro2::Span) -> Result<TokenStream> {
        let args = Args::read(tokens.clone())?;
        let Some(condition) = args.all.first() else {
            return Ok(quote_spanned!(place=> ()));
        };
        let condition = &condition.value;
        let error = if args.all.len() > 1 {
            let rest: TokenStream = tokens
                .into_iter()
                .skip_while(|it| !matches!(it, TokenTree::Punct(it) if it.as_char() == ','))
                .skip(1)
                .collect();
            self.error_value(&rest, place)?
        } else {
            let text = crate::lower::text::stringify(first(tokens)?);
            let text = format!("Condition failed: `{text}`");
            quote_spanned!(place=> ::anyhow::Error::msg(#text))
        };
        Ok(quote_spanned!(place=> if !(#condition) { return ::std::result::Result::Err(#error); }))
    }
}

/// Whether an argument is a text, so that it is formatted.
fn is_text(value: &syn::Expr) -> bool {
    match value {
        syn::Expr::Lit(it) => matches!(it.lit, syn::Lit::Str(_)),
        syn::Expr::Group(it) => is_text(&it.expr),
        syn::Expr::Macro(it) => it.mac.path.is_ident("concat") || it.mac.path.is_ident("stringify"),
        _ => false,
    }
}
