//! `size_of` and its like: how much memory rustc would give a value. Nothing is said of what depends on its choices.

use super::{Call, Table};
use crate::machine::{Machine, Trap, stripped, text_of};
use crate::source::FileId;
use crate::tree::{Adt, Const, FloatTy, Ty};
use crate::value::{Head, Value};

pub(super) const TABLE: Table = &[
    ("mem::size_of", |call| of_a_type(call, |it| it.size)),
    ("mem::align_of", |call| of_a_type(call, |it| it.align)),
    ("mem::size_of_val", |call| of_an_argument(call, |it| it.size)),
    ("mem::align_of_val", |call| of_an_argument(call, |it| it.align)),
];

/// Bytes of a value, and what its address is a multiple of.
#[derive(Clone, Copy)]
struct Layout {
    size: usize,
    align: usize,
}

const POINTER: Layout = Layout::scalar(8);

/// What of the library is laid out in another way than it is written here.
const KNOWN: &[(&str, Layout)] = &[
    ("String", Layout { size: 24, align: 8 }),
    ("Vec", Layout { size: 24, align: 8 }),
    ("VecDeque", Layout { size: 32, align: 8 }),
    ("HashMap", Layout { size: 48, align: 8 }),
    ("HashSet", Layout { size: 48, align: 8 }),
    ("BTreeMap", Layout { size: 24, align: 8 }),
    ("BTreeSet", Layout { size: 24, align: 8 }),
    ("Duration", Layout { size: 16, align: 8 }),
    ("Instant", Layout { size: 16, align: 8 }),
    ("Ordering", Layout { size: 1, align: 1 }),
    ("PhantomData", Layout { size: 0, align: 1 }),
    ("PhantomPinned", Layout { size: 0, align: 1 }),
    ("AtomicBool", Layout { size: 1, align: 1 }),
    ("AtomicUsize", Layout { size: 8, align: 8 }),
    ("AtomicU64", Layout { size: 8, align: 8 }),
    ("AtomicI64", Layout { size: 8, align: 8 }),
    ("AtomicU32", Layout { size: 4, align: 4 }),
    ("AtomicI32", Layout { size: 4, align: 4 }),
];

impl Layout {
    const fn scalar(size: usize) -> Self {
        Layout { size, align: size }
    }

    /// Fields behind one another, those first that need the most alignment.
    fn of_fields(fields: &[Layout]) -> Self {
        let align = fields.iter().map(|it| it.align).max().unwrap_or(1);
        let size: usize = fields.iter().map(|it| it.size).sum();
        Layout { size: size.next_multiple_of(align), align }
    }

    fn repeated(self, count: usize) -> Self {
        Layout { size: self.size * count, ..self }
    }
}

fn unknown(call: &Call<'_>) -> Trap {
    let message = "the playground does not lay values out in memory as rustc does, so they have no size";
    Trap::unsupported(call.span, message)
}

fn of_a_type(call: &mut Call<'_>, part: fn(Layout) -> usize) -> Result<Value, Trap> {
    let ty = call.types.as_deref().and_then(<[Ty]>::first);
    let layout = ty.and_then(|it| of_type(call.machine, it));
    layout.map(|it| Value::usize(part(it))).ok_or_else(|| unknown(call))
}

fn of_an_argument(call: &mut Call<'_>, part: fn(Layout) -> usize) -> Result<Value, Trap> {
    let ty = call.types.as_deref().and_then(<[Ty]>::first);
    let layout = ty.and_then(|it| of_type(call.machine, it));
    let layout = layout.or_else(|| of_value(call.machine, &stripped(call.args.first()?)));
    layout.map(|it| Value::usize(part(it))).ok_or_else(|| unknown(call))
}

fn pointer_to(ty: &Ty) -> Layout {
    match ty {
        Ty::Str | Ty::Slice(_) | Ty::Dyn(_) => POINTER.repeated(2),
        _ => POINTER,
    }
}

