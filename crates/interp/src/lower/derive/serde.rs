//! serde's derives: fields by their names in the data.

mod fields;
mod says;
mod whole;

use super::Data;
use crate::parse;
use fields::read_fields;
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use says::{Says, all_names, name_of, says, says_of_read};
use syn::{Fields, Generics, Ident, Variant};

/// `impl<T: Serialize> Serialize for Name<T>`, or of `Deserialize`.
pub(super) fn derive(name: &str, ident: &Ident, generics: &Generics, data: Data<'_>) -> TokenStream {
    if name == "Serialize" {
        let body = serialize(ident, data);
        let functions = quote!(
            fn serialize<__S: ::serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::std::result::Result<__S::Ok, __S::Error> { #body }
        );
        return super::implement(ident, generics, &quote!(::serde::Serialize), &functions);
    }
    let body = deserialize(ident, data);
    let mut bound = generics.clone();
    let deserialize_bound = parse::whole(quote!(::serde::Deserialize<'de>), parse::Input::bound);
    for param in bound.type_params_mut() {
        param.default = None;
        param.bounds.extend(deserialize_bound.iter().cloned());
    }
    if !bound.lifetimes().any(|it| it.lifetime.ident == "de") {
        bound.params.insert(0, super::lifetime_param("'de"));
    }
    let (head, _, clause) = bound.split_for_impl();
    let (_, args, _) = generics.split_for_impl();
    quote_spanned!(ident.span()=>
        impl #head ::serde::Deserialize<'de> for #ident #args #clause {
            fn deserialize<__D: ::serde::Deserializer<'de>>(
                __deserializer: __D,
            ) -> ::std::result::Result<Self, __D::Error> {
                let __content = __deserializer.content()?;
                #body
            }
        }
    )
}

fn serialize(ident: &Ident, data: Data<'_>) -> TokenStream {
    if let Some(whole) = whole::written(&data) {
        return whole;
    }
    match data {
        Data::Struct(it) => {
            let all = says(&it.attrs);
            let text = name_of(ident, &all, None);
            match &it.fields {
                Fields::Unit => quote!(__serializer.serialize_unit_struct(#text)),
                Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                    let value = written_by(quote!(&self.0), &says(&fields.unnamed[0].attrs));
                    quote!(__serializer.serialize_newtype_struct(#text, #value))
                }
                fields => {
                    let values = fields.members().map(|it| quote!(&self.#it));
                    let made =
                        made_of(fields, values, &all, &text, &quote!(serialize_struct(#text, 0)), None);
                    quote!({ #made })
                }
            }
        }
        Data::Enum(it) => {
            let all = says(&it.attrs);
            let text = name_of(ident, &all, None);
            let arms = it.variants.iter().enumerate().map(|(at, variant)| {
                let own = says(&variant.attrs);
                let name = name_of(&variant.ident, &own, all.rename_all.as_deref());
                serialize_variant(variant, &own, &all, (&text, at as u32, &name))
            });
            quote!(match self { #(#arms)* })
        }
    }
}

/// A field's value, or what stands for it where a function writes it.
fn written_by(value: TokenStream, own: &Says) -> TokenStream {
    match &own.writer {
        Some(writer) => quote!(&::serde::__private::Written(|__serializer| #writer(#value, __serializer))),
        None => value,
    }
}

/// `{ let mut s = serializer.serialize_..(..)?; s.serialize_field("a", a)?; s.end() }`.
fn made_of(
    fields: &Fields,
    values: impl Iterator<Item = TokenStream>,
    all: &Says,
    text: &str,
    begin: &TokenStream,
    tag: Option<(&str, &str)>,
) -> TokenStream {
    let named = matches!(fields, Fields::Named(_));
    let count = fields.len();
    let begin = if named { begin.clone() } else { quote!(serialize_tuple_struct(#text, #count)) };
    let tag = tag.map(|(field, name)| quote!(__made.serialize_field(#field, #name)?;));
    let steps = fields.iter().zip(values).map(|(field, value)| {
        let own = says(&field.attrs);
        if own.skip || own.skip_serializing {
            return TokenStream::new();
        }
        let given = value.clone();
        let value = written_by(value, &own);
        let Some(ident) = field.ident.as_ref().filter(|_| named) else {
            return quote!(__made.serialize_field(#value)?;);
        };
        let name = name_of(ident, &own, all.rename_all.as_deref());
        let step = if own.flatten {
            quote!(__made.flatten(#value)?;)
        } else {
            quote!(__made.serialize_field(#name, #value)?;)
        };
        match own.skip_if {
            Some(test) => quote!(if !#test(#given) { #step }),
            None => step,
        }
    });
    quote!(let mut __made = __serializer.#begin?; #tag #(#steps)* __made.end())
}

fn serialize_variant(
    variant: &Variant,
    own: &Says,
    all: &Says,
    (text, at, name): (&str, u32, &str),
) -> TokenStream {
    let ident = &variant.ident;
    let bound: Vec<Ident> = (0..variant.fields.len()).map(|it| format_ident!("__{}", it)).collect();
    let members = variant.fields.members();
    let pattern = quote!(Self::#ident { #(#members: #bound),* });
    let values = bound.iter().map(|it| quote!(#it));
    let rules =
        Says { rename_all: own.rename_all.clone().or_else(|| all.rename_fields.clone()), ..Says::default() };
    let single = variant.fields.len() == 1 && !matches!(variant.fields, Fields::Named(_));
    let count = variant.fields.len();
    let only = variant.fields.iter().next().map(|it| written_by(quote!(__0), &says(&it.attrs)));
    let body = match (&variant.fields, &all.tag, &all.content) {
        (Fields::Unit, None, _) if all.untagged => quote!(__serializer.serialize_unit()),
        (Fields::Unit, None, _) => quote!(__serializer.serialize_unit_variant(#text, #at, #name)),
        (_, None, _) if single && all.untagged => quote!(::serde::Serialize::serialize(#only, __serializer)),
        (_, None, _) if single => quote!(__serializer.serialize_newtype_variant(#text, #at, #name, #only)),
        (fields, None, _) if all.untagged => {
            made_of(fields, values, &rules, text, &quote!(serialize_struct(#text, #count)), None)
        }
        (Fields::Named(_), None, _) => {
            let begin = quote!(serialize_struct_variant(#text, #at, #name, #count));
            made_of(&variant.fields, values, &rules, text, &begin, None)
        }
        (_, None, _) => quote!(
            let mut __made = __serializer.serialize_tuple_variant(#text, #at, #name, #count)?;
            #(__made.serialize_field(#bound)?;)*
            __made.end()
        ),
        (Fields::Unit, Some(tag), _) => {
            quote!(
                let mut __made = __serializer.serialize_struct(#text, 1)?;
                __made.serialize_field(#tag, #name)?;
                __made.end()
            )
        }
        (_, Some(tag), Some(content)) if single => quote!(
            let mut __made = __serializer.serialize_struct(#text, 2)?;
            __made.serialize_field(#tag, #name)?;
            __made.serialize_field(#content, #only)?;
            __made.end()
        ),
        (_, Some(tag), None) if single => quote!(
            let mut __made = __serializer.serialize_struct(#text, 2)?;
            __made.serialize_field(#tag, #name)?;
            __made.flatten(#only)?;
            __made.end()
        ),
        (fields, Some(tag), None) => {
            made_of(fields, values, &rules, text, &quote!(serialize_struct(#text, #count)), Some((tag, name)))
        }
        (fields, Some(tag), Some(content)) => {
            let inner = made_of(fields, values, &rules, text, &quote!(serialize_struct(#text, #count)), None);
            quote!(
                let __inner = {
                    use ::serde::ser::{SerializeStruct as _, SerializeTupleStruct as _, Serializer as _};
                    let __serializer = ::serde::__private::ContentSerializer;
                    #inner
                }?;
                let mut __made = __serializer.serialize_struct(#text, 2)?;
                __made.serialize_field(#tag, #name)?;
                __made.serialize_field(#content, &__inner)?;
                __made.end()
            )
        }
    };
    quote!(#pattern => { #body })
}

fn deserialize(ident: &Ident, data: Data<'_>) -> TokenStream {
    if let Some(whole) = whole::read(&data) {
        return whole;
    }
    match data {
        Data::Struct(it) => {
            let all = says_of_read(&it.attrs);
            let text = name_of(ident, &all, None);
            read_fields(&quote!(Self), &it.fields, &all, &format!("struct {text}"), &text)
        }
        Data::Enum(it) => {
            let all = says_of_read(&it.attrs);
            let text = name_of(ident, &all, None);
            let own: Vec<(&Variant, Says)> =
                it.variants.iter().map(|it| (it, says_of_read(&it.attrs))).collect();
            if all.untagged {
                return read_untagged(&own, &text);
            }
            let named = own
                .iter()
                .map(|(it, says)| all_names(name_of(&it.ident, says, all.rename_all.as_deref()), says));
            let named: Vec<Vec<String>> = named.collect();
            let other = own.iter().find(|it| it.1.other).map(|it| &it.0.ident);
            // Where any name is one, none is unknown.
            let names = if other.is_some() { Vec::new() } else { named.concat() };
            let last = match other {
                Some(other) => quote!(::std::result::Result::Ok(Self::#other)),
                None => quote!(::std::unreachable!()),
            };
            let expected = format!("enum {text}");
            let found = match (&all.tag, &all.content) {
                (Some(tag), None) => {
                    quote!(tagged(__content, #tag, ::std::option::Option::None, #expected, &[#(#names),*])?)
                }
                (Some(tag), Some(content)) => {
                    quote!(tagged(__content, #tag, ::std::option::Option::Some(#content), #expected, &[#(#names),*])?)
                }
                (None, _) => quote!(variant_of(__content, #expected, &[#(#names),*])?),
            };
            let arms = own.iter().zip(&named).map(|((variant, own), names)| {
                let body = read_variant(variant, own, &all, &text);
                quote!(#(#names)|* => { #body })
            });
            quote!(
                let (__name, __content) = ::serde::__private::#found;
                match __name.as_str() { #(#arms)* _ => #last }
            )
        }
    }
}

fn read_variant(variant: &Variant, own: &Says, all: &Says, text: &str) -> TokenStream {
    let ident = &variant.ident;
    if matches!(variant.fields, Fields::Unit) {
        return quote!(::std::result::Result::Ok(Self::#ident));
    }
    let rules = Says {
        rename_all: own.rename_all.clone().or_else(|| all.rename_fields.clone()),
        strict: all.strict,
        ..Says::default()
    };
    let kind = if matches!(variant.fields, Fields::Named(_)) { "struct" } else { "tuple" };
    let expected = format!("{kind} variant {text}::{ident}");
    read_fields(&quote!(Self::#ident), &variant.fields, &rules, &expected, text)
}

/// The first variant that fits.
fn read_untagged(own: &[(&Variant, Says)], text: &str) -> TokenStream {
    let tries = own.iter().map(|(variant, own)| {
        let ident = &variant.ident;
        let body = match variant.fields {
            Fields::Unit => quote!(match __content.kind {
                ::serde::__private::Kind::Null => ::std::result::Result::Ok(Self::#ident),
                _ => ::serde::__private::unfit(),
            }),
            _ => read_variant(variant, own, &Says::default(), text),
        };
        quote!(
            let __tried = (|__content: ::serde::__private::Content| -> ::std::result::Result<Self, ::serde::__private::DataError> { #body })(__content.clone());
            if let ::std::result::Result::Ok(__value) = __tried { return ::std::result::Result::Ok(__value); }
        )
    });
    let message = format!("data did not match any variant of untagged enum {text}");
    quote!(
        #(#tries)*
        ::std::result::Result::Err(::serde::__private::DataError::at(::std::string::String::from(#message), (0, 0)))
    )
}
