//! Variables that a macro's own text declares are not those of its caller, even where they have the same name.
//!
//! Tokens do not know where they come from, so such names are changed, in each expansion to another one.

use proc_macro2::{Delimiter, Literal, TokenTree};
use rustc_hash::FxHashSet;

/// Stands between a name and the number of its expansion. It may be part of a name, but nobody writes it.
const MARK: char = 'ˑ';

/// The name of an expansion's own variable.
pub(super) fn renamed(name: &str, number: u32) -> String {
    format!("{name}{MARK}{number}")
}

/// The name as it was written.
pub(in crate::lower) fn plain_name(name: &str) -> &str {
    name.split(MARK).next().unwrap_or(name)
}

/// A text with `{name}` in it, where the name is one that is changed.
pub(super) fn renamed_text(literal: &Literal, binders: &FxHashSet<String>, number: u32) -> Option<Literal> {
    let text = literal.to_string();
    if binders.is_empty() || !text.starts_with('"') || !text.contains('{') {
        return None;
    }
    let mut changed = text.clone();
    for name in binders {
        for behind in ['}', ':'] {
            changed = changed
                .replace(&format!("{{{name}{behind}"), &format!("{{{}{behind}", renamed(name, number)));
        }
        changed = changed.replace(&format!("{name}$"), &format!("{}$", renamed(name, number)));
    }
    (changed != text).then(|| changed.parse().ok())?
}

/// The variables that a body declares.
pub(super) fn binders(tokens: &[TokenTree]) -> FxHashSet<String> {
    let mut names = FxHashSet::default();
    search(tokens, &mut names);
    let mut functions = FxHashSet::default();
    items(tokens, &mut functions);
    names.retain(|it| !functions.contains(it));
    names
}

/// Names of items that a body defines: they mean the same everywhere in it.
fn items(tokens: &[TokenTree], into: &mut FxHashSet<String>) {
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(it) => items(&it.stream().into_iter().collect::<Vec<_>>(), into),
            TokenTree::Ident(it) if at > 0 => {
                if matches!(&tokens[at - 1], TokenTree::Ident(word) if word == "fn" || word == "mod" || word == "static")
                {
                    into.insert(it.to_string());
                }
            }
            _ => {}
        }
    }
}

fn search(tokens: &[TokenTree], into: &mut FxHashSet<String>) {
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Ident(it) if it == "let" => {
                let end = at
                    + 1
                    + until(&tokens[at + 1..], |it| {
                        is_punct(it, '=') || is_punct(it, ';') || is_punct(it, ':')
                    });
                pattern(&tokens[at + 1..end], into);
            }
            TokenTree::Ident(it) if it == "for" => {
                let end =
                    at + 1 + until(&tokens[at + 1..], |it| matches!(it, TokenTree::Ident(it) if it == "in"));
                if end < tokens.len() {
                    pattern(&tokens[at + 1..end], into);
                }
            }
            TokenTree::Punct(it) if it.as_char() == '|' && starts_closure(tokens, at) => {
                let end = at + 1 + until(&tokens[at + 1..], |it| is_punct(it, '|'));
                parameters(&tokens[at + 1..end.min(tokens.len())], into);
                at = end;
            }
            TokenTree::Group(it) => {
                let inner: Vec<TokenTree> = it.stream().into_iter().collect();
                if it.delimiter() == Delimiter::Brace {
                    arms(&inner, into);
                }
                search(&inner, into);
            }
            _ => {}
        }
        at += 1;
    }
}

/// The patterns of a `match`, if these are its arms.
fn arms(tokens: &[TokenTree], into: &mut FxHashSet<String>) {
    let mut start = 0;
    for at in 0..tokens.len() {
        if is_punct(&tokens[at], ',')
            || matches!(&tokens[at], TokenTree::Group(it) if it.delimiter() == Delimiter::Brace)
        {
            start = at + 1;
        } else if is_punct(&tokens[at], '=') && tokens.get(at + 1).is_some_and(|it| is_punct(it, '>')) {
            let length = until(&tokens[start..at], begins_guard);
            pattern(&tokens[start..start + length], into);
            start = at + 2;
        }
    }
}

/// Whether this is the `if` of an arm, or a repetition that begins with it.
fn begins_guard(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(it) => it == "if",
        TokenTree::Group(it) => it.stream().into_iter().next().is_some_and(|it| begins_guard(&it)),
        _ => false,
    }
}

fn until(tokens: &[TokenTree], is_end: impl Fn(&TokenTree) -> bool) -> usize {
    tokens.iter().position(is_end).unwrap_or(tokens.len())
}

fn is_punct(token: &TokenTree, which: char) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == which)
}

/// A bar with an operand before it is an operator.
fn starts_closure(tokens: &[TokenTree], at: usize) -> bool {
    match at.checked_sub(1).map(|it| &tokens[it]) {
        None => true,
        Some(TokenTree::Punct(it)) => matches!(it.as_char(), ',' | '=' | '>' | ';'),
        Some(TokenTree::Ident(it)) => it == "move" || it == "return",
        Some(_) => false,
    }
}

/// Parameters of a closure: what stands behind a colon is a type.
fn parameters(tokens: &[TokenTree], into: &mut FxHashSet<String>) {
    for parameter in tokens.split(|it| is_punct(it, ',')) {
        pattern(&parameter[..until(parameter, |it| is_punct(it, ':'))], into);
    }
}

/// The names in a pattern that are variables: by how they are written, and by what stands around them.
fn pattern(tokens: &[TokenTree], into: &mut FxHashSet<String>) {
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(it) => pattern(&it.stream().into_iter().collect::<Vec<_>>(), into),
            TokenTree::Ident(it) => {
                let text = it.to_string();
                let is_name = text.starts_with(|it: char| it.is_lowercase() || it == '_') && text.len() < 64;
                let is_word = matches!(
                    text.as_str(),
                    "mut" | "ref" | "_" | "box" | "true" | "false" | "self" | "crate"
                );
                let of_path = tokens
                    .get(at + 1)
                    .is_some_and(|it| is_punct(it, ':') || matches!(it, TokenTree::Group(_)))
                    || at > 0 && (is_punct(&tokens[at - 1], ':') || is_punct(&tokens[at - 1], '$'));
                let is_field_value = at > 0
                    && is_punct(&tokens[at - 1], ':')
                    && !(at > 1 && is_punct(&tokens[at - 2], ':'))
                    && !matches!(tokens.get(at + 1), Some(TokenTree::Group(_)));
                if is_name && !is_word && (!of_path || is_field_value) {
                    into.insert(text);
                }
            }
            _ => {}
        }
    }
}
