//! Which of several functions fits a type and arguments.

use super::path::is_like;
use super::tables::Candidate;
use super::{key_of, key_of_type};
use crate::code::{Key, MethodSite, TypeArgs};
use crate::machine::access::stripped;
use crate::machine::{Hidden, Machine};
use crate::source::FileId;
use crate::tree::{Bound, FnId, ImplId, Program, TraitId, Ty};
use crate::value::{Head, Value};
use std::rc::Rc;

impl Machine {
    /// Whether a type implements a trait, through at most so many blanket `impl`s.
    pub(super) fn implements_within(&self, key: Key, of: TraitId, depth: u32) -> bool {
        let tables = &self.tables;
        if tables.markers.contains(&of) || tables.implemented.contains(&(key, of)) {
            return true;
        }
        if tables.fn_traits.contains(&of) {
            return key == Key::Fn;
        }
        let Some(blocks) = tables.general.get(&of).filter(|_| depth > 0) else { return false };
        blocks.iter().any(|it| self.fits(key, *it, depth - 1))
    }

    /// Whether a type fulfils what a blanket `impl` asks of its `Self`.
    pub(super) fn fits(&self, key: Key, block: ImplId, depth: u32) -> bool {
        let program = self.program();
        let item = &program.impls[block.index()];
        let own = match &item.self_ty {
            Ty::Ref(_, inner) => (**inner).clone(),
            other => other.clone(),
        };
        let asked = item.generics.bounds.iter().filter(|it| it.0 == own).map(|it| &it.1);
        // What is behind a `dyn Trait` has the trait itself.
        let behind: &[Bound] = if let Ty::Dyn(bounds) = &own { bounds } else { &[] };
        asked.chain(behind).all(|bound| self.implements_within(key, bound.of, depth))
    }

    /// The one of several candidates that is meant: inherent before traits, then a trait in scope whose type arguments
    /// fit the arguments.
    pub(super) fn pick(
        &self,
        candidates: Option<&Vec<Candidate>>,
        key: Key,
        site: &MethodSite,
        (this, args): (Option<&Value>, &[Value]),
    ) -> Option<Candidate> {
        let candidates = candidates?;
        if let Some(picked) = site.memo.as_ref().and_then(|it| it.find(candidates, key)) {
            return picked.map(|it| candidates[it]);
        }
        let mut left = self.possible(candidates, key, site);
        if left.len() > 1 {
            let takes = |it: &usize| self.takes(&candidates[*it], args);
            let close: Vec<_> = left.iter().copied().filter(takes).collect();
            if !close.is_empty() {
                left = close;
            }
            self.keep_closest(candidates, &mut left, this, args);
        } else if let Some(memo) = &site.memo {
            // The arguments have no say in it.
            memo.note(candidates, key, left.first().copied());
        }
        // What is for a `dyn Trait` of the program's comes before the library's for any.
        if left.len() > 1 && left.iter().any(|it| self.is_own_dyn(&candidates[*it])) {
            left.retain(|it| self.is_own_dyn(&candidates[*it]));
        }
        // What says which type it takes comes before what takes any.
        let says = |it: &&usize| self.says_what_it_takes(&candidates[**it]);
        left.iter().find(says).or_else(|| left.first()).map(|it| candidates[*it])
    }

    /// Of several that would do by the heads of types those whose type arguments fit, too, if there are any: what is in a value
    /// tells `Wrapper<i32>` from `Wrapper<String>`.
    fn keep_closest(
        &self,
        candidates: &[Candidate],
        left: &mut Vec<usize>,
        this: Option<&Value>,
        args: &[Value],
    ) {
        if left.len() < 2 {
            return;
        }
        let this = this.map(|it| self.reified(&stripped(it), 0));
        let types: Vec<Ty> = args.iter().map(|it| self.reified(it, 0)).collect();
        let program = self.program();
        let is_close = |it: &usize| {
            let candidate = &candidates[*it];
            let own = &program.impls[candidate.block.index()].self_ty;
            let function = program.function(candidate.function);
            let receiver = usize::from(candidate.receiver.is_some());
            let given = if types.len() == function.params.len() { receiver } else { 0 };
            let mut pairs = function.params.iter().skip(receiver).zip(types.iter().skip(given));
            this.as_ref().is_none_or(|it| is_close(own, it)) && pairs.all(|it| is_close(it.0, it.1))
        };
        let close: Vec<_> = left.iter().copied().filter(is_close).collect();
        if !close.is_empty() {
            *left = close;
        }
    }

