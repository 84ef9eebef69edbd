//! `#[derive(..)]`: each becomes an `impl`, whose functions the machine does.

mod error;
mod project;
mod serde;

use super::attribute;
use super::header::Pending;
use super::world::World;
use crate::diagnostic::Diagnostic;
use crate::parse;
use crate::parse::Spanned as _;
use crate::tree::{Derive, ModuleId};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{GenericParam, Generics, Ident, Item, Meta};

/// What is derived for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Data<'a> {
    /// A struct.
    Struct(&'a syn::ItemStruct),
    /// An enum.
    Enum(&'a syn::ItemEnum),
}

/// What can be derived, and in which module of which crate the trait is.
const DERIVES: &[(&str, Derive, &[&str])] = &[
    ("Clone", Derive::Clone, &["std", "clone"]),
    ("Copy", Derive::Copy, &["std", "marker"]),
    ("Debug", Derive::Debug, &["std", "fmt"]),
    ("Default", Derive::Default, &["std", "default"]),
    ("Eq", Derive::Eq, &["std", "cmp"]),
    ("Hash", Derive::Hash, &["std", "hash"]),
    ("Ord", Derive::Ord, &["std", "cmp"]),
    ("PartialEq", Derive::PartialEq, &["std", "cmp"]),
    ("PartialOrd", Derive::PartialOrd, &["std", "cmp"]),
    ("Serialize", Derive::Serialize, &["serde"]),
    ("Deserialize", Derive::Deserialize, &["serde"]),
];

/// The derive with that name.
pub(super) fn named(name: &str) -> Option<Derive> {
    DERIVES.iter().find(|it| it.0 == name).map(|it| it.1)
}

/// The last names of everything in the `derive` attributes.
pub(super) fn derives(attributes: &[syn::Attribute]) -> Vec<(String, Span)> {
    let lists = attributes.iter().filter_map(|it| match &it.meta {
        Meta::List(it) if it.path.is_ident("derive") => Some(it.tokens.clone()),
        _ => None,
    });
    let paths = lists.flat_map(attribute::parts).filter_map(|it| parse::whole(it, |it| it.path(false)).ok());
    paths.filter_map(|it| it.segments.last().map(|it| (it.ident.to_string(), it.ident.span()))).collect()
}

impl World {
    /// Collects the `impl`s of what a type derives.
    pub(super) fn declare_derives(
        &mut self,
        module: ModuleId,
        attributes: &[syn::Attribute],
        ident: &Ident,
        generics: &Generics,
        data: Data<'_>,
    ) {
        for (name, span) in derives(attributes) {
            let text = match name.as_str() {
                "Error" => error::derive(ident, generics, data),
                "Serialize" | "Deserialize" => serde::derive(&name, ident, generics, data),
                "Display" | "From" | "FromStr" | "Parser" | "Subcommand" | "ValueEnum" | "Args"
                | "FromRow" => {
                    self.no_derive(module, &name, span, "is not supported by the playground");
                    continue;
                }
                "Zeroize" | "Sequence" => continue,
                name => match template(name, span) {
                    Some((path, body)) => implement(ident, generics, &path, &body),
                    None => {
                        self.no_derive(module, name, span, "was not found");
                        continue;
                    }
                },
            };
            self.declare_text(module, text);
        }
        if let Some(it) =
            attributes.iter().find(|it| it.path().segments.last().is_some_and(|it| it.ident == "pin_project"))
        {
            let text = project::derive(ident, generics, data, it.path().span());
            self.declare_text(module, text);
        }
    }

    fn no_derive(&mut self, module: ModuleId, name: &str, span: Span, what: &str) {
        let span = self.span(module, span);
        self.report(Diagnostic::error(span, format!("the derive macro `{name}` {what}")).hint(format!(
            "write the `impl` by hand; what can be derived: {}",
            DERIVES.iter().map(|it| it.0).chain(["Error"]).collect::<Vec<_>>().join(", ")
        )));
    }

    /// Collects items that have been written here.
    pub(super) fn declare_text(&mut self, module: ModuleId, text: TokenStream) {
        let Ok(file) = parse::whole(text, parse::Input::file) else { return };
        for item in file.items {
            match item {
                Item::Impl(it) => self.queue.push_back(Pending::Impl(module, Box::new(it))),
                item => self.declare_item(&super::collect::Place { module, dir: None }, item),
            }
        }
    }
}

/// The path of a derived trait, and the functions of the `impl`.
fn template(name: &str, span: Span) -> Option<(TokenStream, TokenStream)> {
    let (_, _, path) = DERIVES.iter().find(|it| it.0 == name)?;
    let names: Vec<_> = path.iter().chain(&[name]).map(|it| Ident::new(it, span)).collect();
    let body = functions(name, &Ident::new(name, span));
    Some((quote_spanned!(span=> #(::#names)*), body))
}

fn functions(name: &str, it: &Ident) -> TokenStream {
    match name {
        "Clone" => quote!(
            fn clone(&self) -> Self {
                derived!(#it)
            }
        ),
        "Debug" => quote!(
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                derived!(#it)
            }
        ),
        "Default" => quote!(
            fn default() -> Self {
                derived!(#it)
            }
        ),
        "Hash" => quote!(
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                derived!(#it)
            }
        ),
        "Ord" => quote!(
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                derived!(#it)
            }
        ),
        "PartialEq" => quote!(
            fn eq(&self, other: &Self) -> bool {
                derived!(#it)
            }
        ),
        "PartialOrd" => {
            quote!(
                fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                    derived!(#it)
                }
            )
        }
        _ => TokenStream::new(),
    }
}

/// A lifetime among generic parameters.
fn lifetime_param(name: &str) -> GenericParam {
    GenericParam::Lifetime(syn::LifetimeParam::new(syn::Lifetime::new(name, Span::call_site())))
}

/// `impl<T: Trait> Trait for Name<T> { .. }`.
pub(super) fn implement(
    ident: &Ident,
    generics: &Generics,
    path: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    let mut bound = generics.clone();
    let bounds = parse::whole(path.clone(), parse::Input::bound);
    for param in &mut bound.params {
        match param {
            GenericParam::Type(it) => {
                it.default = None;
                if let Ok(bound) = &bounds {
                    it.bounds.push(bound.clone());
                }
            }
            GenericParam::Const(it) => it.default = None,
            GenericParam::Lifetime(_) => {}
        }
    }
    let (head, _, clause) = bound.split_for_impl();
    let (_, args, _) = generics.split_for_impl();
    quote_spanned!(ident.span()=> impl #head #path for #ident #args #clause { #body })
}
