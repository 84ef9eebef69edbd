//! Types at run time: their names, and casts from `dyn` back to what a value is.

use super::{Call, Table};
use crate::machine::{Machine, Trap, key_of, key_of_type, last_place, stripped};
use crate::tree::{FloatTy, Ty};
use crate::value::{Head, Value};
use std::rc::Rc;

pub(super) const TABLE: Table = &[
    ("any::type_name", type_name),
    ("any::type_name_of_val", type_name_of_val),
    ("any::is_of", is_of),
    ("any::cast_ref", cast_ref),
    ("any::cast_mut", cast_ref),
    ("any::cast_box", cast_box),
    ("any::cast_share", cast_box),
];

/// Where the types of std whose paths programs print are declared.
const PATHS: &[(&str, &str)] = &[
    ("Option", "core::option::Option"),
    ("Result", "core::result::Result"),
    ("String", "alloc::string::String"),
    ("Vec", "alloc::vec::Vec"),
    ("Box", "alloc::boxed::Box"),
    ("Rc", "alloc::rc::Rc"),
    ("Arc", "alloc::sync::Arc"),
    ("HashMap", "std::collections::hash::map::HashMap"),
    ("HashSet", "std::collections::hash::set::HashSet"),
    ("BTreeMap", "alloc::collections::btree::map::BTreeMap"),
    ("BTreeSet", "alloc::collections::btree::set::BTreeSet"),
    ("VecDeque", "alloc::collections::vec_deque::VecDeque"),
    ("BinaryHeap", "alloc::collections::binary_heap::BinaryHeap"),
    ("LinkedList", "alloc::collections::linked_list::LinkedList"),
    ("Cell", "core::cell::Cell"),
    ("RefCell", "core::cell::RefCell"),
    ("PhantomData", "core::marker::PhantomData"),
    ("Pin", "core::pin::Pin"),
    ("Instant", "std::time::Instant"),
    ("Range", "core::ops::range::Range"),
    ("RangeInclusive", "core::ops::range::RangeInclusive"),
    ("Ordering", "core::cmp::Ordering"),
    ("Reverse", "core::cmp::Reverse"),
    ("Duration", "core::time::Duration"),
];

/// The name of a type as `type_name` has it.
fn name(machine: &Machine, ty: &Ty) -> String {
    let all = |types: &[Ty]| types.iter().map(|it| name(machine, it)).collect::<Vec<_>>().join(", ");
    match ty {
        Ty::Int(ty) => ty.name().to_owned(),
        Ty::Float(FloatTy::F32) => "f32".to_owned(),
        Ty::Float(FloatTy::F64) => "f64".to_owned(),
        Ty::Bool => "bool".to_owned(),
        Ty::Char => "char".to_owned(),
        Ty::Str => "str".to_owned(),
        Ty::Never => "!".to_owned(),
        Ty::Tuple(members) if members.len() == 1 => format!("({},)", name(machine, &members[0])),
        Ty::Tuple(members) => format!("({})", all(members)),
        Ty::Ref(mutable, inner) => format!("&{}{}", if *mutable { "mut " } else { "" }, name(machine, inner)),
        Ty::Slice(inner) => format!("[{}]", name(machine, inner)),
        Ty::Array(inner, len) => format!("[{}; {}]", name(machine, inner), name(machine, len)),
        Ty::Const(value) => value.to_string(),
        Ty::Adt(adt, args) => {
            let program = machine.program();
            let item = program.adt(*adt);
            let text = program.names.text(item.name).to_string();
            let own = item.span.file == crate::source::FileId::PROGRAM;
            let path = match PATHS.iter().find(|it| it.0 == text) {
                Some(known) if !own => known.1.to_owned(),
                _ => format!("main::{text}"),
            };
            if args.is_empty() { path } else { format!("{path}<{}>", all(args)) }
        }
        _ => "_".to_owned(),
    }
}

fn type_name(call: &mut Call<'_>) -> Result<Value, Trap> {
    let ty = call.types.as_deref().and_then(<[Ty]>::first).cloned().unwrap_or(Ty::Unknown);
    Ok(Value::str(&name(call.machine, &ty)))
}

/// The type of a value as far as the value tells: that of a vector's elements is that of the first.
fn type_of(machine: &Machine, value: &Value) -> Ty {
    match value {
        Value::Str(_) => Ty::Ref(false, Rc::new(Ty::Str)),
        Value::Ref(slot, object) => Ty::Ref(false, Rc::new(type_of(machine, &object.get(*slot)))),
        Value::Obj(object) => match (object.head, object.slots()) {
            (Head::Tuple, Some(slots)) => {
                Ty::Tuple(slots.borrow().iter().map(|it| type_of(machine, it)).collect())
            }
            (Head::Array, Some(slots)) => {
                let slots = slots.borrow();
                let of = slots.first().map_or(Ty::Unknown, |it| type_of(machine, it));
                Ty::array(of, slots.len())
            }
            _ => machine.type_of(value),
        },
        other => machine.type_of(other),
    }
}

fn type_name_of_val(call: &mut Call<'_>) -> Result<Value, Trap> {
    let value = match &call.args[0] {
        Value::Ref(slot, object) => object.get(*slot),
        other => other.clone(),
    };
    let value = match value {
        // What is asked of is behind the box of a `dyn`.
        Value::Obj(object) if object.head == Head::Adt(call.machine.known().boxed) => object.get(0),
        other => other,
    };
    Ok(Value::str(&name(call.machine, &type_of(call.machine, &value))))
}

/// What is behind references and boxes.
fn innermost(machine: &Machine, value: &Value) -> Value {
    let mut value = stripped(value);
    while let Value::Obj(object) = &value {
        if object.head != Head::Adt(machine.known().boxed) {
            break;
        }
        value = stripped(&object.get(0));
    }
    value
}

fn is_of(call: &mut Call<'_>) -> Result<Value, Trap> {
    let asked = call.types.as_deref().and_then(<[Ty]>::first).cloned().unwrap_or(Ty::Unknown);
    let mut value = innermost(call.machine, &call.args[0]);
    let asked_ref = matches!(asked, Ty::Ref(_, _));
    let asked = match asked {
        Ty::Ref(_, inner) => (*inner).clone(),
        other => other,
    };
    // An `Rc<dyn Any>` is asked for what is in it; an `Rc` in a `Box<dyn Any>` for itself.
    if let Value::Share(_, object) = stripped(&call.args[0])
        && key_of_type(&asked) != key_of(&value)
    {
        value = innermost(call.machine, &object.get(0));
    }
    let is_str = matches!(value, Value::Str(_));
    Ok(Value::Bool(call.machine.may_be_of(&value, &asked) && asked_ref == is_str))
}

fn cast_ref(call: &mut Call<'_>) -> Result<Value, Trap> {
    let mut place = last_place(&call.args[0]);
    loop {
        let Value::Ref(slot, object) = &place else {
            return Ok(Value::Ref(0, crate::value::Obj::cell(place)));
        };
        match object.get(*slot) {
            Value::Obj(boxed) if boxed.head == Head::Adt(call.machine.known().boxed) => {
                place = Value::Ref(0, boxed);
            }
            // A `&&str`: what is asked for is the place of the `&str`.
            _ => return Ok(place),
        }
    }
}

fn cast_box(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(call.take(0))
}