    /// Whether a value may be of a type, as far as what is in it tells.
    pub(crate) fn may_be_of(&self, value: &Value, ty: &Ty) -> bool {
        let key = key_of_type(ty);
        key.is_some() && key == key_of(value) && is_close(ty, &self.reified(value, 0))
    }

    fn is_own_dyn(&self, candidate: &Candidate) -> bool {
        let program = self.program.borrow();
        let block = &program.impls[candidate.block.index()];
        matches!(block.self_ty, Ty::Dyn(_)) && block.span.file == FileId::PROGRAM
    }

    /// The numbers of those that may be meant, whatever the arguments are.
    fn possible(&self, candidates: &[Candidate], key: Key, site: &MethodSite) -> Vec<usize> {
        let in_scope = |it: &Candidate| match it.of {
            None => true,
            Some(of) => site.traits.is_empty() || site.traits.contains(&of),
        };
        let fitting = |it: &Candidate| {
            key_of_impl(&self.program.borrow(), it.block).is_some() || self.fits(key, it.block, 8)
        };
        let possible = |it: &usize| in_scope(&candidates[*it]) && fitting(&candidates[*it]);
        let mut left: Vec<_> = (0..candidates.len()).filter(possible).collect();
        if let Some((meant, types)) = site.types.as_ref().and_then(|it| Some((it.of?, it))) {
            // What inference has found to be meant: the very function, or those of the trait it is of.
            let of = self.program.borrow().function(meant).in_trait;
            let is_meant = |it: &Candidate| it.function == meant || (of.is_some() && it.of == of);
            left.retain(|it| is_meant(&candidates[*it]));
            self.keep_told(candidates, &mut left, meant, types);
        }
        if left.iter().any(|it| candidates[*it].of.is_none()) {
            left.retain(|it| candidates[*it].of.is_none());
        }
        left
    }

    fn says_what_it_takes(&self, candidate: &Candidate) -> bool {
        let program = self.program();
        let function = program.function(candidate.function);
        let mut declared = function.params.iter().skip(usize::from(candidate.receiver.is_some()));
        declared.all(|ty| key_of_type(ty).is_some() || matches!(ty, Ty::Ref(..)))
    }

    /// What is known of the type arguments of the trait that is meant: `Convert<f64>`, not `Convert<String>`.
    fn keep_told(&self, candidates: &[Candidate], left: &mut Vec<usize>, meant: FnId, types: &TypeArgs) {
        if left.len() < 2 {
            return;
        }
        let program = self.program.borrow();
        let Some(of) = program.function(meant).in_trait else { return };
        let params = program.traits[of.index()].generics.params.len();
        let told = types.args.get(1..params).unwrap_or_default();
        left.retain(|it| match &program.impls[candidates[*it].block.index()].of {
            Some((_, declared)) if candidates[*it].of == Some(of) => {
                declared.iter().zip(told).all(|(declared, told)| is_like(declared, told))
            }
            _ => true,
        });
    }

    /// A call's site with what its type arguments are while the function around it runs, if that helps to find what is meant.
    pub(in crate::machine) fn told(
        &self,
        site: &MethodSite,
        hidden: Option<&Rc<Hidden>>,
    ) -> Option<MethodSite> {
        let open = site.types.as_ref().filter(|it| it.open)?;
        if let Some(site) = self.told_impl(site, open, hidden) {
            return Some(site);
        }
        let types = self.told_types(Some(open), hidden)?;
        let free = MethodSite::new(site.name, site.traits.clone(), site.span);
        Some(MethodSite { types: Some(types), behind: site.behind, ..free })
    }

    /// What is said of a trait's type arguments, where it has any, with what the parameters around stand for.
    pub(in crate::machine) fn told_types(
        &self,
        types: Option<&Rc<TypeArgs>>,
        hidden: Option<&Rc<Hidden>>,
    ) -> Option<Rc<TypeArgs>> {
        let types = types?;
        {
            let program = self.program.borrow();
            let of = program.function(types.of?).in_trait?;
            if program.traits[of.index()].generics.params.len() < 2 {
                return None;
            }
        }
        if !types.open {
            return Some(types.clone());
        }
        let args = types.args.iter().map(|it| self.known_type(it, hidden.map(|it| &**it)));
        Some(Rc::new(TypeArgs { of: types.of, args: args.collect(), open: false }))
    }

