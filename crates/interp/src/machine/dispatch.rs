//! Which function a method call or a path leads to, by what the values are.

use super::access::{behind, stripped};
use super::{Machine, Trap};
use crate::code::{Key, MethodSite};
use crate::names::Symbol;
use crate::source::Span;
use crate::tree::{AdtId, Derive, FloatTy, FnId, GlobalId, ImplId, Program, Receiver, TraitId, Ty};
use crate::value::{Head, Obj, Value};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// A function that may be meant.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    function: FnId,
    of: Option<TraitId>,
    /// The `impl` it comes from.
    block: ImplId,
    receiver: Option<Receiver>,
}

/// Where functions are found.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// Of types.
    own: FxHashMap<(Key, Symbol), Vec<Candidate>>,
    /// Of references to types: `impl Trait for &T`.
    of_refs: FxHashMap<(Key, Symbol), Vec<Candidate>>,
    /// Of all types that fit: `impl<T: Bound> Trait for T`.
    blanket: FxHashMap<Symbol, Vec<Candidate>>,
    /// Of all references: `impl<T> Trait for &T`.
    blanket_refs: FxHashMap<Symbol, Vec<Candidate>>,
    /// Of raw pointers, which cannot be told from references.
    pointers: FxHashMap<Symbol, Vec<Candidate>>,
    /// Which types implement which traits.
    implemented: FxHashSet<(Key, TraitId)>,
    /// Traits with a blanket `impl`.
    general: FxHashMap<TraitId, Vec<ImplId>>,
    constants: FxHashMap<(Key, Symbol), GlobalId>,
    drops: FxHashMap<AdtId, FnId>,
    derefs: FxHashMap<AdtId, FnId>,
    derefs_mut: FxHashMap<AdtId, FnId>,
    copies: FxHashSet<AdtId>,
    /// Traits that every type is taken to implement: `Send`, `Sized` and their like.
    markers: FxHashSet<TraitId>,
    weak: FxHashSet<AdtId>,
    keepers: FxHashSet<AdtId>,
    fn_traits: FxHashSet<TraitId>,
    /// Traits of iterators.
    iterators: FxHashSet<TraitId>,
}

/// A function with its first argument as it takes it.
#[derive(Debug)]
pub struct Found {
    /// The function.
    pub function: FnId,
    /// The receiver: a reference, or the value itself.
    pub receiver: Value,
}

/// What methods of a type are found by; `None` where the type is a parameter or unknown.
pub(crate) fn key_of_type(ty: &Ty) -> Option<Key> {
    Some(match ty {
        Ty::Int(ty) => Key::Int(*ty),
        Ty::Float(FloatTy::F32) => Key::F32,
        Ty::Float(FloatTy::F64) => Key::F64,
        Ty::Bool => Key::Bool,
        Ty::Char => Key::Char,
        Ty::Str => Key::Str,
        Ty::Tuple(members) if members.is_empty() => Key::Unit,
        Ty::Tuple(members) => Key::Tuple(members.len() as u8),
        Ty::Slice(_) => Key::Slice,
        Ty::Array(..) => Key::Obj(Head::Array),
        Ty::Adt(adt, _) => Key::Obj(Head::Adt(*adt)),
        Ty::Fn(..) | Ty::Body(..) => Key::Fn,
        _ => return None,
    })
}

/// What methods of a value are found by; references are looked through before.
pub(crate) fn key_of(value: &Value) -> Option<Key> {
    Some(match value {
        Value::Unit => Key::Unit,
        Value::Bool(_) => Key::Bool,
        Value::Char(_) => Key::Char,
        Value::Int(ty, _) | Value::Wide(ty, _) => Key::Int(*ty),
        Value::F64(_) => Key::F64,
        Value::F32(_) => Key::F32,
        Value::Str(_) => Key::Str,
        Value::Slice(_) => Key::Slice,
        Value::Fn(..) => Key::Fn,
        Value::Unitary(adt, _) | Value::Share(adt, _) => Key::Obj(Head::Adt(*adt)),
        Value::Obj(object) => match object.head {
            Head::Closure(_) => Key::Fn,
            Head::Tuple => Key::Tuple(object.len() as u8),
            head => Key::Obj(head),
        },
        Value::Moved | Value::Ref(..) | Value::Types(_) => return None,
    })
}

