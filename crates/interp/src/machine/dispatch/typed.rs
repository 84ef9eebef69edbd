//! Which impl a type has, where the value does not tell: what is behind a `dyn Trait`, a reference or an empty `Vec` may
//! have an impl of its own, too.

use super::path::is_like;
use super::{Found, key_of};
use crate::code::{MethodSite, TypeArgs};
use crate::machine::access::{behind, stripped};
use crate::machine::{Hidden, Machine};
use crate::names::Symbol;
use crate::source::FileId;
use crate::tree::{FnId, FormatTrait, ImplId, Receiver, TraitId, Ty};
use crate::value::{Head, Value};
use std::rc::Rc;

impl Machine {
    /// A call's site with what is meant while the function around it runs, where the type says that and no value.
    pub(super) fn told_impl(
        &self,
        site: &MethodSite,
        types: &Rc<TypeArgs>,
        hidden: Option<&Rc<Hidden>>,
    ) -> Option<MethodSite> {
        if self.tables.typed.is_empty() {
            return None;
        }
        let of = self.program().function(types.of?).in_trait?;
        let this = self.typed(of, types.args.first()?, hidden)?;
        let meant = self.typed_function(of, site.name, &this)?;
        let args = self.args_within(meant, (of, &this), types, hidden);
        let types = Some(Rc::new(TypeArgs { of: Some(meant), args, open: false }));
        let behind = site.behind;
        Some(MethodSite {
            types,
            behind,
            certain: true,
            ..MethodSite::new(site.name, site.traits.clone(), site.span)
        })
    }

    /// The type arguments of an `impl`'s function, by those of the trait's: what its type is tells the `impl`'s own.
    fn args_within(
        &self,
        meant: FnId,
        (of, this): (TraitId, &Ty),
        types: &TypeArgs,
        hidden: Option<&Rc<Hidden>>,
    ) -> Rc<[Ty]> {
        let program = self.program();
        let Some(block) = program.function(meant).in_impl else { return Rc::new([]) };
        let block = &program.impls[block.index()];
        let own = types.args.iter().skip(program.traits[of.index()].generics.params.len());
        let own = own.map(|it| self.known_type(it, hidden.map(|it| &**it)));
        self.impl_args(block, this, 0).into_iter().chain(own).collect()
    }

    /// The function of a call of which is known how many pointers lead to what has it: they themselves do not count, and
    /// neither does what lies further behind.
    pub(super) fn at_depth(&self, place: &Value, site: &MethodSite, args: &[Value]) -> Option<Found> {
        let mut at = place.clone();
        for _ in 0..site.behind? {
            at = match behind(&at)? {
                Value::Str(_) | Value::Slice(_) => break,
                value @ Value::Ref(..) => value,
                Value::Share(_, object) => Value::Ref(0, object),
                Value::Obj(object) if object.head == Head::Adt(self.known.boxed) => Value::Ref(0, object),
                _ => return None,
            };
        }
        let value = behind(&at)?;
        let (function, receiver) = match site.types.as_ref().and_then(|it| it.of).filter(|_| site.certain) {
            Some(it) => (it, self.program().function(it).receiver),
            None if matches!(value, Value::Ref(..)) => {
                let found = self.candidate_of_reference(&value, site, args)?;
                (found.function, found.receiver)
            }
            None => {
                let found = self.of_value(key_of(&value)?, &value, site, args)?;
                (found.function, found.receiver)
            }
        };
        let receiver = match receiver? {
            Receiver::Ref | Receiver::RefMut => at,
            Receiver::Value => self.load(&at),
            Receiver::Typed => return None,
        };
        Some(Found { function, receiver })
    }

    /// The type that something of a trait is asked for, if the trait is one whose impls only types tell apart.
    fn typed(&self, of: TraitId, this: &Ty, hidden: Option<&Rc<Hidden>>) -> Option<Ty> {
        self.tables.typed.contains_key(&of).then(|| self.known_type(this, hidden.map(|it| &**it)))
    }

    /// The function of a trait that a type has by the one `impl` that is for it; none where several may be.
    pub(super) fn typed_function(&self, of: TraitId, name: Symbol, this: &Ty) -> Option<FnId> {
        let block = self.typed_impl(of, this)?;
        let program = self.program();
        program.impls[block.index()].functions.iter().find(|it| it.0 == name).map(|it| it.1)
    }

    fn typed_impl(&self, of: TraitId, this: &Ty) -> Option<ImplId> {
        let blocks = self.tables.typed.get(&of).filter(|_| this.is_whole())?;
        let program = self.program();
        let is_for = |it: &&ImplId| {
            let declared = &program.impls[it.index()].self_ty;
            !matches!(declared, Ty::Param(_)) && is_declared(declared, this)
        };
        let mut fitting = blocks.iter().filter(is_for);
        let found = fitting.next()?;
        fitting.next().is_none().then_some(*found)
    }

    /// The function of the program's that formats an argument, by the type that the argument has in the text, and what it
    /// is called on.
    pub(in crate::machine) fn typed_format(
        &self,
        by: FormatTrait,
        (ty, value): (&Ty, &Value),
        hidden: Option<&Rc<Hidden>>,
    ) -> Option<(FnId, Value)> {
        let program = self.program();
        let of = program.lang.traits.get(by.name()).copied()?;
        let mut this = self.typed(of, ty, hidden)?;
        let mut value = stripped(value);
        loop {
            this = match &this {
                Ty::Ref(_, inner) => (**inner).clone(),
                Ty::Adt(adt, args) if *adt == self.known.boxed => {
                    value = stripped(&self.content(&value)?);
                    args.first()?.clone()
                }
                _ => break,
            };
        }
        let block = self.typed_impl(of, &this)?;
        let block = &program.impls[block.index()];
        let function = block.functions.first().filter(|_| block.span.file == FileId::PROGRAM)?;
        Some((function.1, value))
    }
}

/// Whether a declared type may be this one; `&mut T` is not `&T`.
pub(in crate::machine) fn is_declared(declared: &Ty, ty: &Ty) -> bool {
    match (declared, ty) {
        (Ty::Ref(a, declared), Ty::Ref(b, ty)) => a == b && is_declared(declared, ty),
        _ => is_like(declared, ty),
    }
}
