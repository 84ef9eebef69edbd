//! Which impl a type has, where the value does not tell: what is behind a `dyn Trait`, a reference or an empty `Vec` may
//! have an impl of its own, too.

use super::path::is_like;
use crate::code::{MethodSite, TypeArgs};
use crate::machine::access::stripped;
use crate::machine::{Hidden, Machine};
use crate::names::Symbol;
use crate::source::FileId;
use crate::tree::{FnId, FormatTrait, ImplId, TraitId, Ty};
use crate::value::Value;
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
        let types = Some(Rc::new(TypeArgs { of: Some(meant), args: Rc::new([]), open: false }));
        Some(MethodSite { name: site.name, types, traits: site.traits.clone(), span: site.span, memo: None })
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
fn is_declared(declared: &Ty, ty: &Ty) -> bool {
    match (declared, ty) {
        (Ty::Ref(a, declared), Ty::Ref(b, ty)) => a == b && is_declared(declared, ty),
        _ => is_like(declared, ty),
    }
}
