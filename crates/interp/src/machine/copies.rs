//! Clones: of the parts of a value as far as its type says no more, else by its own function.
//!
//! There may be parts in parts without end. So what is left to clone is kept aside, and is not where the host's own calls
//! have come to.

use super::{Callable, Machine, Trap};
use crate::source::Span;
use crate::value::{Body, Head, Obj, Value};
use std::rc::Rc;

/// What is still to be done: the last comes next.
enum Left {
    /// Clones a value.
    Clone(Value),
    /// Makes one of the last clones, which are so many.
    Make(Head, u32, usize),
}

impl Machine {
    /// A clone of a value that is no reference, by its parts.
    pub(crate) fn cloned(self: &Rc<Self>, value: &Value, span: Span) -> Result<Value, Trap> {
        let mut left = Vec::new();
        let mut done = self.put_clones(value, &mut left, span)?.into_iter().collect::<Vec<_>>();
        while let Some(next) = left.pop() {
            let clone = match next {
                Left::Make(head, variant, count) => {
                    let slots = done.drain(done.len() - count..).collect();
                    Ok(Some(Value::Obj(Obj::new(head, variant, slots))))
                }
                Left::Clone(value) => self.clone_or_parts(&value, &mut left, span),
            };
            match clone {
                Ok(clone) => done.extend(clone),
                Err(trap) => {
                    // What has been cloned is given up; its destructors may panic, which has been said then.
                    done.into_iter().for_each(|it| drop(self.drop_value(it)));
                    return Err(trap);
                }
            }
            self.reserve(0, span)?;
        }
        Ok(done.pop().unwrap_or_default())
    }

    /// A clone by the type's own `Clone`, if it has one.
    pub(crate) fn clone_by_trait(self: &Rc<Self>, value: &Value, span: Span) -> Result<Value, Trap> {
        match self.own_clone(value) {
            Some(function) => self.call_method(function, [Value::Ref(0, Obj::cell(value.clone()))]),
            None => self.cloned(value, span),
        }
    }

    /// The function that clones a value, if that is more than to clone its parts.
    fn own_clone(&self, value: &Value) -> Option<crate::tree::FnId> {
        let Value::Obj(object) = value else {
            let shared =
                matches!(value, Value::Share(..)).then(|| self.implementation(value, "Clone", "clone"));
            return shared.flatten();
        };
        let made_of_parts = match object.head {
            Head::Tuple | Head::Array => true,
            Head::Adt(adt) => adt == self.known.vec || adt == self.known.boxed,
            _ => false,
        };
        if made_of_parts {
            return None;
        }
        let function = self.implementation(value, "Clone", "clone")?;
        (!matches!(self.callable(function), Ok(Callable::Derived(..)))).then_some(function)
    }

    fn clone_or_parts(
        self: &Rc<Self>,
        value: &Value,
        left: &mut Vec<Left>,
        span: Span,
    ) -> Result<Option<Value>, Trap> {
        match self.own_clone(value) {
            Some(function) => self.call_method(function, [Value::Ref(0, Obj::cell(value.clone()))]).map(Some),
            None => self.put_clones(value, left, span),
        }
    }

    /// Puts the clones of a value's parts on what is left; what has none is cloned at once.
    fn put_clones(&self, value: &Value, left: &mut Vec<Left>, span: Span) -> Result<Option<Value>, Trap> {
        let Value::Obj(object) = value else {
            if let Value::Share(_, object) = value {
                let (strong, weak) = object.shares.get();
                object.shares.set((strong + 1, weak));
            }
            return Ok(Some(value.clone()));
        };
        match &object.body {
            Body::Text(text) => Ok(Some(self.string(text.borrow().clone()))),
            Body::Native(_) => {
                let message = format!("`{}` cannot be cloned", self.type_name(value));
                Err(Trap::unsupported(span, message))
            }
            Body::Slots(slots) => {
                let slots = slots.borrow();
                left.push(Left::Make(object.head, object.variant, slots.len()));
                left.extend(slots.iter().rev().map(|it| Left::Clone(it.clone())));
                Ok(None)
            }
        }
    }
}
