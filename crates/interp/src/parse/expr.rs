//! Expressions: operators, and what binds closer than which.

mod atom;
mod attach;
mod closure;
mod control;
mod postfix;

pub(crate) use atom::Elements;
pub(super) use attach::attach;
pub(super) use control::ends_itself;

use super::input::Input;
use super::list::{punct, take};
use super::word::Word;
use proc_macro2::{Delimiter, Span};
use syn::{
    BinOp, Expr, ExprAssign, ExprBinary, ExprCast, ExprRange, ExprRawAddr, ExprReference, ExprUnary,
    PointerMutability, RangeLimits, Token, UnOp,
};

/// How close an operator binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binds {
    Nothing,
    Assign,
    Range,
    Or,
    And,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Product,
    Cast,
}

/// Makes the table of operators, longer ones first, and what makes one of `syn`'s.
macro_rules! operators {
    ($($text:tt $name:ident $binds:ident,)*) => {
        const OPERATORS: &[(&str, Binds)] = &[$((stringify!($text), Binds::$binds),)*];

        fn operator(index: usize, spans: [Span; 3]) -> BinOp {
            let mut made: Option<BinOp> = None;
            let mut at = 0;
            $(
                if at == index {
                    made = Some(BinOp::$name(syn::Token![$text](first(spans))));
                }
                at += 1;
            )*
            let _ = at;
            made.unwrap_or(BinOp::Add(Token![+](first(spans))))
        }
    };
}

fn first<const N: usize>(spans: [Span; 3]) -> [Span; N] {
    std::array::from_fn(|it| spans[it])
}

operators! {
    <<= ShlAssign Assign,
    >>= ShrAssign Assign,
    += AddAssign Assign,
    -= SubAssign Assign,
    *= MulAssign Assign,
    /= DivAssign Assign,
    %= RemAssign Assign,
    ^= BitXorAssign Assign,
    &= BitAndAssign Assign,
    |= BitOrAssign Assign,
    && And And,
    || Or Or,
    << Shl Shift,
    >> Shr Shift,
    == Eq Compare,
    <= Le Compare,
    != Ne Compare,
    >= Ge Compare,
    + Add Sum,
    - Sub Sum,
    * Mul Product,
    / Div Product,
    % Rem Product,
    ^ BitXor BitXor,
    & BitAnd BitAnd,
    | BitOr BitOr,
    < Lt Compare,
    > Gt Compare,
}

impl Input {
    /// An expression.
    pub(crate) fn expr(&mut self) -> Expr {
        self.expr_with(true)
    }

    /// An expression; before a block it is none of a struct.
    fn expr_with(&mut self, structs: bool) -> Expr {
        let left = self.unary(structs);
        self.operators(left, structs, Binds::Nothing)
    }

    /// The number of the operator that comes next.
    fn next_operator(&self) -> Option<usize> {
        if self.word(0) != Word::None || self.is(0, "->") || self.is(0, "<-") {
            return None;
        }
        OPERATORS.iter().position(|it| self.is(0, it.0))
    }

    /// How close what comes next binds.
    fn binds(&self) -> Binds {
        match self.next_operator() {
            Some(it) => OPERATORS[it].1,
            None if self.is(0, "=") && !self.is(0, "=>") => Binds::Assign,
            None if self.is(0, "..") => Binds::Range,
            None if self.word(0) == Word::As => Binds::Cast,
            None => Binds::Nothing,
        }
    }

    /// The operators behind an expression that bind as close as some do.
    fn operators(&mut self, mut left: Expr, structs: bool, base: Binds) -> Expr {
        while !matches!(left, Expr::Range(_)) {
            let binds = self.binds();
            if binds < base || binds == Binds::Nothing {
                break;
            }
            left = self.operator(left, structs, binds);
        }
        if self.is(0, "<-") && !matches!(left, Expr::Range(_)) {
            self.fail(
                "unexpected `<-`: if this is meant to be a comparison with a negative number, write `< -`",
            );
        }
        left
    }

    /// An operator, and what stands behind it.
    fn operator(&mut self, left: Expr, structs: bool, binds: Binds) -> Expr {
        let (attrs, left) = (Vec::new(), Box::new(left));
        if let Some(index) = self.next_operator() {
            if binds == Binds::Compare && is_comparison(&left) {
                self.fail("comparison operators cannot be chained");
            }
            let spans = self.take_spans(OPERATORS[index].0).unwrap_or([Span::call_site(); 3]);
            let right = self.operand(structs, binds);
            return Expr::Binary(ExprBinary { attrs, left, op: operator(index, spans), right });
        }
        match binds {
            Binds::Assign => {
                let eq_token = punct!(self, =);
                let right = self.operand(structs, binds);
                Expr::Assign(ExprAssign { attrs, left, eq_token, right })
            }
            Binds::Range => {
                let limits = self.range_limits(false);
                let end = self.range_end(&limits, structs);
                Expr::Range(ExprRange { attrs, start: Some(left), limits, end })
            }
            _ => {
                let as_token = Token![as](self.keyword(Word::As));
                let ty = Box::new(self.type_with(false, false));
                self.check_cast();
                Expr::Cast(ExprCast { attrs, expr: left, as_token, ty })
            }
        }
    }

