//! The smallest expressions: paths, literals, and what stands in brackets.

use super::super::input::Input;
use super::super::list::{Commas, punct, take};
use super::super::word::Word;
use proc_macro2::Delimiter;
use syn::punctuated::Punctuated;
use syn::token::{Brace, Bracket, Group, Paren};
use syn::{
    Expr, ExprArray, ExprGroup, ExprInfer, ExprLit, ExprMacro, ExprParen, ExprPath, ExprRange, ExprRepeat,
    ExprStruct, ExprTuple, FieldValue, Member, Path, QSelf, Token,
};

/// What stands in the brackets of an array.
pub(crate) enum Elements {
    /// One, and how often.
    Repeat { value: Box<Expr>, semi_token: Token![;], count: Box<Expr> },
    /// All of them.
    All(Commas<Expr>),
}

impl Input {
    pub(super) fn atom(&mut self, structs: bool) -> Expr {
        if self.is_visible_group() {
            return self.expr_group(structs);
        }
        if let Some(lit) = self.take_literal() {
            return Expr::Lit(ExprLit { attrs: Vec::new(), lit });
        }
        match self.word(0) {
            Word::None => self.atom_of_signs(structs),
            it if it.begins_path() => self.path_atom(structs),
            Word::Underscore => {
                let underscore_token = Token![_](self.keyword(Word::Underscore));
                Expr::Infer(ExprInfer { attrs: Vec::new(), underscore_token })
            }
            Word::Try if self.is(1, "!") || self.is(1, "::") => self.path_atom(structs),
            _ if self.begins_closure() => Expr::Closure(self.closure(structs)),
            _ => self.control(structs),
        }
    }

    /// Whether a bracket without a sign comes next; one around a lifetime alone is none.
    pub(super) fn is_visible_group(&self) -> bool {
        self.is_invisible() && !self.holds_lifetime()
    }

    /// An expression that begins with an operator or a bracket.
    fn atom_of_signs(&mut self, structs: bool) -> Expr {
        if self.is_paren(0) {
            return self.atom_in_parens();
        }
        if self.is_group(0, Delimiter::Bracket) {
            return self.atom_in_brackets();
        }
        if self.is_brace(0) || self.is_lifetime(0) {
            return self.control(structs);
        }
        if self.is(0, "|") {
            return Expr::Closure(self.closure(structs));
        }
        if self.is(0, "::") || self.is(0, "<") {
            return self.path_atom(structs);
        }
        if self.is(0, "..") {
            let limits = self.range_limits(false);
            let end = self.range_end(&limits, structs);
            return Expr::Range(ExprRange { attrs: Vec::new(), start: None, limits, end });
        }
        self.expected("expression")
    }

    fn path_atom(&mut self, structs: bool) -> Expr {
        let (qself, path) = self.qualified_path(true);
        self.behind_path(qself, path, structs)
    }

    /// A path, the call of a macro or a struct.
    fn behind_path(&mut self, qself: Option<QSelf>, path: Path, structs: bool) -> Expr {
        let attrs = Vec::new();
        if qself.is_none() && self.calls_macro(&path) {
            return Expr::Macro(ExprMacro { attrs, mac: self.macro_call(path) });
        }
        if structs && self.is_brace(0) {
            return Expr::Struct(self.struct_atom(qself, path));
        }
        Expr::Path(ExprPath { attrs, qself, path })
    }

    /// What a macro was given for an expression. A path may go on behind it.
    pub(super) fn expr_group(&mut self, structs: bool) -> Expr {
        let (span, outer) = self.enter(Delimiter::None);
        let inner = self.expr();
        self.leave(outer);
        let inner = match inner {
            Expr::Path(mut it) if it.attrs.is_empty() => {
                let length = it.path.segments.len();
                self.more_path(&mut it.path, true);
                match self.behind_path(it.qself, it.path, structs) {
                    Expr::Path(it) if it.path.segments.len() == length => Expr::Path(it),
                    longer => return longer,
                }
            }
            inner => inner,
        };
        let group_token = Group(span.join());
        Expr::Group(ExprGroup { attrs: Vec::new(), group_token, expr: Box::new(inner) })
    }

    fn struct_atom(&mut self, qself: Option<QSelf>, path: Path) -> ExprStruct {
        let (span, outer) = self.enter(Delimiter::Brace);
        let mut fields = Punctuated::new();
        let (mut dot2_token, mut rest) = (None, None);
        while !self.is_empty() {
            dot2_token = take!(self, ..);
            if dot2_token.is_some() {
                if !self.is_empty() {
                    rest = Some(Box::new(self.expr()));
                }
                break;
            }
            fields.push_value(self.field_value());
            if self.is_empty() {
                break;
            }
            fields.push_punct(punct!(self, ,));
        }
        self.leave(outer);
        let brace_token = Brace(span);
        ExprStruct { attrs: Vec::new(), qself, path, brace_token, fields, dot2_token, rest }
    }

    /// `field: value`, or `field`.
    fn field_value(&mut self) -> FieldValue {
        let attrs = self.outer_attributes();
        let member = self.member();
        match &member {
            Member::Named(it) if !self.is(0, ":") => {
                let path = ExprPath { attrs: Vec::new(), qself: None, path: Path::from(it.clone()) };
                FieldValue { attrs, member, colon_token: None, expr: Expr::Path(path) }
            }
            _ => {
                let colon_token = Some(punct!(self, :));
                FieldValue { attrs, member, colon_token, expr: self.expr() }
            }
        }
    }

    fn atom_in_parens(&mut self) -> Expr {
        let attrs = Vec::new();
        let (paren_token, mut elems): (Paren, _) = self.in_parens(Self::expr);
        if elems.len() == 1
            && !elems.trailing_punct()
            && let Some(expr) = elems.pop()
        {
            return Expr::Paren(ExprParen { attrs, paren_token, expr: Box::new(expr) });
        }
        Expr::Tuple(ExprTuple { attrs, paren_token, elems })
    }

    fn atom_in_brackets(&mut self) -> Expr {
        let attrs = Vec::new();
        let (span, outer) = self.enter(Delimiter::Bracket);
        let bracket_token = Bracket(span);
        let elements = self.elements();
        self.leave(outer);
        match elements {
            Elements::All(elems) => Expr::Array(ExprArray { attrs, bracket_token, elems }),
            Elements::Repeat { value: expr, semi_token, count: len } => {
                Expr::Repeat(ExprRepeat { attrs, bracket_token, expr, semi_token, len })
            }
        }
    }

    /// What stands in the brackets of an array.
    pub(crate) fn elements(&mut self) -> Elements {
        let mut all = Punctuated::new();
        while !self.is_empty() {
            let value = self.expr();
            if all.is_empty()
                && let Some(semi_token) = take!(self, ;)
            {
                let count = Box::new(self.expr());
                return Elements::Repeat { value: Box::new(value), semi_token, count };
            }
            all.push_value(value);
            if self.is_empty() {
                break;
            }
            all.push_punct(punct!(self, ,));
        }
        Elements::All(all)
    }
}
