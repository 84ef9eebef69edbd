//! Where functions are found.

use super::key_of_type;
use crate::code::Key;
use crate::names::Symbol;
use crate::tree::{AdtId, Derive, FnId, GlobalId, ImplId, Program, Receiver, TraitId, Ty};
use crate::value::Head;
use rustc_hash::{FxHashMap, FxHashSet};

/// A function that may be meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) function: FnId,
    pub(super) of: Option<TraitId>,
    /// The `impl` it comes from.
    pub(super) block: ImplId,
    pub(super) receiver: Option<Receiver>,
}

/// Where functions are found.
#[derive(Debug, Default)]
pub(in crate::machine) struct Tables {
    /// Of types.
    pub(super) own: FxHashMap<(Key, Symbol), Vec<Candidate>>,
    /// Of references to types: `impl Trait for &T`.
    pub(super) of_refs: FxHashMap<(Key, Symbol), Vec<Candidate>>,
    /// Of all types that fit: `impl<T: Bound> Trait for T`.
    pub(super) blanket: FxHashMap<Symbol, Vec<Candidate>>,
    /// Of all references: `impl<T> Trait for &T`.
    pub(super) blanket_refs: FxHashMap<Symbol, Vec<Candidate>>,
    /// Of raw pointers, which cannot be told from references.
    pub(super) pointers: FxHashMap<Symbol, Vec<Candidate>>,
    /// Which types implement which traits.
    pub(super) implemented: FxHashSet<(Key, TraitId)>,
    /// Traits with a blanket `impl`.
    pub(super) general: FxHashMap<TraitId, Vec<ImplId>>,
    /// With the blocks that they are of: `Door<Open>` and `Door<Closed>` may each have one of a name.
    pub(super) constants: FxHashMap<(Key, Symbol), Vec<(ImplId, GlobalId)>>,
    /// Of all types that fit, and of references to such.
    pub(super) general_constants: FxHashMap<Symbol, Vec<(ImplId, GlobalId)>>,
    pub(super) drops: FxHashMap<AdtId, FnId>,
    pub(super) derefs: FxHashMap<AdtId, FnId>,
    pub(super) derefs_mut: FxHashMap<AdtId, FnId>,
    pub(super) copies: FxHashSet<AdtId>,
    /// Traits that every type is taken to implement: `Send`, `Sized` and their like.
    pub(super) markers: FxHashSet<TraitId>,
    pub(super) weak: FxHashSet<AdtId>,
    pub(super) keepers: FxHashSet<AdtId>,
    pub(super) fn_traits: FxHashSet<TraitId>,
    /// The `impl`s of traits of which a value does not always tell which one is meant.
    pub(super) typed: FxHashMap<TraitId, Vec<ImplId>>,
    /// The `impl`s of a trait for a type, or for references to it.
    pub(super) blocks: FxHashMap<(Key, bool), Vec<ImplId>>,
    /// Traits that references to what implements them implement, too: `Iterator`, `Future`.
    pub(super) of_references: FxHashSet<TraitId>,
}

impl Tables {
    pub(in crate::machine) fn new(program: &Program) -> Self {
        let mut tables = Tables::default();
        let lang = |name: &str| program.lang.traits.get(name).copied();
        tables.markers.extend(["Send", "Sync", "Sized", "Unpin", "Freeze"].iter().filter_map(|it| lang(it)));
        let iterators = ["Iterator", "DoubleEndedIterator", "ExactSizeIterator", "IntoIterator"];
        tables.of_references.extend(iterators.iter().filter_map(|it| lang(it)));
        tables.fn_traits.extend(["Fn", "FnMut", "FnOnce"].iter().filter_map(|it| lang(it)));
        let adts = &program.lang.adts;
        tables.weak.extend(["rc::Weak", "sync::Weak"].iter().filter_map(|it| adts.get(it)));
        tables.keepers.extend(["Kept"].iter().filter_map(|it| adts.get(it)));
        for index in 0..program.impls.len() {
            tables.add(program, ImplId(index as u32));
        }
        let copy = lang("Copy");
        for (index, adt) in program.adts.iter().enumerate() {
            if adt.derives.contains(&Derive::Copy) {
                let key = Key::Obj(Head::Adt(AdtId(index as u32)));
                tables.implemented.extend(copy.map(|it| (key, it)));
            }
        }
        tables
    }

