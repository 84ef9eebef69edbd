//! Walks through what a type is made of.

use syn::{
    AngleBracketedGenericArguments, BoundLifetimes, GenericArgument, GenericParam, Lifetime, Path,
    PathArguments, ReturnType, Type, TypeParamBound,
};

/// A piece of a type. Lengths of arrays and other constants are none.
pub(super) enum Piece<'a> {
    /// A type; before what it is made of.
    Type(&'a Type),
    /// A lifetime among the arguments of a path.
    Argument(&'a Lifetime),
    /// A lifetime that is a bound, or that `for` declares.
    Lifetime(&'a Lifetime),
    /// `(A, B) -> C` behind a path; before its types.
    Parenthesized,
    /// `use<..>`.
    Capture,
}

/// Calls `see` with a type and all pieces in it, in the order in which they are written; not with those in a piece of which
/// it says no.
pub(super) fn walk<'a>(ty: &'a Type, see: &mut dyn FnMut(Piece<'a>) -> bool) {
    if !see(Piece::Type(ty)) {
        return;
    }
    match ty {
        Type::Array(it) => walk(&it.elem, see),
        Type::FnPtr(it) => {
            bound(it.lifetimes.as_ref(), see);
            it.inputs.iter().for_each(|it| walk(&it.ty, see));
            returned(&it.output, see);
        }
        Type::Group(it) => walk(&it.elem, see),
        Type::ImplTrait(it) => it.bounds.iter().for_each(|it| of_bound(it, see)),
        Type::Paren(it) => walk(&it.elem, see),
        Type::Path(it) => {
            if let Some(it) = &it.qself {
                walk(&it.ty, see);
            }
            of_path(&it.path, see);
        }
        Type::Ptr(it) => walk(&it.elem, see),
        Type::Reference(it) => walk(&it.elem, see),
        Type::Slice(it) => walk(&it.elem, see),
        Type::TraitObject(it) => it.bounds.iter().for_each(|it| of_bound(it, see)),
        Type::Tuple(it) => it.elems.iter().for_each(|it| walk(it, see)),
        _ => {}
    }
}

fn of_bound<'a>(of: &'a TypeParamBound, see: &mut dyn FnMut(Piece<'a>) -> bool) {
    match of {
        TypeParamBound::Trait(it) => {
            bound(it.lifetimes.as_ref(), see);
            of_path(&it.path, see);
        }
        TypeParamBound::Lifetime(it) => drop(see(Piece::Lifetime(it))),
        TypeParamBound::PreciseCapture(_) => drop(see(Piece::Capture)),
        _ => {}
    }
}

fn bound<'a>(lifetimes: Option<&'a BoundLifetimes>, see: &mut dyn FnMut(Piece<'a>) -> bool) {
    for it in lifetimes.into_iter().flat_map(|it| &it.lifetimes) {
        if let GenericParam::Lifetime(it) = it {
            see(Piece::Lifetime(&it.lifetime));
        }
    }
}

fn of_path<'a>(path: &'a Path, see: &mut dyn FnMut(Piece<'a>) -> bool) {
    for it in &path.segments {
        match &it.arguments {
            PathArguments::None => {}
            PathArguments::AngleBracketed(it) => of_arguments(it, see),
            PathArguments::Parenthesized(it) => {
                if see(Piece::Parenthesized) {
                    it.inputs.iter().for_each(|it| walk(&it.ty, see));
                    returned(&it.output, see);
                }
            }
        }
    }
}

fn of_arguments<'a>(of: &'a AngleBracketedGenericArguments, see: &mut dyn FnMut(Piece<'a>) -> bool) {
    for it in &of.args {
        match it {
            GenericArgument::Lifetime(it) => drop(see(Piece::Argument(it))),
            GenericArgument::Type(it) => walk(it, see),
            GenericArgument::AssocType(it) => {
                it.generics.iter().for_each(|it| of_arguments(it, see));
                walk(&it.ty, see);
            }
            GenericArgument::Constraint(it) => {
                it.generics.iter().for_each(|it| of_arguments(it, see));
                it.bounds.iter().for_each(|it| of_bound(it, see));
            }
            _ => {}
        }
    }
}

fn returned<'a>(output: &'a ReturnType, see: &mut dyn FnMut(Piece<'a>) -> bool) {
    if let ReturnType::Type(_, ty) = output {
        walk(ty, see);
    }
}
