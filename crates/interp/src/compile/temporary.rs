//! How long what an initial value makes in passing lives.

use super::pattern::is_rest;
use super::place::is_place;
use crate::tree::{Expr, ExprKind, Pat, PatKind};

/// Whether what is made has references to temporaries in it, which live as long.
pub(super) fn extends(init: &Expr) -> bool {
    let refers = |it: &Expr| match &it.kind {
        ExprKind::Ref { of, .. } => !is_place(of) || extends(of),
        _ => extends(it),
    };
    match &init.kind {
        ExprKind::Tuple(parts) | ExprKind::Array(parts) => parts.iter().any(refers),
        ExprKind::Struct { fields, .. } => fields.iter().any(|it| refers(&it.1)),
        _ => false,
    }
}

/// Whether a pattern refers to what it looks into.
pub(super) fn borrows(pat: &Pat) -> bool {
    match &pat.kind {
        PatKind::Bind { by_ref, inner, .. } => {
            by_ref.is_some() || inner.as_deref().is_some_and(|it| is_rest(it) || borrows(it))
        }
        PatKind::Tuple(parts) | PatKind::Slice(parts) | PatKind::Or(parts) => parts.iter().any(borrows),
        PatKind::Variant { fields, .. } => fields.iter().any(|it| borrows(&it.1)),
        PatKind::Ref(inner) => borrows(inner),
        _ => false,
    }
}
