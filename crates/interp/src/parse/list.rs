//! Lists: what stands between separators.

use super::input::Input;
use super::word::Word;
use proc_macro2::Delimiter;
use syn::Token;
use syn::punctuated::Punctuated;
use syn::token::{Bracket, Paren};

/// Things with commas between them.
pub(crate) type Commas<T> = Punctuated<T, Token![,]>;

/// Makes a token of `syn` of an operator that has to come next.
macro_rules! punct {
    ($input:expr, $text:tt) => {
        syn::Token![$text]($input.punct(stringify!($text)))
    };
}

/// Makes a token of `syn` of an operator if it comes next.
macro_rules! take {
    ($input:expr, $text:tt) => {
        $input.take(stringify!($text)).map(|it| syn::Token![$text](it))
    };
}

pub(crate) use {punct, take};

impl Input {
    /// What stands between commas, up to the end of the bracket.
    pub(crate) fn commas<T>(&mut self, one: fn(&mut Self) -> T) -> Commas<T> {
        let mut all = Punctuated::new();
        while !self.is_empty() {
            all.push_value(one(self));
            if self.is_empty() {
                break;
            }
            all.push_punct(punct!(self, ,));
        }
        all
    }

    /// What stands between commas, up to a `>`.
    pub(super) fn angled<T>(&mut self, one: fn(&mut Self) -> T) -> Commas<T> {
        let mut all = Punctuated::new();
        while !self.is(0, ">") && !self.is_empty() {
            all.push_value(one(self));
            if self.is(0, ">") {
                break;
            }
            all.push_punct(punct!(self, ,));
        }
        all
    }

    /// What stands between `+`s, up to anything that ends a list of bounds.
    pub(super) fn pluses<T>(&mut self, one: fn(&mut Self) -> T) -> Punctuated<T, Token![+]> {
        let mut all = Punctuated::new();
        while !self.ends_bounds() {
            all.push_value(one(self));
            let Some(plus) = take!(self, +) else { break };
            all.push_punct(plus);
        }
        all
    }

    /// Whether a list of bounds ends here.
    pub(super) fn ends_bounds(&self) -> bool {
        self.is_empty()
            || self.is_brace(0)
            || self.word(0) == Word::Where
            || [",", ">", "=", ";"].iter().any(|it| self.is(0, it))
            || self.is(0, ":") && !self.is(0, "::")
    }

    /// What stands between commas in parentheses.
    pub(super) fn in_parens<T>(&mut self, one: fn(&mut Self) -> T) -> (Paren, Commas<T>) {
        let (span, outer) = self.enter(Delimiter::Parenthesis);
        let all = self.commas(one);
        self.leave(outer);
        (Paren(span), all)
    }

    /// What stands between commas in square brackets.
    pub(super) fn in_brackets<T>(&mut self, one: fn(&mut Self) -> T) -> (Bracket, Commas<T>) {
        let (span, outer) = self.enter(Delimiter::Bracket);
        let all = self.commas(one);
        self.leave(outer);
        (Bracket(span), all)
    }
}
