//! `impl Trait` as the type of an argument: a parameter without a name.

use super::walk::{Piece, walk};
use crate::lower::env::Env;
use crate::lower::world::World;
use crate::names::Symbol;
use crate::tree::{Generics, Param, Ty};
use quote::ToTokens as _;
use std::rc::Rc;
use syn::{FnArg, Signature, Type};

/// The texts of the `impl Trait`s in a type, in the order in which the type has them.
fn texts(ty: &Type) -> Vec<String> {
    let mut texts = Vec::new();
    walk(ty, &mut |it| match it {
        Piece::Type(Type::ImplTrait(it)) => {
            texts.push(crate::lower::text::stringify(it.to_token_stream()));
            false
        }
        _ => true,
    });
    texts
}

impl World {
    /// The types of a function's arguments, with a parameter for every `impl Trait` in them.
    pub(super) fn with_parameters_for(
        &mut self,
        env: &mut Env,
        signature: &Signature,
        params: &[Ty],
    ) -> Rc<[Ty]> {
        let mut generics = (*env.generics).clone();
        let mut params = params.to_vec();
        for (input, ty) in signature.inputs.iter().zip(&mut params) {
            let FnArg::Typed(input) = input else { continue };
            let names: Vec<_> =
                texts(&input.ty).iter().map(|it| self.program_mut().names.intern(it)).collect();
            *ty = named(ty, &mut generics, &mut names.into_iter());
        }
        if generics.params.len() > env.generics.params.len() {
            env.generics = Rc::new(generics);
        }
        params.into()
    }
}

/// A type whose `impl Trait`s are parameters.
fn named(ty: &Ty, generics: &mut Generics, names: &mut dyn Iterator<Item = Symbol>) -> Ty {
    let mut one = |it: &Rc<Ty>| Rc::new(named(it, generics, names));
    match ty {
        Ty::Ref(mutable, of) => Ty::Ref(*mutable, one(of)),
        Ty::Ptr(mutable, of) => Ty::Ptr(*mutable, one(of)),
        Ty::Slice(of) => Ty::Slice(one(of)),
        Ty::Array(of, length) => Ty::Array(one(of), length.clone()),
        Ty::Tuple(parts) => Ty::Tuple(parts.iter().map(|it| named(it, generics, names)).collect()),
        Ty::Adt(adt, parts) => Ty::Adt(*adt, parts.iter().map(|it| named(it, generics, names)).collect()),
        Ty::Impl(bounds) => {
            let Some(name) = names.next() else { return ty.clone() };
            let param = Param { index: generics.params.len() as u16, name };
            generics.params.push(param);
            generics.bounds.extend(bounds.iter().map(|it| (Ty::Param(param), it.clone())));
            Ty::Param(param)
        }
        other => other.clone(),
    }
}
