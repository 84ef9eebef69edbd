//! Bodies of the library's functions are parsed when they are needed: most never are.

use super::world::World;
use crate::source::FileId;
use crate::tree::ModuleId;
use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote_spanned;
use std::rc::Rc;
use syn::{Block, Expr, Stmt};

/// Stands in a body for its tokens, with their number.
const MARK: &str = "__deferred";

impl World {
    /// Takes the bodies of functions out of a module's text, if it is one of the library.
    pub(super) fn defer(&mut self, module: ModuleId, tokens: TokenStream) -> TokenStream {
        if self.modules.get(module).file == FileId::PROGRAM {
            return tokens;
        }
        self.without_bodies(tokens)
    }

    pub(super) fn without_bodies(&mut self, tokens: TokenStream) -> TokenStream {
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

    /// The tokens of a body that has been taken out.
    pub(super) fn deferred_tokens(&self, block: &Block) -> Option<&Group> {
        let [Stmt::Expr(Expr::Macro(it), None)] = &block.stmts[..] else { return None };
        if !it.mac.path.is_ident(MARK) {
            return None;
        }
        let number: syn::LitInt = syn::parse2(it.mac.tokens.clone()).ok()?;
        self.deferred.get(number.base10_parse::<usize>().ok()?)
    }

    /// A body, parsed.
    pub(super) fn whole(&mut self, module: ModuleId, block: &Rc<Block>) -> Rc<Block> {
        let Some(body) = self.deferred_tokens(block).cloned() else { return block.clone() };
        match syn::parse2::<Block>(TokenTree::Group(body).into()) {
            Ok(block) => Rc::new(block),
            Err(error) => {
                let file = self.modules.get(module).file;
                let errors = crate::parse::syntax(file, &error);
                self.diagnostics.extend(errors);
                block.clone()
            }
        }
    }
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
