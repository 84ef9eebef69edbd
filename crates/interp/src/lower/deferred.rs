//! Bodies of the library's functions are parsed when they are needed: most never are. Those of its files have been taken
//! out of their texts when this crate was built; those that its macros make are taken out here.

use super::library;
use super::world::World;
use crate::parse;
use crate::source::FileId;
use crate::tree::ModuleId;
use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens as _, quote_spanned};
use std::rc::Rc;
use syn::{Block, Expr, Stmt};

/// Stands in a body for its tokens, with their number.
const MARK: &str = "__deferred";

/// Stands in a body for its text, with its number.
const TEXT_MARK: &str = "__body";

/// A body that has been taken out.
#[derive(Debug)]
pub(super) enum Deferred {
    /// Of what a macro has made.
    Tokens(Group),
    /// Of a file.
    Text(&'static str),
}

impl World {
    /// Takes the bodies of functions out of a module's text, if it is one of the library.
    pub(super) fn defer(&mut self, module: ModuleId, tokens: TokenStream) -> TokenStream {
        if self.modules.get(module).file == FileId::PROGRAM {
            return tokens;
        }
        self.without_bodies(tokens)
    }

    fn without_bodies(&mut self, tokens: TokenStream) -> TokenStream {
        let mut out: Vec<TokenTree> = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        let mut in_function = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(it) => {
                    in_function |= it == "fn" && matches!(tokens.peek(), Some(TokenTree::Ident(_)));
                    out.push(TokenTree::Ident(it));
                }
                TokenTree::Group(it) if it.delimiter() == Delimiter::Brace => {
                    let group = if in_function {
                        self.marked(it)
                    } else if is_macro(&out) {
                        it
                    } else {
                        let mut group = Group::new(Delimiter::Brace, self.without_bodies(it.stream()));
                        group.set_span(it.span());
                        group
                    };
                    in_function = false;
                    out.push(TokenTree::Group(group));
                }
                token => {
                    in_function &= !matches!(&token, TokenTree::Punct(it) if it.as_char() == ';');
                    out.push(token);
                }
            }
        }
        out.into_iter().collect()
    }

    fn marked(&mut self, body: Group) -> Group {
        let span = body.span_open();
        let number = Literal::usize_unsuffixed(self.deferred.len());
        let mark = proc_macro2::Ident::new(MARK, span);
        let mut group = Group::new(Delimiter::Brace, quote_spanned!(span=> #mark!(#number)));
        group.set_span(span);
        self.deferred.push(body);
        group
    }

    /// What has been taken out of a body. A program has no such bodies, whatever its macros are called.
    pub(super) fn deferred(&self, module: ModuleId, block: &Block) -> Option<Deferred> {
        if self.modules.get(module).file == FileId::PROGRAM {
            return None;
        }
        let [Stmt::Expr(Expr::Macro(it), None)] = &block.stmts[..] else { return None };
        let number = || it.mac.tokens.to_string().parse::<usize>().ok();
        if it.mac.path.is_ident(TEXT_MARK) {
            return library::body(number()?).map(Deferred::Text);
        }
        let tokens = it.mac.path.is_ident(MARK).then(|| self.deferred.get(number()?))?;
        tokens.cloned().map(Deferred::Tokens)
    }

    /// A body, parsed.
    pub(super) fn whole(&mut self, module: ModuleId, block: &Rc<Block>) -> Rc<Block> {
        let Some(body) = self.deferred(module, block) else { return block.clone() };
        let parsed = match body {
            Deferred::Tokens(body) => parse::whole(TokenTree::Group(body).into(), parse::Input::block),
            Deferred::Text(text) => parse::whole_text(text, parse::Input::block),
        };
        match parsed {
            Ok(block) => Rc::new(block),
            Err(error) => {
                let errors = parse::syntax(self.modules.get(module).file, &error);
                self.diagnostics.extend(errors);
                block.clone()
            }
        }
    }
}

impl Deferred {
    /// Whether a word stands in it.
    pub(super) fn speaks_of(&self, is_one: &dyn Fn(&str) -> bool) -> bool {
        match self {
            Deferred::Tokens(body) => speaks_of(body.stream(), is_one),
            Deferred::Text(text) => words(text).any(is_one),
        }
    }
}

/// Whether a word stands in a block.
pub(super) fn block_speaks_of(block: &Block, is_one: &dyn Fn(&str) -> bool) -> bool {
    match block.brace_token.span.join().source_text() {
        // What a macro puts in does not stand where the macro's text is.
        Some(text) if text.starts_with('{') && !text.contains('$') => words(&text).any(is_one),
        _ => speaks_of(block.to_token_stream(), is_one),
    }
}

/// The words of a text of Rust.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| it != '_' && !it.is_alphanumeric())
}

/// Whether a word is among tokens.
fn speaks_of(tokens: TokenStream, is_one: &dyn Fn(&str) -> bool) -> bool {
    tokens.into_iter().any(|it| match it {
        TokenTree::Ident(it) => is_one(&it.to_string()),
        TokenTree::Group(it) => speaks_of(it.stream(), is_one),
        _ => false,
    })
}

/// Whether what follows belongs to a macro: `name! {`, `macro_rules! name {`.
fn is_macro(before: &[TokenTree]) -> bool {
    let is_bang = |it: Option<&TokenTree>| matches!(it, Some(TokenTree::Punct(it)) if it.as_char() == '!');
    match before {
        [.., word, bang, TokenTree::Ident(_)] => {
            is_bang(Some(bang)) && matches!(word, TokenTree::Ident(it) if it == "macro_rules")
        }
        [.., TokenTree::Ident(_), bang] => is_bang(Some(bang)),
        _ => false,
    }
}
