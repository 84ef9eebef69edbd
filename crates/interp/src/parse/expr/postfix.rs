//! What stands behind an expression: calls, fields, `.await`, `?`, indices.

use super::super::input::Input;
use super::super::list::{punct, take};
use super::super::placeholder::Placeholder as _;
use super::super::word::Word;
use proc_macro2::{Delimiter, Literal, Span};
use syn::token::Bracket;
use syn::{
    Expr, ExprAwait, ExprCall, ExprField, ExprIndex, ExprMethodCall, ExprTry, Index, Lit, Member, Token,
};

impl Input {
    pub(super) fn postfix(&mut self, mut expr: Expr) -> Expr {
        loop {
            let attrs = Vec::new();
            expr = if self.is_paren(0) {
                let (paren_token, args) = self.in_parens(Self::expr);
                Expr::Call(ExprCall { attrs, func: Box::new(expr), paren_token, args })
            } else if self.is_group(0, Delimiter::Bracket) {
                let (span, outer) = self.enter(Delimiter::Bracket);
                let index = Box::new(self.expr());
                self.leave(outer);
                Expr::Index(ExprIndex { attrs, expr: Box::new(expr), bracket_token: Bracket(span), index })
            } else if matches!(expr, Expr::Range(_)) {
                return expr;
            } else if self.is(0, ".") && !self.is(0, "..") {
                self.behind_dot(expr)
            } else if let Some(question_token) = take!(self, ?) {
                Expr::Try(ExprTry { attrs, expr: Box::new(expr), question_token })
            } else {
                return expr;
            };
        }
    }

    /// `.field`, `.method(..)`, `.await`.
    fn behind_dot(&mut self, base: Expr) -> Expr {
        let (mut base, mut dot_token) = (Box::new(base), punct!(self, .));
        if let Some(it) = self.next_literal(0).filter(|it| is_float(it)).cloned() {
            // `.0.1` looks like a number with a point.
            self.advance();
            match indices(&mut base, &mut dot_token, &it) {
                Some(true) => {}
                Some(false) => return *base,
                None => self.wrong(it.span(), "expected identifier or integer"),
            }
        }
        let attrs = Vec::new();
        if let Some(span) = self.take_word(Word::Await) {
            return Expr::Await(ExprAwait { attrs, base, dot_token, await_token: Token![await](span) });
        }
        let member = self.member();
        let Member::Named(method) = member else {
            return Expr::Field(ExprField { attrs, base, dot_token, member });
        };
        let turbofish = if self.is(0, "::") { Some(self.generic_arguments()) } else { None };
        if turbofish.is_none() && !self.is_paren(0) {
            return Expr::Field(ExprField { attrs, base, dot_token, member: Member::Named(method) });
        }
        let (paren_token, args) = self.in_parens(Self::expr);
        let call = ExprMethodCall { attrs, receiver: base, dot_token, method, turbofish, paren_token, args };
        Expr::MethodCall(call)
    }

    /// The name or the number of a field.
    pub(in crate::parse) fn member(&mut self) -> Member {
        if self.is_name(0) {
            return Member::Named(self.name());
        }
        let mark = self.mark();
        if let Some(Lit::Int(it)) = self.take_literal() {
            return match it.base10_digits().parse() {
                Ok(index) if it.suffix().is_empty() => Member::Unnamed(Index { index, span: it.span() }),
                _ => {
                    self.wrong(it.span(), "suffixes on a tuple index are invalid");
                    Member::placeholder()
                }
            };
        }
        self.back(mark);
        self.expected("identifier or integer")
    }
}

/// Whether a literal is a number with a point or an exponent.
fn is_float(it: &Literal) -> bool {
    matches!(Lit::new(it.clone()), Lit::Float(_))
}

/// Takes apart a number with a point. Returns whether another field stands behind its last point, unless
/// it is none of fields.
fn indices(base: &mut Box<Expr>, dot_token: &mut Token![.], number: &Literal) -> Option<bool> {
    let text = number.to_string();
    let mut begin = 0;
    for part in text.split('.') {
        if part.is_empty() && begin == text.len() {
            return Some(true);
        }
        let end = begin + part.len();
        let place = |from: usize, to: usize| number.subspan(from..to).unwrap_or_else(|| number.span());
        let index = plain_number(part)?;
        let member = Member::Unnamed(Index { index, span: place(begin, end) });
        let of = std::mem::replace(&mut **base, Expr::PLACEHOLDER);
        let dot = *dot_token;
        **base = Expr::Field(ExprField { attrs: Vec::new(), base: Box::new(of), dot_token: dot, member });
        *dot_token = Token![.](dot_place(number, end, &place));
        begin = end + 1;
    }
    Some(false)
}

fn dot_place(number: &Literal, end: usize, place: &dyn Fn(usize, usize) -> Span) -> Span {
    if end < number.to_string().len() { place(end, end + 1) } else { number.span() }
}

/// A number of digits alone.
fn plain_number(text: &str) -> Option<u32> {
    text.bytes().all(|it| it.is_ascii_digit()).then(|| text.parse().ok())?
}
