//! Literals and lifetimes.

use super::input::Input;
use super::word::Word;
use proc_macro2::Literal;
use syn::{Lifetime, Lit, LitBool, LitStr};

impl Input {
    /// Whether a literal comes next, which may have a `-` before it.
    pub(super) fn is_literal(&self) -> bool {
        self.next_literal(0).is_some()
            || matches!(self.word(0), Word::True | Word::False)
            || self.is(0, "-") && self.next_literal(1).is_some_and(is_number)
    }

    /// Takes a literal if one comes next.
    pub(crate) fn take_literal(&mut self) -> Option<Lit> {
        let lit = match self.word(0) {
            it @ (Word::True | Word::False) => {
                Some(Lit::Bool(LitBool { value: it == Word::True, span: self.any_word().span() }))
            }
            _ => None,
        };
        if lit.is_some() {
            return lit;
        }
        if let Some(it) = self.next_literal(0) {
            let lit = Lit::new(it.clone());
            self.advance();
            return Some(lit);
        }
        self.negative()
    }

    /// A `-` and a number, which are one literal where no expression can stand.
    fn negative(&mut self) -> Option<Lit> {
        let number = self.next_literal(1).filter(|it| is_number(it))?.clone();
        let [minus] = self.take("-")?;
        let mut both: Literal = format!("-{number}").parse().ok()?;
        both.set_span(minus.join(number.span()).unwrap_or(minus));
        self.advance();
        Some(Lit::new(both))
    }

    /// Whether a string comes next.
    pub(crate) fn is_string(&self) -> bool {
        self.next_literal(0).is_some_and(|it| matches!(Lit::new(it.clone()), Lit::Str(_)))
    }

    /// A string, if one comes next.
    pub(crate) fn take_string(&mut self) -> Option<LitStr> {
        let mark = self.mark();
        if let Some(Lit::Str(it)) = self.take_literal() {
            return Some(it);
        }
        self.back(mark);
        None
    }

    /// A string.
    pub(crate) fn string(&mut self) -> LitStr {
        self.take_string().unwrap_or_else(|| self.expected("string literal"))
    }

    /// A lifetime, if one comes next.
    pub(super) fn take_lifetime(&mut self) -> Option<Lifetime> {
        if !self.is_lifetime(0) {
            return None;
        }
        let [apostrophe] = self.take("'")?;
        Some(Lifetime { apostrophe, ident: self.any_word() })
    }

    /// A lifetime.
    pub(super) fn lifetime(&mut self) -> Lifetime {
        self.take_lifetime().unwrap_or_else(|| self.expected("lifetime"))
    }
}

/// Whether a literal is a number: only these have a sign.
fn is_number(it: &Literal) -> bool {
    it.to_string().starts_with(|it: char| it.is_ascii_digit())
}
