//! Types at run time: their names, and casts from `dyn` back to what a value is.

use super::{Call, Table};
use crate::machine::{Machine, Trap, key_of, key_of_type, last_place, stripped};
use crate::names::Symbol;
use crate::source::{FileId, Span};
use crate::tree::{Bound, FloatTy, ModuleId, Program, Ty};
use crate::value::{Head, Value};
use std::rc::Rc;

pub(super) const TABLE: Table = &[
    ("any::type_name", type_name),
    ("any::type_name_of_val", type_name_of_val),
    ("any::type_key", type_key),
    ("any::type_key_of_val", type_key_of_val),
    ("any::is_of", is_of),
    ("any::cast_ref", cast_ref),
    ("any::cast_mut", cast_ref),
    ("any::cast_box", cast_box),
    ("any::cast_share", cast_box),
];

/// Where the types of std are declared, as far as programs print their paths; where names are not enough, with what the
/// file that they are in here has in its name.
const PATHS: &[(&str, &str)] = &[
    ("alloc::borrow", "Cow"),
    ("alloc::boxed", "Box"),
    ("alloc::collections::binary_heap", "BinaryHeap"),
    ("alloc::collections::btree::map", "BTreeMap"),
    ("alloc::collections::btree::set", "BTreeSet"),
    ("alloc::collections::linked_list", "LinkedList"),
    ("alloc::collections::vec_deque", "VecDeque"),
    ("alloc::rc", "Rc"),
    ("alloc::string", "FromUtf8Error String"),
    ("alloc::sync", "Arc"),
    ("alloc::vec", "Vec"),
    ("core::alloc::layout", "Layout"),
    ("core::any", "TypeId"),
    ("core::array", "TryFromSliceError"),
    ("core::cell", "BorrowError BorrowMutError Cell Ref RefCell RefMut UnsafeCell"),
    ("core::cell::lazy", "LazyCell"),
    ("core::cell::once", "OnceCell"),
    ("core::char::convert", "CharTryFromError ParseCharError"),
    ("core::cmp", "cmp/Ordering Reverse"),
    ("core::convert", "Infallible"),
    ("core::fmt", "fmt/Error Arguments Formatter"),
    ("core::iter::adapters::rev", "Rev"),
    ("core::marker", "PhantomData PhantomPinned"),
    ("core::mem", "Discriminant"),
    ("core::mem::manually_drop", "ManuallyDrop"),
    ("core::mem::maybe_uninit", "MaybeUninit"),
    ("core::net::ip_addr", "IpAddr Ipv4Addr Ipv6Addr"),
    ("core::net::socket_addr", "SocketAddr"),
    ("core::num::dec2flt", "ParseFloatError"),
    ("core::num::error", "IntErrorKind ParseIntError TryFromIntError"),
    ("core::num::nonzero", "NonZero"),
    ("core::num::saturating", "Saturating"),
    ("core::num::wrapping", "Wrapping"),
    ("core::ops::control_flow", "ControlFlow"),
    ("core::ops::range", "Bound Range RangeFrom RangeFull RangeInclusive RangeTo RangeToInclusive"),
    ("core::option", "Option"),
    ("core::panic::location", "Location"),
    ("core::pin", "Pin"),
    ("core::ptr::non_null", "NonNull"),
    ("core::result", "Result"),
    ("core::str::error", "ParseBoolError Utf8Error"),
    ("core::str::iter", "Chars"),
    ("core::sync::atomic", "AtomicBool AtomicI8 AtomicI16 AtomicI32 AtomicI64 AtomicIsize"),
    ("core::sync::atomic", "AtomicU8 AtomicU16 AtomicU32 AtomicU64 AtomicUsize atomic/Ordering"),
    ("core::task::poll", "Poll"),
    ("core::task::wake", "Context Waker"),
    ("core::time", "Duration"),
    ("std::collections::hash::map", "HashMap"),
    ("std::collections::hash::set", "HashSet"),
    ("std::env", "VarError"),
    ("std::ffi::os_str", "OsStr OsString"),
    ("std::hash::random", "DefaultHasher"),
    ("std::io::cursor", "Cursor"),
    ("std::io::error", "io/Error ErrorKind"),
    ("std::io::stdio", "Stdin Stdout"),
    ("std::path", "Path PathBuf"),
    ("std::process", "ExitCode"),
    ("std::sync::barrier", "Barrier"),
    ("std::sync::lazy_lock", "LazyLock"),
    ("std::sync::mpsc", "Receiver Sender SyncSender"),
    ("std::sync::once_lock", "OnceLock"),
    ("std::sync::poison", "PoisonError"),
    ("std::sync::poison::condvar", "Condvar"),
    ("std::sync::poison::mutex", "Mutex MutexGuard"),
    ("std::sync::poison::rwlock", "RwLock RwLockReadGuard RwLockWriteGuard"),
    ("std::thread::id", "ThreadId"),
    ("std::thread::join_handle", "JoinHandle"),
    ("std::thread::thread", "Thread"),
    ("std::time", "Instant SystemTime SystemTimeError"),
];

