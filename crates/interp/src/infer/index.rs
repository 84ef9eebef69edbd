//! Where to find impls and methods by their names and the heads of their types.

use super::types::Head;
use crate::names::Symbol;
use crate::source::FileId;
use crate::tree::{AdtId, Derive, FnId, GlobalId, ImplId, Program, TraitId, Ty};
use rustc_hash::{FxHashMap, FxHashSet};

/// What of a program's headers inference looks up again and again.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// The impls of a trait.
    pub(super) impls: FxHashMap<TraitId, Vec<(Head, ImplId)>>,
    /// The traits that the program has impls of.
    pub(super) own: FxHashSet<TraitId>,
    /// Functions of inherent impls by name.
    pub(super) inherent: FxHashMap<Symbol, Vec<(Head, ImplId, FnId)>>,
    /// Functions of traits by name.
    pub(super) methods: FxHashMap<Symbol, Vec<(TraitId, FnId)>>,
    /// Constants of inherent impls by name.
    pub(super) inherent_consts: FxHashMap<Symbol, Vec<(Head, ImplId, GlobalId)>>,
    /// Traits that have a constant of a name.
    pub(super) consts: FxHashMap<Symbol, Vec<TraitId>>,
    /// Traits that have an associated type of a name.
    pub(super) assoc: FxHashMap<Symbol, Vec<TraitId>>,
    /// What traits are derived as.
    pub(super) derives: FxHashMap<TraitId, Derive>,
    /// Traits that say nothing about what a type does: `Sized`, `Send`.
    pub(super) markers: Vec<TraitId>,
    traits: FxHashMap<&'static str, TraitId>,
    adts: FxHashMap<&'static str, AdtId>,
    symbols: FxHashMap<&'static str, Symbol>,
    traits_seen: usize,
    impls_seen: usize,
    adts_seen: usize,
}

const TRAITS: [&str; 51] = [
    "Fn",
    "FnMut",
    "FnOnce",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Future",
    "IntoFuture",
    "Iterator",
    "IntoIterator",
    "Deref",
    "Index",
    "Copy",
    "Clone",
    "Sized",
    "Send",
    "Sync",
    "Unpin",
    "UnwindSafe",
    "RefUnwindSafe",
    "Add",
    "Sub",
    "Mul",
    "Div",
    "Rem",
    "BitAnd",
    "BitOr",
    "BitXor",
    "Shl",
    "Shr",
    "Neg",
    "Not",
    "Debug",
    "Display",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Error",
    "AddAssign",
    "SubAssign",
    "MulAssign",
    "DivAssign",
    "RemAssign",
    "BitAndAssign",
    "BitOrAssign",
    "BitXorAssign",
    "ShlAssign",
    "ShrAssign",
];

const ADTS: [&str; 11] =
    ["Box", "Rc", "Arc", "Pin", "String", "Vec", "Option", "Result", "Arguments", "Poll", "ControlFlow"];

const SYMBOLS: [&str; 5] = ["Output", "Item", "IntoIter", "Target", "Error"];

const MARKERS: [&str; 6] = ["Sized", "Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe"];

const DERIVES: [(&str, Derive); 9] = [
    ("Clone", Derive::Clone),
    ("Copy", Derive::Copy),
    ("Debug", Derive::Debug),
    ("Default", Derive::Default),
    ("Eq", Derive::Eq),
    ("Hash", Derive::Hash),
    ("Ord", Derive::Ord),
    ("PartialEq", Derive::PartialEq),
    ("PartialOrd", Derive::PartialOrd),
];

