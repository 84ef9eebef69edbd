//! Patterns as far as it matters which values they match.

use super::super::types::substituted;
use crate::tree::{AdtId, Const, Expr, ExprKind, Lit, Pat, PatKind, Program, Ty, UnaryOp};
use std::rc::Rc;

/// Which values a pattern matches.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// All.
    Any,
    /// Those that are made in this way, of parts with these shapes.
    Made(Made, Vec<Shape>),
    /// Those that one of them matches.
    Or(Vec<Shape>),
    /// Some that are not known here: what is equal to a constant.
    Some,
}

/// How values are made of parts.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Made {
    /// A variant of an enum, or the only one of a struct.
    Variant(AdtId, u32),
    Tuple,
    Ref,
    Bool(bool),
    /// An integer or a character: from the first to the last.
    Range(i128, i128),
    /// What is equal to a text or a float, by how it is written.
    Literal(Rc<str>),
    /// A slice: so many elements at its front and at its back, and perhaps others between them.
    Slice(usize, usize, bool),
}

/// Makes shapes of patterns.
pub(super) struct Shapes<'a> {
    pub(super) program: &'a Program,
}

impl Shapes<'_> {
    /// The shape of a pattern for a type; `None` where too little is known of the type.
    pub(super) fn of(&self, pat: &Pat, ty: &Ty) -> Option<Shape> {
        let kind = match &pat.kind {
            PatKind::Wild | PatKind::Rest | PatKind::Bind { inner: None, .. } => return Some(Shape::Any),
            PatKind::Bind { inner: Some(inner), .. } => return self.of(inner, ty),
            PatKind::Or(all) => return Some(Shape::Or(self.all(all, |_| ty.clone())?)),
            PatKind::Ref(inner) => {
                let of = if let Ty::Ref(_, of) = ty { of } else { &Ty::Unknown };
                return Some(Shape::Made(Made::Ref, vec![self.of(inner, of)?]));
            }
            other => other,
        };
        // A pattern looks through references by itself.
        if let Ty::Ref(_, of) = ty {
            return Some(Shape::Made(Made::Ref, vec![self.of(pat, of)?]));
        }
        Some(match kind {
            PatKind::Value(value) => literal(value).map_or(Shape::Some, |it| Shape::Made(it, Vec::new())),
            PatKind::Range { start, end, inclusive } => {
                range(start.as_deref(), end.as_deref(), *inclusive, ty)
                    .map_or(Shape::Some, |it| Shape::Made(it, Vec::new()))
            }
            PatKind::Tuple(parts) => self.tuple(parts, ty)?,
            PatKind::Slice(parts) => self.slice(parts, ty)?,
            PatKind::Variant { adt, variant, fields } => self.variant((*adt, *variant), fields, ty)?,
            _ => return None,
        })
    }

    fn all(&self, parts: &[Pat], ty: impl Fn(usize) -> Ty) -> Option<Vec<Shape>> {
        parts.iter().enumerate().map(|(index, it)| self.of(it, &ty(index))).collect()
    }

    fn tuple(&self, parts: &[Pat], ty: &Ty) -> Option<Shape> {
        let rest = parts.iter().position(|it| matches!(it.kind, PatKind::Rest));
        let members: &[Ty] = if let Ty::Tuple(members) = ty { members } else { &[] };
        let Some(rest) = rest else {
            let parts = self.all(parts, |it| members.get(it).cloned().unwrap_or(Ty::Unknown))?;
            return Some(Shape::Made(Made::Tuple, parts));
        };
        let left_out = (members.len() + 1).checked_sub(parts.len())?;
        let mut shapes = self.all(&parts[..rest], |it| members[it].clone())?;
        shapes.extend(vec![Shape::Any; left_out]);
        shapes.extend(self.all(&parts[rest + 1..], |it| members[rest + left_out + it].clone())?);
        Some(Shape::Made(Made::Tuple, shapes))
    }

    fn slice(&self, parts: &[Pat], ty: &Ty) -> Option<Shape> {
        let (Ty::Slice(of) | Ty::Array(of, _)) = ty else { return None };
        let is_rest = |it: &Pat| match &it.kind {
            PatKind::Rest => true,
            PatKind::Bind { inner: Some(inner), .. } => matches!(inner.kind, PatKind::Rest),
            _ => false,
        };
        let rest = parts.iter().position(is_rest);
        let front = rest.unwrap_or(parts.len());
        let back = rest.map_or(0, |it| parts.len() - it - 1);
        let mut shapes = self.all(&parts[..front], |_| (**of).clone())?;
        shapes.extend(self.all(&parts[parts.len() - back..], |_| (**of).clone())?);
        Some(Shape::Made(Made::Slice(front, back, rest.is_some()), shapes))
    }

    fn variant(&self, (adt, variant): (AdtId, u32), fields: &[(u32, Pat)], ty: &Ty) -> Option<Shape> {
        let types = field_types(self.program, (adt, variant), ty);
        let mut shapes = vec![Shape::Any; types.len()];
        for (number, pat) in fields {
            *shapes.get_mut(*number as usize)? = self.of(pat, &types[*number as usize])?;
        }
        Some(Shape::Made(Made::Variant(adt, variant), shapes))
    }
}

/// The types of a variant's fields, if the enum is of this type.
pub(super) fn field_types(program: &Program, (adt, variant): (AdtId, u32), ty: &Ty) -> Vec<Ty> {
    let args: &[Ty] = match ty {
        Ty::Adt(it, args) if *it == adt => args,
        _ => &[],
    };
    let Some(variant) = program.adt(adt).variants.get(variant as usize) else { return Vec::new() };
    variant.fields.iter().map(|it| substituted(&it.ty, args)).collect()
}

fn literal(value: &Expr) -> Option<Made> {
    Some(match &value.kind {
        ExprKind::Lit(Lit::Bool(value)) => Made::Bool(*value),
        ExprKind::Lit(Lit::Str(text)) => Made::Literal(text.clone()),
        ExprKind::Lit(Lit::Float(value, _)) => Made::Literal(value.to_string().into()),
        _ => number(value).map(|it| Made::Range(it, it))?,
    })
}

fn number(value: &Expr) -> Option<i128> {
    match &value.kind {
        ExprKind::Lit(Lit::Int(value, _)) => i128::try_from(*value).ok(),
        ExprKind::Lit(Lit::Char(value)) => Some(i128::from(u32::from(*value))),
        ExprKind::Unary(UnaryOp::Neg, of) => number(of)?.checked_neg(),
        _ => None,
    }
}

fn range(start: Option<&Expr>, end: Option<&Expr>, inclusive: bool, ty: &Ty) -> Option<Made> {
    let (least, greatest) = bounds(ty)?;
    let from = start.map_or(Some(least), number)?;
    let to = match end {
        Some(end) => number(end)? - i128::from(!inclusive),
        None => greatest,
    };
    Some(Made::Range(from, to))
}

/// The least and the greatest value of integers and characters.
pub(super) fn bounds(ty: &Ty) -> Option<(i128, i128)> {
    match ty {
        Ty::Int(it) => Some(it.range()),
        Ty::Char => Some((0, i128::from(u32::from(char::MAX)))),
        _ => None,
    }
}

/// The length of an array.
pub(super) fn length(ty: &Ty) -> Option<usize> {
    match ty {
        Ty::Array(_, length) => match **length {
            Ty::Const(Const::Int(length)) => usize::try_from(length).ok(),
            _ => None,
        },
        _ => None,
    }
}
