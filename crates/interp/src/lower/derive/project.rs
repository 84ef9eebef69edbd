//! pin_project's `project`: a struct of the fields, pinned where they are marked so.

use super::Data;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Fields, Generics, Ident};

/// Writes the struct and the methods.
pub(super) fn derive(ident: &Ident, generics: &Generics, data: Data<'_>, span: Span) -> TokenStream {
    let Data::Struct(it) = data else { return TokenStream::new() };
    let (head, args, clause) = generics.split_for_impl();
    let mut out = TokenStream::new();
    for (method, suffix, reference, get) in [
        ("project", "Projection", quote!(&'__pin mut), quote!(get_unchecked_mut)),
        ("project_ref", "ProjectionRef", quote!(&'__pin), quote!(get_ref)),
    ] {
        let name = format_ident!("__{}{}", ident, suffix, span = span);
        let method = Ident::new(method, span);
        let mut params = generics.clone();
        params.params.insert(0, super::lifetime_param("'__pin"));
        let types = it.fields.iter().map(|field| {
            let ty = &field.ty;
            if is_pinned(field) { quote!(::std::pin::Pin<#reference #ty>) } else { quote!(#reference #ty) }
        });
        let members: Vec<_> = it.fields.members().collect();
        let values = it.fields.iter().zip(&members).map(|(field, member)| {
            let of = if reference.to_string().contains("mut") {
                quote!(&mut __it.#member)
            } else {
                quote!(&__it.#member)
            };
            if is_pinned(field) { quote!(unsafe { ::std::pin::Pin::new_unchecked(#of) }) } else { of }
        });
        let fields = match &it.fields {
            Fields::Named(_) => quote!({ #(pub #members: #types),* }),
            _ => quote!((#(pub #types),*);),
        };
        let outer = if reference.to_string().contains("mut") { quote!(&mut Self) } else { quote!(&Self) };
        out.extend(quote_spanned!(span=>
            pub struct #name #params #fields
            impl #head #ident #args #clause {
                pub fn #method(self: ::std::pin::Pin<#outer>) -> #name<'_> {
                    let __it = unsafe { ::std::pin::Pin::#get(self) };
                    #name { #(#members: #values),* }
                }
            }
        ));
    }
    out
}

fn is_pinned(field: &syn::Field) -> bool {
    field.attrs.iter().any(|it| it.path().is_ident("pin"))
}
