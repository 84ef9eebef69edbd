//! References of which nothing says how long what they lead to lives.

use super::walk::{Piece, walk};
use crate::diagnostic::Diagnostic;
use crate::lower::env::Env;
use crate::lower::world::World;
use crate::source::FileId;
use crate::tree::Ty;
use proc_macro2::Span;
use syn::{FnArg, ReceiverKind, ReturnType, Signature, Type};

/// Types of the library that have no lifetime.
const OWNED: [&str; 12] = [
    "String", "Vec", "Box", "Option", "Result", "Rc", "Arc", "HashMap", "HashSet", "BTreeMap", "Mutex",
    "RefCell",
];

/// The lifetimes in types, but for those within `Fn(&T) -> &T`, which are its own.
#[derive(Default)]
struct Lifetimes {
    /// Where there is a reference without one.
    unnamed: Vec<Span>,
    /// The names of references and of arguments.
    named: Vec<String>,
    /// Whether there are others, of which nothing is said here.
    others: bool,
}

impl Lifetimes {
    fn find(&mut self, ty: &Type) {
        walk(ty, &mut |it| match it {
            Piece::Type(Type::Reference(it)) => {
                match &it.lifetime {
                    Some(lifetime) => self.add(lifetime),
                    None => self.unnamed.push(it.and_token.spans[0]),
                }
                true
            }
            Piece::Argument(lifetime) => {
                self.add(lifetime);
                true
            }
            Piece::Type(Type::Macro(_)) | Piece::Lifetime(_) => {
                self.others = true;
                true
            }
            Piece::Type(Type::FnPtr(_)) | Piece::Parenthesized => false,
            Piece::Type(_) | Piece::Capture => true,
        });
    }

    fn add(&mut self, lifetime: &syn::Lifetime) {
        let name = lifetime.ident.to_string();
        if name == "_" {
            self.unnamed.push(lifetime.ident.span());
        } else if !self.named.contains(&name) {
            self.named.push(name);
        }
    }
}

impl World {
    /// The references in the type of a field need a lifetime.
    pub(super) fn check_field_lifetimes(&mut self, env: &Env, ty: &Type) {
        let mut found = Lifetimes::default();
        found.find(ty);
        for at in found.unnamed {
            self.missing_lifetime(env, at, false);
        }
    }

    /// The references that a function gives need a lifetime if there is none, or more than one, that may be meant.
    pub(super) fn check_elision(&mut self, env: &Env, signature: &Signature, params: &[Ty]) {
        let ReturnType::Type(_, ret) = &signature.output else { return };
        let mut given = Lifetimes::default();
        given.find(ret);
        let Some(&first) = given.unnamed.first() else { return };
        let mut taken = Lifetimes::default();
        for input in &signature.inputs {
            match input {
                FnArg::Typed(it) => taken.find(&it.ty),
                FnArg::Receiver(it) => match &it.kind {
                    // What `self` is borrowed for is meant.
                    ReceiverKind::Reference(..) | ReceiverKind::Typed(..) => return,
                    _ => {}
                },
            }
        }
        // What `for<'a>` declares is no lifetime to choose.
        let several = !taken.others && taken.unnamed.len() + taken.named.len() > 1;
        let typed = params.iter().skip(usize::from(signature.receiver().is_some()));
        let none = !taken.others && taken.unnamed.is_empty() && taken.named.is_empty();
        if several || none && typed.into_iter().all(|it| self.is_owned(it)) {
            self.missing_lifetime(env, first, given.unnamed.len() > 1);
        }
    }

    /// Whether there is surely no lifetime in a type.
    fn is_owned(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Int(_)
            | Ty::Float(_)
            | Ty::Bool
            | Ty::Char
            | Ty::Str
            | Ty::Never
            | Ty::Param(_)
            | Ty::Const(_) => true,
            Ty::Tuple(parts) => parts.iter().all(|it| self.is_owned(it)),
            Ty::Slice(of) | Ty::Array(of, _) => self.is_owned(of),
            Ty::Adt(id, args) => {
                let decl = &self.adts[id.index()];
                let own = self.program.adt(*id).span.file == FileId::PROGRAM;
                let known = own || OWNED.contains(&&*self.text(decl.name));
                known && decl.generics.lifetimes().count() == 0 && args.iter().all(|it| self.is_owned(it))
            }
            _ => false,
        }
    }

    fn missing_lifetime(&mut self, env: &Env, at: Span, several: bool) {
        let span = self.span(env.module, at);
        if span.file != FileId::PROGRAM {
            return;
        }
        let plural = if several { "s" } else { "" };
        let message = format!("missing lifetime specifier{plural}");
        let hint = "name the lifetime: declare `<'a>`, and write `&'a` here and at what is borrowed from";
        self.report(Diagnostic::error(span, message).code("E0106").hint(hint));
    }
}
