//! Which `impl`s of a trait values alone do not tell apart, so that a call has to go by type.

use crate::lower::world::World;
use crate::source::FileId;
use crate::tree::{Adt, Impl, ImplId, Program, TraitId, Ty};
use rustc_hash::FxHashMap;
use std::rc::Rc;

impl World {
    /// Looks through the program's new `impl`s, and those that their traits have already.
    pub(in crate::lower) fn note_told_apart(&mut self, new: &[ImplId]) {
        if new.is_empty() {
            return;
        }
        let mut of_traits: FxHashMap<TraitId, Vec<Rc<Impl>>> = FxHashMap::default();
        let trait_of = |it: &Impl| it.of.as_ref().map(|it| it.0);
        let all = &self.program.impls;
        of_traits.extend(new.iter().filter_map(|it| Some((trait_of(&all[it.index()])?, Vec::new()))));
        for one in all {
            if let Some(of) = trait_of(one).and_then(|it| of_traits.get_mut(&it)) {
                of.push(one.clone());
            }
        }
        for id in new {
            let one = self.program.impls[id.index()].clone();
            let Some(of) = trait_of(&one) else { continue };
            self.note_one(&one, of, &of_traits[&of]);
        }
    }

    /// Notes that a value does not tell by which of several `impl`s it has a trait.
    fn note_one(&mut self, one: &Rc<Impl>, of: TraitId, all: &[Rc<Impl>]) {
        let program = &self.program;
        let same = |it: &&Rc<Impl>| !Rc::ptr_eq(it, one) && it.of == one.of && look_alike(program, one, it);
        let several = all.iter().any(|it| same(&it));
        let told_apart = match one.self_ty {
            Ty::Adt(adt, _) if several || asks_what_is_untold(program, one) => Some(adt),
            _ => None,
        };
        if several || matches!(one.self_ty, Ty::Dyn(_)) {
            self.program_mut().typed.insert(of);
        }
        if let Some(adt) = told_apart {
            let adt = &mut self.program_mut().adts[adt.index()];
            *adt = Rc::new(Adt { told_apart: true, ..(**adt).clone() });
        }
    }

    /// Has an `impl` of the program's looked at when all of them are there.
    pub(super) fn note_implemented(&mut self, id: ImplId) {
        self.implemented.push(id);
    }
}

/// Whether an `impl` asks at run time for a parameter that no field holds a value of: behind a `dyn`, what is in
/// `Shelf(Vec::<Book>::new())` would not tell it.
fn asks_what_is_untold(program: &Program, one: &Impl) -> bool {
    let Ty::Adt(adt, args) = &one.self_ty else { return false };
    let item = program.adt(*adt);
    let asks = one.functions.iter().any(|it| program.function(it.1).generics.at_run_time);
    let is_held = |index: usize| {
        let tells = |ty: &Ty| match ty {
            Ty::Param(it) => usize::from(it.index) == index,
            _ => program.lang.is_type(ty, &["PhantomData"]) && ty.speaks_of(index as u16),
        };
        item.variants.iter().flat_map(|it| &*it.fields).any(|it| tells(&it.ty))
    };
    let is_untold = |it: (usize, &Ty)| matches!(it.1, Ty::Param(_)) && !is_held(it.0);
    item.span.file == FileId::PROGRAM && asks && args.iter().enumerate().any(is_untold)
}

/// Whether values of what two `impl`s are for may look alike. What the library has for all references or boxes does what
/// is behind them does.
fn look_alike(program: &Program, one: &Impl, other: &Impl) -> bool {
    let is_general = |it: &Impl| match &it.self_ty {
        Ty::Ref(_, inner) => matches!(**inner, Ty::Param(_)),
        Ty::Adt(_, args) => {
            matches!(args.first(), Some(Ty::Param(_))) && program.lang.is_pointer(&it.self_ty)
        }
        _ => false,
    };
    let is_foreign = other.span.file != FileId::PROGRAM && is_general(other);
    !is_foreign && looks_like(program, &one.self_ty, &other.self_ty)
}

/// Whether values of two types may look alike: pointers are looked through, texts and rows are borrowed as they are.
fn looks_like(program: &Program, one: &Ty, other: &Ty) -> bool {
    let is_row = |ty: &Ty| matches!(ty, Ty::Slice(_) | Ty::Array(..)) || program.lang.is_type(ty, &["Vec"]);
    let is_text = |ty: &Ty| *ty == Ty::Str || program.lang.is_type(ty, &["String"]);
    match (one, other) {
        (Ty::Ref(_, one), Ty::Ref(_, other)) => is_open(one, other) || looks_like(program, one, other),
        (Ty::Ref(_, one), other) | (other, Ty::Ref(_, one)) => {
            is_open(one, other) || looks_like(program, one, other)
        }
        (Ty::Adt(one, _), Ty::Adt(other, _)) if one == other => true,
        (Ty::Tuple(one), Ty::Tuple(other)) => {
            let alike = |it: (&Ty, &Ty)| it.0 == it.1 || looks_like(program, it.0, it.1);
            one.len() == other.len() && one.iter().zip(&**other).all(alike)
        }
        _ => one == other || (is_row(one) && is_row(other)) || (is_text(one) && is_text(other)),
    }
}

/// Whether one of two types may be any.
fn is_open(one: &Ty, other: &Ty) -> bool {
    matches!(one, Ty::Param(_)) || matches!(other, Ty::Param(_))
}
