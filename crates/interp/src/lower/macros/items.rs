//! Macros that make items: those of the text, `thread_local!` and its like.

use super::expand::Stands;
use super::{Known, MacroDef};
use crate::lower::collect::Place;
use crate::lower::env::Env;
use crate::lower::module::{Def, Entry, Ns};
use crate::lower::world::World;
use crate::parse::Spanned as _;
use crate::parse::{Input, Word, whole};
use crate::tree::GlobalKind;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Ident, ImplItem, TraitItem, Visibility};

/// How deep macros that make macros that make items may go.
const DEEPEST: u32 = 64;

/// `pub static ref NAME: Type = value;` in its kinds.
struct Static {
    attributes: Vec<syn::Attribute>,
    vis: Visibility,
    name: Ident,
    ty: syn::Type,
    value: Option<syn::Expr>,
}

/// Reads what stands in the brackets of such a macro.
fn statics(input: &mut Input) -> Vec<Static> {
    let mut all = Vec::new();
    while !input.is_empty() {
        let attributes = input.outer_attributes();
        let vis = input.visibility();
        input.keyword(Word::Static);
        let _ = input.take_word(Word::Ref);
        let name = input.name();
        input.punct::<1>(":");
        let ty = input.ty();
        let mut value = None;
        if input.take::<1>("=").is_some() {
            if input.is_brace(1) {
                let _ = input.take_word(Word::Const);
            }
            value = Some(input.expr());
        }
        all.push(Static { attributes, vis, name, ty, value });
        if input.is_empty() {
            break;
        }
        input.punct::<1>(";");
    }
    all
}

impl World {
    /// A macro where items stand.
    pub(in crate::lower) fn declare_macro_item(&mut self, place: &Place, it: &syn::ItemMacro) {
        if let Some(name) = &it.ident {
            return self.declare_rules(place, it, name);
        }
        let Some(found) = self.macro_of(place.module, &it.mac.path) else { return };
        match found {
            MacroDef::Known(known) => self.known_item(place, known, &it.mac),
            MacroDef::Rules(rules) => {
                if self.expanding >= DEEPEST {
                    let span = self.macro_span(place.module, &it.mac);
                    let message = format!("recursion limit reached while expanding `{}!`", rules.name);
                    return self.report(crate::diagnostic::Diagnostic::error(span, message));
                }
                let Some(tokens) = self.expand(place.module, &rules, &it.mac, Stands::WithItems) else {
                    return;
                };
                let tokens = self.defer(place.module, tokens);
                match whole(tokens, Input::file) {
                    Ok(file) => {
                        self.expanding += 1;
                        self.declare_items(place, file.items);
                        self.expanding -= 1;
                    }
                    Err(error) => self.macro_syntax(place.module, &it.mac, &error),
                }
            }
        }
    }

    fn declare_rules(&mut self, place: &Place, it: &syn::ItemMacro, name: &Ident) {
        let rules = self.read_rules(place.module, name, it.mac.tokens.clone());
        let id = self.add_macro(MacroDef::Rules(rules));
        let symbol = self.symbol(name);
        let exported = it.attrs.iter().any(|it| it.path().is_ident("macro_export"));
        let entry = Entry { def: Def::Macro(id), public: exported };
        self.modules.get_mut(place.module).entries.insert((Ns::Macro, symbol), entry.clone());
        if exported {
            let root = self.modules.root(place.module);
            self.modules.get_mut(root).entries.insert((Ns::Macro, symbol), entry);
        }
    }

    /// A macro that is known here, where items stand.
    pub(in crate::lower) fn known_item(&mut self, place: &Place, known: Known, mac: &syn::Macro) {
        let span = mac.path.span();
        match known {
            Known::ThreadLocal | Known::LazyStatic | Known::TaskLocal => {
                match whole(mac.tokens.clone(), statics) {
                    Ok(all) => all.into_iter().for_each(|it| self.declare_static(place, known, it)),
                    Err(error) => self.macro_syntax(place.module, mac, &error),
                }
            }
            Known::PinProject => self.pin_project_lite(place, mac),
            Known::CompileError => {
                let text =
                    whole(mac.tokens.clone(), Input::string).map_or_else(|_| String::new(), |it| it.value());
                self.unsupported(place.module, span, &text, "");
            }
            Known::No(hint) => {
                self.unsupported(place.module, span, "this macro is not supported by the playground", hint);
            }
            _ => {
                let text = crate::lower::attribute::path_text(&mac.path);
                self.unsupported(
                    place.module,
                    span,
                    &format!("`{text}!` does not make an item"),
                    "call it in a function",
                );
            }
        }
    }

