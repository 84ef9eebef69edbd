//! The trees are those that `syn` makes of the same texts, places and all.

mod rare;
mod spans;

use super::*;
use proc_macro2::TokenTree;
use quote::ToTokens as _;
use std::path::{Path, PathBuf};

/// All Rust texts of the project.
fn texts() -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")), &mut all);
    all.sort();
    all
}

fn collect(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("target") {
            collect(&path, into);
        } else if path.extension().is_some_and(|it| it == "rs")
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            into.push((path, text));
        }
    }
}

/// The tokens of a tree with their places.
fn tokens(tokens: TokenStream, into: &mut Vec<String>) {
    for token in tokens {
        let span = token.span();
        let place = format!("{:?}-{:?}", span.start(), span.end());
        match token {
            TokenTree::Group(it) => {
                into.push(format!("{:?} {place}", it.delimiter()));
                self::tokens(it.stream(), into);
                into.push("end".to_owned());
            }
            token => into.push(format!("{token} {place}")),
        }
    }
}

/// What is different about two trees.
fn difference(ours: &syn::File, theirs: &syn::File) -> Option<String> {
    let [left, right] = [ours, theirs].map(|it| {
        let mut all = Vec::new();
        tokens(it.to_token_stream(), &mut all);
        all
    });
    let at = left.iter().zip(&right).position(|it| it.0 != it.1);
    if let Some(at) = at {
        return Some(format!("{} | {}", left[at], right[at]));
    }
    if left.len() != right.len() {
        return Some(format!("{} tokens | {}", left.len(), right.len()));
    }
    if ours == theirs {
        return None;
    }
    let item = ours.items.iter().zip(&theirs.items).find(|it| it.0 != it.1);
    let [left, right] = match item {
        Some((left, right)) => [format!("{left:#?}"), format!("{right:#?}")],
        None => return Some("attributes of the file".to_owned()),
    };
    let at = left.lines().zip(right.lines()).position(|it| it.0 != it.1).unwrap_or_default();
    let around = |text: &str| text.lines().skip(at.saturating_sub(6)).take(14).collect::<Vec<_>>().join("\n");
    Some(format!("{}\n---\n{}", around(&left), around(&right)))
}

/// Compares what becomes of a text. `syn` takes more than there is in the language: what it has no tree for.
fn compare(tokens: &TokenStream) -> Option<String> {
    let ours = whole(tokens.clone(), Input::file);
    let theirs = syn::parse2::<syn::File>(tokens.clone());
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => difference(&ours, &theirs),
        (Err(_), Err(_)) => None,
        (Ok(_), Err(error)) => Some(format!("refused: {:?} {error}", error.span().start())),
        (Err(error), Ok(theirs)) => {
            let has_verbatim = format!("{theirs:?}").contains("::Verbatim(");
            (!has_verbatim).then(|| format!("is not refused: {:?} {}", error.span().start(), error.message()))
        }
    }
}

#[test]
fn texts_become_the_same_trees() {
    let mut count = 0;
    let mut all = String::new();
    for (path, text) in texts() {
        let Ok(tokens) = TokenStream::from_str(&without_shebang(&text)) else { continue };
        if too_deep(&tokens, 0).is_some() {
            continue;
        }
        count += 1;
        if let Some(difference) = compare(&tokens) {
            all.push_str(&format!("{}: {difference}\n", path.display()));
        }
    }
    assert!(all.is_empty(), "{all}");
    assert!(count > 100, "{count} texts");
}

/// A generator of numbers that are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

fn count(tokens: &TokenStream) -> usize {
    let inner = |it: TokenTree| match it {
        TokenTree::Group(it) => 1 + count(&it.stream()),
        _ => 1,
    };
    tokens.clone().into_iter().map(inner).sum()
}

