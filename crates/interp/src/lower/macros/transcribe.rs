//! Writing a rule's body, with the variables of a call put in.

use super::expand::Stands;
use super::matcher::{Binding, Bindings, Kind, repetition};
use super::rules::Rule;
use super::unhygienic::{renamed, renamed_text};
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use rustc_hash::FxHashSet;

/// What is written with.
pub(super) struct Writer<'a> {
    pub(super) rule: &'a Rule,
    pub(super) stands: Stands,
    /// Where the call stands: tokens of the body get this place.
    pub(super) place: Span,
    /// The number of the expansion.
    pub(super) number: u32,
    /// What `$crate` is.
    pub(super) krate: Option<&'a str>,
    /// How many tokens may still be written.
    pub(super) left: usize,
}

/// Why a body cannot be written.
pub(super) enum Fault {
    TooMuch,
    Says(String),
}

impl Writer<'_> {
    /// Writes a body.
    pub(super) fn body(&mut self, bindings: &Bindings) -> Result<TokenStream, Fault> {
        let body = self.rule.body.clone();
        self.tokens(&body, bindings)
    }

    fn tokens(&mut self, tokens: &[TokenTree], bindings: &Bindings) -> Result<TokenStream, Fault> {
        let mut out: Vec<TokenTree> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Punct(it) if it.as_char() == '$' && at + 1 < tokens.len() => {
                    at += self.variable(&tokens[at..], bindings, &mut out)?;
                    continue;
                }
                TokenTree::Group(it) => {
                    let mut group = Group::new(
                        it.delimiter(),
                        self.tokens(&it.stream().into_iter().collect::<Vec<_>>(), bindings)?,
                    );
                    group.set_span(self.place);
                    self.push(TokenTree::Group(group), &mut out)?;
                }
                TokenTree::Ident(it) => {
                    let token = self.ident(it, tokens, at);
                    self.push(token, &mut out)?;
                }
                TokenTree::Literal(it) => {
                    let mut literal = match self.stands {
                        Stands::InBody => renamed_text(it, &self.rule.binders, self.number),
                        Stands::WithItems => None,
                    }
                    .unwrap_or_else(|| it.clone());
                    literal.set_span(self.place);
                    self.push(TokenTree::Literal(literal), &mut out)?;
                }
                token => {
                    let mut token = token.clone();
                    token.set_span(self.place);
                    self.push(token, &mut out)?;
                }
            }
            at += 1;
        }
        Ok(out.into_iter().collect())
    }

    fn push(&mut self, token: TokenTree, out: &mut Vec<TokenTree>) -> Result<(), Fault> {
        self.left = self.left.checked_sub(1).ok_or(Fault::TooMuch)?;
        out.push(token);
        Ok(())
    }

    /// A name of the body: a variable that the body declares is another one in each expansion.
    fn ident(&self, it: &Ident, tokens: &[TokenTree], at: usize) -> TokenTree {
        let is = |index: usize, which: char| matches!(tokens.get(index), Some(TokenTree::Punct(it)) if it.as_char() == which);
        let behind_point = at > 0 && is(at - 1, '.') && !(at > 1 && is(at - 2, '.'));
        let is_path = is(at + 1, ':') && is(at + 2, ':') || at > 1 && is(at - 1, ':') && is(at - 2, ':');
        let is_item = at > 0 && matches!(&tokens[at - 1], TokenTree::Ident(it) if it == "fn");
        let text = it.to_string();
        let mut ident = it.clone();
        let own = self.stands == Stands::InBody && self.rule.binders.contains(&text);
        if own && !behind_point && !is_path && !is_item && !is(at + 1, '!') {
            ident = Ident::new(&renamed(&text, self.number), self.place);
        }
        ident.set_span(self.place);
        TokenTree::Ident(ident)
    }

    fn variable(
        &mut self,
        tokens: &[TokenTree],
        bindings: &Bindings,
        out: &mut Vec<TokenTree>,
    ) -> Result<usize, Fault> {
        match &tokens[1] {
            TokenTree::Ident(name) if name == "crate" => {
                self.krate(out)?;
                Ok(2)
            }
            TokenTree::Ident(name) => {
                match bindings.get(&name.to_string()) {
                    Some(Binding::One(kind, found)) => self.found(*kind, found, out)?,
                    Some(Binding::Many(_)) => {
                        return Err(Fault::Says(format!(
                            "variable `{name}` is still repeating at this depth"
                        )));
                    }
                    None => {
                        self.push(tokens[0].clone(), out)?;
                        self.push(tokens[1].clone(), out)?;
                    }
                }
                Ok(2)
            }
            TokenTree::Group(inner) if inner.delimiter() == Delimiter::Parenthesis => {
                let Some((separator, _, length)) = repetition(&tokens[2..]) else {
                    return Err(Fault::Says("expected one of: `*`, `+`, or `?`".to_owned()));
                };
                self.repeat(inner, &separator, bindings, out)?;
                Ok(2 + length)
            }
            _ => {
                self.push(tokens[0].clone(), out)?;
                Ok(1)
            }
        }
    }

    fn krate(&mut self, out: &mut Vec<TokenTree>) -> Result<(), Fault> {
        match self.krate {
            Some(name) => {
                for spacing in [Spacing::Joint, Spacing::Alone] {
                    let mut colon = Punct::new(':', spacing);
                    colon.set_span(self.place);
                    self.push(TokenTree::Punct(colon), out)?;
                }
                self.push(TokenTree::Ident(Ident::new(name, self.place)), out)
            }
            None => self.push(TokenTree::Ident(Ident::new("crate", self.place)), out),
        }
    }

    /// What was found for a variable: an expression or type stays one, whatever is written around it.
    fn found(&mut self, kind: Kind, found: &[TokenTree], out: &mut Vec<TokenTree>) -> Result<(), Fault> {
        let keeps = matches!(kind, Kind::Expr | Kind::Ty) && found.len() > 1;
        if !keeps {
            for token in found {
                self.push(token.clone(), out)?;
            }
            return Ok(());
        }
        self.left = self.left.checked_sub(found.len()).ok_or(Fault::TooMuch)?;
        let span = found[0].span();
        let mut group = Group::new(Delimiter::None, found.iter().cloned().collect());
        group.set_span(found.last().and_then(|it| span.join(it.span())).unwrap_or(span));
        self.push(TokenTree::Group(group), out)
    }

    fn repeat(
        &mut self,
        inner: &Group,
        separator: &[TokenTree],
        bindings: &Bindings,
        out: &mut Vec<TokenTree>,
    ) -> Result<(), Fault> {
        let tokens: Vec<TokenTree> = inner.stream().into_iter().collect();
        let mut used = FxHashSet::default();
        variables(&tokens, &mut used);
        let mut rounds: Option<usize> = None;
        for (name, binding) in bindings {
            if let (true, Binding::Many(all)) = (used.contains(name), binding) {
                match rounds {
                    Some(count) if count != all.len() => {
                        return Err(Fault::Says(format!(
                            "meta-variable `{name}` repeats {} times, but another one repeats {count} times",
                            all.len()
                        )));
                    }
                    _ => rounds = Some(all.len()),
                }
            }
        }
        let Some(rounds) = rounds else {
            return Err(Fault::Says(
                "attempted to repeat an expression containing no syntax variables matched as repeating at this depth".to_owned(),
            ));
        };
        for round in 0..rounds {
            if round > 0 {
                for token in separator {
                    let mut token = token.clone();
                    token.set_span(self.place);
                    self.push(token, out)?;
                }
            }
            let mut bound = Bindings::default();
            for (name, binding) in bindings.iter().filter(|it| used.contains(it.0)) {
                let one = match binding {
                    Binding::Many(all) => all[round].clone(),
                    one => one.clone(),
                };
                bound.insert(name.clone(), one);
            }
            out.extend(self.tokens(&tokens, &bound)?);
        }
        Ok(())
    }
}

/// The variables that tokens name.
fn variables(tokens: &[TokenTree], into: &mut FxHashSet<String>) {
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(it) => variables(&it.stream().into_iter().collect::<Vec<_>>(), into),
            TokenTree::Ident(it)
                if at > 0 && matches!(&tokens[at - 1], TokenTree::Punct(it) if it.as_char() == '$') =>
            {
                into.insert(it.to_string());
            }
            _ => {}
        }
    }
}
