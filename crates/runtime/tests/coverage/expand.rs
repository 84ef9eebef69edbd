//! Writes out `macro_rules!`, as far as the runtime uses them to define items.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use std::collections::BTreeMap;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Ident, Result};

/// What the variables of a matcher stand for.
#[derive(Default)]
struct Bindings {
    one: BTreeMap<String, TokenStream>,
    /// For each repetition its turns.
    many: Vec<Vec<Bindings>>,
}

/// Writes out a call of the macro with these rules; `None` if none of them fits.
pub(crate) fn expand(rules: TokenStream, call: &TokenStream) -> Option<TokenStream> {
    let groups = rules.into_iter().filter_map(|it| match it {
        TokenTree::Group(it) => Some(it.stream()),
        _ => None,
    });
    let groups: Vec<TokenStream> = groups.collect();
    groups.chunks_exact(2).find_map(|rule| {
        let pattern: Vec<TokenTree> = rule[0].clone().into_iter().collect();
        let bindings = all(&pattern, call.clone()).ok()?;
        Some(transcribe(rule[1].clone(), &[&bindings]))
    })
}

/// Matches all of the input.
fn all(pattern: &[TokenTree], input: TokenStream) -> Result<Bindings> {
    let parse = |input: ParseStream<'_>| {
        let mut bindings = Bindings::default();
        sequence(pattern, input, &mut bindings)?;
        if input.is_empty() { Ok(bindings) } else { Err(input.error("more than the rule takes")) }
    };
    parse.parse2(input)
}

fn sequence(mut pattern: &[TokenTree], input: ParseStream<'_>, bindings: &mut Bindings) -> Result<()> {
    loop {
        pattern = match pattern {
            [] => return Ok(()),
            [
                TokenTree::Punct(dollar),
                TokenTree::Ident(name),
                TokenTree::Punct(_),
                TokenTree::Ident(kind),
                rest @ ..,
            ] if dollar.as_char() == '$' => {
                bindings.one.insert(name.to_string(), fragment(&kind.to_string(), input)?);
                rest
            }
            [TokenTree::Punct(dollar), TokenTree::Group(group), rest @ ..] if dollar.as_char() == '$' => {
                let (separator, rest) = split_operator(rest);
                bindings.many.push(repetition(group, separator.as_deref(), input)?);
                rest
            }
            [TokenTree::Group(group), rest @ ..] => {
                let TokenTree::Group(found) = input.parse()? else { return Err(input.error("no group")) };
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let found = all(&inner, found.stream())?;
                bindings.one.extend(found.one);
                bindings.many.extend(found.many);
                rest
            }
            [token, rest @ ..] => {
                let found: TokenTree = input.parse()?;
                if found.to_string() != token.to_string() {
                    return Err(input.error("another token"));
                }
                rest
            }
        };
    }
}

fn fragment(kind: &str, input: ParseStream<'_>) -> Result<TokenStream> {
    Ok(match kind {
        "ident" => Ident::parse_any(input)?.into_token_stream(),
        "ty" => input.parse::<syn::Type>()?.into_token_stream(),
        "expr" => input.parse::<syn::Expr>()?.into_token_stream(),
        "meta" => input.parse::<syn::Meta>()?.into_token_stream(),
        _ => input.parse::<TokenTree>()?.into_token_stream(),
    })
}

/// Splits the separator and the operator off, behind a repetition.
fn split_operator(rest: &[TokenTree]) -> (Option<String>, &[TokenTree]) {
    match rest {
        [TokenTree::Punct(it), rest @ ..] if "*+?".contains(it.as_char()) => (None, rest),
        [separator, _, rest @ ..] => (Some(separator.to_string()), rest),
        _ => (None, &[]),
    }
}

fn repetition(group: &Group, separator: Option<&str>, input: ParseStream<'_>) -> Result<Vec<Bindings>> {
    let pattern: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut turns = Vec::new();
    while !input.is_empty() {
        let ahead = input.fork();
        if !turns.is_empty() && separator.is_some() && ahead.parse::<TokenTree>().is_err() {
            break;
        }
        let mut turn = Bindings::default();
        if sequence(&pattern, &ahead, &mut turn).is_err() {
            break;
        }
        // The same again, for good.
        if !turns.is_empty() && separator.is_some() {
            input.parse::<TokenTree>()?;
        }
        sequence(&pattern, input, &mut Bindings::default())?;
        turns.push(turn);
    }
    Ok(turns)
}

/// Writes a rule's right side; the innermost bindings are last.
fn transcribe(side: TokenStream, scopes: &[&Bindings]) -> TokenStream {
    let mut tokens = side.into_iter().peekable();
    let mut written = TokenStream::new();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(it) if it.as_char() == '$' => match tokens.next() {
                Some(TokenTree::Group(group)) => {
                    while tokens.next_if(|it| !"*+?".contains(&it.to_string())).is_some() {}
                    tokens.next();
                    written.extend(turns(&group, scopes));
                }
                Some(TokenTree::Ident(name)) => {
                    let bound = scopes.iter().rev().find_map(|it| it.one.get(&name.to_string()));
                    written.extend(bound.cloned().unwrap_or_else(|| quote!(#name)));
                }
                _ => {}
            },
            TokenTree::Group(group) => {
                let inner = transcribe(group.stream(), scopes);
                written.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
            }
            other => written.extend([other]),
        }
    }
    written
}

/// Writes a repetition, once for each turn of the one whose variables it uses.
fn turns(group: &Group, scopes: &[&Bindings]) -> TokenStream {
    let text = group.stream().to_string();
    let uses = |turn: &Bindings| {
        turn.one.keys().any(|name| text.contains(&format!("${name}")) || text.contains(&format!("$ {name}")))
    };
    let repeated = scopes.iter().rev().flat_map(|it| &it.many).find(|it| it.first().is_some_and(uses));
    let write = |turn| transcribe(group.stream(), &[scopes, &[turn]].concat());
    repeated.into_iter().flatten().flat_map(write).collect()
}

#[test]
fn a_macro_is_written_out() {
    let rules = quote! {
        (no: $($name:ident),*) => { };
        (reads: $($name:ty, $(#[$doc:meta])* $self:ident => $stream:expr;)*) => {
            $( impl $name { $(#[$doc])* pub fn read(&$self) { $stream.read() } } )*
        };
    };
    let call = quote!(reads: A<'_>, #[doc = "x"] self => self.0; B, self => self.b(););
    let expected = quote! {
        impl A<'_> { #[doc = "x"] pub fn read(&self) { self.0.read() } }
        impl B { pub fn read(&self) { self.b().read() } }
    };
    assert_eq!(expand(rules, &call).map(|it| it.to_string()), Some(expected.to_string()));
}