impl Tables {
    pub(super) fn new(program: &Program) -> Self {
        let mut tables = Tables::default();
        let lang = |name: &str| program.lang.traits.get(name).copied();
        tables.markers.extend(["Send", "Sync", "Sized", "Unpin", "Freeze"].iter().filter_map(|it| lang(it)));
        let iterators = ["Iterator", "DoubleEndedIterator", "ExactSizeIterator", "IntoIterator"];
        tables.iterators.extend(iterators.iter().filter_map(|it| lang(it)));
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
        let of = item.of.as_ref().map(|it| it.0);
        let (key, is_ref) = match &item.self_ty {
            Ty::Ref(_, inner) => (key_of_type(inner), true),
            other => (key_of_type(other), false),
        };
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
            self.constants.extend(
                key.into_iter()
                    .flat_map(|key| item.consts.iter().map(move |(name, global)| ((key, *name), *global))),
            );
            return;
        };
        if let Some(key) = key {
            let all = &program.traits[of.index()].consts;
            let provided = all.iter().filter_map(|(name, global)| Some((*name, (*global)?)));
            for (name, global) in provided.chain(item.consts.iter().copied()) {
                self.constants.insert((key, name), global);
            }
        }
        match key {
            Some(key) if !is_ref => {
                self.implemented.insert((key, of));
                self.special(program, key, of, block);
            }
            None if !is_ref && !matches!(item.self_ty, Ty::Ptr(..)) => self.general.entry(of).or_default().push(block),
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

    pub(super) fn drop_of(&self, adt: AdtId) -> Option<FnId> {
        self.drops.get(&adt).copied()
    }

    pub(super) fn deref(&self, adt: AdtId, mutable: bool) -> Option<FnId> {
        let table = if mutable { &self.derefs_mut } else { &self.derefs };
        table.get(&adt).or_else(|| self.derefs.get(&adt)).copied()
    }

    pub(super) fn implements_copy(&self, adt: AdtId) -> bool {
        self.copies.contains(&adt)
    }

    pub(super) fn is_weak(&self, adt: AdtId) -> bool {
        self.weak.contains(&adt)
    }

    pub(super) fn keeps_content(&self, adt: AdtId) -> bool {
        self.keepers.contains(&adt)
    }

    pub(super) fn constant(&self, key: Key, name: Symbol) -> Option<GlobalId> {
        self.constants.get(&(key, name)).copied()
    }
}

impl Machine {
    /// Whether a type implements a trait.
    pub(crate) fn implements(&self, key: Key, of: TraitId) -> bool {
        self.implements_within(key, of, 8)
    }

