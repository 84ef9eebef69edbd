//! `std::fmt::Formatter`: what a `fmt` of the program's writes to.

use crate::machine::{Machine, Spec};
use crate::value::{Body, Native, Obj, Value};
use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// A text that grows, and how it was asked for.
#[derive(Clone)]
pub struct Formatter {
    text: Rc<RefCell<String>>,
    spec: Rc<Spec>,
}

impl Formatter {
    pub(crate) fn new(spec: Spec) -> Self {
        Formatter { text: Rc::default(), spec: Rc::new(spec) }
    }

    /// The formatter as a value, which shares the text.
    pub(crate) fn value(&self, machine: &Rc<Machine>) -> Value {
        let program = machine.program();
        match program.lang.adts.get("Formatter") {
            Some(&adt) => Value::Obj(Obj::native(adt, self.clone())),
            None => Value::Unit,
        }
    }

    /// The formatter that a value is, or refers to.
    pub(crate) fn of(value: &Value) -> Option<Self> {
        let mut value = value.clone();
        while let Value::Ref(slot, object) = &value {
            value = object.get(*slot);
        }
        let Value::Obj(object) = &value else { return None };
        let Body::Native(native) = &object.body else { return None };
        native.borrow_mut().as_mut()?.as_any().downcast_ref::<Formatter>().cloned()
    }

    pub(crate) fn spec(&self) -> &Spec {
        &self.spec
    }

    pub(crate) fn push(&self, text: &str) {
        self.text.borrow_mut().push_str(text);
    }

    pub(crate) fn text(&self) -> String {
        self.text.borrow().clone()
    }
}

impl fmt::Debug for Formatter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Formatter").field("text", &self.text).finish_non_exhaustive()
    }
}

impl Native for Formatter {
    fn drop_in(self: Box<Self>, _machine: &Machine) {}

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}
