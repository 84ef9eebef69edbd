//! Which function a method call leads to.

use super::tables::Candidate;
use super::{Found, key_of};
use crate::code::{Key, MethodSite};
use crate::machine::access::{behind, stripped};
use crate::machine::trail::Trail;
use crate::machine::{Machine, Trap};
use crate::tree::{Receiver, TraitId, Ty};
use crate::value::{Head, Obj, Value};
use std::rc::Rc;

impl Machine {
    /// Finds the function of a method call: first among the traits in scope, through all references and pointers, then
    /// among all traits, since bounds bring methods that are not in scope.
    pub(in crate::machine) fn method(
        self: &Rc<Self>,
        receiver: (&Value, bool),
        site: &MethodSite,
        args: &[Value],
        trail: &Trail,
    ) -> Result<Found, Trap> {
        let open = |found: &Result<Found, Trap>| matches!(found, Ok(_) | Err(Trap::Deref(..)));
        if site.types.as_ref().is_some_and(|it| it.of.is_some()) {
            let found = self.method_in_scope(receiver, site, args, trail);
            if open(&found) {
                return found;
            }
        }
        // Inference may be wrong where little is known of the types.
        let free = MethodSite::new(site.name, site.traits.clone(), site.span);
        let site = &free;
        let found = self.method_in_scope(receiver, site, args, trail);
        if open(&found) || site.traits.is_empty() {
            return found;
        }
        let all = MethodSite::new(site.name, Rc::new([]), site.span);
        let anywhere = self.method_in_scope(receiver, &all, args, trail);
        if open(&anywhere) {
            return anywhere;
        }
        found.or_else(|trap| self.pointer_method(receiver.0.clone(), receiver.1, site).ok_or(trap))
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
        (receiver, is_place): (&Value, bool),
        site: &MethodSite,
        args: &[Value],
        trail: &Trail,
    ) -> Result<Found, Trap> {
        trail.again();
        let receiver = receiver.clone();
        let mut at = if is_place { receiver } else { Value::Ref(0, Obj::cell(receiver)) };
        let mut through_ref = false;
        if let Some(found) = self.at_depth(&at, site, args) {
            return Ok(found);
        }
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
                other => match self.pointee_along(trail, other, self.derefs_mutably(other, site))? {
                    Some(place) => {
                        // What is in a box can be moved out of it.
                        let boxed = matches!(other, Value::Obj(it) if it.head == Head::Adt(self.known.boxed));
                        through_ref |= !boxed;
                        at = place;
                    }
                    None => return Err(self.no_method(&at, site)),
                },
            }
        }
    }

    /// A method of `str` or `[T]`, or of references to them, called on what derefs to it.
    fn unsized_method(
        self: &Rc<Self>,
        key: Key,
        at: &Value,
        site: &MethodSite,
        args: &[Value],
    ) -> Result<Found, Trap> {
        if let Some(it) = self.pick(self.tables.own.get(&(key, site.name)), key, site, (None, args)) {
            return Ok(Found { function: it.function, receiver: at.clone() });
        }
        let of_refs = self.pick(self.tables.of_refs.get(&(key, site.name)), key, site, (None, args));
        match of_refs.filter(|it| it.receiver == Some(Receiver::Value)) {
            Some(it) if key == Key::Slice => {
                Ok(Found { function: it.function, receiver: self.rest(at, 0, 0, site.span)? })
            }
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
        if matches!(value, Value::Ref(..)) {
            return self.of_reference(at, value, site, args);
        }
        let key = key_of(value)?;
        match self.of_value(key, value, site, args) {
            Some(found) => self.taken(found, (at, value, through_ref), site, args),
            None => self
                .of_reference_to(key, at, value, site, args)
                .or_else(|| self.typed_receiver(at, value, site, args)),
        }
    }

    /// A method of a reference as such.
    fn of_reference(&self, at: &Value, value: &Value, site: &MethodSite, args: &[Value]) -> Option<Found> {
        let found = self.candidate_of_reference(value, site, args)?;
        if found.receiver == Some(Receiver::Value) {
            return Some(Found { function: found.function, receiver: value.clone() });
        }
        // Before a reference to it is taken, `a.cmp(&b)` of references is that of what they lead to, which takes these
        // references as they are.
        match behind(value) {
            Some(next @ Value::Ref(..)) => {
                let further = self.candidate_of_reference(&next, site, args);
                if let Some(it) = further.filter(|it| it.receiver != Some(Receiver::Value)) {
                    return Some(Found { function: it.function, receiver: value.clone() });
                }
            }
            Some(next) if self.by_reference(&next, site, args) => return None,
            _ => {}
        }
        Some(Found { function: found.function, receiver: at.clone() })
    }

    pub(super) fn candidate_of_reference(
        &self,
        value: &Value,
        site: &MethodSite,
        args: &[Value],
    ) -> Option<Candidate> {
        let key = key_of(&stripped(value))?;
        // What is for slices and texts as such is the next step's.
        let is_next = behind(value).is_some_and(|it| is_wide(&it));
        let table = self.tables.of_refs.get(&(key, site.name)).filter(|_| !is_next);
        let found = self
            .pick(table, key, site, (Some(value), args))
            .or_else(|| self.pick(self.tables.blanket_refs.get(&site.name), key, site, (Some(value), args)))
            .or_else(|| self.of_anything(key, site, args))?;
        (!is_next || found.receiver == Some(Receiver::Value)).then_some(found)
    }

    /// A method of a value's own type, or of all types.
    pub(super) fn of_value(
        &self,
        key: Key,
        value: &Value,
        site: &MethodSite,
        args: &[Value],
    ) -> Option<Candidate> {
        let own = self.tables.own.get(&(key, site.name));
        // A method that asks something of what is in a box may be the content's own; `Ref::clone` is no method.
        let suits = |it: &Candidate| {
            it.receiver.is_some() && self.content(value).is_none_or(|content| self.suits(it, &content))
        };
        let own = self.pick(own, key, site, (Some(value), args)).filter(suits);
        own.or_else(|| self.pick(self.tables.blanket.get(&site.name), key, site, (Some(value), args)))
    }

    /// A method of a value with what it takes: the place of the value, or the value, where that may be taken.
    fn taken(
        &self,
        found: Candidate,
        (at, value, through_ref): (&Value, &Value, bool),
        site: &MethodSite,
        args: &[Value],
    ) -> Option<Found> {
        // `pin.poll(cx)` is what the pin leads to polled, not the pin.
        if found.receiver == Some(Receiver::Typed)
            && let Some(inner) = self.typed_receiver(at, value, site, args)
        {
            return Some(inner);
        }
        let receiver = match found.receiver {
            Some(Receiver::Value | Receiver::Typed) if !through_ref || self.is_copy(value) => self.load(at),
            // A reference to an iterator or a future is one, too.
            Some(Receiver::Value) if !self.takes_references(&found) => return None,
            _ => at.clone(),
        };
        Some(Found { function: found.function, receiver })
    }

    /// A method of references to such a value: `tree.into_iter()` is one of `&tree` where only references have it.
    fn of_reference_to(
        &self,
        key: Key,
        at: &Value,
        value: &Value,
        site: &MethodSite,
        args: &[Value],
    ) -> Option<Found> {
        let is_wide = is_wide(value);
        let blanket = || self.tables.blanket_refs.get(&site.name).filter(|_| is_wide);
        let found = self.pick(self.tables.of_refs.get(&(key, site.name)), key, site, (Some(value), args));
        let found = found.or_else(|| self.pick(blanket(), key, site, (Some(value), args)))?;
        let by_value = found.receiver == Some(Receiver::Value);
        let receiver = match (is_wide, by_value) {
            (true, true) => value.clone(),
            (false, false) => return None,
            _ => at.clone(),
        };
        Some(Found { function: found.function, receiver })
    }

    /// A method of all types that takes what it is called on: of a reference, that is the reference.
    fn of_anything(&self, key: Key, site: &MethodSite, args: &[Value]) -> Option<Candidate> {
        let table = self.tables.blanket.get(&site.name);
        let program = self.program();
        let takes = |it: &Candidate| {
            let block = &program.impls[it.block.index()];
            let mut asked = block.generics.bounds.iter().filter(|it| it.0 == block.self_ty);
            it.receiver == Some(Receiver::Value)
                && matches!(block.self_ty, Ty::Param(_))
                && asked.all(|it| self.references_implement(key, it.1.of))
        };
        let found = self.pick(table, key, site, (None, args));
        let by_reference = || {
            let in_scope = |it: &&Candidate| it.of.is_some_and(|of| site.traits.contains(&of));
            table?.iter().filter(in_scope).find(|it| takes(it)).copied()
        };
        found.filter(takes).or_else(by_reference)
    }

    /// Whether references to a type implement a trait by an `impl` of their own.
    fn references_implement(&self, key: Key, of: TraitId) -> bool {
        let program = self.program();
        let blocks = self.tables.blocks.get(&(key, true)).into_iter().flatten();
        blocks.into_iter().any(|it| program.impls[it.index()].of.as_ref().is_some_and(|it| it.0 == of))
    }

    /// A method that takes `self: Pin<&mut Self>`, `self: Arc<Self>` and the like, called on such a pointer.
    fn typed_receiver(&self, at: &Value, value: &Value, site: &MethodSite, args: &[Value]) -> Option<Found> {
        let inner = self.pointed(value)?;
        let key = key_of(&inner)?;
        let table = match inner {
            Value::Str(_) | Value::Slice(_) => &self.tables.of_refs,
            _ => &self.tables.own,
        };
        let args = (Some(&inner), args);
        let found = self.pick(table.get(&(key, site.name)), key, site, args);
        let found = found.or_else(|| self.pick(self.tables.blanket.get(&site.name), key, site, args));
        let found =
            found.or_else(|| self.pick(self.tables.of_refs.get(&(key, site.name)), key, site, args))?;
        if found.receiver != Some(Receiver::Typed) {
            return None;
        }
        // `self: &Arc<Self>` leaves the share where it is.
        let by_ref = matches!(self.program().function(found.function).params.first(), Some(Ty::Ref(..)));
        let receiver = if by_ref { at.clone() } else { self.load(at) };
        Some(Found { function: found.function, receiver })
    }

    /// Whether a value has a method that takes it by reference.
    fn by_reference(&self, value: &Value, site: &MethodSite, args: &[Value]) -> bool {
        let Some(key) = key_of(value) else { return false };
        let own = self.pick(self.tables.own.get(&(key, site.name)), key, site, (Some(value), args));
        let found =
            own.or_else(|| self.pick(self.tables.blanket.get(&site.name), key, site, (Some(value), args)));
        found.is_some_and(|it| matches!(it.receiver, Some(Receiver::Ref | Receiver::RefMut)))
    }

    /// What a pin, a box or a share leads to.
    pub(super) fn pointed(&self, value: &Value) -> Option<Value> {
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
}

/// Whether a value is a reference by itself, as slices and texts are.
fn is_wide(value: &Value) -> bool {
    matches!(value, Value::Str(_) | Value::Slice(_))
}