/// Leaves out, doubles or replaces the token of that number, or puts it and some behind it into brackets without a sign.
fn mutated(tokens: TokenStream, at: &mut usize, how: usize, other: &TokenTree) -> TokenStream {
    let mut out = Vec::new();
    let mut wrapped: Option<usize> = None;
    for token in tokens {
        let is_it = *at == 0;
        *at = at.wrapping_sub(1);
        let token = match token {
            TokenTree::Group(it) if !is_it => {
                let mut inner = proc_macro2::Group::new(it.delimiter(), mutated(it.stream(), at, how, other));
                inner.set_span(it.span());
                TokenTree::Group(inner)
            }
            token => token,
        };
        match how {
            0 if is_it => {}
            1 if is_it => out.extend([token.clone(), token]),
            2 if is_it => out.push(other.clone()),
            3 if is_it => out.extend([other.clone(), token]),
            4.. if is_it => {
                wrapped = Some(out.len());
                out.push(token);
            }
            _ => out.push(token),
        }
    }
    if let Some(at) = wrapped {
        let behind = out.split_off(out.len().min(at + 1 + 2 * (how - 4)));
        let inner = out.split_off(at).into_iter().collect();
        out.push(TokenTree::Group(proc_macro2::Group::new(proc_macro2::Delimiter::None, inner)));
        out.extend(behind);
    }
    out.into_iter().collect()
}

/// The token of that number.
fn nth(tokens: &TokenStream, at: &mut usize) -> Option<TokenTree> {
    for token in tokens.clone() {
        if *at == 0 {
            return Some(token);
        }
        *at -= 1;
        if let TokenTree::Group(it) = &token
            && let Some(found) = nth(&it.stream(), at)
        {
            return Some(found);
        }
    }
    None
}

/// Each of the items and statements alone, since one that is refused hides those behind it.
#[test]
fn what_is_rare_becomes_the_same_trees() {
    let mut all = String::new();
    let mut numbers = Numbers(71);
    for line in rare::TEXT.lines().flat_map(pieces) {
        for text in [line.to_owned(), format!("fn f() {{ {line} }}"), format!("trait T {{ {line} }}")] {
            let Ok(tokens) = TokenStream::from_str(&text) else { continue };
            let length = count(&tokens);
            if let Some(difference) = compare(&tokens) {
                all.push_str(&format!("{difference}\n    {line}\n"));
            }
            for _ in 0..rounds() * 20 {
                let (mut at, how) = (numbers.below(length), numbers.below(7));
                let Some(other) = nth(&tokens, &mut numbers.below(length)) else { continue };
                let mutated = mutated(tokens.clone(), &mut at, how, &other);
                if let Some(difference) = compare(&mutated) {
                    all.push_str(&format!("{difference}\n    {mutated}\n"));
                }
            }
        }
    }
    assert!(all.is_empty(), "{all}");
}

/// A line, and each of its statements.
fn pieces(line: &str) -> Vec<String> {
    let mut all = vec![line.to_owned(), String::new()];
    for token in TokenStream::from_str(line).into_iter().flatten() {
        let Some(last) = all.last_mut() else { break };
        match &token {
            TokenTree::Punct(it) if it.spacing() == proc_macro2::Spacing::Joint => last.push(it.as_char()),
            token => last.push_str(&format!("{token} ")),
        }
        if matches!(&token, TokenTree::Punct(it) if it.as_char() == ';') {
            all.push(String::new());
        }
    }
    all
}

/// How many mutations are tried of each text.
fn rounds() -> usize {
    std::env::var("ROUNDS").map_or(1, |it| it.parse().unwrap_or(1))
}

#[test]
fn mutated_texts_are_taken_or_refused_alike() {
    let mut all = String::new();
    let mut numbers = Numbers(17);
    for (path, text) in texts().into_iter().filter(|it| it.1.len() < 6_000) {
        let Ok(tokens) = TokenStream::from_str(&without_shebang(&text)) else { continue };
        let length = count(&tokens);
        for _ in 0..rounds() {
            let (mut at, how) = (numbers.below(length), numbers.below(7));
            let Some(other) = nth(&tokens, &mut numbers.below(length)) else { continue };
            let place = nth(&tokens, &mut at.clone()).map(|it| (it.span().start(), it.to_string()));
            let mutated = mutated(tokens.clone(), &mut at, how, &other);
            if too_deep(&mutated, 0).is_none()
                && let Some(difference) = compare(&mutated)
            {
                all.push_str(&format!("{}: {how} at {place:?} {other}: {difference}\n", path.display()));
            }
        }
    }
    assert!(all.is_empty(), "{all}");
}
