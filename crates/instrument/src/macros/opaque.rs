//! The search through the tokens of a macro that cannot be looked into.

use crate::paths;
use crate::place::Place;
use proc_macro2::{TokenStream, TokenTree};

/// Macros that print, which would print to nowhere.
const PRINTS: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// Returns the first thing that would have to be changed, and where it stands.
pub(super) fn search(tokens: TokenStream) -> Option<(Place, String)> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(it) => {
                if let Some(found) = search(it.stream()) {
                    return Some(found);
                }
            }
            TokenTree::Ident(it) => {
                let name = it.to_string();
                if matters(&name, tokens.get(index + 1)) {
                    return Some((Place::of(it.span()), name));
                }
            }
            _ => {}
        }
    }
    None
}

fn matters(name: &str, next: Option<&TokenTree>) -> bool {
    let next = match next {
        Some(TokenTree::Punct(it)) => Some(it.as_char()),
        _ => None,
    };
    matches!(name, "async" | "await")
        || (paths::is_replaced(name) && next == Some(':'))
        || (PRINTS.contains(&name) && next == Some('!'))
}
