//! What serde is told by attributes, and the names in the data.

use crate::parse::{Input, whole};
use proc_macro2::{Delimiter, TokenStream};
use quote::quote;
use syn::{Attribute, Ident, Meta};

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

/// `= "name"`.
fn text(input: &mut Input) -> Option<String> {
    input.punct::<1>("=");
    let text = input.string();
    (!input.has_failed()).then(|| text.value())
}

/// `= "name"`, or one name for what is written and another for what is read.
fn both(input: &mut Input) -> Option<(Option<String>, Option<String>)> {
    if input.is(0, "=") {
        let text = text(input)?;
        return Some((Some(text.clone()), Some(text)));
    }
    let mut names = (None, None);
    let (_, outer) = input.enter(Delimiter::Parenthesis);
    while !input.is_empty() {
        let word = input.any_word();
        let name = text(input)?;
        if word == "serialize" {
            names.0 = Some(name);
        } else {
            names.1 = Some(name);
        }
        input.take::<1>(",");
    }
    input.leave(outer);
    (!input.has_failed()).then_some(names)
}

pub(super) fn says(attributes: &[Attribute]) -> Says {
    let mut all = Says::default();
    for attribute in attributes.iter().filter(|it| it.path().is_ident("serde")) {
        let Meta::List(list) = &attribute.meta else { continue };
        // What cannot be read is not obeyed: rustc would have refused it.
        let _ = whole(list.tokens.clone(), |input| {
            while !input.is_empty() {
                all.read(input);
                if !input.is_empty() {
                    input.punct::<1>(",");
                }
            }
        });
    }
    all
}

impl Says {
    /// Reads one of the things that stand between commas.
    fn read(&mut self, input: &mut Input) -> Option<()> {
        let name = input.any_word().to_string();
        let has_value = input.is(0, "=");
        let path = |text: String| text.parse::<TokenStream>().unwrap_or_default();
        match name.as_str() {
            "rename" => (self.rename, self.read_rename) = both(input)?,
            "rename_all" => (self.rename_all, self.read_rename_all) = both(input)?,
            "rename_all_fields" => self.rename_fields = Some(text(input)?),
            "alias" => self.aliases.push(text(input)?),
            "default" if has_value => self.default = Some(path(text(input)?)),
            "default" => self.default = Some(quote!(::std::default::Default::default)),
            "skip" => self.skip = true,
            "skip_serializing" => self.skip_serializing = true,
            "skip_deserializing" => self.skip_deserializing = true,
            "skip_serializing_if" => self.skip_if = Some(path(text(input)?)),
            "flatten" => self.flatten = true,
            "deny_unknown_fields" => self.strict = true,
            "tag" => self.tag = Some(text(input)?),
            "content" => self.content = Some(text(input)?),
            "untagged" => self.untagged = true,
            "other" => self.other = true,
            "transparent" => self.transparent = true,
            "from" => self.from = Some(path(text(input)?)),
            "try_from" => self.try_from = Some(path(text(input)?)),
            "into" => self.into = Some(path(text(input)?)),
            "serialize_with" => self.writer = Some(path(text(input)?)),
            "deserialize_with" => self.reader = Some(path(text(input)?)),
            "with" => {
                let module = path(text(input)?);
                self.writer = Some(quote!(#module::serialize));
                self.reader = Some(quote!(#module::deserialize));
            }
            _ if has_value => drop(text(input)?),
            _ => {}
        }
        Some(())
    }
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