fn of_type(machine: &Machine, ty: &Ty) -> Option<Layout> {
    let all = |types: &[Ty]| types.iter().map(|it| of_type(machine, it)).collect::<Option<Vec<_>>>();
    Some(match ty {
        Ty::Int(ty) => Layout::scalar(ty.bits() as usize / 8),
        Ty::Float(FloatTy::F32) | Ty::Char => Layout::scalar(4),
        Ty::Float(_) | Ty::Fn(..) => POINTER,
        Ty::Bool => Layout::scalar(1),
        Ty::Tuple(types) => Layout::of_fields(&all(types)?),
        Ty::Ref(_, to) | Ty::Ptr(_, to) => pointer_to(to),
        Ty::Array(of, length) => {
            let Ty::Const(Const::Int(count)) = **length else { return None };
            of_type(machine, of)?.repeated(usize::try_from(count).ok()?)
        }
        Ty::Adt(adt, args) => {
            let program = machine.program();
            let item = program.adt(*adt);
            let name = program.names.text(item.name).clone();
            match (&*name, args.first()) {
                _ if item.span.file == FileId::PROGRAM => of_own(machine, item, args)?,
                ("Box" | "Rc" | "Arc", Some(to)) => pointer_to(to),
                ("Weak" | "NonNull", _) => POINTER,
                ("Option", Some(of)) => of_option(machine, of)?,
                ("Cell" | "UnsafeCell" | "Wrapping" | "Reverse" | "ManuallyDrop" | "Pin", Some(of)) => {
                    of_type(machine, of)?
                }
                ("RefCell", Some(of)) => Layout::of_fields(&[POINTER, of_type(machine, of)?]),
                ("Mutex", Some(of)) => {
                    Layout::of_fields(&[Layout::scalar(4), Layout::scalar(1), of_type(machine, of)?])
                }
                _ => KNOWN.iter().find(|it| it.0 == &*name)?.1,
            }
        }
        _ => return None,
    })
}

/// Of a type of the program's: a struct, or an enum without fields.
fn of_own(machine: &Machine, item: &Adt, args: &[Ty]) -> Option<Layout> {
    let has_fields = item.variants.iter().any(|it| !it.fields.is_empty());
    match (item.is_enum, &*item.variants) {
        (false, [only]) => {
            let fields = only.fields.iter().map(|it| of_type(machine, &machine.put_in(&it.ty, args, 0)));
            Some(Layout::of_fields(&fields.collect::<Option<Vec<_>>>()?))
        }
        (true, variants) if !has_fields && variants.len() <= 256 => {
            Some(Layout { size: usize::from(variants.len() > 1), align: 1 })
        }
        _ => None,
    }
}

/// `None` takes a value that the type does not have, where there is one.
fn of_option(machine: &Machine, of: &Ty) -> Option<Layout> {
    let inner = of_type(machine, of)?;
    let has_other = match of {
        Ty::Int(_) | Ty::Float(_) => false,
        Ty::Ref(..) | Ty::Bool | Ty::Char | Ty::Fn(..) => true,
        Ty::Adt(adt, _) => {
            let program = machine.program();
            let name = program.names.text(program.adt(*adt).name).clone();
            let full = ["Box", "Rc", "Arc", "String", "Vec", "Duration", "Instant", "Ordering", "NonNull"];
            if !full.contains(&&*name) {
                return None;
            }
            true
        }
        _ => return None,
    };
    Some(if has_other { inner } else { Layout { size: inner.size + inner.align, ..inner } })
}

fn of_value(machine: &Machine, value: &Value) -> Option<Layout> {
    if let Some(text) = text_of(value).filter(|_| matches!(value, Value::Str(_))) {
        return Some(Layout { size: text.len(), align: 1 });
    }
    let all = |count: u32, at: &dyn Fn(u32) -> Value| {
        (0..count).map(|slot| of_value(machine, &at(slot))).collect::<Option<Vec<_>>>()
    };
    Some(match value {
        Value::Int(ty, _) | Value::Wide(ty, _) => Layout::scalar(ty.bits() as usize / 8),
        Value::F64(_) | Value::Ref(..) => POINTER,
        Value::F32(_) | Value::Char(_) => Layout::scalar(4),
        Value::Bool(_) => Layout::scalar(1),
        Value::Slice(it) => {
            let first = of_value(machine, &it.object.get(it.start));
            first?.repeated(it.len as usize)
        }
        Value::Obj(object) => match object.head {
            Head::Array => of_value(machine, &object.get(0))?.repeated(object.len()),
            Head::Tuple => Layout::of_fields(&all(object.len() as u32, &|slot| object.get(slot))?),
            _ => of_type(machine, &machine.type_of(value))?,
        },
        Value::Share(..) => POINTER,
        other => of_type(machine, &machine.type_of(other))?,
    })
}
