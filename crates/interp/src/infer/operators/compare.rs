//! Comparisons: what the two sides say of each other.

use super::super::Infer;
use super::super::report::MISMATCHED;
use super::super::types::{Limit, Type};
use super::super::vars::Kind;
use super::words;
use crate::source::Span;
use crate::tree::BinaryOp;
use std::rc::Rc;

impl Infer<'_> {
    /// Lets the two sides of a comparison tell each other what they are.
    pub(super) fn compare(&mut self, op: BinaryOp, a: &Type, b: &Type, at: (Span, Span)) {
        let (a, b) = (self.shallow(a), self.shallow(b));
        match (&a, &b) {
            _ if self.is_simple(&a) && self.is_simple(&b) => {
                if self.unify_or_not(&a, &b).is_err() {
                    self.mismatch(at.1, MISMATCHED, &a, &b);
                }
            }
            (Type::Unknown, other) | (other, Type::Unknown) => self.shake(other),
            (Type::Var(_), other) | (other, Type::Var(_)) if is_scalar(other) => {
                let _ = self.unify_or_not(&a, &b);
            }
            // What is compared with a number is one of its type, unless it turns out to be something else.
            (Type::Var(_), Type::Var(_)) if self.is_simple(&a) => self.compared.push((a, b)),
            (Type::Ref(_, x), Type::Ref(_, y)) => self.compare(op, x, y, at),
            (Type::Ref(_, x), y) | (y, Type::Ref(_, x)) if self.is_simple(y) && self.is_simple(x) => {
                self.say(at.0, "E0277", "can't compare {} with {}", &[&a, &b]);
            }
            (x, y) if self.is_simple(x) && self.is_string(y) || self.is_string(x) && self.is_simple(y) => {
                self.say(at.0, "E0277", "can't compare {} with {}", &[&a, &b]);
            }
            (x, _) if self.lacks_comparison(op, x) => {
                let text =
                    format!("binary operation `{}` cannot be applied to type {{}}", words::of(op).sign);
                let of = op.meant()[0];
                let hint =
                    self.named(x).map(|x| format!("an implementation of `{of}` might be missing for {x}"));
                self.say_with(at.0, "E0369", text, &[x], hint);
            }
            // The impl that there is says which number a literal is, and what `into` makes.
            (Type::Adt(..), Type::Var(_)) => {
                if let Some(of) = self.index.known_trait(op.meant()[0]) {
                    self.oblige(a, Limit { of, args: Rc::new([b]), assoc: Rc::new([]) });
                }
            }
            (Type::Adt(x, xs), Type::Adt(y, ys)) if x == y => self.bring_together(xs, ys),
            (Type::Tuple(xs), Type::Tuple(ys)) => self.bring_together(xs, ys),
            _ => {
                if let (Some(x), Some(y)) = (self.elements(&a), self.elements(&b)) {
                    self.bring_together(&[x], &[y]);
                }
            }
        }
    }

    /// Lets numbers that have been chosen tell what they are compared with.
    pub(in super::super) fn tell_compared(&mut self) {
        for (number, other) in std::mem::take(&mut self.compared) {
            let (number, other) = (self.shallow(&number), self.shallow(&other));
            let is_open = matches!(&other, Type::Var(var) if self.vars.kind(*var) == Kind::Any);
            if is_open && is_scalar(&number) {
                let _ = self.unify_or_not(&number, &other);
            }
        }
    }

    fn bring_together(&mut self, xs: &[Type], ys: &[Type]) {
        for (x, y) in xs.iter().zip(ys) {
            let _ = self.unify_or_not(x, y);
        }
    }

    /// Whether it is a scalar, or will be a number.
    fn is_simple(&self, ty: &Type) -> bool {
        match self.shallow(ty) {
            Type::Var(var) => self.vars.kind(var) != Kind::Any,
            ty => is_scalar(&ty),
        }
    }

    fn lacks_comparison(&mut self, op: BinaryOp, ty: &Type) -> bool {
        let of = self.index.known_trait(op.meant()[0]);
        of.is_some_and(|of| self.surely_lacks(ty, of))
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
}

fn is_scalar(ty: &Type) -> bool {
    matches!(ty, Type::Int(_) | Type::Float(_) | Type::Bool | Type::Char)
}
