//! Operators, casts, indices, fields, ranges.

use super::start;
use crate::lower::body::Cx;
use crate::parse::Spanned as _;
use crate::source::Span;
use crate::tree::{BinaryOp, Expr, ExprKind, Path, Res, UnaryOp};
use syn::BinOp;

impl Cx<'_> {
    /// A chain of the same kind is gone through from the left without going deeper.
    pub(super) fn binary(&mut self, it: &syn::ExprBinary) -> Expr {
        let mut chain = vec![it];
        while let syn::Expr::Binary(left) = &*chain[chain.len() - 1].left {
            chain.push(left);
        }
        let innermost = chain.last().map_or(&it.left, |it| &it.left);
        let mut left = self.expr(innermost);
        for it in chain.into_iter().rev() {
            left = self.binary_with(left, it);
        }
        left
    }

    fn binary_with(&mut self, left: Expr, it: &syn::ExprBinary) -> Expr {
        let right = self.expr(&it.right);
        let span = start(&left).to(right.span);
        let (left, right) = (Box::new(left), Box::new(right));
        let kind = match &it.op {
            BinOp::And(_) => ExprKind::And(left, right),
            BinOp::Or(_) => ExprKind::Or(left, right),
            op => match (operator(op), assigning(op)) {
                (Some(op), _) => ExprKind::Binary(op, left, right),
                (None, Some(op)) => ExprKind::AssignOp(op, left, right),
                (None, None) => return self.unsupported(span, "this operator is", ""),
            },
        };
        self.make(kind, span)
    }

    pub(super) fn unary(&mut self, it: &syn::ExprUnary) -> Expr {
        let value = self.boxed_expr(&it.expr);
        let span = self.span(it.op.span()).to(value.span);
        let kind = match it.op {
            syn::UnOp::Deref(_) => ExprKind::Deref(value),
            syn::UnOp::Not(_) => ExprKind::Unary(UnaryOp::Not, value),
            _ => ExprKind::Unary(UnaryOp::Neg, value),
        };
        self.make(kind, span)
    }

    pub(super) fn cast(&mut self, it: &syn::ExprCast) -> Expr {
        let value = self.boxed_expr(&it.expr);
        let env = self.env.clone();
        let ty = self.world.ty(&env, &it.ty);
        let span = start(&value).to(self.span(it.ty.span()));
        self.make(ExprKind::Cast(value, ty), span)
    }

    pub(super) fn index(&mut self, it: &syn::ExprIndex) -> Expr {
        let value = self.boxed_expr(&it.expr);
        let index = self.boxed_expr(&it.index);
        let span = start(&value).to(self.span(it.bracket_token.span.close()));
        self.make(ExprKind::Index(value, index), span)
    }

    pub(super) fn field_access(&mut self, it: &syn::ExprField) -> Expr {
        let value = self.boxed_expr(&it.base);
        let (text, end) = match &it.member {
            syn::Member::Named(it) => {
                use syn::ext::IdentExt as _;
                (it.unraw().to_string(), it.span())
            }
            syn::Member::Unnamed(it) => (it.index.to_string(), it.span),
        };
        let name = self.world.program.names.intern(&text);
        let span = start(&value).to(self.span(end));
        self.make(ExprKind::Field(value, name), span)
    }

    /// `a..b` is a struct of the library.
    pub(super) fn range(&mut self, it: &syn::ExprRange) -> Expr {
        let (limits, inclusive) = match &it.limits {
            syn::RangeLimits::HalfOpen(it) => (it.spans[0], false),
            syn::RangeLimits::Closed(it) => (it.spans[0], true),
        };
        let limits = self.span(limits);
        let start = it.start.as_ref().map(|it| self.expr(it));
        let end = it.end.as_ref().map(|it| self.expr(it));
        let first = start.as_ref().map_or(limits, super::start);
        let span = first.to(end.as_ref().map_or(limits, |it| it.span));
        self.range_of(start, end, inclusive, span)
    }

    fn range_of(&mut self, start: Option<Expr>, end: Option<Expr>, inclusive: bool, span: Span) -> Expr {
        let (name, parts) = match (start, end, inclusive) {
            (Some(start), Some(end), true) => {
                let Some(&new) = self.world.program.lang.functions.get("RangeInclusive::new") else {
                    return self.missing(span, "RangeInclusive");
                };
                let path = Path { to: Res::Fn(new), args: None };
                let function = self.boxed(ExprKind::Path(path), span);
                return self.make(ExprKind::Call(function, vec![start, end]), span);
            }
            (Some(start), Some(end), false) => ("Range", vec![start, end]),
            (Some(start), None, _) => ("RangeFrom", vec![start]),
            (None, Some(end), false) => ("RangeTo", vec![end]),
            (None, Some(end), true) => ("RangeToInclusive", vec![end]),
            (None, None, _) => ("RangeFull", Vec::new()),
        };
        let Some(&adt) = self.world.program.lang.adts.get(name) else { return self.missing(span, name) };
        let fields = parts.into_iter().enumerate().map(|(index, it)| (index as u32, it)).collect();
        self.make(ExprKind::Struct { adt, variant: 0, args: None, fields, base: None }, span)
    }

    /// What should be in the library.
    pub(in crate::lower) fn missing(&mut self, span: Span, name: &str) -> Expr {
        self.unsupported(span, &format!("`{name}` is"), "")
    }
}

fn operator(op: &BinOp) -> Option<BinaryOp> {
    Some(match op {
        BinOp::Add(_) => BinaryOp::Add,
        BinOp::Sub(_) => BinaryOp::Sub,
        BinOp::Mul(_) => BinaryOp::Mul,
        BinOp::Div(_) => BinaryOp::Div,
        BinOp::Rem(_) => BinaryOp::Rem,
        BinOp::BitXor(_) => BinaryOp::BitXor,
        BinOp::BitAnd(_) => BinaryOp::BitAnd,
        BinOp::BitOr(_) => BinaryOp::BitOr,
        BinOp::Shl(_) => BinaryOp::Shl,
        BinOp::Shr(_) => BinaryOp::Shr,
        BinOp::Eq(_) => BinaryOp::Eq,
        BinOp::Lt(_) => BinaryOp::Lt,
        BinOp::Le(_) => BinaryOp::Le,
        BinOp::Ne(_) => BinaryOp::Ne,
        BinOp::Ge(_) => BinaryOp::Ge,
        BinOp::Gt(_) => BinaryOp::Gt,
        _ => return None,
    })
}

fn assigning(op: &BinOp) -> Option<BinaryOp> {
    Some(match op {
        BinOp::AddAssign(_) => BinaryOp::Add,
        BinOp::SubAssign(_) => BinaryOp::Sub,
        BinOp::MulAssign(_) => BinaryOp::Mul,
        BinOp::DivAssign(_) => BinaryOp::Div,
        BinOp::RemAssign(_) => BinaryOp::Rem,
        BinOp::BitXorAssign(_) => BinaryOp::BitXor,
        BinOp::BitAndAssign(_) => BinaryOp::BitAnd,
        BinOp::BitOrAssign(_) => BinaryOp::BitOr,
        BinOp::ShlAssign(_) => BinaryOp::Shl,
        BinOp::ShrAssign(_) => BinaryOp::Shr,
        _ => return None,
    })
}
