//! What the functions of a type are found by.

use crate::code::Key;
use crate::tree::{FloatTy, Ty};
use crate::value::{Head, Value};

/// What methods of a type are found by; `None` where the type is a parameter or unknown.
pub(crate) fn key_of_type(ty: &Ty) -> Option<Key> {
    Some(match ty {
        Ty::Int(ty) => Key::Int(*ty),
        Ty::Float(FloatTy::F32) => Key::F32,
        Ty::Float(FloatTy::F64) => Key::F64,
        Ty::Bool => Key::Bool,
        Ty::Char => Key::Char,
        Ty::Str => Key::Str,
        Ty::Tuple(members) if members.is_empty() => Key::Unit,
        Ty::Tuple(members) => Key::Tuple(members.len() as u8),
        Ty::Slice(_) => Key::Slice,
        Ty::Array(..) => Key::Obj(Head::Array),
        Ty::Adt(adt, _) => Key::Obj(Head::Adt(*adt)),
        Ty::Fn(..) | Ty::Body(..) => Key::Fn,
        _ => return None,
    })
}

/// What methods of a value are found by; references are looked through before.
pub(crate) fn key_of(value: &Value) -> Option<Key> {
    Some(match value {
        Value::Unit => Key::Unit,
        Value::Bool(_) => Key::Bool,
        Value::Char(_) => Key::Char,
        Value::Int(ty, _) | Value::Wide(ty, _) => Key::Int(*ty),
        Value::F64(_) => Key::F64,
        Value::F32(_) => Key::F32,
        Value::Str(_) => Key::Str,
        Value::Slice(_) => Key::Slice,
        Value::Fn(..) => Key::Fn,
        Value::Unitary(adt, _) | Value::Share(adt, _) => Key::Obj(Head::Adt(*adt)),
        Value::Obj(object) => match object.head {
            Head::Closure(_) => Key::Fn,
            Head::Tuple => Key::Tuple(object.len() as u8),
            head => Key::Obj(head),
        },
        Value::Moved | Value::Ref(..) | Value::Types(_) => return None,
    })
}