/// Where the traits that are behind `dyn` most often are declared.
const DYNS: &[(&str, &str)] = &[
    ("core::any", "Any"),
    ("core::error", "Error"),
    ("core::fmt", "Debug Display"),
    ("core::marker", "Send Sync"),
];

/// The name of a type as `type_name` has it; none where that is not known, or (not `exact`) another that no other type has.
fn name(machine: &Machine, ty: &Ty, exact: bool) -> Option<String> {
    let each = |types: &[Ty]| types.iter().map(|it| name(machine, it, exact)).collect::<Option<Vec<_>>>();
    let all = |types: &[Ty]| Some(each(types)?.join(", "));
    Some(match ty {
        Ty::Int(ty) => ty.name().to_owned(),
        Ty::Float(FloatTy::F32) => "f32".to_owned(),
        Ty::Float(FloatTy::F64) => "f64".to_owned(),
        Ty::Bool => "bool".to_owned(),
        Ty::Char => "char".to_owned(),
        Ty::Str => "str".to_owned(),
        Ty::Never => "!".to_owned(),
        Ty::Tuple(members) if members.len() == 1 => format!("({},)", name(machine, &members[0], exact)?),
        Ty::Tuple(members) => format!("({})", all(members)?),
        Ty::Ref(mutable, inner) => {
            format!("&{}{}", if *mutable { "mut " } else { "" }, name(machine, inner, exact)?)
        }
        Ty::Ptr(mutable, inner) => {
            format!("*{} {}", if *mutable { "mut" } else { "const" }, name(machine, inner, exact)?)
        }
        Ty::Slice(inner) => format!("[{}]", name(machine, inner, exact)?),
        Ty::Array(inner, len) => {
            format!("[{}; {}]", name(machine, inner, exact)?, name(machine, len, exact)?)
        }
        Ty::Const(value) => value.to_string(),
        Ty::Fn(params, ret) if **ret == Ty::Tuple(Rc::from([])) => format!("fn({})", all(params)?),
        Ty::Fn(params, ret) => format!("fn({}) -> {}", all(params)?, name(machine, ret, exact)?),
        Ty::Dyn(bounds) => {
            let program = machine.program();
            let one = |bound: &Bound| {
                let item = &program.traits[bound.of.index()];
                let plain = bound.args.is_empty() && bound.assoc.is_empty();
                let module = item.functions.first().map(|it| program.function(it.1).module);
                let known = path(&program, DYNS, (item.name, item.span), module).filter(|_| plain);
                known.or_else(|| (!exact).then(|| format!("#{}", bound.of.index())))
            };
            format!("dyn {}", bounds.iter().map(one).collect::<Option<Vec<_>>>()?.join(" + "))
        }
        Ty::Adt(adt, args) => {
            let program = machine.program();
            let item = program.adt(*adt);
            let known = path(&program, PATHS, (item.name, item.span), Some(item.module));
            let path = known.or_else(|| (!exact).then(|| format!("#{}", adt.index())))?;
            let lifetimes = (0..item.lifetimes).map(|_| "'_".to_owned());
            // Where an argument is the one that is there by default it is not shown.
            let is_default = |ty: &Ty| match ty {
                Ty::Adt(adt, _) => &**program.names.text(program.adt(*adt).name) == "RandomState",
                Ty::Tuple(parts) => parts.is_empty() && path.ends_with("::ControlFlow"),
                Ty::Fn(params, _) => params.is_empty() && path.contains("::lazy"),
                _ => *ty == Ty::Unknown && path.contains("::hash::"),
            };
            let given = args.len() - usize::from(args.last().is_some_and(is_default));
            let args: Vec<String> = lifetimes.chain(each(&args[..given])?).collect();
            if args.is_empty() { path } else { format!("{path}<{}>", args.join(", ")) }
        }
        _ if exact => return None,
        _ => "_".to_owned(),
    })
}