impl Index {
    /// Takes in what is new in a program since the last time: crates are read when they are first named.
    pub(super) fn update(&mut self, program: &Program) {
        if self.traits_seen < program.traits.len() || self.adts_seen < program.adts.len() {
            self.add_known(program);
        }
        for number in self.traits_seen..program.traits.len() {
            let (id, one) = (TraitId(number as u32), &program.traits[number]);
            for &(name, function) in &*one.functions {
                self.methods.entry(name).or_default().push((id, function));
            }
            for &(name, _) in &*one.types {
                self.assoc.entry(name).or_default().push(id);
            }
            for &(name, ..) in &*one.consts {
                self.consts.entry(name).or_default().push(id);
            }
        }
        for number in self.impls_seen..program.impls.len() {
            let (id, one) = (ImplId(number as u32), &program.impls[number]);
            let head = head_of(&one.self_ty);
            if let Some((of, _)) = &one.of {
                self.impls.entry(*of).or_default().push((head, id));
                if one.span.file == FileId::PROGRAM {
                    self.own.insert(*of);
                }
                continue;
            }
            for &(name, function) in &*one.functions {
                self.inherent.entry(name).or_default().push((head, id, function));
            }
            for &(name, global) in &*one.consts {
                self.inherent_consts.entry(name).or_default().push((head, id, global));
            }
        }
        self.traits_seen = program.traits.len();
        self.impls_seen = program.impls.len();
        self.adts_seen = program.adts.len();
    }

    fn add_known(&mut self, program: &Program) {
        for name in TRAITS {
            let named = || {
                let mut all = program.traits.iter().enumerate();
                let found = all.find(|(_, it)| {
                    it.span.file != FileId::PROGRAM && &**program.names.text(it.name) == name
                })?;
                Some(TraitId(found.0 as u32))
            };
            if let Some(id) = program.lang.traits.get(name).copied().or_else(named) {
                self.traits.insert(name, id);
            }
        }
        for name in ADTS {
            let named = || {
                let mut all = program.adts.iter().enumerate();
                let found = all.find(|(_, it)| {
                    it.span.file != FileId::PROGRAM && &**program.names.text(it.name) == name
                })?;
                Some(AdtId(found.0 as u32))
            };
            if let Some(id) = program.lang.adts.get(name).copied().or_else(named) {
                self.adts.insert(name, id);
            }
        }
        for name in SYMBOLS {
            if let Some(symbol) = program.names.find(name) {
                self.symbols.insert(name, symbol);
            }
        }
        self.markers = MARKERS.iter().filter_map(|it| self.known_trait(it)).collect();
        self.derives = DERIVES.iter().filter_map(|it| Some((self.known_trait(it.0)?, it.1))).collect();
    }

    /// A trait of the library that the language itself knows.
    pub(super) fn known_trait(&self, name: &str) -> Option<TraitId> {
        self.traits.get(name).copied()
    }

    pub(super) fn known_adt(&self, name: &str) -> Option<AdtId> {
        self.adts.get(name).copied()
    }

    pub(super) fn symbol(&self, name: &str) -> Option<Symbol> {
        self.symbols.get(name).copied()
    }

    pub(super) fn is_adt(&self, adt: AdtId, name: &str) -> bool {
        self.known_adt(name) == Some(adt)
    }

    pub(super) fn is_trait(&self, of: TraitId, names: &[&str]) -> bool {
        names.iter().any(|it| self.known_trait(it) == Some(of))
    }
}

/// The head of a type of the tree.
pub(super) fn head_of(ty: &Ty) -> Head {
    match ty {
        Ty::Int(int) => Head::Int(*int),
        Ty::Float(float) => Head::Float(*float),
        Ty::Bool => Head::Bool,
        Ty::Char => Head::Char,
        Ty::Str => Head::Str,
        Ty::Never => Head::Never,
        Ty::Tuple(members) => Head::Tuple(members.len()),
        Ty::Ref(mutable, _) => Head::Ref(*mutable),
        Ty::Ptr(mutable, _) => Head::Ptr(*mutable),
        Ty::Slice(_) => Head::Slice,
        Ty::Array(..) => Head::Array,
        Ty::Adt(adt, _) => Head::Adt(*adt),
        Ty::Fn(..) => Head::Fn,
        Ty::Dyn(bounds) => Head::Dyn(bounds.first().map(|it| it.of)),
        Ty::Param(_) | Ty::Body(..) | Ty::Impl(_) | Ty::Assoc(..) | Ty::Const(_) | Ty::Unknown => Head::Any,
    }
}
