//! What a function's result may not outlive, as far as its signature says so without a doubt.

use super::walk::{Piece, walk};
use std::rc::Rc;
use syn::{FnArg, ReceiverKind, ReturnType, Signature, Type, TypeParamBound};

/// A lifetime as a signature writes it.
#[derive(Clone, PartialEq, Eq)]
enum Life {
    Elided,
    Named(String),
}

/// The lifetimes in a type.
#[derive(Default)]
struct Lives {
    found: Vec<Life>,
    /// Whether the type is `impl Trait`, which takes all lifetimes with it unless it lasts for ever.
    takes_all: bool,
    /// Whether there is something of which nothing is said here.
    unsure: bool,
}

impl Lives {
    fn find(&mut self, ty: &Type) {
        walk(ty, &mut |it| match it {
            Piece::Argument(it) | Piece::Lifetime(it) => {
                self.add(life(Some(it)));
                true
            }
            Piece::Type(Type::Reference(it)) => {
                self.add(life(it.lifetime.as_ref()));
                true
            }
            Piece::Type(Type::ImplTrait(it)) => {
                let for_ever =
                    |it: &TypeParamBound| matches!(it, TypeParamBound::Lifetime(it) if it.ident == "static");
                self.takes_all |= !it.bounds.iter().any(for_ever);
                true
            }
            Piece::Type(Type::FnPtr(_)) | Piece::Capture => {
                self.unsure = true;
                false
            }
            Piece::Type(_) | Piece::Parenthesized => true,
        });
    }

    fn add(&mut self, life: Life) {
        if !self.found.contains(&life) {
            self.found.push(life);
        }
    }
}

fn life(lifetime: Option<&syn::Lifetime>) -> Life {
    match lifetime {
        Some(it) if it.ident != "_" => Life::Named(it.ident.to_string()),
        _ => Life::Elided,
    }
}

/// The parameters that are references whose lifetime is a part of the result.
pub(super) fn lent(signature: &Signature) -> Rc<[u16]> {
    let ReturnType::Type(_, ret) = &signature.output else { return Rc::from([]) };
    let mut lives = Lives::default();
    lives.find(ret);
    let references: Vec<(u16, Life)> = (0..).zip(&signature.inputs).filter_map(reference).collect();
    if lives.unsure {
        return Rc::from([]);
    }
    if lives.takes_all {
        return references.iter().map(|it| it.0).collect();
    }
    match &lives.found[..] {
        [Life::Elided] => match &references[..] {
            [(0, Life::Elided), ..] if signature.receiver().is_some() => Rc::from([0]),
            [(only, Life::Elided)] if signature.receiver().is_none() => Rc::from([*only]),
            _ => Rc::from([]),
        },
        [Life::Named(name)] if name != "static" => {
            let same = references.iter().filter(|it| it.1 == Life::Named(name.clone()));
            same.map(|it| it.0).collect()
        }
        _ => Rc::from([]),
    }
}

/// A parameter's number, and the lifetime of the reference that it is.
fn reference((number, input): (u16, &FnArg)) -> Option<(u16, Life)> {
    match input {
        FnArg::Receiver(it) => match &it.kind {
            ReceiverKind::Reference(_, lifetime, _) => Some((number, life(lifetime.as_ref()))),
            _ => None,
        },
        FnArg::Typed(it) => match &*it.ty {
            Type::Reference(it) => Some((number, life(it.lifetime.as_ref()))),
            _ => None,
        },
    }
}
