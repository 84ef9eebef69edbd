//! Types at run time: what type parameters stand for, and how types are called.

use super::Machine;
use super::dispatch::key_of;
use crate::code::Key;
use crate::tree::{FloatTy, Ty};
use crate::value::{Head, Value};
use std::rc::Rc;

impl Machine {
    /// The name of a value's type, as far as the value knows it.
    pub(crate) fn type_name(&self, value: &Value) -> String {
        match key_of(value) {
            Some(Key::Int(ty)) => ty.name().to_owned(),
            Some(Key::F32) => "f32".to_owned(),
            Some(Key::F64) => "f64".to_owned(),
            Some(Key::Bool) => "bool".to_owned(),
            Some(Key::Char) => "char".to_owned(),
            Some(Key::Str) => "&str".to_owned(),
            Some(Key::Unit) => "()".to_owned(),
            Some(Key::Slice) => "[_]".to_owned(),
            Some(Key::Fn) => "a function".to_owned(),
            Some(Key::Obj(Head::Adt(adt))) => {
                let program = self.program();
                program.names.text(program.adt(adt).name).to_string()
            }
            Some(Key::Tuple(_)) => "a tuple".to_owned(),
            Some(Key::Obj(Head::Array)) => "an array".to_owned(),
            Some(Key::Obj(Head::Coroutine(_))) => "a future".to_owned(),
            _ => "a value that has been moved".to_owned(),
        }
    }

    /// The type of a value, without its type arguments.
    pub(crate) fn type_of(&self, value: &Value) -> Ty {
        match key_of(value) {
            Some(Key::Int(ty)) => Ty::Int(ty),
            Some(Key::F32) => Ty::Float(FloatTy::F32),
            Some(Key::F64) => Ty::Float(FloatTy::F64),
            Some(Key::Bool) => Ty::Bool,
            Some(Key::Char) => Ty::Char,
            Some(Key::Str) => Ty::Ref(false, Rc::new(Ty::Str)),
            Some(Key::Unit) => Ty::unit(),
            Some(Key::Obj(Head::Adt(adt))) => Ty::Adt(adt, Rc::new([])),
            _ => Ty::Unknown,
        }
    }
}
