//! `std::task::Context` and `Waker`: what a poll is given.

use crate::machine::Machine;
use crate::value::{Native, Obj, Value};
use std::any::Any;
use std::rc::Rc;
use std::task::Waker;

/// A waker of the host's, in an object.
#[derive(Debug)]
pub struct Context(pub Waker);

impl Context {
    /// The value that an interpreted `poll` is given: a `Context` around a `Waker`.
    pub fn value(machine: &Rc<Machine>, waker: &Waker) -> Value {
        let program = machine.program();
        let adts = &program.lang.adts;
        let (Some(&context), Some(&of)) = (adts.get("Context"), adts.get("Waker")) else {
            return Value::Unit;
        };
        let waker = Obj::cell(Value::Obj(Obj::native(of, Context(waker.clone()))));
        Value::adt(context, 0, [Value::Ref(0, waker)])
    }
}

impl Native for Context {
    fn drop_in(self: Box<Self>, _machine: &Machine) {}

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}
