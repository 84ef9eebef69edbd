//! What serde is told by attributes, and the names in the data.

use proc_macro2::TokenStream;
use quote::quote;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Ident, LitStr};

/// What the `serde(..)` attributes of an item, a variant or a field say.
#[derive(Default)]
pub(super) struct Says {
    pub(super) rename: Option<String>,
    pub(super) rename_all: Option<String>,
    /// The same for what is read, where that may be another.
    pub(super) read_rename: Option<String>,
    pub(super) read_rename_all: Option<String>,
    pub(super) rename_fields: Option<String>,
    pub(super) aliases: Vec<String>,
    pub(super) default: Option<TokenStream>,
    pub(super) skip: bool,
    pub(super) skip_serializing: bool,
    pub(super) skip_deserializing: bool,
    pub(super) skip_if: Option<TokenStream>,
    pub(super) flatten: bool,
    pub(super) strict: bool,
    pub(super) tag: Option<String>,
    pub(super) content: Option<String>,
    pub(super) untagged: bool,
    /// The variant that any other name stands for.
    pub(super) other: bool,
    /// The only field stands for the whole.
    pub(super) transparent: bool,
    /// The types that the whole is made of when it is read, for sure or perhaps, and that it is made into to be written.
    pub(super) from: Option<TokenStream>,
    pub(super) try_from: Option<TokenStream>,
    pub(super) into: Option<TokenStream>,
    /// What a field is written by, and what it is read by, instead of its type's own.
    pub(super) writer: Option<TokenStream>,
    pub(super) reader: Option<TokenStream>,
}

/// A name and its aliases, in the order in which messages list them.
pub(super) fn all_names(name: String, own: &Says) -> Vec<String> {
    let mut names = own.aliases.clone();
    names.push(name);
    names.sort();
    names.dedup();
    names
}

/// What attributes say of what is read.
pub(super) fn says_of_read(attributes: &[Attribute]) -> Says {
    let all = says(attributes);
    Says { rename: all.read_rename.clone(), rename_all: all.read_rename_all.clone(), ..all }
}

/// `= "name"`, or one name for what is written and another for what is read.
fn both(meta: &ParseNestedMeta<'_>) -> syn::Result<(Option<String>, Option<String>)> {
    if meta.input.peek(syn::Token![=]) {
        let text = meta.value()?.parse::<LitStr>()?.value();
        return Ok((Some(text.clone()), Some(text)));
    }
    let mut names = (None, None);
    meta.parse_nested_meta(|it| {
        let text = it.value()?.parse::<LitStr>()?.value();
        let name = if it.path.is_ident("serialize") { &mut names.0 } else { &mut names.1 };
        *name = Some(text);
        Ok(())
    })?;
    Ok(names)
}

pub(super) fn says(attributes: &[Attribute]) -> Says {
    let mut all = Says::default();
    for attribute in attributes.iter().filter(|it| it.path().is_ident("serde")) {
        // What cannot be read is not obeyed: rustc would have refused it.
        let _ = attribute.parse_nested_meta(|meta| {
            let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
            let text = || -> syn::Result<String> { Ok(meta.value()?.parse::<LitStr>()?.value()) };
            let path = |text: String| -> syn::Result<TokenStream> {
                Ok(text.parse::<TokenStream>().unwrap_or_default())
            };
            match name.as_str() {
                "rename" => (all.rename, all.read_rename) = both(&meta)?,
                "rename_all" => (all.rename_all, all.read_rename_all) = both(&meta)?,
                "rename_all_fields" => all.rename_fields = Some(text()?),
                "alias" => all.aliases.push(text()?),
                "default" if meta.input.peek(syn::Token![=]) => all.default = Some(path(text()?)?),
                "default" => all.default = Some(quote!(::std::default::Default::default)),
                "skip" => all.skip = true,
                "skip_serializing" => all.skip_serializing = true,
                "skip_deserializing" => all.skip_deserializing = true,
                "skip_serializing_if" => all.skip_if = Some(path(text()?)?),
                "flatten" => all.flatten = true,
                "deny_unknown_fields" => all.strict = true,
                "tag" => all.tag = Some(text()?),
                "content" => all.content = Some(text()?),
                "untagged" => all.untagged = true,
                "other" => all.other = true,
                "transparent" => all.transparent = true,
                "from" => all.from = Some(path(text()?)?),
                "try_from" => all.try_from = Some(path(text()?)?),
                "into" => all.into = Some(path(text()?)?),
                "serialize_with" => all.writer = Some(path(text()?)?),
                "deserialize_with" => all.reader = Some(path(text()?)?),
                "with" => {
                    let module = path(text()?)?;
                    all.writer = Some(quote!(#module::serialize));
                    all.reader = Some(quote!(#module::deserialize));
                }
                _ if meta.input.peek(syn::Token![=]) => drop(text()?),
                _ => {}
            }
            Ok(())
        });
    }
    all
}

/// The words of a name, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for it in name.trim_start_matches("r#").chars() {
        if it == '_' {
            all.push(String::new());
        } else if it.is_uppercase() {
            all.push(it.to_lowercase().collect());
        } else {
            match all.last_mut() {
                Some(last) => last.push(it),
                None => all.push(it.to_string()),
            }
        }
    }
    all.retain(|it| !it.is_empty());
    all
}

fn renamed(name: &str, rule: Option<&str>) -> String {
    let capital = |it: &String| {
        let mut chars = it.chars();
        chars.next().map(|it| it.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
    };
    let all = words(name);
    match rule {
        Some("lowercase") => all.concat(),
        Some("UPPERCASE") => all.concat().to_uppercase(),
        Some("PascalCase") => all.iter().map(capital).collect(),
        Some("camelCase") => {
            let pascal: String = all.iter().map(capital).collect();
            pascal[..1].to_lowercase() + &pascal[1..]
        }
        Some("snake_case") => all.join("_"),
        Some("SCREAMING_SNAKE_CASE") => all.join("_").to_uppercase(),
        Some("kebab-case") => all.join("-"),
        Some("SCREAMING-KEBAB-CASE") => all.join("-").to_uppercase(),
        _ => name.trim_start_matches("r#").to_owned(),
    }
}

pub(super) fn name_of(ident: &Ident, says: &Says, rule: Option<&str>) -> String {
    says.rename.clone().unwrap_or_else(|| renamed(&ident.to_string(), rule))
}
