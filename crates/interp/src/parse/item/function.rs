//! Signatures of functions.

use super::super::input::Input;
use super::super::list::{Commas, punct, take};
use super::super::word::Word;
use proc_macro2::Delimiter;
use syn::punctuated::Punctuated;
use syn::token::Paren;
use syn::{Attribute, FnArg, PatType, Receiver, ReceiverKind, Safety, Signature, Token, Variadic};

impl Input {
    /// Whether a function comes next, with what may stand before its `fn`.
    pub(super) fn is_function(&self, foreign: bool) -> bool {
        let mut at = 0;
        for word in [Word::Const, Word::Async, Word::Safe, Word::Unsafe] {
            let may_stand = word != Word::Safe || foreign;
            at += usize::from(may_stand && self.word(at) == word);
        }
        if self.word(at) == Word::Extern {
            at += 1 + usize::from(self.next_literal(at + 1).is_some());
        }
        self.word(at) == Word::Fn
    }

    pub(super) fn signature(&mut self, foreign: bool) -> Signature {
        let constness = self.take_word(Word::Const).map(Token![const]);
        let asyncness = self.take_word(Word::Async).map(Token![async]);
        let safety = self.safety(foreign);
        let abi = self.abi();
        let fn_token = Token![fn](self.keyword(Word::Fn));
        let (ident, mut generics) = (self.name(), self.generics());
        let (span, outer) = self.enter(Delimiter::Parenthesis);
        let (inputs, variadic) = self.parameters();
        self.leave(outer);
        let output = self.return_type(true);
        generics.where_clause = self.where_clause();
        Signature {
            constness,
            asyncness,
            safety,
            abi,
            fn_token,
            ident,
            generics,
            paren_token: Paren(span),
            inputs,
            variadic,
            output,
        }
    }

    pub(super) fn safety(&mut self, foreign: bool) -> Safety {
        match self.word(0) {
            Word::Safe if foreign => Safety::Safe(Token![safe](self.keyword(Word::Safe))),
            Word::Unsafe => Safety::Unsafe(Token![unsafe](self.keyword(Word::Unsafe))),
            _ => Safety::Default,
        }
    }

    fn parameters(&mut self) -> (Commas<FnArg>, Option<Variadic>) {
        let mut all: Commas<FnArg> = Punctuated::new();
        while !self.is_empty() {
            let attrs = self.outer_attributes();
            if let Some(dots) = take!(self, ...) {
                let comma = take!(self, ,);
                return (all, Some(Variadic { attrs, pat: None, dots, comma }));
            }
            if self.is_receiver() {
                if !all.is_empty() {
                    self.fail("unexpected `self` parameter in function");
                }
                all.push_value(FnArg::Receiver(self.receiver(attrs)));
            } else {
                let pat = Box::new(self.single_pattern());
                let Some(colon_token) = take!(self, :) else {
                    self.expects("one of `:`, `@`, or `|`");
                    break;
                };
                if let Some(dots) = take!(self, ...) {
                    let comma = take!(self, ,);
                    return (all, Some(Variadic { attrs, pat: Some((pat, colon_token)), dots, comma }));
                }
                let ty = Box::new(self.ty());
                all.push_value(FnArg::Typed(PatType { attrs, pat, colon_token, ty }));
            }
            if self.is_empty() {
                break;
            }
            all.push_punct(punct!(self, ,));
        }
        (all, None)
    }

    /// Whether `self` comes next, in any of its ways.
    fn is_receiver(&self) -> bool {
        let mut at = usize::from(self.is(0, "&"));
        if at == 1 && self.is_lifetime(1) {
            at = 2;
        }
        at += usize::from(self.word(at) == Word::Mut);
        self.word(at) == Word::SelfValue && !self.is(at + 1, "::")
    }

    fn receiver(&mut self, attrs: Vec<Attribute>) -> Receiver {
        let reference = take!(self, &).map(|it| (it, self.take_lifetime()));
        let mut mutability = self.mutability();
        let self_token = Token![self](self.keyword(Word::SelfValue));
        let kind = if let Some((and_token, lifetime)) = reference {
            ReceiverKind::Reference(and_token, lifetime, mutability.take())
        } else if let Some(colon_token) = take!(self, :) {
            ReceiverKind::Typed(colon_token, Box::new(self.ty()))
        } else {
            ReceiverKind::Value
        };
        Receiver { attrs, mutability, self_token, kind }
    }

    /// A message for something that has no body and needs one.
    pub(super) fn without_body(&mut self, name: &syn::Ident, what: &str) {
        self.wrong(name.span(), &[what, " without body"].concat());
    }
}
