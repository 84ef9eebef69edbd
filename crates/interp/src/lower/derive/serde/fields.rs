//! Values of structs and variants out of their fields.

use super::says::{Says, all_names, name_of, says_of_read};
use super::whole;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Field, Fields, Ident};

/// What reads the fields, in the order of what it does: what is there is read before anything stands for what is missing,
/// and what is flattened is what the others leave.
#[derive(Default)]
struct Steps {
    early: Vec<TokenStream>,
    late: Vec<TokenStream>,
    instead: Vec<TokenStream>,
}

impl Steps {
    /// Reads a field into a variable, given its names in the data and what stands for it where it is missing.
    fn add(
        &mut self,
        (field, own): &(&Field, Says),
        bound: &Ident,
        names: &TokenStream,
        default: Option<TokenStream>,
    ) {
        let ty = &field.ty;
        if own.flatten {
            self.late.push(quote!(let #bound = __fields.rest::<#ty>()?;));
            return;
        }
        if own.skip || own.skip_deserializing {
            let default = default.unwrap_or(quote!(::std::default::Default::default()));
            self.instead.push(quote!(let #bound: #ty = #default;));
            return;
        }
        let read = own.reader.as_ref().map(|it| quote!(|__deserializer| #it(__deserializer)));
        let (kind, value) = match (read, default.is_some()) {
            (Some(read), true) => (quote!(::std::option::Option<#ty>), quote!(maybe_by(#names, #read))),
            (Some(read), false) => (quote!(#ty), quote!(take_by(#names, #read))),
            (None, true) => (quote!(::std::option::Option<#ty>), quote!(maybe::<#ty>(#names))),
            (None, false) => (quote!(#ty), quote!(take::<#ty>(#names))),
        };
        self.early.push(quote!(let #bound: #kind = __fields.#value?;));
        self.instead.extend(default.map(|it| {
            quote!(
                let #bound: #ty = match #bound {
                    ::std::option::Option::Some(__value) => __value,
                    ::std::option::Option::None => #it,
                };
            )
        }));
    }
}

/// Reads what is at a path, such as `Self::Variant`, out of `__content`.
pub(super) fn read_fields(
    path: &TokenStream,
    fields: &Fields,
    all: &Says,
    expected: &str,
    text: &str,
) -> TokenStream {
    let strict = all.strict;
    match fields {
        Fields::Unit => quote!({ let _ = __content; ::std::result::Result::Ok(#path) }),
        Fields::Unnamed(it) if it.unnamed.len() == 1 => {
            let value = whole::read_by(&it.unnamed[0]);
            quote!(::std::result::Result::Ok(#path(#value)))
        }
        fields => {
            let own: Vec<(&Field, Says)> = fields.iter().map(|it| (it, says_of_read(&it.attrs))).collect();
            let name = |at: usize, (field, own): &(&Field, Says)| match &field.ident {
                Some(ident) => name_of(ident, own, all.rename_all.as_deref()),
                None => at.to_string(),
            };
            let listed = own.iter().enumerate().filter(|(_, it)| !it.1.flatten && !it.1.skip);
            let names: Vec<String> = listed.flat_map(|(at, it)| all_names(name(at, it), &it.1)).collect();
            let members: Vec<syn::Member> = fields.members().collect();
            let bound: Vec<Ident> = (0..members.len()).map(|it| format_ident!("__{}", it)).collect();
            let mut steps = Steps::default();
            for (at, it) in own.iter().enumerate() {
                let member = &members[at];
                let of_all = all.default.as_ref().map(|_| quote!(__default.#member));
                let default = it.1.default.as_ref().map(|it| quote!(#it())).or(of_all);
                let names = std::iter::once(name(at, it)).chain(it.1.aliases.iter().cloned());
                steps.add(it, &bound[at], &quote!(&[#(#names),*]), default);
            }
            let Steps { early, late, instead } = steps;
            let expected = match fields {
                Fields::Named(_) => expected.to_owned(),
                _ => format!("tuple struct {text}"),
            };
            let default = all.default.as_ref().map(|it| quote!(let __default: Self = #it();));
            quote!(
                let mut __fields = ::serde::__private::Fields::of(__content, #expected, &[#(#names),*], #strict)?;
                #(#early)*
                #(#late)*
                #default
                #(#instead)*
                ::std::result::Result::Ok(#path { #(#members: #bound),* })
            )
        }
    }
}
