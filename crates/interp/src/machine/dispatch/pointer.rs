//! What of a method call depends on pointers: whether they are followed to be written to, and whether a box has a method
//! itself or what is in it.

use super::tables::Candidate;
use super::{key_of, key_of_type};
use crate::code::{Key, MethodSite};
use crate::machine::Machine;
use crate::machine::dispatch::fits_type;
use crate::tree::{AdtId, Receiver, Ty};
use crate::value::{Head, Value};

/// How many pointers to pointers are looked through.
const MOST: usize = 8;

impl Machine {
    /// Whether a call follows a pointer of the program's by its `deref_mut`: if the method takes `&mut self`.
    pub(super) fn derefs_mutably(&self, pointer: &Value, site: &MethodSite) -> bool {
        let Value::Obj(object) = pointer else { return false };
        let Head::Adt(adt) = object.head else { return false };
        if !self.tables.derefs_mut.contains_key(&adt) {
            return false;
        }
        let is_mut = |it: Option<Receiver>| it == Some(Receiver::RefMut);
        if let Some(meant) = site.types.as_ref().and_then(|it| it.of) {
            return is_mut(self.program.borrow().function(meant).receiver);
        }
        let mut ty = self.target(adt, || self.reified(pointer, 0));
        for _ in 0..MOST {
            let Some(key) = ty.as_ref().and_then(key_of_type) else { break };
            if let Some(all) = self.tables.own.get(&(key, site.name)) {
                return all.iter().any(|it| is_mut(it.receiver));
            }
            ty = self.behind_type(&ty.unwrap_or(Ty::Unknown));
        }
        // Nothing says that it does not.
        true
    }

    /// What a pointer of the program's leads to, by its `Deref`.
    fn target(&self, adt: AdtId, actual: impl FnOnce() -> Ty) -> Option<Ty> {
        let program = self.program();
        let function = program.function(self.tables.deref(adt, false)?);
        let block = &program.impls[function.in_impl?.index()];
        let (_, target) = block.types.first()?;
        Some(if target.is_open() { self.associated_in(block, target, &actual()) } else { target.clone() })
    }

    /// What a type of the library is seen through as.
    fn behind_type(&self, ty: &Ty) -> Option<Ty> {
        match ty {
            Ty::Array(of, _) => Some(Ty::Slice(of.clone())),
            Ty::Adt(adt, _) if *adt == self.known.string => Some(Ty::Str),
            Ty::Adt(adt, args) if *adt == self.known.vec => {
                Some(Ty::Slice(std::rc::Rc::new(args.first().cloned().unwrap_or(Ty::Unknown))))
            }
            Ty::Adt(adt, args) if *adt == self.known.boxed => args.first().cloned(),
            Ty::Adt(adt, _) => self.target(*adt, || ty.clone()),
            _ => None,
        }
    }

    /// What is in a box.
    pub(super) fn content(&self, value: &Value) -> Option<Value> {
        match value {
            Value::Obj(object) if object.head == Head::Adt(self.known.boxed) => Some(object.get(0)),
            _ => None,
        }
    }

    /// Whether what is in a box fulfils what a candidate's `impl` for boxes asks of it.
    pub(super) fn suits(&self, candidate: &Candidate, content: &Value) -> bool {
        let Some(key) = key_of(content) else { return true };
        let program = self.program();
        let block = &program.impls[candidate.block.index()];
        let Ty::Adt(_, args) = &block.self_ty else { return true };
        let Some(of @ Ty::Param(_)) = args.first() else {
            return args.first().is_none_or(|it| !is_concrete(it) || fits_type(it, content));
        };
        let asked = block.generics.bounds.iter().filter(|it| it.0 == *of);
        asked.into_iter().all(|(_, bound)| self.implements_within(key, bound.of, 8))
    }

    /// Whether a method that takes `self` can take a reference to what it is for as that: the reference implements the
    /// trait, or what a blanket `impl` asks for.
    pub(super) fn takes_references(&self, candidate: &Candidate) -> bool {
        let Some(of) = candidate.of else { return false };
        if self.tables.of_references.contains(&of) {
            return true;
        }
        let program = self.program();
        let block = &program.impls[candidate.block.index()];
        let mut asked = block.generics.bounds.iter().filter(|it| it.0 == block.self_ty).map(|it| it.1.of);
        matches!(block.self_ty, Ty::Param(_))
            && asked.clone().next().is_some()
            && asked.all(|it| self.tables.of_references.contains(&it) || self.tables.markers.contains(&it))
    }
}

/// Whether values of a type can be told from others.
fn is_concrete(ty: &Ty) -> bool {
    matches!(key_of_type(ty), Some(key) if key != Key::Fn)
}
