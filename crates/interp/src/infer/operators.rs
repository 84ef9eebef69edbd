//! Operators: on numbers by what they are, on all else through their traits.

use super::Infer;
use super::report::Report;
use super::types::{Limit, Type};
use super::vars::Kind;
use crate::source::Span;
use crate::tree::{BinaryOp, Expr, ExprKind, IntTy, Lit, TraitId, UnaryOp};
use std::rc::Rc;

impl Infer<'_> {
    /// A number, also behind references; a variable that can only become one.
    fn number(&self, ty: &Type) -> Option<Type> {
        let mut ty = self.shallow(ty);
        for _ in 0..2 {
            match &ty {
                Type::Ref(_, of) => ty = self.shallow(of),
                _ => break,
            }
        }
        match &ty {
            Type::Int(_) | Type::Float(_) => Some(ty),
            Type::Var(var) if self.vars.kind(*var) != Kind::Any => Some(ty),
            _ => None,
        }
    }

    pub(super) fn binary(&mut self, op: BinaryOp, left: &Expr, right: &Expr) -> Type {
        let a = self.infer(left, None);
        let a = self.settled(&a);
        if op.compares() {
            let hint = self.number(&a).filter(|it| *it == a);
            let b = self.infer(right, hint.as_ref());
            let b = self.settled(&b);
            self.compare(&a, &b, right.span);
            return Type::Bool;
        }
        let name = trait_of(op);
        if matches!(a, Type::Adt(..) | Type::Param(_) | Type::Opaque(_) | Type::Assoc(..)) {
            return self.by_trait(name, &a, right);
        }
        let b = self.infer(right, self.number(&a).filter(|it| *it == a && !shifts(op)).as_ref());
        let b = self.settled(&b);
        self.combine(op, &a, &b, right.span)
    }

    /// `a + b` where `a` is a number, or a reference, or not known.
    fn combine(&mut self, op: BinaryOp, a: &Type, b: &Type, at: Span) -> Type {
        let logical = matches!(op, BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor);
        match (self.number(a), self.number(b)) {
            (Some(a), Some(_)) if shifts(op) => a,
            (Some(x), Some(y)) => {
                if self.unify_or_not(&x, &y).is_err() {
                    self.clash(op, &x, &y, at);
                    return Type::Unknown;
                }
                x
            }
            _ if logical && self.is_bool(a) && self.is_bool(b) => Type::Bool,
            (Some(x), None) if matches!(b, Type::Bool | Type::Str | Type::Char) || self.is_string(b) => {
                self.report(Report::Operator { at, op, left: x, right: b.clone() });
                Type::Unknown
            }
            _ if matches!(a, Type::Unknown) || matches!(b, Type::Unknown) => {
                self.shake(a);
                self.shake(b);
                Type::Unknown
            }
            _ => match self.index.known_trait(trait_of(op)) {
                Some(of) => self.output(a, of, b),
                None => Type::Unknown,
            },
        }
    }

    fn clash(&mut self, op: BinaryOp, left: &Type, right: &Type, at: Span) {
        let same_kind =
            matches!((left, right), (Type::Int(_), Type::Int(_)) | (Type::Float(_), Type::Float(_)));
        if same_kind {
            self.report(Report::Mismatch { at, wanted: left.clone(), found: right.clone() });
        } else {
            self.report(Report::Operator { at, op, left: left.clone(), right: right.clone() });
        }
    }

    fn is_bool(&self, ty: &Type) -> bool {
        match self.shallow(ty) {
            Type::Ref(_, of) => matches!(self.shallow(&of), Type::Bool),
            ty => matches!(ty, Type::Bool),
        }
    }

    fn is_string(&self, ty: &Type) -> bool {
        match self.shallow(ty) {
            Type::Ref(_, of) => self.is_string(&of),
            Type::Adt(adt, _) => self.index.is_adt(adt, "String"),
            ty => matches!(ty, Type::Str),
        }
    }

    /// The `Output` of an operator's trait.
    fn output(&mut self, this: &Type, of: TraitId, right: &Type) -> Type {
        let Some(name) = self.index.symbol("Output") else { return Type::Unknown };
        let found = self.fresh();
        let limit = Limit { of, args: Rc::new([right.clone()]), assoc: Rc::new([(name, found.clone())]) };
        self.oblige(this.clone(), limit);
        self.shallow(&found)
    }

    /// `a + b` by an impl for the type of `a`: what it says of `b` first, then `b`.
    fn by_trait(&mut self, name: &str, a: &Type, right: &Expr) -> Type {
        let Some(of) = self.index.known_trait(name) else {
            self.infer(right, None);
            return Type::Unknown;
        };
        let wanted = self.fresh();
        let result = self.output(a, of, &wanted);
        match self.shallow(&wanted) {
            Type::Var(_) => {
                let found = self.infer(right, None);
                let _ = self.unify(&wanted, &found);
            }
            wanted => {
                let found = self.infer(right, Some(&wanted));
                let _ = self.coerce(&found, &wanted);
            }
        }
        self.settled(&result)
    }

    /// Lets the two sides of a comparison tell each other what they are.
    fn compare(&mut self, a: &Type, b: &Type, at: Span) {
        let (a, b) = (self.shallow(a), self.shallow(b));
        let scalar = |it: &Type| matches!(it, Type::Int(_) | Type::Float(_) | Type::Bool | Type::Char);
        let numeric = |it: &Self, ty: &Type| {
            matches!(ty, Type::Var(var) if it.vars.kind(*var) != Kind::Any) || scalar(ty)
        };
        match (&a, &b) {
            _ if numeric(self, &a) && numeric(self, &b) => {
                if self.unify_or_not(&a, &b).is_err() {
                    self.report(Report::Mismatch { at, wanted: a, found: b });
                }
            }
            (Type::Unknown, other) | (other, Type::Unknown) => self.shake(other),
            (Type::Var(_), other) | (other, Type::Var(_)) if scalar(other) => {
                let _ = self.unify_or_not(&a, &b);
            }
            (Type::Ref(_, x), Type::Ref(_, y)) | (Type::Slice(x), Type::Slice(y)) => self.compare(x, y, at),
            (Type::Ref(_, x), y) if scalar(y) && self.shallow(x) == *y => {
                self.report(Report::Compare { at, left: a.clone(), right: b.clone() });
            }
            (x, Type::Ref(_, y)) if scalar(x) && self.shallow(y) == *x => {
                self.report(Report::Compare { at, left: a.clone(), right: b.clone() });
            }
            (x, y) if numeric(self, x) && self.is_string(y) || self.is_string(x) && numeric(self, y) => {
                self.report(Report::Compare { at, left: a.clone(), right: b.clone() });
            }
            (Type::Adt(x, xs), Type::Adt(y, ys)) if x == y => {
                for (x, y) in xs.iter().zip(&**ys) {
                    let _ = self.unify_or_not(x, y);
                }
            }
            (Type::Tuple(xs), Type::Tuple(ys)) => {
                for (x, y) in xs.iter().zip(&**ys) {
                    let _ = self.unify_or_not(x, y);
                }
            }
            _ => {
                if let (Some(x), Some(y)) = (self.elements(&a), self.elements(&b)) {
                    let _ = self.unify_or_not(&x, &y);
                }
            }
        }
    }

    /// What a vector, an array or a slice is made of.
    fn elements(&self, ty: &Type) -> Option<Type> {
        match self.shallow(ty) {
            Type::Slice(of) | Type::Array(of, _) => Some((*of).clone()),
            Type::Ref(_, of) => self.elements(&of),
            Type::Adt(adt, args) if self.index.is_adt(adt, "Vec") => args.first().cloned(),
            _ => None,
        }
    }

    pub(super) fn logical(&mut self, left: &Expr, right: &Expr) -> Type {
        self.expect(left, &Type::Bool);
        let before = self.frame().diverges;
        self.expect(right, &Type::Bool);
        self.frame().diverges = before;
        Type::Bool
    }

    pub(super) fn assign(&mut self, place: &Expr, value: &Expr) -> Type {
        let ty = self.infer(place, None);
        self.expect(value, &ty);
        Type::unit()
    }

    pub(super) fn assign_op(&mut self, op: BinaryOp, place: &Expr, value: &Expr) -> Type {
        let a = self.infer(place, None);
        let a = self.settled(&a);
        let number = self.number(&a).filter(|it| *it == a);
        if number.is_none() && matches!(a, Type::Adt(..) | Type::Param(_) | Type::Opaque(_) | Type::Assoc(..))
        {
            let name = format!("{}Assign", trait_of(op));
            let Some(of) = self.index.known_trait(&name) else {
                self.infer(value, None);
                return Type::unit();
            };
            let wanted = self.fresh();
            self.oblige(a, Limit { of, args: Rc::new([wanted.clone()]), assoc: Rc::new([]) });
            let found = self.infer(value, Some(&wanted));
            let _ = self.coerce(&found, &wanted);
            return Type::unit();
        }
        let b = self.infer(value, number.filter(|_| !shifts(op)).as_ref());
        let b = self.settled(&b);
        match (self.number(&a), self.number(&b)) {
            (Some(_), Some(_)) if shifts(op) => {}
            (Some(x), Some(y)) => {
                if self.unify_or_not(&x, &y).is_err() {
                    self.clash(op, &x, &y, value.span);
                }
            }
            _ => {
                self.shake(&a);
                self.shake(&b);
            }
        }
        Type::unit()
    }

    pub(super) fn unary(&mut self, expr: &Expr, op: UnaryOp, of: &Expr, hint: Option<&Type>) -> Type {
        let ty = self.infer(of, hint.filter(|_| matches!(of.kind, ExprKind::Lit(_) | ExprKind::Unary(..))));
        let ty = self.settled(&ty);
        if let Some(number) = self.number(&ty) {
            let unsigned = matches!(&number, Type::Int(int) if !int.signed());
            if op == UnaryOp::Neg && unsigned && !matches!(&of.kind, ExprKind::Lit(Lit::Int(_, Some(_)))) {
                self.report(Report::Negation { at: expr.span, sign: "-", on: number.clone() });
            }
            return number;
        }
        match (op, &ty) {
            (UnaryOp::Not, _) if self.is_bool(&ty) => Type::Bool,
            (_, Type::Never) => Type::Never,
            (_, Type::Unknown | Type::Var(_)) => {
                self.shake(&ty);
                Type::Unknown
            }
            (UnaryOp::Not, Type::Str) | (UnaryOp::Neg, Type::Str | Type::Bool | Type::Char) => {
                let sign = if op == UnaryOp::Not { "!" } else { "-" };
                self.report(Report::Negation { at: expr.span, sign, on: ty });
                Type::Unknown
            }
            _ => {
                let name = if op == UnaryOp::Not { "Not" } else { "Neg" };
                match (self.index.known_trait(name), self.index.symbol("Output")) {
                    (Some(of), Some(output)) => self.projection(ty, Some(of), output),
                    _ => Type::Unknown,
                }
            }
        }
    }

    /// An operator's trait on a number, without an impl: the other side is the same number.
    pub(super) fn number_operator(
        &mut self,
        this: &Type,
        limit: &Limit,
    ) -> Option<super::obligations::Outcome> {
        use super::obligations::Outcome;
        let number = self.number(this)?;
        let op = OPERATORS.iter().find(|it| self.index.is_trait(limit.of, &[it.1]))?.0;
        let other = self.shallow(limit.args.first()?);
        if let Type::Var(var) = other
            && self.vars.kind(var) == Kind::Any
        {
            return Some(Outcome::Wait(vec![var]));
        }
        let other = self.number(&other)?;
        if !shifts(op) && self.unify_or_not(&number, &other).is_err() {
            return Some(Outcome::Failed);
        }
        if let Some((_, wanted)) = limit.assoc.first() {
            let _ = self.unify(wanted, &number);
        }
        Some(Outcome::Done)
    }

    /// `usize`.
    pub(super) fn size() -> Type {
        Type::Int(IntTy::Usize)
    }
}

fn shifts(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Shl | BinaryOp::Shr)
}

const OPERATORS: [(BinaryOp, &str); 10] = [
    (BinaryOp::Add, "Add"),
    (BinaryOp::Sub, "Sub"),
    (BinaryOp::Mul, "Mul"),
    (BinaryOp::Div, "Div"),
    (BinaryOp::Rem, "Rem"),
    (BinaryOp::BitAnd, "BitAnd"),
    (BinaryOp::BitOr, "BitOr"),
    (BinaryOp::BitXor, "BitXor"),
    (BinaryOp::Shl, "Shl"),
    (BinaryOp::Shr, "Shr"),
];

fn trait_of(op: BinaryOp) -> &'static str {
    OPERATORS.iter().find(|it| it.0 == op).map_or("", |it| it.1)
}
