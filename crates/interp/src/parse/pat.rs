//! Patterns.

use super::input::Input;
use super::list::{punct, take};
use super::word::Word;
use proc_macro2::Delimiter;
use syn::punctuated::Punctuated;
use syn::token::Brace;
use syn::{
    Expr, ExprConst, ExprLit, ExprMacro, ExprPath, ExprRange, FieldPat, Member, Pat, PatGuard, PatIdent,
    PatOr, PatParen, PatReference, PatRest, PatSlice, PatStruct, PatTuple, PatTupleStruct, PatWild, Path,
    QSelf, RangeLimits, Token,
};

impl Input {
    /// A pattern with alternatives.
    pub(crate) fn pattern(&mut self) -> Pat {
        let leading_vert = take!(self, |);
        let pat = self.single_pattern();
        if leading_vert.is_none() && !self.is_alternative() {
            return pat;
        }
        let mut cases = Punctuated::new();
        cases.push_value(pat);
        while self.is_alternative() {
            cases.push_punct(punct!(self, |));
            cases.push_value(self.single_pattern());
        }
        Pat::Or(PatOr { attrs: Vec::new(), leading_vert, cases })
    }

    fn is_alternative(&self) -> bool {
        self.is(0, "|") && !self.is(0, "||") && !self.is(0, "|=")
    }

    /// The pattern of a `match`'s arm, with what stands behind `if`.
    pub(super) fn guarded_pattern(&mut self) -> Pat {
        let pat = self.pattern();
        let Some(span) = self.take_word(Word::If) else { return pat };
        let guard = Box::new(self.expr());
        Pat::Guard(PatGuard { attrs: Vec::new(), pat: Box::new(pat), if_token: Token![if](span), guard })
    }

    /// A pattern without alternatives.
    pub(crate) fn single_pattern(&mut self) -> Pat {
        let attrs = Vec::new();
        if self.is_path_pattern() {
            return self.path_pattern();
        }
        match self.word(0) {
            Word::Underscore => {
                let underscore_token = Token![_](self.keyword(Word::Underscore));
                Pat::Wild(PatWild { attrs, underscore_token })
            }
            Word::Const | Word::True | Word::False => self.literal_pattern(),
            it if it.is_name() || matches!(it, Word::Ref | Word::Mut | Word::SelfValue) => {
                Pat::Ident(self.binding())
            }
            Word::None if self.is(0, "-") || self.is_literal() => self.literal_pattern(),
            Word::None => self.pattern_of_signs(),
            _ => self.expected("identifier"),
        }
    }

    fn is_path_pattern(&self) -> bool {
        match self.word(0) {
            Word::SelfType | Word::Super | Word::Crate => true,
            Word::SelfValue => self.is(1, "::"),
            Word::None => self.is(0, "::") || self.is(0, "<"),
            it if it.is_name() => {
                ["::", "!", ".."].iter().any(|it| self.is(1, it)) || self.is_brace(1) || self.is_paren(1)
            }
            _ => false,
        }
    }

    /// A pattern that begins with an operator or a bracket.
    fn pattern_of_signs(&mut self) -> Pat {
        let attrs = Vec::new();
        if let Some(and_token) = take!(self, &) {
            let mutability = self.mutability();
            let pat = Box::new(self.single_pattern());
            return Pat::Reference(PatReference { attrs, and_token, mutability, pat });
        }
        if self.is_paren(0) {
            return self.pattern_in_parens();
        }
        if self.is_group(0, Delimiter::Bracket) {
            return self.slice_pattern();
        }
        if !self.is(0, "..") || self.is(0, "...") {
            return self.expected("pattern");
        }
        let limits = self.range_limits(false);
        match (self.range_pattern_end(&limits), limits) {
            (None, RangeLimits::HalfOpen(dot2_token)) => Pat::Rest(PatRest { attrs, dot2_token }),
            (end, limits) => Pat::Range(ExprRange { attrs, start: None, limits, end }),
        }
    }

    /// A pattern that begins with a path.
    fn path_pattern(&mut self) -> Pat {
        let attrs = Vec::new();
        let (qself, path) = self.qualified_path(true);
        if qself.is_none() && self.calls_macro(&path) {
            return Pat::Macro(ExprMacro { attrs, mac: self.macro_call(path) });
        }
        if self.is_brace(0) {
            return Pat::Struct(self.struct_pattern(qself, path));
        }
        if self.is_paren(0) {
            let (paren_token, elems) = self.in_parens(Self::pattern);
            return Pat::TupleStruct(PatTupleStruct { attrs, qself, path, paren_token, elems });
        }
        let path = ExprPath { attrs, qself, path };
        if self.is(0, "..") { self.range_pattern(Expr::Path(path)) } else { Pat::Path(path) }
    }

    /// `name`, `ref mut name`, `name @ pattern`.
    fn binding(&mut self) -> PatIdent {
        let by_ref = self.take_word(Word::Ref).map(Token![ref]);
        let mutability = self.mutability();
        let ident = match self.word(0) {
            Word::SelfValue => self.any_word(),
            _ => self.name(),
        };
        let subpat = take!(self, @).map(|at_token| (at_token, Box::new(self.single_pattern())));
        PatIdent { attrs: Vec::new(), by_ref, mutability, ident, subpat }
    }

