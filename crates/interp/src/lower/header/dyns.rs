//! Which traits cannot be behind `dyn`.

use super::walk::{Piece, walk};
use crate::diagnostic::Diagnostic;
use crate::lower::world::World;
use crate::source::{FileId, Span};
use crate::tree::{Bound, TraitId, Ty};
use syn::{
    FnArg, GenericParam, ItemTrait, ReturnType, TraitItem, TraitItemFn, Type, TypeParamBound, WherePredicate,
};

/// Traits of the library of which no value can be behind `dyn`: they give or take a `Self`.
const OF_LIBRARY: [&str; 8] = ["Sized", "Copy", "Clone", "Default", "PartialEq", "PartialOrd", "Ord", "Hash"];

impl World {
    /// Notes why a trait of the program cannot be behind `dyn`, if something in it stands against that.
    pub(super) fn note_dyn(&mut self, id: TraitId, it: &ItemTrait) {
        let is_own = self.modules.get(self.traits[id.index()].module).file == FileId::PROGRAM;
        // What an attribute makes of it is not known here; `async_trait` makes boxes of futures.
        let is_made = it.attrs.iter().any(|it| !it.path().is_ident("doc") && !it.path().is_ident("allow"));
        if !is_own || is_made {
            return;
        }
        let by_member = it.items.iter().find_map(against);
        let by_where = || {
            let clause = it.generics.where_clause.as_ref()?;
            clause.predicates.iter().any(wants_sized).then(|| "it requires `Self: Sized`".to_owned())
        };
        if let Some(why) = by_member.or_else(by_where) {
            self.not_dyn.insert(id, why.into());
        }
    }

    /// Reports the traits behind `dyn` that cannot be there.
    pub(in crate::lower) fn check_dyns(&mut self) {
        for (span, id) in std::mem::take(&mut self.dyns) {
            if let Some((by, why)) = self.why_not_dyn(id, 0) {
                let name = self.program.names.text(self.program.traits[id.index()].name).clone();
                let of = if by == id {
                    String::new()
                } else {
                    format!(
                        " of its supertrait `{}`",
                        self.program.names.text(self.program.traits[by.index()].name)
                    )
                };
                let message = format!("the trait `{name}` is not dyn compatible");
                self.report(
                    Diagnostic::error(span, message).code("E0038").hint(format!("because{of} {why}")),
                );
            }
        }
    }

    fn why_not_dyn(&self, id: TraitId, depth: u32) -> Option<(TraitId, std::rc::Rc<str>)> {
        if let Some(why) = self.not_dyn.get(&id) {
            return Some((id, why.clone()));
        }
        let supertraits = self.program.traits[id.index()].supertraits.clone();
        if let Some(name) = supertraits.iter().find_map(|it| self.super_against(it)) {
            return Some((id, format!("it requires `Self: {name}`").into()));
        }
        supertraits.iter().filter(|_| depth < 16).find_map(|it| self.why_not_dyn(it.of, depth + 1))
    }

    /// The name of a supertrait of which no value can be behind `dyn`. `PartialEq<i32>` takes no `Self`.
    fn super_against(&self, bound: &Bound) -> Option<&str> {
        let of = &self.program.traits[bound.of.index()];
        let name = &**self.program.names.text(of.name);
        let takes_self =
            bound.args.first().is_none_or(|it| matches!(it, Ty::Param(param) if param.index == 0));
        (of.span.file != FileId::PROGRAM && OF_LIBRARY.contains(&name) && takes_self).then_some(name)
    }

    /// Notes that a trait stands behind `dyn`.
    pub(in crate::lower) fn note_dyn_use(&mut self, span: Span, id: TraitId) {
        if span.file == FileId::PROGRAM {
            self.dyns.push((span, id));
        }
    }
}

/// What a member has against `dyn`.
fn against(item: &TraitItem) -> Option<String> {
    match item {
        TraitItem::Const(it) => Some(format!("it contains the associated const `{}`", it.ident)),
        TraitItem::Type(it) if !it.generics.params.is_empty() && !sized_only(&it.generics) => {
            Some(format!("it contains the generic associated type `{}`", it.ident))
        }
        TraitItem::Fn(it) if !sized_only(&it.sig.generics) => function_against(it),
        _ => None,
    }
}

fn function_against(it: &TraitItemFn) -> Option<String> {
    let (sig, name) = (&it.sig, &it.sig.ident);
    if sig.receiver().is_none() {
        return Some(format!("associated function `{name}` has no `self` parameter"));
    }
    if sig.asyncness.is_some() {
        return Some(format!(
            "method `{name}` is `async`: `#[async_trait]` makes boxes of its futures, or let it return `Pin<Box<dyn Future<Output = ..>>>`"
        ));
    }
    let mut types = sig.inputs.iter().filter_map(|it| match it {
        FnArg::Typed(it) => Some(&*it.ty),
        FnArg::Receiver(_) => None,
    });
    let is_type = |it: &GenericParam| matches!(it, GenericParam::Type(_));
    if sig.generics.params.iter().any(is_type) || types.clone().any(|it| has(it).1) {
        return Some(format!("method `{name}` has generic type parameters"));
    }
    if types.any(|it| has(it).0) {
        return Some(format!("method `{name}` references the `Self` type in its parameters"));
    }
    let ReturnType::Type(_, ret) = &sig.output else { return None };
    match has(ret) {
        (true, _) => Some(format!("method `{name}` references the `Self` type in its return type")),
        (_, true) => Some(format!("method `{name}` references an `impl Trait` type in its return type")),
        _ => None,
    }
}

/// Whether something is only there for what is `Sized`.
fn sized_only(generics: &syn::Generics) -> bool {
    generics.where_clause.iter().flat_map(|it| &it.predicates).any(wants_sized)
}

fn wants_sized(it: &WherePredicate) -> bool {
    let WherePredicate::Type(it) = it else { return false };
    let is_self = matches!(&it.bounded_ty, Type::Path(it) if it.path.is_ident("Self"));
    let is_sized = |it: &TypeParamBound| matches!(it, TypeParamBound::Trait(it) if it.path.is_ident("Sized"));
    is_self && it.bounds.iter().any(is_sized)
}

/// Whether a type speaks of `Self` itself, and of an `impl Trait`.
fn has(ty: &Type) -> (bool, bool) {
    let mut found = (false, false);
    walk(ty, &mut |it| match it {
        Piece::Type(Type::Path(it)) => {
            // `Self::Item` is another type.
            found.0 |= it.path.is_ident("Self");
            it.qself.is_none()
        }
        Piece::Type(Type::ImplTrait(_)) => {
            found.1 = true;
            false
        }
        _ => true,
    });
    found
}
