//! Items that are written or read as something else: `transparent`, `from`, `try_from`, `into`.

use super::says::{Says, says};
use super::{Data, written_by};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Field, Member};

fn attributes<'a>(data: &Data<'a>) -> &'a [Attribute] {
    match data {
        Data::Struct(it) => &it.attrs,
        Data::Enum(it) => &it.attrs,
    }
}

/// The field that stands for a struct.
fn only<'a>(data: &Data<'a>, all: &Says) -> Option<(Member, &'a Field)> {
    let Data::Struct(it) = data else { return None };
    let mut fields = it.fields.members().zip(&it.fields).filter(|it| !says(&it.1.attrs).skip);
    fields.next().filter(|_| all.transparent)
}

/// How an item is written that is written as something else.
pub(super) fn written(data: &Data<'_>) -> Option<TokenStream> {
    let all = says(attributes(data));
    if let Some(into) = &all.into {
        return Some(quote!(
            let __into: #into = ::std::convert::Into::into(::std::clone::Clone::clone(self));
            ::serde::Serialize::serialize(&__into, __serializer)
        ));
    }
    let (member, field) = only(data, &all)?;
    let value = written_by(quote!(&self.#member), &says(&field.attrs));
    Some(quote!(::serde::Serialize::serialize(#value, __serializer)))
}

/// How an item is read that is read as something else.
pub(super) fn read(data: &Data<'_>) -> Option<TokenStream> {
    let all = says(attributes(data));
    if let Some(from) = &all.from {
        return Some(quote!(
            let __from: #from = ::serde::__private::value_of::<#from>(__content)?;
            let __made: Self = ::std::convert::From::from(__from);
            ::std::result::Result::Ok(__made)
        ));
    }
    if let Some(from) = &all.try_from {
        return Some(quote!(
            let __from: #from = ::serde::__private::value_of::<#from>(__content)?;
            let __made: ::std::result::Result<Self, _> = ::std::convert::TryFrom::try_from(__from);
            __made.map_err(::serde::de::Error::custom)
        ));
    }
    let (member, field) = only(data, &all)?;
    let Data::Struct(it) = data else { return None };
    let value = read_by(field);
    let skipped = it.fields.members().filter(|it| *it != member);
    let skipped = skipped.map(|it| quote!(#it: ::std::default::Default::default()));
    Some(quote!(::std::result::Result::Ok(Self { #member: #value, #(#skipped),* })))
}

/// What a field that stands for all of the content is read by.
pub(super) fn read_by(field: &Field) -> TokenStream {
    let ty = &field.ty;
    match says(&field.attrs).reader {
        Some(reader) => {
            quote!({ let __value: #ty = ::serde::__private::value_by(__content, |__deserializer| #reader(__deserializer))?; __value })
        }
        None => quote!(::serde::__private::value_of::<#ty>(__content)?),
    }
}
