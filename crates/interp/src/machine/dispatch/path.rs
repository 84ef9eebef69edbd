//! Which function a path leads to.

use super::tables::Candidate;
use super::typed::is_declared;
use super::{fits_type, key_of, key_of_type};
use crate::code::{Key, MethodSite, TypeArgs};
use crate::machine::access::stripped;
use crate::machine::{Machine, Trap};
use crate::names::Symbol;
use crate::source::Span;
use crate::tree::{FnId, GlobalId, ImplId, Receiver, TraitId, Ty};
use crate::value::{Head, Value};
use std::rc::Rc;

impl Machine {
    /// Finds what `Type::name` or `<Type as Trait>::name` leads to, for these arguments.
    pub(in crate::machine) fn associated(
        &self,
        ty: &Ty,
        of: Option<TraitId>,
        name: Symbol,
        args: &[Value],
        span: Span,
    ) -> Result<FnId, Trap> {
        self.associated_as(ty, (of, name), None, args, span)
    }

    /// As [`associated`](Machine::associated), where the text says more of the trait's type arguments than the values do.
    pub(in crate::machine) fn associated_as(
        &self,
        ty: &Ty,
        (of, name): (Option<TraitId>, Symbol),
        types: Option<Rc<TypeArgs>>,
        args: &[Value],
        span: Span,
    ) -> Result<FnId, Trap> {
        if let Some(found) = of.and_then(|it| self.typed_function(it, name, ty)) {
            return Ok(found);
        }
        let traits: Rc<[TraitId]> = of.into_iter().collect();
        let site = MethodSite { types, ..MethodSite::new(name, traits, span) };
        let (key, is_ref) = match ty {
            Ty::Ref(_, inner) => (key_of_type(inner), true),
            other => (key_of_type(other), false),
        };
        let key = key.or_else(|| args.first().and_then(|it| key_of(&stripped(it))));
        let Some(key) = key else {
            let message =
                format!("type annotations needed: the type of `{}` is not known here", self.text(name));
            return Err(Trap::unsupported(span, message));
        };
        let own = if is_ref { &self.tables.of_refs } else { &self.tables.own };
        let blanket = if is_ref { &self.tables.blanket_refs } else { &self.tables.blanket };
        let unsized_key = match key {
            Key::Obj(head) if head == Head::Adt(self.known.string) => Some(Key::Str),
            Key::Obj(head) if head == Head::Array || head == Head::Adt(self.known.vec) => Some(Key::Slice),
            _ => None,
        };
        let of_trait = |candidates: Option<&Vec<Candidate>>, key: Key| {
            let asked = candidates?.iter().filter(|it| of.is_none() || it.of == of);
            let program = self.program();
            let fitting = asked.filter(|it| {
                let declared = &program.impls[it.block.index()].self_ty;
                may_be(declared, ty) && told_take(&program.function(it.function).params, args, (declared, ty))
            });
            let fitting: Vec<_> = fitting.copied().collect();
            // `Trait::method(&value)`: the value tells whose method it is.
            let this = args.first().filter(|_| fitting.iter().all(|it| it.receiver.is_some()));
            self.pick(Some(&fitting), key, &site, (this, args))
        };
        if let Some(inner) = args.first().and_then(|it| self.pointed(&stripped(it)))
            && let Some(key) = key_of(&inner)
        {
            let found = of_trait(own.get(&(key, name)), key).or_else(|| of_trait(blanket.get(&name), key));
            if let Some(it) = found.filter(|it| self.takes_pointer(it)) {
                return Ok(it.function);
            }
        }
        let of_type = of_trait(own.get(&(key, name)), key);
        // `Flow::from(flow)` is the value itself, although `Flow` is made of something else alone.
        let is_same =
            |it: &Candidate| matches!(args, [value] if key_of(value) == Some(key)) && !self.takes(it, args);
        let itself = of_type.filter(is_same).and_then(|_| of_trait(blanket.get(&name), key));
        itself
            .or(of_type)
            .or_else(|| of_trait(blanket.get(&name), key))
            // What is for every type is for references, too.
            .or_else(|| of_trait(self.tables.blanket.get(&name).filter(|_| is_ref), key))
            .or_else(|| unsized_key.and_then(|it| of_trait(own.get(&(it, name)), it)))
            .map(|it| it.function)
            .ok_or_else(|| {
                let message = format!("no function named `{}` found for this type", self.text(name));
                Trap::unsupported(span, message)
            })
    }

