//! Modules, and what the names in them lead to.

use super::import::Import;
use super::macros::MacroId;
use crate::names::Symbol;
use crate::source::FileId;
use crate::tree::{AdtId, Around, FnId, GlobalId, ModuleId, Param, TraitId, Ty};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// What a name leads to.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Def {
    /// A module, a crate too.
    Module(ModuleId),
    /// A struct or an enum.
    Adt(AdtId),
    /// A variant of an enum; a struct as a value is its variant 0.
    Variant(AdtId, u32),
    /// A trait.
    Trait(TraitId),
    /// A type alias.
    Alias(u32),
    /// A type of the language.
    Prim(Ty),
    /// A function.
    Fn(FnId),
    /// A constant or static.
    Global(GlobalId),
    /// A macro.
    Macro(MacroId),
    /// A type parameter.
    Param(Param),
    /// A constant parameter.
    ConstParam(Param),
    /// `Self`.
    SelfTy,
    /// What an error has been reported for.
    Error,
}

/// The three kinds of names, which do not get in each other's way.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Ns {
    /// Types, traits, modules.
    Type,
    /// Functions, constants, constructors.
    Value,
    /// Macros.
    Macro,
}

impl Ns {
    pub(super) const ALL: [Ns; 3] = [Ns::Type, Ns::Value, Ns::Macro];
}

/// What a module is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ModuleKind {
    /// The root of a crate.
    Crate,
    /// A `mod`.
    Named,
    /// A block with items in it: what it does not have is looked up around it.
    Block,
}

/// A name's meaning and who may use it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) def: Def,
    pub(super) public: bool,
}

/// A file that has not been read.
#[derive(Clone, Debug)]
pub(super) struct Unread {
    pub(super) path: &'static str,
    /// The folder that its `mod name;` look into.
    pub(super) dir: Option<Rc<str>>,
}

/// A module.
#[derive(Clone, Debug)]
pub(super) struct Module {
    pub(super) name: Symbol,
    pub(super) parent: Option<ModuleId>,
    pub(super) kind: ModuleKind,
    pub(super) file: FileId,
    /// The file of the library that it is in, if nobody has named anything in it yet.
    pub(super) unread: Option<Unread>,
    pub(super) entries: FxHashMap<(Ns, Symbol), Entry>,
    /// Imports by the name that they give.
    pub(super) imports: FxHashMap<Symbol, Vec<u32>>,
    pub(super) globs: Vec<u32>,
    /// Traits imported `as _`.
    pub(super) unnamed: Vec<u32>,
    /// What imports have been found to lead to.
    pub(super) found: FxHashMap<(Ns, Symbol), Entry>,
}

impl Module {
    pub(super) fn new(name: Symbol, parent: Option<ModuleId>, kind: ModuleKind, file: FileId) -> Self {
        Module {
            name,
            parent,
            kind,
            file,
            unread: None,
            entries: FxHashMap::default(),
            imports: FxHashMap::default(),
            globs: Vec::new(),
            unnamed: Vec::new(),
            found: FxHashMap::default(),
        }
    }
}

/// Everything about modules.
#[derive(Clone, Debug, Default)]
pub(super) struct Modules {
    pub(super) all: Vec<Module>,
    pub(super) imports: Vec<Import>,
    /// The names of the modules of the library that are rarely read and have been.
    pub(super) read: FxHashSet<Symbol>,
    /// Imports that are being followed.
    pub(super) following: Vec<(u32, Ns)>,
    /// Glob look-ups that are being made.
    pub(super) globbing: Vec<(ModuleId, Ns, Symbol)>,
}

impl Modules {
    pub(super) fn add(&mut self, module: Module) -> ModuleId {
        self.all.push(module);
        ModuleId(self.all.len() as u32 - 1)
    }

    /// Whether no import is being followed.
    pub(super) fn is_quiet(&self) -> bool {
        self.following.is_empty() && self.globbing.is_empty()
    }

    pub(super) fn get(&self, id: ModuleId) -> &Module {
        &self.all[id.index()]
    }

    pub(super) fn get_mut(&mut self, id: ModuleId) -> &mut Module {
        &mut self.all[id.index()]
    }

    /// The module that a block stands in, or the module itself.
    pub(super) fn nearest(&self, id: ModuleId) -> ModuleId {
        let mut at = id;
        while let (ModuleKind::Block, Some(parent)) = (self.get(at).kind, self.get(at).parent) {
            at = parent;
        }
        at
    }

    /// The module around each named one with its name, the module that each block is in.
    pub(super) fn around(&self) -> Rc<[Option<Around>]> {
        let around = |(id, it): (u32, &Module)| match it.kind {
            ModuleKind::Block => Some((self.nearest(ModuleId(id)), None)),
            _ => it.parent.map(|parent| (self.nearest(parent), Some(it.name))),
        };
        (0..).zip(&self.all).map(around).collect()
    }

    /// The root of the crate that a module is in.
    pub(super) fn root(&self, id: ModuleId) -> ModuleId {
        let mut at = id;
        while let Some(parent) = self.get(at).parent {
            at = parent;
        }
        at
    }

    /// The module around; that of a block's module is the one around the module that the block is in.
    pub(super) fn parent(&self, id: ModuleId) -> Option<ModuleId> {
        self.get(self.nearest(id)).parent.map(|it| self.nearest(it))
    }

    /// Whether a module is another or within it.
    pub(super) fn is_within(&self, inner: ModuleId, outer: ModuleId) -> bool {
        let mut at = Some(inner);
        while let Some(id) = at {
            if id == outer {
                return true;
            }
            at = self.get(id).parent;
        }
        false
    }
}