    fn implements_within(&self, key: Key, of: TraitId, depth: u32) -> bool {
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
    fn fits(&self, key: Key, block: ImplId, depth: u32) -> bool {
        let program = self.program();
        let item = &program.impls[block.index()];
        let own = match &item.self_ty {
            Ty::Ref(_, inner) => (**inner).clone(),
            other => other.clone(),
        };
        let asked = item.generics.bounds.iter().filter(|it| it.0 == own);
        asked.into_iter().all(|(_, bound)| self.implements_within(key, bound.of, depth))
    }

    /// Finds the function of a method call: first among the traits in scope, through all references and pointers, then
    /// among all traits, since bounds bring methods that are not in scope.
    pub(super) fn method(
        self: &Rc<Self>,
        receiver: Value,
        is_place: bool,
        site: &MethodSite,
        args: &[Value],
    ) -> Result<Found, Trap> {
        let found = self.method_in_scope(receiver.clone(), is_place, site, args);
        if found.is_ok() || site.traits.is_empty() {
            return found;
        }
        let all = MethodSite { name: site.name, types: site.types.clone(), traits: Rc::new([]), span: site.span };
        let found = self.method_in_scope(receiver.clone(), is_place, &all, args).or(found);
        found.or_else(|trap| self.pointer_method(receiver, is_place, site).ok_or(trap))
    }

    /// A method of a raw pointer, where no other is found.
    fn pointer_method(&self, receiver: Value, is_place: bool, site: &MethodSite) -> Option<Found> {
        let found = self.tables.pointers.get(&site.name)?.first()?;
        let pointer = if is_place { behind(&receiver).unwrap_or(receiver) } else { receiver };
        matches!(pointer, Value::Ref(..)).then_some(Found { function: found.function, receiver: pointer })
    }

    /// As [`method`](Machine::method), of the traits that the site names; of all, if it names none.
    fn method_in_scope(
        self: &Rc<Self>,
        receiver: Value,
        is_place: bool,
        site: &MethodSite,
        args: &[Value],
    ) -> Result<Found, Trap> {
        let mut at = if is_place { receiver } else { Value::Ref(0, Obj::cell(receiver)) };
        let mut through_ref = false;
        loop {
            let value = behind(&at).unwrap_or_else(|| at.clone());
            if let Some(found) = self.at_step(&at, &value, through_ref, site, args) {
                return Ok(found);
            }
            match &value {
                Value::Ref(..) => {
                    at = value;
                    through_ref = true;
                }
                Value::Obj(object) if object.head == Head::Adt(self.known.string) => {
                    return self.unsized_method(Key::Str, &at, site, args);
                }
                Value::Obj(object)
                    if object.head == Head::Array || object.head == Head::Adt(self.known.vec) =>
                {
                    return self.unsized_method(Key::Slice, &at, site, args);
                }
                other => match self.pointee(other, true, site.span)? {
                    Some(place) => {
                        at = place;
                        through_ref = true;
                    }
                    None => return Err(self.no_method(&at, site)),
                },
            }
        }
    }

    /// A method of `str` or `[T]`, called on what derefs to it.
    fn unsized_method(&self, key: Key, at: &Value, site: &MethodSite, args: &[Value]) -> Result<Found, Trap> {
        let found = self.pick(self.tables.own.get(&(key, site.name)), key, site, args);
        match found {
            Some(it) => Ok(Found { function: it.function, receiver: at.clone() }),
            None => Err(self.no_method(at, site)),
        }
    }

    fn no_method(&self, at: &Value, site: &MethodSite) -> Trap {
        let name = self.text(site.name);
        let ty = self.type_name(&stripped(at));
        let hint = "the playground may not have this method yet";
        match Trap::unsupported(site.span, format!("no method named `{name}` found for `{ty}`")) {
            Trap::Unsupported(it) => Trap::Unsupported(Box::new(it.hint(hint))),
            other => other,
        }
    }

    /// The methods of the type at one step of auto-deref.
    fn at_step(
        &self,
        at: &Value,
        value: &Value,
        through_ref: bool,
        site: &MethodSite,
        args: &[Value],
    ) -> Option<Found> {
        if let Value::Ref(..) = value {
            let target = stripped(value);
            let key = key_of(&target)?;
            let table = self.tables.of_refs.get(&(key, site.name));
            let table = table.or_else(|| self.tables.blanket_refs.get(&site.name));
            let found = self.pick(table, key, site, args)?;
            let by_value = found.receiver == Some(Receiver::Value);
            // `a.cmp(&b)` of references is that of what they lead to, which takes these references as they are.
            let further = behind(value).filter(|it| !by_value && !matches!(it, Value::Ref(..)));
            if further.is_some_and(|it| self.by_reference(&it, site, args)) {
                return None;
            }
            let receiver = if by_value { value.clone() } else { at.clone() };
            return Some(Found { function: found.function, receiver });
        }
        let key = key_of(value)?;
        let own = self.pick(self.tables.own.get(&(key, site.name)), key, site, args);
        let found = own.or_else(|| self.pick(self.tables.blanket.get(&site.name), key, site, args));
        if let Some(found) = found {
            // `pin.poll(cx)` is what the pin leads to polled, not the pin.
            if found.receiver == Some(Receiver::Typed)
                && let Some(inner) = self.typed_receiver(at, value, site, args)
            {
                return Some(inner);
            }
            return match found.receiver {
                Some(Receiver::Value | Receiver::Typed) if !through_ref || self.is_copy(value) => {
                    Some(Found { function: found.function, receiver: self.load(at) })
                }
                // A reference to an iterator is one, too.
                Some(Receiver::Value) if found.of.is_some_and(|it| self.tables.iterators.contains(&it)) => {
                    Some(Found { function: found.function, receiver: at.clone() })
                }
                Some(Receiver::Value) => None,
                _ => Some(Found { function: found.function, receiver: at.clone() }),
            };
        }
        if let Value::Str(_) | Value::Slice(_) = value {
            let found = self.pick(self.tables.of_refs.get(&(key, site.name)), key, site, args)?;
            let by_value = found.receiver == Some(Receiver::Value);
            let receiver = if by_value { value.clone() } else { at.clone() };
            return Some(Found { function: found.function, receiver });
        }
        self.typed_receiver(at, value, site, args)
    }

    /// A method that takes `self: Pin<&mut Self>`, `self: Arc<Self>` and the like, called on such a pointer.
    fn typed_receiver(&self, at: &Value, value: &Value, site: &MethodSite, args: &[Value]) -> Option<Found> {
        let inner = self.pointed(value)?;
        let key = key_of(&inner)?;
        let own = self.pick(self.tables.own.get(&(key, site.name)), key, site, args);
        let found = own.or_else(|| self.pick(self.tables.blanket.get(&site.name), key, site, args))?;
        (found.receiver == Some(Receiver::Typed))
            .then(|| Found { function: found.function, receiver: self.load(at) })
    }

    /// Whether a value has a method that takes it by reference.
    fn by_reference(&self, value: &Value, site: &MethodSite, args: &[Value]) -> bool {
        let Some(key) = key_of(value) else { return false };
        let own = self.pick(self.tables.own.get(&(key, site.name)), key, site, args);
        let found = own.or_else(|| self.pick(self.tables.blanket.get(&site.name), key, site, args));
        found.is_some_and(|it| matches!(it.receiver, Some(Receiver::Ref | Receiver::RefMut)))
    }

    /// What a pin, a box or a share leads to.
    fn pointed(&self, value: &Value) -> Option<Value> {
        let inner = match value {
            Value::Share(_, object) => object.get(0),
            Value::Obj(object) => match object.head {
                Head::Adt(it) if it == self.known.pin || it == self.known.boxed => object.get(0),
                _ => return None,
            },
            _ => return None,
        };
        let mut inner = stripped(&inner);
        while let Value::Obj(object) = &inner
            && object.head == Head::Adt(self.known.boxed)
        {
            inner = stripped(&object.get(0));
        }
        Some(inner)
    }

    /// The one of several candidates that is meant: inherent before traits, then a trait in scope whose type arguments
    /// fit the arguments.
    fn pick(
        &self,
        candidates: Option<&Vec<Candidate>>,
        key: Key,
        site: &MethodSite,
        args: &[Value],
    ) -> Option<Candidate> {
        let candidates = candidates?;
        let in_scope = |it: &&Candidate| match it.of {
            None => true,
            Some(of) => site.traits.is_empty() || site.traits.contains(&of),
        };
        let fitting = |it: &&Candidate| {
            key_of_impl(&self.program.borrow(), it.block).is_some() || self.fits(key, it.block, 8)
        };
        let mut left: Vec<Candidate> = candidates.iter().filter(in_scope).filter(fitting).copied().collect();
        if left.iter().any(|it| it.of.is_none()) {
            left.retain(|it| it.of.is_none());
        }
        if left.len() > 1 {
            let close: Vec<_> = left.iter().filter(|it| self.takes(it, args)).copied().collect();
            if !close.is_empty() {
                left = close;
            }
        }
        left.first().copied()
    }

    /// Whether the declared types of a function's further parameters fit these arguments.
    fn takes(&self, candidate: &Candidate, args: &[Value]) -> bool {
        let program = self.program();
        let function = program.function(candidate.function);
        let receiver = usize::from(candidate.receiver.is_some());
        // A path's arguments begin with the receiver, a method's are behind it.
        let given = if args.len() == function.params.len() { receiver } else { 0 };
        let declared = function.params.iter().skip(receiver);
        declared.zip(args.iter().skip(given)).all(|(ty, value)| fits_type(ty, value))
    }

    /// Finds what `Type::name` or `<Type as Trait>::name` leads to, for these arguments.
    pub(super) fn associated(
        &self,
        ty: &Ty,
        of: Option<TraitId>,
        name: Symbol,
        args: &[Value],
        span: Span,
    ) -> Result<FnId, Trap> {
        let traits: Rc<[TraitId]> = of.into_iter().collect();
        let site = MethodSite { name, types: None, traits, span };
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
            let all = candidates?.iter().filter(|it| of.is_none() || it.of == of).copied().collect();
            self.pick(Some(&all), key, &site, args)
        };
        if let Some(inner) = args.first().and_then(|it| self.pointed(&stripped(it)))
            && let Some(key) = key_of(&inner)
        {
            let found = of_trait(own.get(&(key, name)), key).or_else(|| of_trait(blanket.get(&name), key));
            if let Some(it) = found.filter(|it| it.receiver == Some(Receiver::Typed)) {
                return Ok(it.function);
            }
        }
        of_trait(own.get(&(key, name)), key)
            .or_else(|| of_trait(blanket.get(&name), key))
            .or_else(|| unsized_key.and_then(|it| of_trait(own.get(&(it, name)), it)))
            .map(|it| it.function)
            .ok_or_else(|| {
                let message = format!("no function named `{}` found for this type", self.text(name));
                Trap::unsupported(span, message)
            })
    }

