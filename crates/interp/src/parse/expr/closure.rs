//! Closures.

use super::super::input::Input;
use super::super::list::{punct, take};
use super::super::word::Word;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprBlock, ExprClosure, Pat, PatType, ReturnType, Token};

impl Input {
    /// Whether the word that comes next begins a closure.
    pub(super) fn begins_closure(&self) -> bool {
        match self.word(0) {
            Word::Move | Word::Static => true,
            Word::For => self.is_generics(1),
            Word::Const => !self.is_brace(1),
            Word::Async => self.is(1, "|") || self.word(1) == Word::Move && !self.is_brace(2),
            _ => false,
        }
    }

    pub(super) fn closure(&mut self, structs: bool) -> ExprClosure {
        let lifetimes = self.bound_lifetimes();
        let constness = self.take_word(Word::Const).map(Token![const]);
        let asyncness = self.take_word(Word::Async).map(Token![async]);
        let capture = self.take_word(Word::Move).map(Token![move]);
        let inputs_begin = punct!(self, |);
        let mut inputs = Punctuated::new();
        while !self.is(0, "|") && !self.is_empty() {
            inputs.push_value(self.closure_argument());
            if self.is(0, "|") {
                break;
            }
            inputs.push_punct(punct!(self, ,));
        }
        let inputs_end = punct!(self, |);
        let (output, body) = match take!(self, ->) {
            Some(arrow) => {
                let output = ReturnType::Type(arrow, Box::new(self.ty()));
                let block = self.block();
                (output, Expr::Block(ExprBlock { attrs: Vec::new(), label: None, block }))
            }
            None => (ReturnType::Default, self.expr_with(structs)),
        };
        ExprClosure {
            attrs: Vec::new(),
            lifetimes,
            modifiers: Default::default(),
            constness,
            asyncness,
            capture,
            inputs_begin,
            inputs,
            inputs_end,
            output,
            body: Box::new(body),
        }
    }

    fn closure_argument(&mut self) -> Pat {
        let attrs = self.outer_attributes();
        let mut pat = self.single_pattern();
        if let Some(colon_token) = take!(self, :) {
            let ty = Box::new(self.ty());
            return Pat::Type(PatType { attrs, pat: Box::new(pat), colon_token, ty });
        }
        if let Some(own) = attributes(&mut pat) {
            *own = attrs;
        }
        pat
    }
}

fn attributes(pat: &mut Pat) -> Option<&mut Vec<Attribute>> {
    Some(match pat {
        Pat::Ident(it) => &mut it.attrs,
        Pat::Lit(it) => &mut it.attrs,
        Pat::Macro(it) => &mut it.attrs,
        Pat::Or(it) => &mut it.attrs,
        Pat::Paren(it) => &mut it.attrs,
        Pat::Path(it) => &mut it.attrs,
        Pat::Range(it) => &mut it.attrs,
        Pat::Reference(it) => &mut it.attrs,
        Pat::Rest(it) => &mut it.attrs,
        Pat::Slice(it) => &mut it.attrs,
        Pat::Struct(it) => &mut it.attrs,
        Pat::Tuple(it) => &mut it.attrs,
        Pat::TupleStruct(it) => &mut it.attrs,
        Pat::Wild(it) => &mut it.attrs,
        _ => return None,
    })
}
