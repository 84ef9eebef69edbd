//! What type parameters stand for while a generic function runs.
//!
//! A call of a generic function notes what its text and inference say of the type arguments, and the caller's own: that
//! costs next to nothing. Only when the function asks for a parameter is it worked out, through the callers as far as
//! they matter.

use super::Machine;
use super::access::stripped;
use super::dispatch::{is_declared, key_of_type};
use crate::code::TypeArgs;
use crate::names::Symbol;
use crate::tree::{Bound, FnId, Generics, Impl, Param, Program, TraitId, Ty};
use crate::value::{Head, Obj, Value};
use std::cell::OnceCell;
use std::rc::Rc;

/// The type arguments of a function that runs.
pub struct Hidden {
    /// Whose parameters these are.
    function: FnId,
    given: Option<Rc<TypeArgs>>,
    /// Those of the caller, which the given ones may speak of.
    outer: Option<Rc<Hidden>>,
    this: This,
    known: OnceCell<Rc<[Ty]>>,
}

/// Where `Self` can be learnt from, if the given arguments do not say it.
#[derive(Clone)]
pub(super) enum This {
    /// Nowhere.
    Unknown,
    /// It is a type.
    Type(Ty),
    /// It is the type of a value.
    Of(Value),
    /// It is the type of the first argument; what the others are tells the rest.
    Among(Rc<[Value]>),
}

impl This {
    /// The arguments of a call of which nothing else is known.
    pub(super) fn among(args: &[Value]) -> Self {
        match args {
            [] => This::Unknown,
            [one] => This::Of(one.clone()),
            all => This::Among(all.into()),
        }
    }

    /// The value whose type `Self` is.
    fn value(&self) -> Option<&Value> {
        match self {
            This::Of(value) => Some(value),
            This::Among(args) => args.first(),
            _ => None,
        }
    }

    /// A type, or, if it is not known, that of a value.
    pub(super) fn known(ty: Ty, value: Option<&Value>) -> Self {
        match (ty, value) {
            (Ty::Unknown, Some(value)) => This::Of(value.clone()),
            (ty, _) => This::Type(ty),
        }
    }
}

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hidden")
            .field("function", &self.function)
            .field("known", &self.known)
            .finish_non_exhaustive()
    }
}

/// How deep types are looked into to find out what parameters stand for.
const DEPTH: u32 = 24;

impl Machine {
    /// The type arguments that a function is called with, if it wants to be told.
    pub(super) fn hidden_for(
        &self,
        function: FnId,
        given: Option<&Rc<TypeArgs>>,
        outer: Option<&Rc<Hidden>>,
        this: impl FnOnce() -> This,
    ) -> Option<Rc<Hidden>> {
        if !self.wants_types(function) {
            return None;
        }
        let open = given.is_some_and(|it| it.open);
        Some(Rc::new(Hidden {
            function,
            given: given.cloned(),
            outer: outer.filter(|_| open).cloned(),
            this: this(),
            known: OnceCell::new(),
        }))
    }

    /// What the parameters stand for; unknown where nothing says it.
    pub(crate) fn known_types(&self, hidden: &Hidden) -> Rc<[Ty]> {
        if let Some(known) = hidden.known.get() {
            return known.clone();
        }
        // The callers' are worked out first, the outermost before the others: there may be many.
        let mut open = Vec::new();
        let mut next = hidden.outer.as_ref();
        while let Some(it) = next.filter(|it| it.known.get().is_none()) {
            open.push(it);
            next = it.outer.as_ref();
        }
        for it in open.into_iter().rev() {
            it.known.get_or_init(|| self.worked_out(it));
        }
        hidden.known.get_or_init(|| self.worked_out(hidden)).clone()
    }