    /// Whether a function takes a pointer to the type that it is of: `self: Arc<Self>`, `arc_self: &Arc<Self>`.
    fn takes_pointer(&self, candidate: &Candidate) -> bool {
        if candidate.receiver.is_some() {
            return candidate.receiver == Some(Receiver::Typed);
        }
        let program = self.program();
        let own = &program.impls[candidate.block.index()].self_ty;
        let mut first = program.function(candidate.function).params.first();
        while let Some(Ty::Ref(_, inner)) = first {
            first = Some(inner);
        }
        matches!(first, Some(Ty::Adt(_, args)) if args.first() == Some(own))
    }

    /// Finds what `Type::NAME` leads to, or `<Type as Trait>::NAME`. A constant of the type's own comes before those of
    /// traits, and what an impl gives before what its trait provides.
    pub(in crate::machine) fn associated_constant(
        &self,
        ty: &Ty,
        of: Option<TraitId>,
        name: Symbol,
    ) -> Option<GlobalId> {
        let program = self.program();
        let block = |it: &(ImplId, GlobalId)| &program.impls[it.0.index()];
        let trait_of = |it: &(ImplId, GlobalId)| block(it).of.as_ref().map(|it| it.0);
        let of_what = if let Ty::Ref(_, inner) = ty { inner } else { ty };
        let key = key_of_type(of_what)?;
        let fits = |it: &&(ImplId, GlobalId)| {
            is_declared(&block(it).self_ty, ty) && (of.is_none() || trait_of(it) == of)
        };
        let meant = self.tables.constants(key, name).iter().filter(fits);
        let general = || {
            let mut all = self.tables.general_constants.get(&name)?.iter().rev().filter(fits);
            all.find(|it| self.fits(key, it.0, 8))
        };
        // Of those that count alike the last one.
        meant.max_by_key(|it| trait_of(it).is_none()).or_else(general).map(|it| it.1)
    }

    /// Finds the function of a trait for a value.
    pub(crate) fn implementation(&self, value: &Value, of: &'static str, name: &'static str) -> Option<FnId> {
        self.implementation_for(value, of, name, None)
    }

    /// As [`implementation`](Machine::implementation), where an argument may have a say in it, too.
    pub(in crate::machine) fn implementation_for(
        &self,
        value: &Value,
        of: &'static str,
        name: &'static str,
        arg: Option<&Value>,
    ) -> Option<FnId> {
        let asked = (key_of(value)?, of, name);
        let known = self.implementations.borrow().get(&asked).copied();
        let (found, several) = match known {
            Some(known) => known,
            None => {
                let new = (self.found_implementation(asked, (value, None)), self.has_several(asked));
                self.implementations.borrow_mut().insert(asked, new);
                new
            }
        };
        if several { self.found_implementation(asked, (value, arg)) } else { found }
    }

    /// As [`implementation`](Machine::implementation), of the references to a value: `impl Future for &Event`.
    pub(in crate::machine) fn implementation_of_reference(
        &self,
        value: &Value,
        of: &'static str,
        name: &'static str,
    ) -> Option<FnId> {
        let program = self.program();
        let of = program.lang.traits.get(of).copied()?;
        let key = (key_of(value)?, program.names.find(name)?);
        self.tables.of_refs.get(&key)?.iter().find(|it| it.of == Some(of)).map(|it| it.function)
    }

