//! thiserror's `Error`: `Display` from the texts, `source` and `From` from the fields.

use super::{Data, implement};
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::{Attribute, Fields, Generics, Ident, Meta};

/// Writes the `impl`s.
pub(super) fn derive(ident: &Ident, generics: &Generics, data: Data<'_>) -> TokenStream {
    let variants: Vec<Variant<'_>> = match data {
        Data::Struct(it) => vec![Variant { path: quote!(Self), fields: &it.fields, attributes: &it.attrs }],
        Data::Enum(it) => it
            .variants
            .iter()
            .map(|variant| {
                let name = &variant.ident;
                let attributes = if text(&variant.attrs).is_some() { &variant.attrs } else { &it.attrs };
                Variant { path: quote!(Self::#name), fields: &variant.fields, attributes }
            })
            .collect(),
    };
    let display: Vec<_> = variants.iter().map(Variant::display).collect();
    let sources: Vec<_> = variants.iter().filter_map(Variant::source).collect();
    let shown = implement(
        ident,
        generics,
        &quote!(::std::fmt::Display),
        &quote!(fn fmt(&self, __f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self { #(#display)* }
        }),
    );
    let error = implement(
        ident,
        generics,
        &quote!(::std::error::Error),
        &quote!(fn source(&self) -> ::std::option::Option<&(dyn ::std::error::Error + 'static)> {
            match self { #(#sources)* _ => ::std::option::Option::None }
        }),
    );
    let (head, args, clause) = generics.split_for_impl();
    let from = variants.iter().filter_map(Variant::from).map(|(ty, made)| {
        quote_spanned!(ident.span()=> impl #head ::std::convert::From<#ty> for #ident #args #clause {
            fn from(source: #ty) -> Self { #made }
        })
    });
    quote!(#shown #error #(#from)*)
}

struct Variant<'a> {
    path: TokenStream,
    fields: &'a Fields,
    attributes: &'a [Attribute],
}

/// What stands in `#[error(..)]`.
fn text(attributes: &[Attribute]) -> Option<TokenStream> {
    attributes.iter().find_map(|it| match &it.meta {
        Meta::List(it) if it.path.is_ident("error") => Some(it.tokens.clone()),
        _ => None,
    })
}

fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|it| it.path().is_ident(name))
}

impl Variant<'_> {
    /// `Path { a, b: __1, .. }` with all fields bound: named ones by their names, others by `_0`.
    fn pattern(&self) -> TokenStream {
        let path = &self.path;
        match self.fields {
            Fields::Unit => quote!(#path),
            Fields::Named(it) => {
                let names = it.named.iter().map(|it| &it.ident);
                quote!(#path { #(#names),* })
            }
            Fields::Unnamed(it) => {
                let names = (0..it.unnamed.len()).map(|it| format_ident!("_{}", it));
                quote!(#path ( #(#names),* ))
            }
        }
    }

    fn display(&self) -> TokenStream {
        let pattern = self.pattern();
        let Some(text) = text(self.attributes) else {
            return quote!(#[allow(unused)] #pattern => ::std::result::Result::Ok(()),);
        };
        if text.to_string() == "transparent" {
            let inner = self.fields.members().next().map(|it| binding(&it));
            return quote!(#pattern => ::std::fmt::Display::fmt(#inner, __f),);
        }
        let text: TokenStream = rewrite(text);
        quote!(#pattern => ::std::write!(__f, #text),)
    }

    /// The field that is what an error comes from.
    fn source_field(&self) -> Option<(syn::Member, &syn::Field)> {
        let fields = || self.fields.members().zip(self.fields);
        fields()
            .find(|it| has(&it.1.attrs, "source") || has(&it.1.attrs, "from"))
            .or_else(|| fields().find(|it| it.1.ident.as_ref().is_some_and(|it| it == "source")))
    }

    fn source(&self) -> Option<TokenStream> {
        let pattern = self.pattern();
        let transparent = text(self.attributes).is_some_and(|it| it.to_string() == "transparent");
        if transparent {
            let inner = binding(&self.fields.members().next()?);
            // A method call, because the field may be a pointer to an error.
            return Some(quote!(#pattern => { use ::std::error::Error as _; #inner.source() }));
        }
        let inner = binding(&self.source_field()?.0);
        Some(quote!(#pattern => ::std::option::Option::Some(#inner),))
    }

    fn from(&self) -> Option<(TokenStream, TokenStream)> {
        let (member, field) = self.fields.members().zip(self.fields).find(|it| has(&it.1.attrs, "from"))?;
        let (ty, path) = (&field.ty, &self.path);
        Some((quote!(#ty), quote!(#path { #member: source })))
    }
}

/// The variable that a field is bound to.
fn binding(member: &syn::Member) -> TokenStream {
    match member {
        syn::Member::Named(it) => quote!(#it),
        syn::Member::Unnamed(it) => {
            let name = format_ident!("_{}", it.index);
            quote!(#name)
        }
    }
}

/// `"{0} {name}", .0.len(), x = .name` speaks of fields by a point; numbers in the text are fields, where there are no
/// arguments of that number.
fn rewrite(text: TokenStream) -> TokenStream {
    let mut parts: Vec<TokenTree> = text.into_iter().collect();
    let has_arguments = parts.iter().any(|it| matches!(it, TokenTree::Punct(it) if it.as_char() == ','));
    if let Some(TokenTree::Literal(it)) = parts.first_mut() {
        let span = it.span();
        let mut changed = if has_arguments { it.to_string() } else { fields_in_text(&it.to_string()) };
        if !changed.starts_with('"') && !changed.starts_with('r') {
            changed = it.to_string();
        }
        if let Ok(mut literal) = changed.parse::<Literal>() {
            literal.set_span(span);
            *it = literal;
        }
    }
    let mut out: Vec<TokenTree> = Vec::new();
    let mut parts = parts.into_iter().peekable();
    while let Some(token) = parts.next() {
        let starts = matches!(out.last(), None | Some(TokenTree::Punct(_)));
        match token {
            TokenTree::Punct(it) if it.as_char() == '.' && starts => match parts.next() {
                Some(TokenTree::Literal(number)) => {
                    // `.0.1` is read as the number `0.1`.
                    let text = number.to_string();
                    let (first, rest) =
                        text.split_once('.').map_or((text.as_str(), None), |it| (it.0, Some(it.1)));
                    out.push(TokenTree::Ident(format_ident!("_{}", first, span = number.span())));
                    if let Some(Ok(rest)) = rest.map(str::parse::<Literal>) {
                        out.push(TokenTree::Punct(it));
                        out.push(TokenTree::Literal(rest));
                    }
                }
                Some(other) => out.push(other),
                None => {}
            },
            TokenTree::Group(group) => {
                let mut inner = proc_macro2::Group::new(group.delimiter(), rewrite(group.stream()));
                inner.set_span(group.span());
                out.push(TokenTree::Group(inner));
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

/// `{0}` becomes `{_0}`.
fn fields_in_text(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(it) = chars.next() {
        out.push(it);
        if it == '{' {
            match chars.peek() {
                Some('{') => out.extend(chars.next()),
                Some(next) if next.is_ascii_digit() => out.push('_'),
                _ => {}
            }
        }
    }
    out
}
