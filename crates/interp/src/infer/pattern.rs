//! Patterns: what they bind has a type, by reference where they look through one.

use super::Infer;
use super::instantiate::Impls;
use super::report::MISMATCHED;
use super::types::Type;
use super::unify::Clash;
use crate::tree::{Const, Expr, ExprKind, Lit, Pat, PatKind, Ty};
use std::rc::Rc;

/// How names are bound when nothing is said: `Some(mutable)` by reference, because a reference was looked through.
type Mode = Option<bool>;

impl Infer<'_> {
    /// Gives the variables of a pattern their types.
    pub(super) fn pattern(&mut self, pattern: &Pat, ty: &Type) {
        self.pattern_by(pattern, ty, None);
    }

    fn pattern_by(&mut self, pattern: &Pat, ty: &Type, mode: Mode) {
        let (ty, mode) = match pattern.kind {
            PatKind::Wild | PatKind::Rest | PatKind::Bind { .. } | PatKind::Ref(_) | PatKind::Or(_) => {
                (ty.clone(), mode)
            }
            PatKind::Value(ref value) => self.peeled_for_value(value, ty, mode),
            _ => self.peeled(ty, mode),
        };
        match &pattern.kind {
            PatKind::Wild | PatKind::Rest => {}
            PatKind::Bind { local, by_ref, inner } => {
                let bound = match by_ref.or(mode) {
                    Some(mutable) => Type::reference(mutable, ty.clone()),
                    None => ty.clone(),
                };
                self.bind_local(*local, bound);
                if let Some(inner) = inner {
                    self.pattern_by(inner, &ty, mode);
                }
            }
            PatKind::Value(value) => {
                let found = self.infer(value, Some(&ty));
                // `b"GET"` is a slice where one is looked at.
                let bytes = matches!(value.kind, ExprKind::Lit(Lit::Bytes(_)));
                if !(bytes && self.is_slice(&ty)) {
                    self.agree(pattern, &found, &ty);
                }
            }
            PatKind::Range { start, end, .. } => {
                for bound in [start, end].into_iter().flatten() {
                    let found = self.infer(bound, Some(&ty));
                    self.agree(pattern, &found, &ty);
                }
            }
            PatKind::Ref(inner) => self.reference_pattern(inner, &ty, mode),
            PatKind::Tuple(parts) => self.tuple_pattern(pattern, parts, &ty, mode),
            PatKind::Slice(parts) => self.slice_pattern(parts, &ty, mode),
            PatKind::Variant { adt, variant, fields } => {
                let own = self.own.clone();
                let whole = self.instantiate(&Ty::Adt(*adt, Rc::new([])), &own, Impls::Opaque);
                self.agree(pattern, &whole, &ty);
                let Type::Adt(_, args) = &whole else { return };
                let variants = self.program.adt(*adt).variants.clone();
                let declared = variants.get(*variant as usize).map(|it| it.fields.clone());
                for (number, field) in fields {
                    let ty = match declared.as_ref().and_then(|it| it.get(*number as usize)) {
                        Some(declared) => self.field_type(*adt, declared, args),
                        None => Type::Unknown,
                    };
                    self.pattern_by(field, &ty, mode);
                }
            }
            PatKind::Or(all) => {
                for one in all {
                    self.pattern_by(one, &ty, mode);
                }
            }
        }
    }

    /// A variable that several alternatives bind has one type.
    fn bind_local(&mut self, local: crate::tree::LocalId, ty: Type) {
        let before = self.local(local);
        if before != Type::Unknown {
            let _ = self.unify_or_not(&before, &ty);
        }
        self.set_local(local, ty);
    }

    fn agree(&mut self, pattern: &Pat, found: &Type, wanted: &Type) {
        if self.unify_or_not(found, wanted) == Err(Clash::Certain) {
            self.mismatch(pattern.span, MISMATCHED, wanted, found);
        }
    }

    fn peeled(&mut self, ty: &Type, mut mode: Mode) -> (Type, Mode) {
        let mut ty = self.settled(ty);
        while let Type::Ref(mutable, of) = &ty {
            mode = Some(*mutable && mode != Some(false));
            let of = of.clone();
            ty = self.settled(&of);
        }
        (ty, mode)
    }

    /// A literal is compared with what a reference points at, but a text is one itself.
    fn peeled_for_value(&mut self, value: &Expr, ty: &Type, mode: Mode) -> (Type, Mode) {
        let is_text = matches!(value.kind, ExprKind::Lit(Lit::Str(_) | Lit::Bytes(_)));
        let mut last = self.settled(ty);
        while let Type::Ref(_, of) = &last {
            let of = of.clone();
            let next = self.settled(&of);
            let is_open = is_text && matches!(next, Type::Var(_));
            if is_open || matches!(next, Type::Str | Type::Slice(_) | Type::Array(..)) {
                break;
            }
            last = next;
        }
        (last, mode)
    }

    /// Whether it is `[T]`, or a reference to one.
    fn is_slice(&self, ty: &Type) -> bool {
        match self.shallow(ty) {
            Type::Ref(_, of) => matches!(self.shallow(&of), Type::Slice(_)),
            ty => matches!(ty, Type::Slice(_)),
        }
    }

    fn reference_pattern(&mut self, inner: &Pat, ty: &Type, mode: Mode) {
        let (of, mode) = match (self.settled(ty), mode) {
            (Type::Ref(_, of), _) => ((*of).clone(), None),
            // A reference that was looked through is meant.
            (known, Some(_)) if !matches!(known, Type::Var(_)) => (known, None),
            (Type::Var(_), _) => {
                let of = self.fresh();
                let _ = self.unify(ty, &Type::reference(false, of.clone()));
                (of, None)
            }
            _ => (Type::Unknown, None),
        };
        self.pattern_by(inner, &of, mode);
    }

    fn tuple_pattern(&mut self, pattern: &Pat, parts: &[Pat], ty: &Type, mode: Mode) {
        let rest = parts.iter().position(|it| matches!(it.kind, PatKind::Rest));
        let types: Rc<[Type]> = match (&ty, rest) {
            (Type::Tuple(types), _) => types.clone(),
            (_, None) => {
                let fresh: Rc<[Type]> = parts.iter().map(|_| self.fresh()).collect();
                self.agree(pattern, &Type::Tuple(fresh.clone()), ty);
                fresh
            }
            _ => Rc::new([]),
        };
        let (before, after) = match rest {
            Some(rest) => (rest, parts.len() - rest - 1),
            None => (parts.len(), 0),
        };
        if rest.is_none() && types.len() != parts.len() {
            let fresh: Rc<[Type]> = parts.iter().map(|_| self.fresh()).collect();
            self.agree(pattern, &Type::Tuple(fresh), ty);
        }
        for (number, part) in parts.iter().enumerate() {
            let place = match number {
                _ if number < before => Some(number),
                _ if number > before => types.len().checked_sub(after).map(|it| it + number - before - 1),
                _ => None,
            };
            let ty = place.and_then(|it| types.get(it)).cloned().unwrap_or(Type::Unknown);
            self.pattern_by(part, &ty, mode);
        }
    }

    fn slice_pattern(&mut self, parts: &[Pat], ty: &Type, mode: Mode) {
        let (of, whole) = match ty {
            Type::Slice(of) | Type::Array(of, _) => ((**of).clone(), Type::Slice(of.clone())),
            _ => (Type::Unknown, Type::Unknown),
        };
        let is_open = |it: &Pat| match &it.kind {
            PatKind::Bind { inner: Some(inner), .. } => matches!(inner.kind, PatKind::Rest),
            kind => matches!(kind, PatKind::Rest),
        };
        if let Type::Array(_, length) = ty
            && !parts.iter().any(is_open)
        {
            let _ = self.unify(length, &Type::Const(Const::Int(parts.len() as i128)));
        }
        for part in parts {
            match &part.kind {
                PatKind::Bind { inner: Some(inner), .. } if matches!(inner.kind, PatKind::Rest) => {
                    self.pattern_by(part, &whole, mode);
                }
                _ => self.pattern_by(part, &of, mode),
            }
        }
    }
}
