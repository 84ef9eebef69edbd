//! Literals, tuples, arrays, structs, references, casts and what only the machine can do.

use super::super::Infer;
use super::super::instantiate::Impls;
use super::super::report::MISMATCHED;
use super::super::types::Type;
use super::super::vars::Kind;
use crate::tree::{Expr, ExprKind, IntTy, Lit, Ty};
use std::rc::Rc;

impl Infer<'_> {
    pub(in super::super) fn literal(&mut self, lit: &Lit, hint: Option<&Type>) -> Type {
        match (lit, hint) {
            (Lit::Int(_, Some(int)), _) | (Lit::Int(_, None), Some(Type::Int(int))) => Type::Int(*int),
            (Lit::Float(_, Some(float)), _) | (Lit::Float(_, None), Some(Type::Float(float))) => {
                Type::Float(*float)
            }
            (Lit::Int(..), _) => self.vars.fresh(Kind::Int),
            (Lit::Float(..), _) => self.vars.fresh(Kind::Float),
            (Lit::Bool(_), _) => Type::Bool,
            (Lit::Char(_), _) => Type::Char,
            (Lit::Str(_), _) => Type::reference(false, Type::Str),
            (Lit::Bytes(bytes), _) => {
                let of = Type::array(Type::Int(IntTy::U8), bytes.len());
                Type::reference(false, of)
            }
        }
    }

    pub(super) fn tuple(&mut self, parts: &[Expr], hint: Option<&Type>) -> Type {
        let hints = match hint {
            Some(Type::Tuple(hints)) if hints.len() == parts.len() => Some(hints.clone()),
            _ => None,
        };
        let types = parts.iter().enumerate().map(|(number, part)| {
            match hints.as_ref().and_then(|it| self.sized(Some(&it[number]))) {
                Some(Type::Var(_)) | None => self.infer(part, None),
                Some(hint) => {
                    self.expect(part, &hint);
                    hint
                }
            }
        });
        Type::Tuple(types.collect())
    }

    pub(super) fn array(&mut self, parts: &[Expr], hint: Option<&Type>) -> Type {
        let mut of = self.element(hint);
        for part in parts {
            if parts.len() == 1 {
                self.expect(part, &of);
            } else {
                of = self.merge(part, &of, MISMATCHED);
            }
        }
        Type::array(of, parts.len())
    }

    pub(super) fn repeat(&mut self, of: &Expr, (count, length): (&Expr, &Ty), hint: Option<&Type>) -> Type {
        let element = self.element(hint);
        self.expect(of, &element);
        self.expect(count, &Type::Int(IntTy::Usize));
        let own = self.own.clone();
        let length = self.instantiate(length, &own, Impls::Opaque);
        Type::Array(Rc::new(element), Rc::new(length))
    }

    fn element(&mut self, hint: Option<&Type>) -> Type {
        let hint = match hint {
            Some(Type::Array(of, _) | Type::Slice(of)) => self.sized(Some(of)),
            _ => None,
        };
        hint.unwrap_or_else(|| self.fresh())
    }

    pub(super) fn structure(&mut self, expr: &Expr, hint: Option<&Type>) -> Type {
        let ExprKind::Struct { adt, variant, args, fields, base } = &expr.kind else { return Type::Unknown };
        let own = self.own.clone();
        let given = args.clone().unwrap_or_else(|| Rc::new([]));
        let ty = self.instantiate(&Ty::Adt(*adt, given), &own, Impls::Opaque);
        if let Some(hint) = hint {
            let _ = self.unify_or_not(&ty, hint);
        }
        let Type::Adt(_, args) = &ty else { return Type::Unknown };
        let declared = self.program.adt(*adt).variants.get(*variant as usize).map(|it| it.fields.clone());
        for (number, value) in fields {
            match declared.as_ref().and_then(|it| it.get(*number as usize)) {
                Some(field) => {
                    let wanted = self.field_type(*adt, field, args);
                    self.expect(value, &wanted);
                }
                None => {
                    self.infer(value, None);
                }
            }
        }
        if let Some(base) = base {
            self.expect(base, &ty);
        }
        ty
    }

    pub(super) fn reference(&mut self, mutable: bool, raw: bool, of: &Expr, hint: Option<&Type>) -> Type {
        let hint = match hint {
            Some(Type::Ref(_, of) | Type::Ptr(_, of)) => Some(self.shallow(of)),
            _ => None,
        };
        let of = match self.infer(of, hint.as_ref()) {
            Type::Never => self.fresh(),
            of => of,
        };
        if raw { Type::Ptr(mutable, Rc::new(of)) } else { Type::reference(mutable, of) }
    }

    pub(super) fn cast(&mut self, of: &Expr, to: &Ty) -> Type {
        let own = self.own.clone();
        let to = self.instantiate(to, &own, Impls::Found);
        let literal = matches!(of.kind, ExprKind::Lit(_) | ExprKind::Unary(..));
        let number = matches!(to, Type::Int(_) | Type::Float(_) | Type::Char | Type::Bool | Type::Var(_));
        let hint = match &to {
            Type::Char => Some(Type::Int(IntTy::U8)),
            to if literal || !number => Some(to.clone()),
            _ => None,
        };
        let found = self.infer(of, hint.as_ref());
        if !number {
            let _ = self.coerce_at(of, &found, &to);
        } else {
            self.shake_any(&found);
        }
        to
    }

    /// A type of the library by its name.
    pub(in super::super) fn library(&mut self, name: &str, args: &[Type]) -> Type {
        match self.index.known_adt(name) {
            Some(adt) => {
                let wanted = self.program.adt(adt).generics.params.len();
                let mut args = args.to_vec();
                args.truncate(wanted);
                while args.len() < wanted {
                    args.push(self.fresh());
                }
                Type::Adt(adt, args.into())
            }
            None => Type::Unknown,
        }
    }
}
