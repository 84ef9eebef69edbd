//! `size_of` and its like: how much memory rustc would give a value. Nothing is said of what depends on its choices.

mod variants;

use self::variants::{Tag, of_variants};
use super::{Call, Table};
use crate::machine::{Machine, Trap, stripped, text_of};
use crate::source::FileId;
use crate::tree::{Adt, Const, Field, FloatTy, Ty};
use crate::value::{Head, Value};

pub(super) const TABLE: Table = &[
    ("mem::size_of", |call| of_a_type(call, |it| it.size)),
    ("mem::align_of", |call| of_a_type(call, |it| it.align)),
    ("mem::size_as", |call| of_an_argument(call, |it| it.size)),
    ("mem::align_as", |call| of_an_argument(call, |it| it.align)),
];

/// Bytes of a value, and what its address is a multiple of.
#[derive(Clone, Copy)]
struct Layout {
    size: usize,
    align: usize,
    /// The part of it with the most values that it never has.
    niche: Option<Niche>,
}

/// Values that a part of a type never has: `Option` and other enums put them to use.
#[derive(Clone, Copy)]
struct Niche {
    /// Where, if that is known.
    at: Option<usize>,
    /// How many bytes.
    size: usize,
    /// How many values.
    free: u128,
}

const NUMBER: Layout = Layout::scalar(8);
const POINTER: Layout = NUMBER.never(1);
/// A capacity is at most that of `isize`.
const ROW: Layout = Layout { size: 24, ..NUMBER.never(1 << 63) };
/// Nanoseconds stop at a second.
const TIME: Layout = Layout {
    size: 16,
    align: 8,
    niche: Some(Niche { at: Some(8), size: 4, free: (1 << 32) - 1_000_000_000 }),
};

/// What of the library is laid out in another way than it is written here.
const KNOWN: &[(&str, Layout)] = &[
    ("String", ROW),
    ("Vec", ROW),
    ("VecDeque", Layout { size: 32, ..ROW }),
    ("HashMap", Layout { size: 48, ..Layout::scalar(8).somewhere(1) }),
    ("HashSet", Layout { size: 48, ..Layout::scalar(8).somewhere(1) }),
    ("BTreeMap", Layout { size: 24, ..NUMBER }),
    ("BTreeSet", Layout { size: 24, ..NUMBER }),
    ("Duration", TIME),
    ("Instant", TIME),
    ("Ordering", Layout::scalar(1).never(253)),
    ("PhantomData", Layout { size: 0, ..Layout::scalar(1) }),
    ("PhantomPinned", Layout { size: 0, ..Layout::scalar(1) }),
    ("AtomicBool", Layout::scalar(1)),
    ("AtomicUsize", NUMBER),
    ("AtomicU64", NUMBER),
    ("AtomicI64", NUMBER),
    ("AtomicU32", Layout::scalar(4)),
    ("AtomicI32", Layout::scalar(4)),
    ("AtomicIsize", NUMBER),
    ("AtomicU16", Layout::scalar(2)),
    ("AtomicI16", Layout::scalar(2)),
    ("AtomicU8", Layout::scalar(1)),
    ("AtomicI8", Layout::scalar(1)),
    // Of `serde_json`: a box.
    ("DataError", POINTER),
    ("BinaryHeap", ROW),
    ("PathBuf", ROW),
    ("OsString", ROW),
    ("SystemTime", TIME),
    ("Thread", POINTER),
    ("ThreadId", POINTER),
    ("Condvar", Layout::scalar(4)),
    ("ParseIntError", Layout::scalar(1).never(251)),
    ("ParseFloatError", Layout::scalar(1).never(254)),
    ("ParseBoolError", Layout { size: 0, ..Layout::scalar(1) }),
    ("Utf8Error", Layout { size: 16, ..NUMBER.somewhere(254) }),
];

impl Layout {
    const fn scalar(size: usize) -> Self {
        Layout { size, align: size, niche: None }
    }

    /// The same, of which that many values are never had.
    const fn never(self, free: u128) -> Self {
        Layout { niche: Some(Niche { at: Some(0), size: self.size, free }), ..self }
    }

    /// As `never`, where it is not known in which part.
    const fn somewhere(self, free: u128) -> Self {
        Layout { niche: Some(Niche { at: None, size: self.size, free }), ..self }
    }

    /// Fields behind one another, those first that need the most alignment.
    fn of_fields(fields: &[Layout]) -> Self {
        let align = fields.iter().map(|it| it.align).max().unwrap_or(1);
        let size: usize = fields.iter().map(|it| it.size).sum();
        let is_alone = fields.iter().filter(|it| it.size > 0).count() == 1;
        let most = fields.iter().filter_map(|it| it.niche).max_by_key(|it| it.free);
        let niche = most.map(|it| Niche { at: it.at.filter(|_| is_alone), ..it });
        Layout { size: size.next_multiple_of(align), align, niche }
    }

    /// Fields in their order.
    fn in_order(fields: &[Layout]) -> Self {
        let end = fields.iter().fold(0, |end: usize, it| end.next_multiple_of(it.align) + it.size);
        let all = Layout::of_fields(fields);
        Layout { size: end.next_multiple_of(all.align), ..all }
    }

