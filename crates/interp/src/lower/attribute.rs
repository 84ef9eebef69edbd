//! Attributes: which items are there at all, and what is kept of the rest.

use super::world::World;
use crate::parse::Spanned as _;
use crate::tree::{Attribute, ModuleId};
use proc_macro2::{TokenStream, TokenTree};
use std::rc::Rc;
use syn::{Item, Meta};

/// Attributes that change nothing here.
const IGNORED: &[&str] = &[
    "allow",
    "warn",
    "deny",
    "forbid",
    "expect",
    "doc",
    "inline",
    "cold",
    "cfg",
    "cfg_attr",
    "derive",
    "rustfmt::skip",
    "lang",
    "clippy::all",
    "deprecated",
    "automatically_derived",
    "non_exhaustive",
    "macro_export",
    "macro_use",
    "async_trait",
    "async_trait::async_trait",
    "tracing::instrument",
    "instrument",
    "derive_const",
    "no_mangle",
    "unsafe",
    "target_feature",
    "feature",
    "recursion_limit",
    "path",
    "ignore",
    "should_panic",
    "stable",
    "unstable",
];

/// Whether what has these attributes is there: nothing of tests, and no feature of a crate is on.
pub(super) fn is_compiled(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().all(|it| match &it.meta {
        Meta::List(list) if list.path.is_ident("cfg") => holds(list.tokens.clone()),
        _ => !it.path().is_ident("test") && !is_test(it.path()),
    })
}

/// `tokio::test` and its like.
fn is_test(path: &syn::Path) -> bool {
    path.segments.len() > 1 && path.segments.last().is_some_and(|it| it.ident == "test")
}

/// Whether a condition of `cfg` holds.
pub(super) fn holds(tokens: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    match &tokens[..] {
        [TokenTree::Ident(name), TokenTree::Group(inner)] => {
            let mut parts = parts(inner.stream()).into_iter();
            match name.to_string().as_str() {
                "not" => !parts.next().is_some_and(holds),
                "any" => parts.any(holds),
                _ => parts.all(holds),
            }
        }
        [TokenTree::Ident(name)] => matches!(name.to_string().as_str(), "debug_assertions" | "unix" | "true"),
        [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(value)] => {
            let value = value.to_string();
            HOLDS.contains(&(name.to_string().as_str(), value.trim_matches('"')))
        }
        _ => false,
    }
}

/// What the program is told of the machine it is compiled for, which is the one that it would most likely be run on.
const HOLDS: &[(&str, &str)] = &[
    ("target_os", "linux"),
    ("target_family", "unix"),
    ("target_arch", "x86_64"),
    ("target_pointer_width", "64"),
    ("target_endian", "little"),
    ("target_has_atomic", "64"),
    ("target_has_atomic", "ptr"),
    ("panic", "unwind"),
];

/// What stands between commas.
pub(super) fn parts(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(it) if it.as_char() == ',' => parts.push(Vec::new()),
            _ => parts.last_mut().expect("at least one part").push(token),
        }
    }
    parts
        .into_iter()
        .filter(|it: &Vec<TokenTree>| !it.is_empty())
        .map(|it| it.into_iter().collect())
        .collect()
}

/// The attributes of an item.
pub(super) fn of_item(item: &Item) -> &[syn::Attribute] {
    match item {
        Item::Const(it) => &it.attrs,
        Item::Enum(it) => &it.attrs,
        Item::ExternCrate(it) => &it.attrs,
        Item::Fn(it) => &it.attrs,
        Item::ForeignMod(it) => &it.attrs,
        Item::Impl(it) => &it.attrs,
        Item::Macro(it) => &it.attrs,
        Item::Mod(it) => &it.attrs,
        Item::Static(it) => &it.attrs,
        Item::Struct(it) => &it.attrs,
        Item::Trait(it) => &it.attrs,
        Item::TraitAlias(it) => &it.attrs,
        Item::Type(it) => &it.attrs,
        Item::Union(it) => &it.attrs,
        Item::Use(it) => &it.attrs,
        _ => &[],
    }
}

/// The name in `#[lang = "name"]`.
pub(super) fn lang(attributes: &[syn::Attribute]) -> Option<String> {
    attributes.iter().find_map(|it| match &it.meta {
        Meta::NameValue(it) if it.path.is_ident("lang") => string(&it.value),
        _ => None,
    })
}

/// The text of a literal string.
pub(super) fn string(expr: &syn::Expr) -> Option<String> {
    match expr {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(it), .. }) => Some(it.value()),
        _ => None,
    }
}

/// The segments of a path, joined.
pub(super) fn path_text(path: &syn::Path) -> String {
    path.segments.iter().map(|it| it.ident.to_string()).collect::<Vec<_>>().join("::")
}

impl World {
    /// What is kept of attributes.
    pub(super) fn attributes(&mut self, module: ModuleId, attributes: &[syn::Attribute]) -> Rc<[Attribute]> {
        attributes.iter().filter_map(|it| self.attribute(module, it)).collect()
    }

    fn attribute(&mut self, module: ModuleId, it: &syn::Attribute) -> Option<Attribute> {
        let path = path_text(it.path());
        if IGNORED.contains(&path.as_str()) || path.starts_with("clippy::") || path.starts_with("rustfmt::") {
            return None;
        }
        let args = match &it.meta {
            Meta::List(it) => parts(it.tokens.clone()).into_iter().map(argument).collect(),
            Meta::NameValue(it) => {
                let value = string(&it.value).unwrap_or_else(|| quote::quote!(#it).to_string());
                Rc::from([(Rc::from(""), Rc::from(value))])
            }
            Meta::Path(_) => Rc::from([]),
        };
        Some(Attribute { path: path.into(), args, span: self.span(module, it.path().span()) })
    }
}

/// `name = value`, or a flag.
fn argument(tokens: TokenStream) -> (Rc<str>, Rc<str>) {
    let mut name = String::new();
    let mut tokens = tokens.into_iter();
    for token in tokens.by_ref() {
        match token {
            TokenTree::Punct(it) if it.as_char() == '=' => break,
            token => name.push_str(&token.to_string()),
        }
    }
    let rest: TokenStream = tokens.collect();
    let text = rest.to_string();
    let value = crate::parse::whole(rest, crate::parse::Input::string).map_or(text, |it| it.value());
    (name.into(), value.into())
}