    /// Whether a type implements a trait several times: for several types of arguments, or of its own.
    fn has_several(&self, (key, of, name): (Key, &str, &str)) -> bool {
        let program = self.program();
        let (Some(&of), Some(name)) = (program.lang.traits.get(of), program.names.find(name)) else {
            return false;
        };
        let all = self.tables.own.get(&(key, name)).into_iter().flatten();
        all.filter(|it| it.of == Some(of)).count() > 1
    }

    fn found_implementation(
        &self,
        (key, of, name): (Key, &str, &str),
        (this, arg): (&Value, Option<&Value>),
    ) -> Option<FnId> {
        let program = self.program();
        let of = program.lang.traits.get(of).copied()?;
        let site = MethodSite::new(program.names.find(name)?, Rc::new([of]), Span::NONE);
        let args = (Some(this), arg.map(std::slice::from_ref).unwrap_or_default());
        let of_trait = |it: Candidate| (it.of == Some(of)).then_some(it.function);
        self.pick(self.tables.own.get(&(key, site.name)), key, &site, args)
            .and_then(of_trait)
            .or_else(|| self.pick(self.tables.blanket.get(&site.name), key, &site, args).and_then(of_trait))
    }
}

/// Whether parameters whose types are arguments of the type fit what is given: `From<T> for Option<T>` makes no
/// `Option<usize>` of an option.
fn told_take(params: &[Ty], args: &[Value], (declared, ty): (&Ty, &Ty)) -> bool {
    let (Ty::Adt(_, open), Ty::Adt(_, told)) = (declared, ty) else { return true };
    let told = |param: &Ty| open.iter().position(|it| it == param).and_then(|at| told.get(at));
    let is_open = |param: &Ty| matches!(param, Ty::Param(_));
    let mut pairs = params.iter().zip(args).filter(|it| is_open(it.0));
    pairs.all(|(param, value)| told(param).is_none_or(|it| is_open(it) || fits_type(it, value)))
}

/// Whether an `impl` that was found by a type's key may be for the type: what a text derefs to is of another kind.
fn may_be(declared: &Ty, ty: &Ty) -> bool {
    std::mem::discriminant(declared) != std::mem::discriminant(ty) || is_like(declared, ty)
}

/// Whether an `impl` for a declared type may be for this one, as far as both are known.
pub(super) fn is_like(declared: &Ty, ty: &Ty) -> bool {
    let is_open =
        |it: &Ty| matches!(it, Ty::Param(_) | Ty::Unknown | Ty::Assoc(..) | Ty::Impl(_) | Ty::Body(..));
    match (declared, ty) {
        (some, other) if is_open(some) || is_open(other) => true,
        (Ty::Dyn(some), Ty::Dyn(other)) => some.first().map(|it| it.of) == other.first().map(|it| it.of),
        (Ty::Adt(some, args), Ty::Adt(other, given)) => some == other && are_like(args, given),
        (Ty::Int(_), Ty::Int(_)) | (Ty::Const(_), Ty::Const(_)) => declared == ty,
        (Ty::Float(_), Ty::Float(_)) => declared == ty,
        (Ty::Array(some, length), Ty::Array(other, len)) => is_like(some, other) && is_like(length, len),
        (Ty::Slice(some), Ty::Slice(other)) => is_like(some, other),
        (Ty::Ref(_, some), Ty::Ref(_, other)) => is_like(some, other),
        (Ty::Ptr(_, some), Ty::Ptr(_, other)) => is_like(some, other),
        (Ty::Tuple(some), Ty::Tuple(other)) => some.len() == other.len() && are_like(some, other),
        _ => std::mem::discriminant(declared) == std::mem::discriminant(ty),
    }
}

fn are_like(declared: &[Ty], types: &[Ty]) -> bool {
    declared.iter().zip(types).all(|(declared, ty)| is_like(declared, ty))
}