    fn worked_out(&self, hidden: &Hidden) -> Rc<[Ty]> {
        let program = self.program();
        let function = program.function(hidden.function);
        let mut known = vec![Ty::Unknown; function.generics.params.len()];
        // A constant of a trait has no more than `Self`.
        let names_self = |it: &Param| &**program.names.text(it.name) == "Self";
        let alone = usize::from(function.generics.params.first().is_some_and(names_self));
        let outer = function.outer_params(&program).max(alone);
        let given = hidden.given.as_ref();
        let args: Vec<Ty> = given
            .map(|it| it.args.iter().map(|ty| self.given_type(ty, hidden.outer.as_deref())).collect())
            .unwrap_or_default();
        let mut this = match &hidden.this {
            This::Type(ty) => Some(ty.clone()),
            _ => None,
        };
        match given.map(|it| it.of) {
            Some(Some(of)) if of == hidden.function => {
                fill(&mut known, &args);
                // What is behind a `dyn` only the value tells.
                if function.in_trait.is_some() && matches!(known.first(), Some(Ty::Dyn(_))) {
                    known[0] = Ty::Unknown;
                }
            }
            Some(Some(of)) => {
                let of = program.function(of);
                let around = of.outer_params(&program);
                let (theirs, own) = args.split_at(around.min(args.len()));
                fill(&mut known[outer..], own);
                if of.in_trait.is_some() {
                    // What is behind a `dyn` only the value tells.
                    let says = |it: &&Ty| !matches!(it, Ty::Unknown | Ty::Dyn(_));
                    this = theirs.first().filter(says).cloned().or(this);
                    Self::learn_trait_args(
                        function.in_impl.map(|it| &*program.impls[it.index()]),
                        theirs,
                        &mut known,
                    );
                }
            }
            Some(None) => fill(&mut known[outer..], &args),
            None => {}
        }
        if known[..outer].contains(&Ty::Unknown) {
            if this.is_none()
                && let Some(value) = hidden.this.value()
            {
                this = Some(self.reified(&stripped(value), 0));
            }
            if let Some(this) = &this {
                self.learn_self(&program, function, this, &mut known);
            }
            if let This::Among(args) = &hidden.this
                && known[..outer].contains(&Ty::Unknown)
            {
                for (declared, value) in function.params.iter().zip(&**args).skip(1) {
                    bind_type(declared, &self.reified(value, 0), &mut known, 0);
                }
            }
        }
        known.into()
    }

    fn learn_trait_args(of: Option<&Impl>, theirs: &[Ty], known: &mut [Ty]) {
        let Some((_, declared)) = of.and_then(|it| it.of.as_ref()) else { return };
        for (declared, actual) in declared.iter().zip(theirs.iter().skip(1)) {
            bind_type(declared, actual, known, 0);
        }
    }

    fn learn_self(&self, program: &Program, function: &crate::tree::Function, this: &Ty, known: &mut [Ty]) {
        match function.in_impl {
            Some(id) => {
                let one = &program.impls[id.index()];
                bind_type(&one.self_ty, this, known, 0);
                self.learn_bounds(program, &one.generics, known, 0);
            }
            None => fill(known.get_mut(..1).unwrap_or_default(), std::slice::from_ref(this)),
        }
    }

    /// Learns parameters from bounds such as `I: Iterator<Item = T>`.
    fn learn_bounds(&self, program: &Program, generics: &Generics, known: &mut [Ty], depth: u32) {
        let says = |it: &&(Ty, Bound)| !it.1.assoc.is_empty();
        for (ty, bound) in generics.bounds.iter().filter(says) {
            if !known.contains(&Ty::Unknown) {
                return;
            }
            let ty = self.put_in(ty, known, depth);
            for (name, wanted) in &*bound.assoc {
                let actual = self.associated_type(program, &ty, Some(bound.of), *name, depth);
                bind_type(wanted, &actual, known, depth);
            }
        }
    }

    /// What a type argument stands for; of an `impl Trait` no text tells that.
    fn given_type(&self, ty: &Ty, outer: Option<&Hidden>) -> Ty {
        if matches!(ty, Ty::Impl(_)) { Ty::Unknown } else { self.known_type(ty, outer) }
    }

    /// A type in which parameters are replaced by what they stand for.
    pub(crate) fn known_type(&self, ty: &Ty, hidden: Option<&Hidden>) -> Ty {
        if !ty.is_open() {
            return ty.clone();
        }
        let known = hidden.map(|it| self.known_types(it)).unwrap_or_default();
        self.put_in(ty, &known, 0)
    }