    /// What stands on an operator's right.
    fn operand(&mut self, structs: bool, binds: Binds) -> Box<Expr> {
        let mut right = self.unary(structs);
        loop {
            let next = self.binds();
            if next < binds || next == binds && binds != Binds::Assign || next == Binds::Nothing {
                return Box::new(right);
            }
            let mark = self.mark();
            right = self.operators(right, structs, next);
            if mark == self.mark() {
                return Box::new(right);
            }
        }
    }

    /// A cast cannot be called or asked for a field.
    fn check_cast(&mut self) {
        let what = if self.is(0, ".") && !self.is(0, "..") {
            match self.word(1) {
                Word::Await => "`.await`",
                it if it.is_name() && (self.is_paren(2) || self.is(2, "::")) => "a method call",
                _ => "a field access",
            }
        } else if self.is(0, "?") {
            "`?`"
        } else if self.is_group(0, Delimiter::Bracket) {
            "indexing"
        } else if self.is_paren(0) {
            "a function call"
        } else {
            return;
        };
        self.fail(&["cast cannot be followed by ", what].concat());
    }

    /// An expression with the operators before it.
    fn unary(&mut self, structs: bool) -> Expr {
        let mut attrs = Vec::new();
        if !self.is_invisible() {
            attrs = self.outer_attributes();
        }
        if self.is_invisible() {
            return self.operated(attrs, structs);
        }
        if let Some(and_token) = take!(self, &) {
            return self.reference(attrs, and_token, structs);
        }
        let op = if let Some(it) = take!(self, *) {
            UnOp::Deref(it)
        } else if let Some(it) = take!(self, !) {
            UnOp::Not(it)
        } else if let Some(it) = take!(self, -) {
            UnOp::Neg(it)
        } else {
            return self.operated(attrs, structs);
        };
        Expr::Unary(ExprUnary { attrs, op, expr: Box::new(self.unary(structs)) })
    }

    /// `&`, `&mut`, `&raw const`.
    fn reference(&mut self, attrs: Vec<syn::Attribute>, and_token: Token![&], structs: bool) -> Expr {
        if self.word(0) == Word::Raw && matches!(self.word(1), Word::Mut | Word::Const) {
            let raw = Token![raw](self.keyword(Word::Raw));
            let mutability = match self.mutability() {
                Some(it) => PointerMutability::Mut(it),
                None => PointerMutability::Const(Token![const](self.keyword(Word::Const))),
            };
            let expr = Box::new(self.unary(structs));
            return Expr::RawAddr(ExprRawAddr { attrs, and_token, raw, mutability, expr });
        }
        let mutability = self.mutability();
        let expr = Box::new(self.unary(structs));
        Expr::Reference(ExprReference { attrs, and_token, mutability, expr })
    }

    /// An expression with the attributes before it and the operators behind it that need no other operand.
    fn operated(&mut self, attrs: Vec<syn::Attribute>, structs: bool) -> Expr {
        let atom = self.atom(structs);
        let mut expr = self.postfix(atom);
        if !attrs.is_empty() && matches!(expr, Expr::Range(_)) {
            let message = "attributes are not allowed on range expressions starting with `..`";
            self.wrong(attrs[0].pound_token.spans[0], message);
        }
        attach(&mut expr, attrs);
        expr
    }

    /// `..` or `..=`; `...` once was the latter in patterns.
    pub(super) fn range_limits(&mut self, old: bool) -> RangeLimits {
        if let Some(it) = take!(self, ..=) {
            return RangeLimits::Closed(it);
        }
        if self.is(0, "...") {
            if !old {
                self.fail("unexpected token: `...`");
            }
            return RangeLimits::Closed(Token![..=](self.punct::<3>("...")));
        }
        RangeLimits::HalfOpen(punct!(self, ..))
    }

    /// What a range ends with.
    fn range_end(&mut self, limits: &RangeLimits, structs: bool) -> Option<Box<Expr>> {
        let is_open = matches!(limits, RangeLimits::HalfOpen(_))
            && (self.is_empty()
                || self.word(0) == Word::As
                || !structs && self.is_brace(0)
                || self.is(0, ".") && !self.is(0, "..")
                || NO_END.iter().any(|it| self.is(0, it)));
        if is_open { None } else { Some(self.operand(structs, Binds::Range)) }
    }
}

/// What a range without an end can stand before.
const NO_END: &[&str] =
    &[",", ";", "?", "=>", "=", "+", "/", "%", "^", ">", "<=", "!=", "-=", "*=", "&=", "|=", "<<="];

fn is_comparison(expr: &Expr) -> bool {
    let Expr::Binary(it) = expr else { return false };
    matches!(it.op, BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_))
}
