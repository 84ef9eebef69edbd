//! Operators: on numbers by what they are, on all else through their traits.

mod compare;
mod words;

use super::Infer;
use super::report::MISMATCHED;
use super::types::{Limit, Type};
use super::vars::Kind;
use crate::source::{FileId, Span};
use crate::tree::{BinaryOp, Expr, ExprKind, IntTy, OPERATORS, TraitId, UnaryOp};
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

    pub(super) fn binary(&mut self, expr: &Expr, op: BinaryOp, left: &Expr, right: &Expr) -> Type {
        let a = self.infer(left, None);
        let a = self.settled(&a);
        if op.compares() {
            let hint = self.number(&a).filter(|it| *it == a);
            let b = self.infer(right, hint.as_ref());
            let b = self.settled(&b);
            if let (Type::Ptr(_, one), Type::Ptr(_, other)) = (&a, &b) {
                // `p == null_mut()`: both lead to the same type.
                let _ = self.unify_or_not(one, other);
            }
            self.compare(op, &a, &b, (expr.span, right.span));
            return Type::Bool;
        }
        if matches!(a, Type::Adt(..) | Type::Param(_) | Type::Opaque(_) | Type::Assoc(..)) {
            return self.by_trait(expr, op, &a, right);
        }
        let b = self.infer(right, self.number(&a).filter(|it| *it == a && !shifts(op)).as_ref());
        let b = self.settled(&b);
        self.combine(op, &a, &b, (expr.span, right.span))
    }

    /// `a + b` where `a` is a number, or a reference, or not known.
    fn combine(&mut self, op: BinaryOp, a: &Type, b: &Type, at: (Span, Span)) -> Type {
        let logical = matches!(op, BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor);
        match (self.number(a), self.number(b)) {
            (Some(a), Some(_)) if shifts(op) => a,
            (Some(x), Some(y)) => {
                if self.unify_or_not(&x, &y).is_err() {
                    self.clash(op, false, (&x, &y), at);
                    return Type::Unknown;
                }
                x
            }
            _ if logical && self.is_bool(a) && self.is_bool(b) => Type::Bool,
            (Some(x), None) if matches!(b, Type::Bool | Type::Char) || self.is_string(b) => {
                self.cannot("E0277", op, false, (&x, b), at.0);
                Type::Unknown
            }
            _ if op == BinaryOp::Add && self.is_text(a) && self.is_string(b) => {
                let hint = "create an owned `String` from a string reference: `.to_owned()`".to_owned();
                self.say_with(at.0, "E0369", "cannot add {} to {}", &[b, a], Some(hint));
                self.library("String", &[])
            }
            _ if matches!(a, Type::Unknown) || matches!(b, Type::Unknown) => {
                self.shake(a);
                self.shake(b);
                Type::Unknown
            }
            _ => match self.index.known_trait(op.meant()[0]) {
                Some(of) => self.output(a, of, b),
                None => Type::Unknown,
            },
        }
    }

    /// Says that two numbers are not of one type.
    fn clash(&mut self, op: BinaryOp, assigns: bool, (left, right): (&Type, &Type), at: (Span, Span)) {
        if matches!((left, right), (Type::Int(_), Type::Int(_)) | (Type::Float(_), Type::Float(_))) {
            self.mismatch(at.1, MISMATCHED, left, right);
        } else {
            self.cannot("E0277", op, assigns, (left, right), at.0);
        }
    }

    /// Says that an operator does not take such operands.
    fn cannot(
        &mut self,
        code: &'static str,
        op: BinaryOp,
        assigns: bool,
        operands: (&Type, &Type),
        at: Span,
    ) {
        let (left, right) = operands;
        let words = words::of(op);
        let text = if assigns { words.assigns } else { words.says };
        let types = if words.right_first { [right, left] } else { [left, right] };
        self.say(at, code, text, &types);
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

    /// Whether it is `&str`.
    fn is_text(&self, ty: &Type) -> bool {
        matches!(self.shallow(ty), Type::Ref(_, of) if matches!(self.shallow(&of), Type::Str))
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
    fn by_trait(&mut self, expr: &Expr, op: BinaryOp, a: &Type, right: &Expr) -> Type {
        let Some(of) = self.index.known_trait(op.meant()[0]) else {
            self.infer(right, None);
            return Type::Unknown;
        };
        if self.surely_lacks(a, of) {
            let b = self.infer(right, None);
            self.cannot("E0369", op, false, (a, &b), expr.span);
            return Type::Unknown;
        }
        let wanted = self.fresh();
        let result = self.output(a, of, &wanted);
        match self.shallow(&wanted) {
            Type::Var(_) => {
                let found = self.infer(right, None);
                let _ = self.unify(&wanted, &found);
            }
            wanted => {
                let found = self.infer(right, Some(&wanted));
                let _ = self.coerce_at(right, &found, &wanted);
            }
        }
        self.settled(&result)
    }

    /// Whether a type of the program, or a parameter, has no impl of a trait whatever its arguments are.
    pub(super) fn surely_lacks(&mut self, ty: &Type, of: TraitId) -> bool {
        let own = match ty {
            Type::Adt(adt, _) => self.program.adt(*adt).span.file == FileId::PROGRAM,
            Type::Param(_) => true,
            _ => false,
        };
        let args = self.fresh_trait_args(of);
        own && self.holds(ty, of, &args) == super::impls::Holds::No
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
            let Some(of) = op.meant_assigning().and_then(|it| self.index.known_trait(it[0])) else {
                self.infer(value, None);
                return Type::unit();
            };
            let wanted = self.fresh();
            self.oblige(a, Limit { of, args: Rc::new([wanted.clone()]), assoc: Rc::new([]) });
            let found = self.infer(value, Some(&wanted));
            let _ = self.coerce_at(value, &found, &wanted);
            return Type::unit();
        }
        let b = self.infer(value, number.clone().filter(|_| !shifts(op)).as_ref());
        let b = self.settled(&b);
        match (number, self.number(&b)) {
            (Some(_), Some(_)) if shifts(op) => {}
            (Some(x), Some(y)) => {
                if self.unify_or_not(&x, &y).is_err() {
                    self.clash(op, true, (&x, &y), (place.span.to(value.span), value.span));
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
            if op == UnaryOp::Neg && unsigned {
                self.say(expr.span, "E0600", "cannot apply unary operator `-` to type {}", &[&number]);
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
            _ if self.is_string(&ty) => {
                let sign = if op == UnaryOp::Not { "!" } else { "-" };
                self.say(
                    expr.span,
                    "E0600",
                    format!("cannot apply unary operator `{sign}` to type {{}}"),
                    &[&ty],
                );
                Type::Unknown
            }
            (UnaryOp::Neg, Type::Bool | Type::Char) => {
                let sign = if op == UnaryOp::Not { "!" } else { "-" };
                self.say(
                    expr.span,
                    "E0600",
                    format!("cannot apply unary operator `{sign}` to type {{}}"),
                    &[&ty],
                );
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
        let behind = match this {
            Type::Ref(_, of) => self.shallow(of),
            _ => Type::Unknown,
        };
        let number = match (self.number(this), behind) {
            (Some(number), _) => Ok(number),
            (None, Type::Var(var)) => Err(var),
            _ => return None,
        };
        let op = OPERATORS.iter().find(|it| self.index.is_trait(limit.of, &[it.1[0]]))?.0;
        let number = match number {
            Ok(number) => number,
            Err(var) => return Some(Outcome::Wait(vec![var])),
        };
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
