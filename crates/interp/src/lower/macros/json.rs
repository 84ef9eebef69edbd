//! `json!`: a value as it stands in JSON, with Rust in the places of its parts.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote_spanned;

/// The Rust that makes the value.
pub(super) fn json(tokens: &TokenStream) -> TokenStream {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let place = all.first().map_or_else(proc_macro2::Span::call_site, TokenTree::span);
    match &all[..] {
        [TokenTree::Ident(word)] if *word == "null" => quote_spanned!(place=> ::serde_json::Value::Null),
        [TokenTree::Group(it)] if it.delimiter() == Delimiter::Bracket => {
            let items = parts(it.stream());
            let items = items.iter().map(json);
            quote_spanned!(place=> ::serde_json::Value::Array(::std::vec![#(#items),*]))
        }
        [TokenTree::Group(it)] if it.delimiter() == Delimiter::Brace => {
            let members = parts(it.stream()).into_iter().filter_map(member);
            quote_spanned!(place=> ::serde_json::Value::Object({
                let mut __map = ::serde_json::Map::new();
                #(#members)*
                __map
            }))
        }
        _ => quote_spanned!(place=> ::serde_json::to_value(&(#tokens)).unwrap()),
    }
}

/// `key: value` as a statement.
fn member(tokens: TokenStream) -> Option<TokenStream> {
    let all: Vec<TokenTree> = tokens.into_iter().collect();
    let is_colon = |it: &TokenTree| matches!(it, TokenTree::Punct(it) if it.as_char() == ':');
    let colon = (0..all.len()).find(|at| {
        let beside = at.checked_sub(1).is_some_and(|it| is_colon(&all[it]));
        is_colon(&all[*at]) && !beside && !all.get(at + 1).is_some_and(is_colon)
    })?;
    let place = all.first()?.span();
    let key: TokenStream = all[..colon].iter().cloned().collect();
    let value = json(&all[colon + 1..].iter().cloned().collect());
    Some(quote_spanned!(place=> let _ = __map.insert((#key).to_string(), #value);))
}

/// What stands between commas.
fn parts(tokens: TokenStream) -> Vec<TokenStream> {
    let mut all = vec![TokenStream::new()];
    for token in tokens {
        match token {
            TokenTree::Punct(it) if it.as_char() == ',' => all.push(TokenStream::new()),
            token => all.last_mut().into_iter().for_each(|it| it.extend([token.clone()])),
        }
    }
    all.retain(|it| !it.is_empty());
    all
}