    /// What can be written to while it is shared shows none of its values.
    fn hidden(self) -> Self {
        Layout { niche: None, ..self }
    }

    fn repeated(self, count: usize) -> Self {
        Layout { size: self.size * count, niche: self.niche.filter(|_| count > 0), ..self }
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
        Ty::Str | Ty::Slice(_) | Ty::Dyn(_) => Layout { size: 16, ..POINTER },
        _ => POINTER,
    }
}

fn of_type(machine: &Machine, ty: &Ty) -> Option<Layout> {
    let all = |types: &[Ty]| types.iter().map(|it| of_type(machine, it)).collect::<Option<Vec<_>>>();
    Some(match ty {
        Ty::Int(ty) => Layout::scalar(ty.bits() as usize / 8),
        Ty::Float(FloatTy::F32) => Layout::scalar(4),
        Ty::Char => Layout::scalar(4).never((1 << 32) - 0x11_0000),
        Ty::Float(_) => NUMBER,
        Ty::Fn(..) => POINTER,
        Ty::Bool => Layout::scalar(1).never(254),
        Ty::Tuple(types) => Layout::of_fields(&all(types)?),
        Ty::Ref(_, to) => pointer_to(to),
        Ty::Ptr(_, to) => pointer_to(to).hidden(),
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
                // That of `fmt` tells nothing.
                ("Error", _) if item.variants.iter().any(|it| !it.fields.is_empty()) => POINTER,
                ("Option" | "Result", Some(_)) => of_own(machine, item, args)?,
                ("Cell" | "UnsafeCell", Some(of)) => of_type(machine, of)?.hidden(),
                ("Wrapping" | "Reverse" | "ManuallyDrop" | "Pin", Some(of)) => of_type(machine, of)?,
                ("NonZero", Some(of)) => of_type(machine, of)?.never(1),
                ("RefCell", Some(of)) => Layout::of_fields(&[NUMBER, of_type(machine, of)?]).hidden(),
                ("Mutex", Some(of)) => {
                    Layout::of_fields(&[Layout::scalar(4), Layout::scalar(1), of_type(machine, of)?]).hidden()
                }
                _ => KNOWN.iter().find(|it| it.0 == &*name)?.1,
            }
        }
        _ => return None,
    })
}

/// Of a struct or an enum that is as it is written.
fn of_own(machine: &Machine, item: &Adt, args: &[Ty]) -> Option<Layout> {
    let field = |it: &Field| {
        let ty = machine.put_in(&it.ty, args, 0);
        of_type(machine, &ty).filter(|_| !item.is_enum || !is_empty(machine, &ty))
    };
    let fields = item.variants.iter().map(|it| it.fields.iter().map(field).collect::<Option<Vec<_>>>());
    let fields = fields.collect::<Option<Vec<_>>>()?;
    let said = item.attributes.iter().find(|it| &*it.path == "repr").map(|it| &it.args[..]);
    let said = match said {
        None => None,
        Some([(name, _)]) => Some(&**name),
        _ => return None,
    };
    if let ([only], false) = (&fields[..], item.is_enum) {
        return match said {
            None | Some("transparent" | "Rust") => Some(Layout::of_fields(only)),
            Some("C") => Some(Layout::in_order(only)),
            _ => None,
        };
    }
    let Some(first) = item.variants.iter().map(|it| it.discriminant).min() else {
        return Some(Layout { size: 0, ..Layout::scalar(1) });
    };
    let last = item.variants.iter().map(|it| it.discriminant).max()?;
    let fixed = match said {
        None => None,
        Some("C") if fields.iter().all(Vec::is_empty) => Some(4),
        Some(name) => Some(match name {
            "u8" | "i8" => 1,
            "u16" | "i16" => 2,
            "u32" | "i32" => 4,
            "u64" | "i64" | "usize" | "isize" => 8,
            _ => return None,
        }),
    };
    of_variants(&fields, Tag::of(first, last, fixed)?)
}

/// Whether a type has no values, so that a variant with a field of it takes no room.
fn is_empty(machine: &Machine, ty: &Ty) -> bool {
    match ty {
        Ty::Never => true,
        Ty::Adt(adt, _) => {
            let program = machine.program();
            let item = program.adt(*adt);
            item.is_enum && item.variants.is_empty()
        }
        _ => false,
    }
}

fn of_value(machine: &Machine, value: &Value) -> Option<Layout> {
    if let Some(text) = text_of(value).filter(|_| matches!(value, Value::Str(_))) {
        return Some(Layout { size: text.len(), ..Layout::scalar(1) });
    }
    let all = |count: u32, at: &dyn Fn(u32) -> Value| {
        (0..count).map(|slot| of_value(machine, &at(slot))).collect::<Option<Vec<_>>>()
    };
    Some(match value {
        Value::Int(ty, _) | Value::Wide(ty, _) => Layout::scalar(ty.bits() as usize / 8),
        Value::F64(_) => NUMBER,
        Value::Ref(..) => POINTER,
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