    fn add(&mut self, program: &Program, block: ImplId) {
        let item = &program.impls[block.index()];
        if matches!(item.self_ty, Ty::Never) {
            // There is no value that it could be asked for.
            return;
        }
        let of = item.of.as_ref().map(|it| it.0);
        let (key, is_ref) = match &item.self_ty {
            Ty::Ref(_, inner) => (key_of_type(inner), true),
            other => (key_of_type(other), false),
        };
        if let Some(of) = of.filter(|it| program.typed.contains(it)) {
            self.typed.entry(of).or_default().push(block);
        }
        if let (Some(key), Some(_)) = (key, of) {
            self.blocks.entry((key, is_ref)).or_default().push(block);
        }
        let mut functions: Vec<(Symbol, FnId)> = item.functions.to_vec();
        if let Some(of) = of {
            let given = |name: Symbol| item.functions.iter().any(|it| it.0 == name);
            let provided = program.traits[of.index()].functions.iter().filter(|it| !given(it.0));
            functions.extend(provided.copied());
        }
        for (name, function) in functions {
            let receiver = program.function(function).receiver;
            let candidate = Candidate { function, of, block, receiver };
            match (key, is_ref) {
                (None, false) if matches!(item.self_ty, Ty::Ptr(..)) => {
                    self.pointers.entry(name).or_default().push(candidate);
                }
                (Some(key), false) => self.own.entry((key, name)).or_default().push(candidate),
                (Some(key), true) => self.of_refs.entry((key, name)).or_default().push(candidate),
                (None, false) => self.blanket.entry(name).or_default().push(candidate),
                (None, true) => self.blanket_refs.entry(name).or_default().push(candidate),
            }
        }
        let Some(of) = of else {
            item.consts.iter().for_each(|it| self.add_constant(key, *it, block));
            return;
        };
        let all = &program.traits[of.index()].consts;
        let provided = all.iter().filter_map(|(name, _, global)| Some((*name, (*global)?)));
        provided.chain(item.consts.iter().copied()).for_each(|it| self.add_constant(key, it, block));
        if let Ty::Ref(true, inner) = &item.self_ty
            && item.generics.bounds.iter().any(|it| it.0 == **inner && it.1.of == of)
        {
            self.of_references.insert(of);
        }
        match key {
            Some(key) if !is_ref => {
                self.implemented.insert((key, of));
                self.special(program, key, of, block);
            }
            // Slices and texts are references as values.
            Some(key @ (Key::Slice | Key::Str)) => {
                self.implemented.insert((key, of));
            }
            None if !is_ref && !matches!(item.self_ty, Ty::Ptr(..)) => {
                self.general.entry(of).or_default().push(block);
            }
            _ => {}
        }
    }

    /// Notes the implementations that the machine itself asks for.
    fn special(&mut self, program: &Program, key: Key, of: TraitId, block: ImplId) {
        let Key::Obj(Head::Adt(adt)) = key else { return };
        let is = |name: &str| program.lang.traits.get(name) == Some(&of);
        if is("Copy") {
            self.copies.insert(adt);
        }
        let Some(&(_, function)) = program.impls[block.index()].functions.first() else { return };
        for (name, table) in
            [("Drop", &mut self.drops), ("Deref", &mut self.derefs), ("DerefMut", &mut self.derefs_mut)]
        {
            if is(name) {
                table.insert(adt, function);
            }
        }
    }

    /// The `impl`s of traits for a type, or for references to it.
    pub(in crate::machine) fn impls_of(&self, key: Key, is_ref: bool) -> impl Iterator<Item = ImplId> + '_ {
        self.blocks.get(&(key, is_ref)).into_iter().flatten().copied()
    }

    /// The `impl`s of a trait for all types that fit.
    pub(in crate::machine) fn blankets(&self, of: TraitId) -> impl Iterator<Item = ImplId> + '_ {
        self.general.get(&of).into_iter().flatten().copied()
    }

    pub(in crate::machine) fn drop_of(&self, adt: AdtId) -> Option<FnId> {
        self.drops.get(&adt).copied()
    }

    pub(in crate::machine) fn deref(&self, adt: AdtId, mutable: bool) -> Option<FnId> {
        let table = if mutable { &self.derefs_mut } else { &self.derefs };
        table.get(&adt).or_else(|| self.derefs.get(&adt)).copied()
    }

    pub(in crate::machine) fn implements_copy(&self, adt: AdtId) -> bool {
        self.copies.contains(&adt)
    }

    pub(in crate::machine) fn is_weak(&self, adt: AdtId) -> bool {
        self.weak.contains(&adt)
    }

    pub(in crate::machine) fn keeps_content(&self, adt: AdtId) -> bool {
        self.keepers.contains(&adt)
    }

    fn add_constant(&mut self, key: Option<Key>, (name, global): (Symbol, GlobalId), block: ImplId) {
        let all = match key {
            Some(key) => self.constants.entry((key, name)).or_default(),
            None => self.general_constants.entry(name).or_default(),
        };
        all.push((block, global));
    }

    /// The constants of a name that a type may have, with the blocks that they are of; what an impl gives stands behind what its
    /// trait provides.
    pub(in crate::machine) fn constants(&self, key: Key, name: Symbol) -> &[(ImplId, GlobalId)] {
        self.constants.get(&(key, name)).map_or(&[], |it| it)
    }
}