    /// Whether the declared types of a function's further parameters fit these arguments.
    pub(super) fn takes(&self, candidate: &Candidate, args: &[Value]) -> bool {
        let program = self.program();
        let function = program.function(candidate.function);
        let receiver = usize::from(candidate.receiver.is_some());
        // A path's arguments begin with the receiver, a method's are behind it.
        let given = if args.len() == function.params.len() { receiver } else { 0 };
        let declared = function.params.iter().skip(receiver);
        let mut pairs = declared.zip(args.iter().skip(given));
        pairs.all(|(ty, value)| fits_type(ty, value) || self.becomes_slice(ty, value))
    }

    /// Whether a reference to an array or a vector is given for one to a slice.
    fn becomes_slice(&self, ty: &Ty, value: &Value) -> bool {
        let Ty::Ref(_, inner) = ty else { return false };
        let Value::Obj(object) = stripped(value) else { return false };
        let is_row = object.head == Head::Array || object.head == Head::Adt(self.known.vec);
        is_row && matches!(**inner, Ty::Slice(_))
    }
}

fn key_of_impl(program: &Program, block: ImplId) -> Option<Key> {
    match &program.impls[block.index()].self_ty {
        Ty::Ref(_, inner) => key_of_type(inner),
        other => key_of_type(other),
    }
}

/// Whether the arguments of a declared type may be those of a value's type, if both have the same head.
fn is_close(declared: &Ty, ty: &Ty) -> bool {
    let all = |declared: &[Ty], types: &[Ty]| declared.iter().zip(types).all(|it| is_within(it.0, it.1));
    match (declared, ty) {
        (Ty::Ref(_, declared), ty) => is_close(declared, ty),
        (declared, Ty::Ref(_, ty)) => is_close(declared, ty),
        (Ty::Adt(some, declared), Ty::Adt(other, types)) => some != other || all(declared, types),
        (Ty::Tuple(declared), Ty::Tuple(types)) => all(declared, types),
        (Ty::Array(declared, _) | Ty::Slice(declared), Ty::Array(ty, _) | Ty::Slice(ty)) => {
            is_within(declared, ty)
        }
        _ => true,
    }
}

/// As that of the arguments, whose heads must be the same: what is behind a `dyn` or a function pointer may be anything.
fn is_within(declared: &Ty, ty: &Ty) -> bool {
    match (declared, ty) {
        (Ty::Dyn(_) | Ty::Fn(..), _) => true,
        (Ty::Ref(_, declared), Ty::Ref(_, ty)) => is_within(declared, ty),
        (Ty::Adt(..), Ty::Adt(..)) | (Ty::Tuple(_), Ty::Tuple(_)) | (Ty::Array(..) | Ty::Slice(_), _) => {
            let heads = (key_of_type(declared), key_of_type(ty));
            heads.0 == heads.1 && is_close(declared, ty)
        }
        _ => is_like(declared, ty),
    }
}

/// Whether a value may have a declared type, as far as can be seen.
pub(in crate::machine) fn fits_type(ty: &Ty, value: &Value) -> bool {
    match (ty, value) {
        (Ty::Ref(_, inner), Value::Ref(slot, object)) => match (&**inner, object.get(*slot)) {
            // `&String` is taken as `&str`, and `&&str`, too.
            (Ty::Str, Value::Obj(text)) => matches!(text.body, crate::value::Body::Text(_)),
            (Ty::Str, Value::Str(_)) | (Ty::Slice(_), Value::Slice(_)) => true,
            (inner, value) => fits_type(inner, &value),
        },
        (Ty::Ref(_, inner), Value::Str(_)) => matches!(**inner, Ty::Str | Ty::Param(_)),
        (Ty::Ref(_, inner), Value::Slice(_)) => matches!(**inner, Ty::Slice(_) | Ty::Param(_)),
        (Ty::Ref(..), _) | (Ty::Str, _) => false,
        (_, Value::Ref(..) | Value::Str(_) | Value::Slice(_)) => key_of_type(ty).is_none(),
        _ => match (key_of_type(ty), key_of(value)) {
            (Some(declared), Some(actual)) => declared == actual,
            _ => true,
        },
    }
}
