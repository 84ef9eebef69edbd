//! `macro_rules!`: rules, read once.

use super::super::world::World;
use super::matcher::{Matcher, parse_matcher};
use super::unhygienic::binders;
use crate::tree::ModuleId;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// The rules of a macro.
#[derive(Clone, Debug)]
pub(in crate::lower) struct Rules {
    pub(in crate::lower) name: String,
    /// Where it is defined.
    pub(in crate::lower) module: ModuleId,
    pub(super) rules: Rc<[Rule]>,
}

/// One of them.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) matcher: Vec<Matcher>,
    pub(super) body: Rc<[TokenTree]>,
    /// Variables that the body itself declares: they are not those of the caller.
    pub(super) binders: Rc<FxHashSet<String>>,
}

impl World {
    /// Reads `(..) => {..}; ..`.
    pub(in crate::lower) fn read_rules(
        &mut self,
        module: ModuleId,
        name: &syn::Ident,
        tokens: TokenStream,
    ) -> Rc<Rules> {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rules = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match rule(&tokens[at..]) {
                Ok((matcher, body, length)) => {
                    match parse_matcher(&matcher.stream().into_iter().collect::<Vec<_>>()) {
                        Ok(matcher) => {
                            let body: Rc<[TokenTree]> = body.stream().into_iter().collect();
                            let binders = Rc::new(binders(&body));
                            rules.push(Rule { matcher, body, binders });
                        }
                        Err((span, message)) => self.unsupported(module, span, &message, ""),
                    }
                    at += length;
                }
                Err(span) => {
                    let hint = "a rule is `(pattern) => { text };`";
                    self.unsupported(module, span, "this is not a rule of a macro", hint);
                    break;
                }
            }
        }
        Rc::new(Rules { name: name.to_string(), module, rules: rules.into() })
    }
}

/// A pattern, an arrow and a body; how many tokens that are, with the `;`.
fn rule(tokens: &[TokenTree]) -> Result<(Group, Group, usize), proc_macro2::Span> {
    let is = |at: usize, it: char| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == it);
    match (tokens.first(), tokens.get(3)) {
        (Some(TokenTree::Group(matcher)), Some(TokenTree::Group(body)))
            if is(1, '=') && is(2, '>') && body.delimiter() != Delimiter::None =>
        {
            Ok((matcher.clone(), body.clone(), if is(4, ';') { 5 } else { 4 }))
        }
        (Some(first), _) => Err(first.span()),
        (None, _) => Err(proc_macro2::Span::call_site()),
    }
}