    /// A type with these arguments put in, and associated types looked up.
    pub(crate) fn put_in(&self, ty: &Ty, known: &[Ty], depth: u32) -> Ty {
        if depth > DEPTH {
            return Ty::Unknown;
        }
        let all =
            |types: &[Ty]| -> Rc<[Ty]> { types.iter().map(|it| self.put_in(it, known, depth + 1)).collect() };
        let one = |ty: &Ty| Rc::new(self.put_in(ty, known, depth + 1));
        match ty {
            Ty::Param(param) => known.get(usize::from(param.index)).cloned().unwrap_or(Ty::Unknown),
            Ty::Tuple(members) => Ty::Tuple(all(members)),
            Ty::Adt(adt, args) => Ty::Adt(*adt, all(args)),
            Ty::Ref(mutable, inner) => Ty::Ref(*mutable, one(inner)),
            Ty::Ptr(mutable, inner) => Ty::Ptr(*mutable, one(inner)),
            Ty::Slice(inner) => Ty::Slice(one(inner)),
            Ty::Array(inner, len) => Ty::Array(one(inner), one(len)),
            Ty::Fn(params, ret) => Ty::Fn(all(params), one(ret)),
            Ty::Body(function, args) => Ty::Body(*function, all(args)),
            Ty::Assoc(of, owner, name) => {
                let this = self.put_in(of, known, depth + 1);
                self.associated_type(&self.program(), &this, *owner, *name, depth + 1)
            }
            other => other.clone(),
        }
    }

    /// `<T as Trait>::Name`, by the `impl` for the type.
    fn associated_type(
        &self,
        program: &Program,
        this: &Ty,
        of: Option<TraitId>,
        name: Symbol,
        depth: u32,
    ) -> Ty {
        if depth > DEPTH {
            return Ty::Unknown;
        }
        let Some(key) = key_of_type(match this {
            Ty::Ref(_, inner) => inner,
            other => other,
        }) else {
            return Ty::Unknown;
        };
        let is_ref = matches!(this, Ty::Ref(..));
        let blocks =
            self.tables.impls_of(key, is_ref).chain(of.into_iter().flat_map(|it| self.tables.blankets(it)));
        let mut fitting = blocks.filter_map(|block| {
            let one = &program.impls[block.index()];
            let is_asked = of.is_none() || one.of.as_ref().map(|it| it.0) == of;
            let (_, ty) = one.types.iter().find(|it| is_asked && it.0 == name)?;
            is_declared(&one.self_ty, this).then_some((one, ty))
        });
        let Some((one, ty)) = fitting.next() else { return Ty::Unknown };
        self.associated_at(one, ty, this, depth)
    }

    /// A type of an `impl`'s, for an actual type that it is for.
    pub(super) fn associated_in(&self, block: &Impl, ty: &Ty, this: &Ty) -> Ty {
        self.associated_at(block, ty, this, 0)
    }

    fn associated_at(&self, block: &Impl, ty: &Ty, this: &Ty, depth: u32) -> Ty {
        self.put_in(ty, &self.impl_args(block, this, depth), depth + 1)
    }

    /// What an `impl`'s parameters stand for, for an actual type that it is for.
    pub(super) fn impl_args(&self, block: &Impl, this: &Ty, depth: u32) -> Vec<Ty> {
        let mut known = vec![Ty::Unknown; block.generics.params.len()];
        bind_type(&block.self_ty, this, &mut known, depth);
        self.learn_bounds(&self.program(), &block.generics, &mut known, depth + 1);
        known
    }

    /// A `PhantomData` that knows of what: nothing else tells what the parameters of the struct around stand for.
    pub(super) fn phantom(&self, of: Ty) -> Value {
        let known = OnceCell::from(Rc::from([of]));
        let of = Hidden { function: FnId(0), given: None, outer: None, this: This::Unknown, known };
        let slots = smallvec::smallvec![Value::Types(Rc::new(of))];
        Value::Obj(Obj::new(Head::Adt(self.known.phantom), 0, slots))
    }

