//! Values that are compared: by their parts as far as their types say no more, else by their own functions.
//!
//! There may be parts in parts without end. So what is left to compare is kept aside, and is not where the host's own
//! calls have come to.

use super::access::{behind, stripped};
use super::derived::{slots_of, text_of};
use super::{Callable, Machine, Trap, arith};
use crate::source::Span;
use crate::tree::Comparison;
use crate::value::{Head, Obj, Value};
use std::cmp::Ordering;
use std::rc::Rc;

/// What is still to be compared: the last comes next.
enum Left {
    Values(Value, Value),
    Lengths(usize, usize),
}

impl Machine {
    /// The order of two values, by their traits; `None` if they cannot be compared.
    pub(crate) fn compared(
        self: &Rc<Self>,
        left: &Value,
        right: &Value,
        by: Comparison,
        span: Span,
    ) -> Result<Option<Ordering>, Trap> {
        self.all_compared(vec![Left::Values(left.clone(), right.clone())], by, span)
    }

    /// The order of two values of one type, by their parts.
    pub(super) fn parts_compared(
        self: &Rc<Self>,
        left: &Value,
        right: &Value,
        by: Comparison,
        span: Span,
    ) -> Result<Option<Ordering>, Trap> {
        let mut all = Vec::new();
        match self.put_parts(&stripped(left), &stripped(right), by, &mut all, span)? {
            Some(Ordering::Equal) => self.all_compared(all, by, span),
            other => Ok(other),
        }
    }

    /// The order of the first that are not equal.
    fn all_compared(
        self: &Rc<Self>,
        mut all: Vec<Left>,
        by: Comparison,
        span: Span,
    ) -> Result<Option<Ordering>, Trap> {
        while let Some(next) = all.pop() {
            let order = match next {
                Left::Lengths(left, right) => Some(left.cmp(&right)),
                Left::Values(left, right) => self.one_compared(&left, &right, by, &mut all, span)?,
            };
            if order != Some(Ordering::Equal) {
                return Ok(order);
            }
        }
        Ok(Some(Ordering::Equal))
    }

    /// The order of two values. Where it is that of their parts they are put on what is left, and nothing else is seen.
    fn one_compared(
        self: &Rc<Self>,
        left: &Value,
        right: &Value,
        by: Comparison,
        all: &mut Vec<Left>,
        span: Span,
    ) -> Result<Option<Ordering>, Trap> {
        let (left, right) = (stripped(left), stripped(right));
        if let Some(order) = arith::compare(&left, &right) {
            return Ok(order);
        }
        if let (Some(left), Some(right)) = (text_of(&left), text_of(&right)) {
            return Ok(Some(left.cmp(&right)));
        }
        if let (Value::Fn(left, _), Value::Fn(right, _)) = (&left, &right) {
            return Ok(Some(left.0.cmp(&right.0)));
        }
        if matches!(&left, Value::Obj(it) if it.head == Head::Adt(self.known.phantom)) {
            return Ok(Some(Ordering::Equal));
        }
        if let Value::Share(_, object) = &left {
            all.push(Left::Values(object.get(0), behind(&right).unwrap_or_default()));
            return Ok(Some(Ordering::Equal));
        }
        if self.is_made_of_parts(&left) && self.is_made_of_parts(&right) {
            return self.put_parts(&left, &right, by, all, span);
        }
        match self.comparing(&left, &right, by) {
            Some(function) if matches!(self.callable(function)?, Callable::Derived(..)) => {
                self.put_parts(&left, &right, by, all, span)
            }
            Some(function) => {
                let args = [left, right].map(|it| Value::Ref(0, Obj::cell(it)));
                Ok(match self.call_method(function, args)? {
                    Value::Bool(true) => Some(Ordering::Equal),
                    Value::Bool(false) => None,
                    other => self.as_order(&other),
                })
            }
            None => self.put_parts(&left, &right, by, all, span),
        }
    }

    /// Whether a value is what its parts are, without any function of its type.
    fn is_made_of_parts(&self, value: &Value) -> bool {
        match value {
            Value::Slice(_) => true,
            Value::Obj(object) => match object.head {
                Head::Tuple | Head::Array => true,
                Head::Adt(adt) => adt == self.known.vec || adt == self.known.boxed,
                _ => false,
            },
            _ => false,
        }
    }

    /// The discriminant of a variant of a value's type, by which enums are ordered.
    fn discriminant(&self, value: &Value, variant: u32) -> i128 {
        let program = self.program();
        let found = value.variant().and_then(|it| program.adt(it.0).variants.get(variant as usize));
        found.map_or(i128::from(variant), |it| it.discriminant)
    }

    /// Puts the parts of two values on what is left. If the values themselves differ they are not looked at.
    fn put_parts(
        &self,
        left: &Value,
        right: &Value,
        by: Comparison,
        all: &mut Vec<Left>,
        span: Span,
    ) -> Result<Option<Ordering>, Trap> {
        let variant = |value: &Value| match value {
            Value::Unitary(_, variant) => Some(*variant),
            Value::Obj(object) => Some(object.variant),
            _ => None,
        };
        if let (Some(a), Some(b)) = (variant(left), variant(right))
            && (a != b || matches!((left, right), (Value::Unitary(..), Value::Unitary(..))))
        {
            let [a, b] = [a, b].map(|it| self.discriminant(left, it));
            return Ok(Some(a.cmp(&b)));
        }
        let (Some(a), Some(b)) = (slots_of(left), slots_of(right)) else {
            let (left, right) = (self.type_name(left), self.type_name(right));
            return Err(Trap::unsupported(span, format!("`{left}` and `{right}` cannot be compared")));
        };
        if by == Comparison::Equality && a.len() != b.len() {
            return Ok(None);
        }
        all.push(Left::Lengths(a.len(), b.len()));
        all.extend(a.into_iter().zip(b).rev().map(|(a, b)| Left::Values(a, b)));
        Ok(Some(Ordering::Equal))
    }
}