    fn declare_static(&mut self, place: &Place, known: Known, it: Static) {
        let Static { attributes, vis, name, ty, value } = it;
        if !crate::lower::attribute::is_compiled(&attributes) {
            return;
        }
        let span = name.span();
        let text: TokenStream = match (known, value) {
            (Known::ThreadLocal, Some(value)) => {
                // The key is an ordinary static: a function that leads to this thread's place.
                let place_name = quote::format_ident!("__{}", name, span = span);
                self.declare_global(
                    place.module,
                    &place_name,
                    &Visibility::Inherited,
                    ty.clone(),
                    value,
                    GlobalKind::ThreadLocal,
                );
                quote_spanned!(span=>
                    #vis static #name: ::std::thread::LocalKey<#ty> = ::std::thread::LocalKey::from_place(|| &#place_name);
                )
            }
            (Known::LazyStatic, Some(value)) => quote_spanned!(span=>
                #vis static #name: ::std::sync::LazyLock<#ty> = ::std::sync::LazyLock::new(|| #value);
            ),
            (Known::TaskLocal, None) => quote_spanned!(span=>
                #vis static #name: ::tokio::task::LocalKey<#ty> = ::tokio::task::LocalKey::empty();
            ),
            _ => {
                self.unsupported(place.module, span, "this static has no value, or one too many", "");
                return;
            }
        };
        self.declare_text(place.module, text);
    }

    /// `pin_project! { struct Name { #[pin] field: T } }` is the struct with the attribute.
    fn pin_project_lite(&mut self, place: &Place, mac: &syn::Macro) {
        match whole(mac.tokens.clone(), Input::file) {
            Ok(file) => {
                let pin_project = whole(quote!(#[pin_project]), Input::outer_attributes);
                let pin_project = pin_project.unwrap_or_default();
                for item in file.items {
                    if let syn::Item::Struct(mut it) = item {
                        it.attrs.extend(pin_project.iter().cloned());
                        self.declare_item(place, syn::Item::Struct(it));
                    } else {
                        self.declare_item(place, item);
                    }
                }
            }
            Err(error) => self.macro_syntax(place.module, mac, &error),
        }
    }

    /// The items of an `impl` or a trait with its macros expanded.
    pub(in crate::lower) fn expanded_members<T: Member>(&mut self, env: &Env, items: Vec<T>) -> Vec<T> {
        let mut all = Vec::new();
        for item in items {
            let Some(mac) = item.as_macro().cloned() else {
                all.push(item);
                continue;
            };
            let Some(MacroDef::Rules(rules)) = self.macro_of(env.module, &mac.path) else { continue };
            let Some(tokens) = self.expand(env.module, &rules, &mac, Stands::WithItems) else { continue };
            let tokens = self.defer(env.module, tokens);
            match whole(tokens, |it| it.until_end(T::read)) {
                Ok(items) if self.expanding < DEEPEST => {
                    self.expanding += 1;
                    all.extend(self.expanded_members(env, items));
                    self.expanding -= 1;
                }
                Ok(_) => {}
                Err(error) => self.macro_syntax(env.module, &mac, &error),
            }
        }
        all
    }

    /// A macro where a type stands.
    pub(in crate::lower) fn type_macro(&mut self, env: &Env, mac: &syn::Macro) -> crate::tree::Ty {
        if let Some(MacroDef::Rules(rules)) = self.macro_of(env.module, &mac.path)
            && let Some(tokens) = self.expand(env.module, &rules, mac, Stands::WithItems)
            && self.expanding < DEEPEST
        {
            match whole(tokens, Input::ty) {
                Ok(ty) => {
                    self.expanding += 1;
                    let ty = self.ty(env, &ty);
                    self.expanding -= 1;
                    return ty;
                }
                Err(error) => self.macro_syntax(env.module, mac, &error),
            }
        }
        crate::tree::Ty::Unknown
    }
}

/// What stands in an `impl` or in a trait.
pub(in crate::lower) trait Member: Sized {
    /// Reads one.
    fn read(input: &mut Input) -> Self;

    /// The macro that it is, if it is one.
    fn as_macro(&self) -> Option<&syn::Macro>;
}

impl Member for ImplItem {
    fn read(input: &mut Input) -> Self {
        input.impl_member()
    }

    fn as_macro(&self) -> Option<&syn::Macro> {
        match self {
            ImplItem::Macro(it) => Some(&it.mac),
            _ => None,
        }
    }
}

impl Member for TraitItem {
    fn read(input: &mut Input) -> Self {
        input.trait_member()
    }

    fn as_macro(&self) -> Option<&syn::Macro> {
        match self {
            TraitItem::Macro(it) => Some(&it.mac),
            _ => None,
        }
    }
}
