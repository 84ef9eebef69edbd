//! What types are: copied or moved, pointers or not, with references in them or without.

use super::flow::{BACK, FRONT, Step};
use crate::source::FileId;
use crate::tree::{Adt, AdtId, Bound, Derive, FnId, Generics, Program, TraitId, Ty};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// What is known of the types of a program by their impls.
#[derive(Debug)]
pub(super) struct Facts {
    copy: Option<TraitId>,
    traits: FxHashMap<&'static str, TraitId>,
    /// Which types implement which traits, whatever the conditions.
    impls: FxHashSet<(TraitId, AdtId)>,
    /// Where `Deref` leads to, by the impls that have that: the type that it is for, and the target.
    targets: FxHashMap<AdtId, (Rc<[Ty]>, Ty)>,
    /// Whether the program has impls of traits for mutable references.
    pub(super) own_references: bool,
}

/// The traits that matter here.
const TRAITS: [&str; 12] = [
    "Copy", "Drop", "Deref", "DerefMut", "Index", "IndexMut", "Fn", "FnMut", "FnOnce", "Send", "Sync",
    "Unpin",
];

impl Facts {
    pub(super) fn new(program: &Program) -> Self {
        let known = TRAITS.iter().filter_map(|name| program.lang.traits.get(name).map(|id| (*name, *id)));
        let traits: FxHashMap<_, _> = known.collect();
        let wanted: FxHashSet<TraitId> = traits.values().copied().collect();
        let impls = program.impls.iter().filter_map(|it| match (&it.of, &it.self_ty) {
            (Some((of, _)), Ty::Adt(adt, _)) if wanted.contains(of) => Some((*of, *adt)),
            _ => None,
        });
        let deref = traits.get("Deref").copied();
        let targets = program.impls.iter().filter_map(|it| match (&it.of, &it.self_ty) {
            (Some((of, _)), Ty::Adt(adt, args)) if Some(*of) == deref => {
                Some((*adt, (args.clone(), it.types.first()?.1.clone())))
            }
            _ => None,
        });
        let targets = targets.collect();
        let own_references = program.impls.iter().any(|it| {
            it.span.file == FileId::PROGRAM && it.of.is_some() && matches!(it.self_ty, Ty::Ref(true, _))
        });
        let impls = impls.collect();
        Facts { copy: traits.get("Copy").copied(), impls, targets, own_references, traits }
    }

    /// What a type with `Deref` leads to; unknown where that is not plain.
    pub(super) fn target(&self, ty: &Ty) -> Ty {
        let Ty::Adt(adt, args) = ty else { return Ty::Unknown };
        let Some((params, target)) = self.targets.get(adt) else { return Ty::Unknown };
        let mut given = vec![Ty::Unknown; params.len()];
        for (param, arg) in params.iter().zip(&**args) {
            match param {
                Ty::Param(it) if usize::from(it.index) < given.len() => {
                    given[usize::from(it.index)] = arg.clone();
                }
                _ => return Ty::Unknown,
            }
        }
        substituted(target, &given)
    }

    /// Whether some impl makes a type a thing of that kind.
    pub(super) fn implements(&self, name: &str, adt: AdtId) -> bool {
        self.traits.get(name).is_some_and(|it| self.impls.contains(&(*it, adt)))
    }

    pub(super) fn is(&self, name: &str, of: TraitId) -> bool {
        self.traits.get(name) == Some(&of)
    }
}

/// Types in the eyes of one function.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) program: &'a Program,
    pub(super) facts: &'a Facts,
    pub(super) generics: &'a Generics,
    /// Whether the function belongs to a trait, of whose `Self` little is known.
    pub(super) in_trait: bool,
}

impl<'a> Known<'a> {
    /// Whether a type is the one of the library that goes by that name there.
    pub(super) fn is_lang(&self, ty: &Ty, name: &str) -> bool {
        self.program.lang.is_type(ty, &[name])
    }

