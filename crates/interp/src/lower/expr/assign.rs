//! Assignments; those to patterns become a `let` and plain ones.

use super::start;
use crate::lower::body::Cx;
use crate::parse::Spanned as _;
use crate::source::Span;
use crate::tree::{Block, Expr, ExprKind, Pat, PatKind, Stmt};

impl Cx<'_> {
    pub(super) fn assign(&mut self, it: &syn::ExprAssign) -> Expr {
        if !is_pattern(&it.left) {
            let left = self.boxed_expr(&it.left);
            let right = self.boxed_expr(&it.right);
            let span = start(&left).to(right.span);
            return self.make(ExprKind::Assign(left, right), span);
        }
        let right = self.expr(&it.right);
        let mut assignments = Vec::new();
        let pat = self.assigned(&it.left, &mut assignments);
        let span = pat.span.to(right.span);
        let mut stmts = vec![Stmt::Let { pat, ty: None, init: Some(right), otherwise: None }];
        stmts.extend(assignments.into_iter().map(Stmt::Expr));
        self.make(ExprKind::Block(Block { label: None, stmts, tail: None }), span)
    }

    /// The pattern for the left side. What is assigned to goes by a variable first.
    fn assigned(&mut self, left: &syn::Expr, assignments: &mut Vec<Expr>) -> Pat {
        let span = self.span(left.span());
        let kind = match left {
            syn::Expr::Infer(_) => PatKind::Wild,
            syn::Expr::Range(it) if it.start.is_none() && it.end.is_none() => PatKind::Rest,
            syn::Expr::Paren(it) => return self.assigned(&it.expr, assignments),
            syn::Expr::Group(it) => return self.assigned(&it.expr, assignments),
            syn::Expr::Tuple(it) => PatKind::Tuple(self.all_assigned(it.elems.iter(), assignments)),
            syn::Expr::Array(it) => PatKind::Slice(self.all_assigned(it.elems.iter(), assignments)),
            syn::Expr::Call(it) => return self.assigned_call(it, span, assignments),
            syn::Expr::Struct(it) => return self.assigned_struct(it, span, assignments),
            _ => return self.assigned_place(left, span, assignments),
        };
        Pat { kind, span }
    }

    fn all_assigned<'a>(
        &mut self,
        parts: impl Iterator<Item = &'a syn::Expr>,
        into: &mut Vec<Expr>,
    ) -> Vec<Pat> {
        parts.map(|it| self.assigned(it, into)).collect()
    }

    fn assigned_place(&mut self, left: &syn::Expr, span: Span, assignments: &mut Vec<Expr>) -> Pat {
        let (local, pat) = self.temporary("value", span, false);
        let place = self.boxed_expr(left);
        let value = self.boxed(ExprKind::Local(local), span);
        assignments.push(self.make(ExprKind::Assign(place, value), span));
        pat
    }

    fn assigned_call(&mut self, it: &syn::ExprCall, span: Span, assignments: &mut Vec<Expr>) -> Pat {
        let target = match &*it.func {
            syn::Expr::Path(path) => self.variant_of(&path.path, crate::lower::path::Kind::TuplePattern),
            _ => None,
        };
        let parts = self.all_assigned(it.args.iter(), assignments);
        let Some((adt, variant)) = target else {
            self.error(span, "invalid left-hand side of assignment", Some("E0070"), "");
            return Pat { kind: PatKind::Wild, span };
        };
        let count = self.world.adts[adt.index()].variants[variant as usize].fields.len();
        let rest = parts.iter().position(|it| matches!(it.kind, PatKind::Rest));
        let all = parts.len();
        let fields = parts.into_iter().enumerate().filter(|it| Some(it.0) != rest).map(|(index, pat)| {
            let behind = rest.is_some_and(|rest| index > rest);
            let number = if behind { (count + index).saturating_sub(all) } else { index };
            (number as u32, pat)
        });
        let fields = fields.filter(|it| (it.0 as usize) < count).collect();
        Pat { kind: PatKind::Variant { adt, variant, fields }, span }
    }

    fn assigned_struct(&mut self, it: &syn::ExprStruct, span: Span, assignments: &mut Vec<Expr>) -> Pat {
        let Some((adt, variant)) = self.variant_of(&it.path, crate::lower::path::Kind::Struct) else {
            self.no_variant(&it.path, crate::lower::path::Kind::Struct);
            return Pat { kind: PatKind::Wild, span };
        };
        let mut fields = Vec::new();
        for field in &it.fields {
            let pat = self.assigned(&field.expr, assignments);
            if let Some(number) = self.field(adt, variant, &field.member, true) {
                fields.push((number, pat));
            }
        }
        Pat { kind: PatKind::Variant { adt, variant, fields }, span }
    }
}

/// Whether the left side of an assignment takes a value apart.
fn is_pattern(left: &syn::Expr) -> bool {
    match left {
        syn::Expr::Tuple(_) | syn::Expr::Array(_) | syn::Expr::Infer(_) | syn::Expr::Struct(_) => true,
        syn::Expr::Call(it) => matches!(&*it.func, syn::Expr::Path(_)),
        syn::Expr::Paren(it) => is_pattern(&it.expr),
        syn::Expr::Group(it) => is_pattern(&it.expr),
        _ => false,
    }
}