    /// The type of a value, with its arguments as far as what is in it tells them.
    pub(crate) fn reified(&self, value: &Value, depth: u32) -> Ty {
        if depth > 4 {
            return self.type_of(value);
        }
        let of = |it: &Value| self.reified(it, depth + 1);
        match value {
            Value::Ref(slot, object) => Ty::Ref(false, Rc::new(of(&object.get(*slot)))),
            Value::Slice(slice) => {
                Ty::Ref(false, Rc::new(Ty::Slice(Rc::new(of(&slice.object.get(slice.start))))))
            }
            Value::Share(adt, object) => Ty::Adt(*adt, Rc::new([of(&object.get(0))])),
            Value::Obj(object) => match (object.head, object.slots()) {
                (Head::Tuple, Some(slots)) => Ty::Tuple(slots.borrow().iter().map(of).collect()),
                (Head::Array, Some(slots)) => {
                    let slots = slots.borrow();
                    let element = slots.first().map_or(Ty::Unknown, of);
                    Ty::array(element, slots.len())
                }
                (Head::Adt(adt), Some(slots)) if adt == self.known.vec => {
                    let element = slots.borrow().first().map_or(Ty::Unknown, of);
                    Ty::Adt(adt, Rc::new([element]))
                }
                (Head::Adt(adt), Some(slots)) if adt == self.known.phantom => match slots.borrow().first() {
                    Some(Value::Types(of)) => Ty::Adt(adt, self.known_types(of)),
                    _ => self.type_of(value),
                },
                (Head::Adt(adt), Some(slots)) => {
                    let program = self.program();
                    let item = program.adt(adt);
                    let mut known = vec![Ty::Unknown; item.generics.params.len()];
                    if let Some(variant) =
                        item.variants.get(object.variant as usize).filter(|_| !known.is_empty())
                    {
                        let slots = slots.borrow();
                        for (field, value) in variant.fields.iter().zip(&*slots) {
                            if field.ty.is_open() {
                                bind_type(&field.ty, &of(value), &mut known, 0);
                            }
                        }
                        if let Some(untold) = slots.get(variant.fields.len()).filter(|_| item.has_untold())
                            && let Ty::Adt(_, of) = of(untold)
                            && let Some(Ty::Adt(_, args)) = of.first()
                        {
                            fill_told(&mut known, args);
                        }
                    }
                    Ty::Adt(adt, known.into())
                }
                (Head::Closure(function), _) => Ty::Body(function, Rc::new([])),
                _ => self.type_of(value),
            },
            other => self.type_of(other),
        }
    }
}

/// Puts in what a value has been told of its type, unless what is in it says more.
fn fill_told(known: &mut [Ty], from: &[Ty]) {
    for (slot, ty) in known.iter_mut().zip(from) {
        if *slot == Ty::Unknown || ty.is_whole() {
            slot.clone_from(ty);
        }
    }
}

fn fill(known: &mut [Ty], from: &[Ty]) {
    for (slot, ty) in known.iter_mut().zip(from) {
        slot.clone_from(ty);
    }
}

impl crate::tree::Function {
    /// How many of its parameters are those of the `impl` or trait around.
    pub(crate) fn outer_params(&self, program: &Program) -> usize {
        let around = match (self.in_impl, self.in_trait) {
            (Some(id), _) => program.impls[id.index()].generics.params.len(),
            (None, Some(id)) => program.traits[id.index()].generics.params.len(),
            (None, None) => 0,
        };
        around.min(self.generics.params.len())
    }
}

/// Finds out what parameters in a declared type stand for, by an actual one.
fn bind_type(declared: &Ty, actual: &Ty, known: &mut [Ty], depth: u32) {
    if depth > DEPTH || *actual == Ty::Unknown {
        return;
    }
    let mut all = |declared: &[Ty], actual: &[Ty]| {
        for (declared, actual) in declared.iter().zip(actual) {
            bind_type(declared, actual, known, depth + 1);
        }
    };
    match (declared, actual) {
        (Ty::Param(param), actual) => {
            if let Some(slot) = known.get_mut(usize::from(param.index)).filter(|it| **it == Ty::Unknown) {
                *slot = actual.clone();
            }
        }
        (Ty::Tuple(declared), Ty::Tuple(actual)) => all(declared, actual),
        (Ty::Adt(a, declared), Ty::Adt(b, actual)) if a == b => all(declared, actual),
        (Ty::Fn(declared, ret), Ty::Fn(actual, output)) => {
            all(declared, actual);
            bind_type(ret, output, known, depth + 1);
        }
        // A slice as a value is a reference.
        (Ty::Slice(_), Ty::Ref(_, actual)) => bind_type(declared, actual, known, depth + 1),
        (Ty::Array(declared, length), Ty::Array(actual, len)) => {
            bind_type(declared, actual, known, depth + 1);
            bind_type(length, len, known, depth + 1);
        }
        (Ty::Ref(_, declared), Ty::Ref(_, actual))
        | (Ty::Ptr(_, declared), Ty::Ptr(_, actual))
        | (Ty::Slice(declared), Ty::Slice(actual)) => {
            bind_type(declared, actual, known, depth + 1);
        }
        _ => {}
    }
}