/// Where an item is declared, and its name.
fn path(
    program: &Program,
    known: &[(&str, &str)],
    (name, span): (Symbol, Span),
    module: Option<ModuleId>,
) -> Option<String> {
    let name = program.names.text(name);
    if span.file != FileId::PROGRAM {
        let file = &program.files[span.file.0 as usize].name;
        let is_it = |it: &str| match it.rsplit_once('/') {
            Some((part, it)) => it == &**name && file.contains(part),
            None => it == &**name,
        };
        let is_std = file.starts_with("library/std/");
        let mut all = known.iter().filter(|it| is_std && it.1.split(' ').any(is_it));
        return all.next().map(|it| format!("{}::{name}", it.0));
    }
    let mut path = name.to_string();
    let mut at = module?;
    // A type in a block has the name of the function in its path, which is not known.
    while let Some((around, name)) = program.modules_around.get(at.index())? {
        path.insert_str(0, &format!("{}::", program.names.text((*name)?)));
        at = *around;
    }
    Some(format!("main::{path}"))
}

fn named(call: &Call<'_>, ty: &Ty, exact: bool) -> Result<Value, Trap> {
    let name = name(call.machine, ty, exact);
    name.map(|it| Value::str(&it)).ok_or_else(|| {
        let message = "the playground does not know how rustc writes the path of this type";
        Trap::unsupported(call.span, message)
    })
}

fn asked(call: &Call<'_>) -> Ty {
    call.types.as_deref().and_then(<[Ty]>::first).cloned().unwrap_or(Ty::Unknown)
}

fn type_name(call: &mut Call<'_>) -> Result<Value, Trap> {
    named(call, &asked(call), true)
}

fn type_key(call: &mut Call<'_>) -> Result<Value, Trap> {
    named(call, &asked(call), false)
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
    named(call, &type_of_val(call), true)
}

fn type_key_of_val(call: &mut Call<'_>) -> Result<Value, Trap> {
    named(call, &type_of_val(call), false)
}

/// The type of what an argument refers to.
fn type_of_val(call: &Call<'_>) -> Ty {
    let value = match &call.args[0] {
        Value::Ref(slot, object) => object.get(*slot),
        Value::Str(_) => return Ty::Str,
        other => other.clone(),
    };
    let value = match value {
        // What is asked of is behind the box of a `dyn`.
        Value::Obj(object) if object.head == Head::Adt(call.machine.known().boxed) => object.get(0),
        other => other,
    };
    type_of(call.machine, &value)
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
    let asked = asked(call);
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
    let value = call.take(0);
    let boxed = call.machine.known().boxed;
    Ok(match &value {
        // It prints as what is in it from now on.
        Value::Obj(object) if object.head == Head::Adt(boxed) => Value::adt(boxed, 0, [object.get(0)]),
        _ => value,
    })
}