    fn struct_pattern(&mut self, qself: Option<QSelf>, path: Path) -> PatStruct {
        let (span, outer) = self.enter(Delimiter::Brace);
        let mut fields = Punctuated::new();
        let mut rest = None;
        while !self.is_empty() {
            let attrs = self.outer_attributes();
            if let Some(dot2_token) = take!(self, ..) {
                rest = Some(PatRest { attrs, dot2_token });
                break;
            }
            fields.push_value(self.field_pattern(attrs));
            if self.is_empty() {
                break;
            }
            fields.push_punct(punct!(self, ,));
        }
        self.leave(outer);
        PatStruct { attrs: Vec::new(), qself, path, brace_token: Brace(span), fields, rest }
    }

    fn field_pattern(&mut self, attrs: Vec<syn::Attribute>) -> FieldPat {
        if !matches!(self.word(0), Word::Ref | Word::Mut) {
            let mark = self.mark();
            let member = self.member();
            if self.is(0, ":") || matches!(member, Member::Unnamed(_)) {
                let colon_token = Some(punct!(self, :));
                return FieldPat { attrs, member, colon_token, pat: Box::new(self.pattern()) };
            }
            self.back(mark);
        }
        let by_ref = self.take_word(Word::Ref).map(Token![ref]);
        let mutability = self.mutability();
        let ident = self.name();
        let member = Member::Named(ident.clone());
        let pat = Pat::Ident(PatIdent { attrs: Vec::new(), by_ref, mutability, ident, subpat: None });
        FieldPat { attrs, member, colon_token: None, pat: Box::new(pat) }
    }

    fn pattern_in_parens(&mut self) -> Pat {
        let attrs = Vec::new();
        let (paren_token, mut elems) = self.in_parens(Self::pattern);
        let is_one = elems.len() == 1 && !elems.trailing_punct();
        if is_one
            && !matches!(elems.first(), Some(Pat::Rest(_)))
            && let Some(pat) = elems.pop()
        {
            return Pat::Paren(PatParen { attrs, paren_token, pat: Box::new(pat) });
        }
        Pat::Tuple(PatTuple { attrs, paren_token, elems })
    }

    fn slice_pattern(&mut self) -> Pat {
        let (bracket_token, elems) = self.in_brackets(Self::pattern);
        for it in &elems {
            if let Pat::Range(ExprRange { limits, start, end, .. }) = it
                && (start.is_none() || end.is_none())
            {
                let place = match limits {
                    RangeLimits::HalfOpen(it) => it.spans[0],
                    RangeLimits::Closed(it) => it.spans[0],
                };
                let message = "range pattern is not allowed unparenthesized inside slice pattern";
                self.wrong(place, message);
            }
        }
        Pat::Slice(PatSlice { attrs: Vec::new(), bracket_token, elems })
    }

    fn literal_pattern(&mut self) -> Pat {
        let Some(start) = self.range_bound() else { return self.expected("pattern") };
        if self.is(0, "..") {
            return self.range_pattern(start);
        }
        match start {
            Expr::Lit(it) => Pat::Lit(it),
            Expr::Const(it) => Pat::Const(it),
            Expr::Path(it) => Pat::Path(it),
            _ => self.expected("pattern"),
        }
    }

    fn range_pattern(&mut self, start: Expr) -> Pat {
        let limits = self.range_limits(true);
        let end = self.range_pattern_end(&limits);
        Pat::Range(ExprRange { attrs: Vec::new(), start: Some(Box::new(start)), limits, end })
    }

    fn range_pattern_end(&mut self, limits: &RangeLimits) -> Option<Box<Expr>> {
        let end = self.range_bound();
        if end.is_none() && matches!(limits, RangeLimits::Closed(_)) {
            self.fail("expected range upper bound");
        }
        end.map(Box::new)
    }

    /// What a range of a pattern begins or ends with, if it does with anything.
    fn range_bound(&mut self) -> Option<Expr> {
        let attrs = Vec::new();
        if self.is_empty()
            || self.word(0) == Word::If
            || ["|", "=", ",", ";"].iter().any(|it| self.is(0, it))
            || self.is(0, ":") && !self.is(0, "::")
        {
            return None;
        }
        if let Some(lit) = self.take_literal() {
            return Some(Expr::Lit(ExprLit { attrs, lit }));
        }
        if let Some(span) = self.take_word(Word::Const) {
            return Some(Expr::Const(self.const_block(Token![const](span))));
        }
        if self.word(0).begins_path() || self.is(0, "::") || self.is(0, "<") {
            let (qself, path) = self.qualified_path(true);
            return Some(Expr::Path(ExprPath { attrs, qself, path }));
        }
        self.expects("pattern");
        None
    }

    /// The block behind `const`.
    pub(super) fn const_block(&mut self, const_token: Token![const]) -> ExprConst {
        let mut attrs = Vec::new();
        let block = self.block_with(&mut attrs);
        ExprConst { attrs, const_token, modifiers: Default::default(), block }
    }
}