    /// Finds what `Type::NAME` leads to.
    pub(super) fn associated_constant(&self, ty: &Ty, name: Symbol) -> Option<GlobalId> {
        self.tables.constant(key_of_type(ty)?, name)
    }

    /// Finds the function of a trait for a value.
    pub(crate) fn implementation(&self, value: &Value, of: &str, name: &str) -> Option<FnId> {
        let program = self.program();
        let of = program.lang.traits.get(of).copied()?;
        let site = MethodSite {
            name: program.names.find(name)?,
            types: None,
            traits: Rc::new([of]),
            span: Span::NONE,
        };
        let key = key_of(value)?;
        let of_trait = |it: Candidate| (it.of == Some(of)).then_some(it.function);
        self.pick(self.tables.own.get(&(key, site.name)), key, &site, &[])
            .and_then(of_trait)
            .or_else(|| self.pick(self.tables.blanket.get(&site.name), key, &site, &[]).and_then(of_trait))
    }
}

fn key_of_impl(program: &Program, block: ImplId) -> Option<Key> {
    match &program.impls[block.index()].self_ty {
        Ty::Ref(_, inner) => key_of_type(inner),
        other => key_of_type(other),
    }
}

/// Whether a value may have a declared type, as far as can be seen.
pub(super) fn fits_type(ty: &Ty, value: &Value) -> bool {
    match (ty, value) {
        (Ty::Ref(_, inner), Value::Ref(slot, object)) => match (&**inner, object.get(*slot)) {
            // `&String` is taken as `&str`.
            (Ty::Str, Value::Obj(text)) => matches!(text.body, crate::value::Body::Text(_)),
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