    /// What a `Box` holds.
    pub(super) fn boxed<'t>(&self, ty: &'t Ty) -> Option<&'t Ty> {
        match ty {
            Ty::Adt(_, args) if self.is_lang(ty, "Box") => args.first(),
            _ => None,
        }
    }

    /// Whether values of a type are copied when they are used; `None` where that is not known.
    pub(super) fn copies(&self, ty: &Ty) -> Option<bool> {
        match ty {
            Ty::Int(_) | Ty::Float(_) | Ty::Bool | Ty::Char | Ty::Never | Ty::Ptr(..) | Ty::Fn(..) => {
                Some(true)
            }
            Ty::Const(_) => Some(true),
            Ty::Ref(mutable, _) => Some(!mutable),
            Ty::Tuple(parts) => self.all_copy(parts),
            Ty::Array(of, _) => self.copies(of),
            Ty::Adt(id, args) => self.adt_copies(*id, args),
            Ty::Param(it) if self.in_trait && it.index == 0 => None,
            Ty::Param(it) if self.generics.consts.contains(&it.index) => Some(true),
            Ty::Param(_) => {
                let bounds = self.generics.bounds.iter().filter(|it| it.0 == *ty).map(|it| &it.1);
                let bounds: Vec<&Bound> = bounds.collect();
                Some(self.bounds_copy(&bounds))
            }
            Ty::Impl(bounds) => {
                let bounds: Vec<&Bound> = bounds.iter().collect();
                Some(self.bounds_copy(&bounds))
            }
            Ty::Body(function, _) => self.body_copies(*function),
            Ty::Str | Ty::Slice(_) | Ty::Dyn(_) | Ty::Assoc(..) | Ty::Unknown => None,
        }
    }

    fn all_copy(&self, parts: &[Ty]) -> Option<bool> {
        let all: Vec<Option<bool>> = parts.iter().map(|it| self.copies(it)).collect();
        if all.contains(&Some(false)) {
            return Some(false);
        }
        (!all.contains(&None)).then_some(true)
    }

    fn adt_copies(&self, id: AdtId, args: &[Ty]) -> Option<bool> {
        let adt = self.program.adt(id);
        if self.program.lang.is(id, "PhantomData") {
            return Some(true);
        }
        let derived = adt.derives.contains(&Derive::Copy);
        if !derived && !self.facts.implements("Copy", id) {
            return Some(false);
        }
        match self.all_copy(args) {
            Some(true) => Some(true),
            Some(false) if derived => Some(false),
            _ => None,
        }
    }

    fn body_copies(&self, function: FnId) -> Option<bool> {
        let item = self.program.function(function);
        match &**self.program.names.text(item.name) {
            "{closure}" => None,
            "{async block}" => Some(false),
            _ => Some(true),
        }
    }

    /// Whether one of the bounds, or what it builds on, is `Copy`.
    fn bounds_copy(&self, bounds: &[&Bound]) -> bool {
        let Some(copy) = self.facts.copy else { return true };
        let mut seen: Vec<TraitId> = bounds.iter().map(|it| it.of).collect();
        let mut next = 0;
        while next < seen.len() {
            let of = &self.program.traits[seen[next].index()];
            for bound in &*of.supertraits {
                if !seen.contains(&bound.of) {
                    seen.push(bound.of);
                }
            }
            next += 1;
        }
        seen.contains(&copy)
    }

    /// How many references and lifetimes a type has in it; `None` where that is not known.
    pub(super) fn lifetimes(&self, ty: &Ty) -> Option<u32> {
        match ty {
            Ty::Int(_) | Ty::Float(_) | Ty::Bool | Ty::Char | Ty::Never | Ty::Str => Some(0),
            Ty::Param(_) | Ty::Fn(..) | Ty::Const(_) => Some(0),
            Ty::Ref(_, of) => Some(1 + self.lifetimes(of)?),
            Ty::Slice(of) | Ty::Array(of, _) => self.lifetimes(of),
            Ty::Tuple(parts) => self.all_lifetimes(parts),
            Ty::Adt(id, args) => Some(u32::from(self.program.adt(*id).lifetimes) + self.all_lifetimes(args)?),
            Ty::Body(function, _) => match self.body_copies(*function) {
                Some(true) => Some(0),
                _ => Some(1),
            },
            Ty::Ptr(..) | Ty::Dyn(_) | Ty::Impl(_) | Ty::Assoc(..) | Ty::Unknown => None,
        }
    }

    fn all_lifetimes(&self, parts: &[Ty]) -> Option<u32> {
        parts.iter().map(|it| self.lifetimes(it)).sum()
    }

    /// The type of a field.
    pub(super) fn field(&self, ty: &Ty, variant: u32, field: u32) -> Ty {
        match ty {
            Ty::Tuple(parts) => parts.get(field as usize).cloned().unwrap_or(Ty::Unknown),
            Ty::Adt(id, args) => {
                let adt = self.program.adt(*id);
                match adt.variants.get(variant as usize).and_then(|it| it.fields.get(field as usize)) {
                    Some(it) if args.len() == adt.generics.params.len() => substituted(&it.ty, args),
                    _ => Ty::Unknown,
                }
            }
            _ => Ty::Unknown,
        }
    }

    /// The type of a part, from that of the whole.
    pub(super) fn at(&self, whole: &Ty, path: &[Step]) -> Ty {
        let mut ty = whole.clone();
        for step in path {
            ty = match (step, &ty) {
                (Step::Field(FRONT | BACK, ..) | Step::Element, Ty::Array(of, _) | Ty::Slice(of)) => {
                    (**of).clone()
                }
                (Step::Field(variant, field, _), _) => self.field(&ty, *variant, *field),
                (Step::Deref(_), Ty::Ref(_, of)) => (**of).clone(),
                (Step::Deref(_), _) => self.boxed(&ty).cloned().unwrap_or(Ty::Unknown),
                _ => Ty::Unknown,
            };
        }
        ty
    }

    /// The number of a struct's field by its name.
    pub(super) fn field_named(&self, adt: &Adt, name: crate::names::Symbol) -> Option<u32> {
        let fields = &adt.variants.first().filter(|_| !adt.is_enum)?.fields;
        fields.iter().position(|it| it.name == name).map(|it| it as u32)
    }

    /// Whether the traits of a type include one of that name.
    pub(super) fn is_bound_by(&self, ty: &Ty, name: &str) -> bool {
        match ty {
            Ty::Param(_) => self.generics.bounds.iter().any(|it| it.0 == *ty && self.facts.is(name, it.1.of)),
            Ty::Impl(bounds) | Ty::Dyn(bounds) => bounds.iter().any(|it| self.facts.is(name, it.of)),
            _ => false,
        }
    }
}

/// A type with type arguments put in.
pub(super) fn substituted(ty: &Ty, args: &[Ty]) -> Ty {
    let one = |ty: &Rc<Ty>| Rc::new(substituted(ty, args));
    let all = |parts: &[Ty]| -> Rc<[Ty]> { parts.iter().map(|it| substituted(it, args)).collect() };
    match ty {
        Ty::Param(param) => args.get(usize::from(param.index)).cloned().unwrap_or(Ty::Unknown),
        Ty::Tuple(parts) => Ty::Tuple(all(parts)),
        Ty::Ref(mutable, of) => Ty::Ref(*mutable, one(of)),
        Ty::Ptr(mutable, of) => Ty::Ptr(*mutable, one(of)),
        Ty::Slice(of) => Ty::Slice(one(of)),
        Ty::Array(of, length) => Ty::Array(one(of), one(length)),
        Ty::Adt(id, parts) => Ty::Adt(*id, all(parts)),
        Ty::Fn(params, ret) => Ty::Fn(all(params), one(ret)),
        Ty::Dyn(bounds) => Ty::Dyn(bounds.clone()),
        Ty::Body(..) | Ty::Impl(_) | Ty::Assoc(..) => Ty::Unknown,
        other => other.clone(),
    }
}
