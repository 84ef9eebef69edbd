//! Expressions that begin with a keyword, and blocks.

use super::super::input::Input;
use super::super::list::{punct, take};
use super::super::word::Word;
use super::{Binds, attach};
use proc_macro2::Delimiter;
use syn::token::Brace;
use syn::{
    Arm, Attribute, Expr, ExprAsync, ExprBlock, ExprBreak, ExprContinue, ExprForLoop, ExprIf, ExprLet,
    ExprLoop, ExprMatch, ExprReturn, ExprTryBlock, ExprUnsafe, ExprWhile, ExprYield, Label, Token,
};

impl Input {
    /// What begins with a keyword, a label or a brace.
    pub(super) fn control(&mut self, structs: bool) -> Expr {
        if self.is_brace(0) || self.is_lifetime(0) {
            return self.labeled();
        }
        let mut attrs = Vec::new();
        let word = self.word(0);
        match word {
            Word::Async if self.is_brace(1) || self.word(1) == Word::Move => self.async_block(),
            Word::Try if self.is_brace(1) => {
                let try_token = Token![try](self.keyword(word));
                let block = self.block();
                Expr::TryBlock(ExprTryBlock { attrs, try_token, modifiers: Default::default(), block })
            }
            Word::Unsafe => {
                let unsafe_token = Token![unsafe](self.keyword(word));
                let block = self.block_with(&mut attrs);
                Expr::Unsafe(ExprUnsafe { attrs, unsafe_token, block })
            }
            Word::Const => {
                let const_token = Token![const](self.keyword(word));
                Expr::Const(self.const_block(const_token))
            }
            Word::If => self.branches(),
            Word::Match => self.match_expr(),
            Word::While | Word::For | Word::Loop => self.loops(None),
            Word::Let => self.let_expr(structs),
            Word::Break => self.break_expr(structs),
            Word::Continue => {
                let continue_token = Token![continue](self.keyword(word));
                Expr::Continue(ExprContinue { attrs, continue_token, label: self.take_lifetime() })
            }
            Word::Return => {
                let return_token = Token![return](self.keyword(word));
                Expr::Return(ExprReturn { attrs, return_token, expr: self.optional_expr(true) })
            }
            Word::Yield => {
                let yield_token = Token![yield](self.keyword(word));
                Expr::Yield(ExprYield { attrs, yield_token, expr: self.optional_expr(true) })
            }
            _ => self.expected("expression"),
        }
    }

    /// An expression, if one comes next.
    fn optional_expr(&mut self, structs: bool) -> Option<Box<Expr>> {
        if !self.begins_expr() || !structs && self.is_brace(0) {
            return None;
        }
        Some(Box::new(self.expr()))
    }

    /// Whether an expression comes next.
    fn begins_expr(&self) -> bool {
        const BEGINNINGS: &[(&str, &[&str])] = &[
            ("!", &["!="]),
            ("-", &["-=", "->"]),
            ("*", &["*="]),
            ("|", &["|="]),
            ("&", &["&="]),
            ("<", &["<=", "<<="]),
            ("..", &[]),
            ("::", &[]),
            ("#", &[]),
        ];
        if self.word(0) != Word::None {
            return self.word(0) != Word::As;
        }
        self.is_paren(0)
            || self.is_group(0, Delimiter::Bracket)
            || self.is_brace(0)
            || self.is_literal()
            || self.is_lifetime(0)
            || BEGINNINGS.iter().any(|(it, but)| self.is(0, it) && !but.iter().any(|it| self.is(0, it)))
    }

    fn async_block(&mut self) -> Expr {
        let async_token = Token![async](self.keyword(Word::Async));
        let capture = self.take_word(Word::Move).map(Token![move]);
        let (attrs, block) = (Vec::new(), self.block());
        Expr::Async(ExprAsync { attrs, async_token, capture, modifiers: Default::default(), block })
    }

    /// A block or a loop, which may have a label.
    fn labeled(&mut self) -> Expr {
        let label = self.take_lifetime().map(|name| Label { name, colon_token: punct!(self, :) });
        if !self.is_brace(0) {
            return self.loops(label);
        }
        let mut attrs = Vec::new();
        let block = self.block_with(&mut attrs);
        Expr::Block(ExprBlock { attrs, label, block })
    }

    fn loops(&mut self, label: Option<Label>) -> Expr {
        let mut attrs = Vec::new();
        if let Some(span) = self.take_word(Word::Loop) {
            let body = self.block_with(&mut attrs);
            return Expr::Loop(ExprLoop { attrs, label, loop_token: Token![loop](span), body });
        }
        if let Some(span) = self.take_word(Word::While) {
            let cond = Box::new(self.expr_with(false));
            let body = self.block_with(&mut attrs);
            return Expr::While(ExprWhile { attrs, label, while_token: Token![while](span), cond, body });
        }
        let Some(span) = self.take_word(Word::For) else {
            return self.expected("`while`, `for`, `loop` or `{` after a label");
        };
        let pat = Box::new(self.pattern());
        let in_token = Token![in](self.keyword(Word::In));
        let expr = Box::new(self.expr_with(false));
        let body = self.block_with(&mut attrs);
        Expr::ForLoop(ExprForLoop { attrs, label, for_token: Token![for](span), pat, in_token, expr, body })
    }

    /// `if` and all its `else`s.
    fn branches(&mut self) -> Expr {
        let mut before: Vec<(ExprIf, Token![else])> = Vec::new();
        let mut last = loop {
            let if_token = Token![if](self.keyword(Word::If));
            let cond = Box::new(self.expr_with(false));
            let then_branch = self.block();
            let mut it = ExprIf { attrs: Vec::new(), if_token, cond, then_branch, else_branch: None };
            let Some(span) = self.take_word(Word::Else) else { break it };
            let else_token = Token![else](span);
            if self.word(0) == Word::If {
                before.push((it, else_token));
                continue;
            }
            if !self.is_brace(0) {
                self.expects("`if` or `{` after `else`");
            }
            let block = self.block();
            let block = Expr::Block(ExprBlock { attrs: Vec::new(), label: None, block });
            it.else_branch = Some((else_token, Box::new(block)));
            break it;
        };
        while let Some((mut it, else_token)) = before.pop() {
            it.else_branch = Some((else_token, Box::new(Expr::If(last))));
            last = it;
        }
        Expr::If(last)
    }

    fn let_expr(&mut self, structs: bool) -> Expr {
        let let_token = Token![let](self.keyword(Word::Let));
        let pat = Box::new(self.pattern());
        let eq_token = punct!(self, =);
        let value = self.unary(structs);
        let expr = Box::new(self.operators(value, structs, Binds::Compare));
        Expr::Let(ExprLet { attrs: Vec::new(), let_token, pat, eq_token, expr })
    }

    fn break_expr(&mut self, structs: bool) -> Expr {
        let break_token = Token![break](self.keyword(Word::Break));
        let place = self.place();
        let label = self.take_lifetime();
        if label.is_some() && self.is(0, ":") && !self.is(0, "::") {
            self.wrong(place, "parentheses are required around a labeled expression here");
        }
        let expr = self.optional_expr(structs);
        Expr::Break(ExprBreak { attrs: Vec::new(), break_token, label, expr })
    }

    fn match_expr(&mut self) -> Expr {
        let match_token = Token![match](self.keyword(Word::Match));
        let expr = Box::new(self.expr_with(false));
        let (span, outer) = self.enter(Delimiter::Brace);
        let mut attrs = Vec::new();
        self.inner_attributes(&mut attrs);
        let mut arms = Vec::new();
        while !self.is_empty() {
            arms.push(self.arm());
        }
        self.leave(outer);
        Expr::Match(ExprMatch { attrs, match_token, expr, brace_token: Brace(span), arms })
    }

    fn arm(&mut self) -> Arm {
        let attrs = self.outer_attributes();
        let pat = self.guarded_pattern();
        let fat_arrow_token = punct!(self, =>);
        let body = Box::new(self.statement_expr());
        let comma = match take!(self, ,) {
            None if !ends_itself(&body) && !self.is_empty() => Some(punct!(self, ,)),
            comma => comma,
        };
        Arm { attrs, pat, fat_arrow_token, body, comma }
    }

    /// An expression that ends behind a block, if it begins with one: a statement, or a `match`'s arm.
    pub(crate) fn statement_expr(&mut self) -> Expr {
        let mut attrs: Vec<Attribute> = Vec::new();
        if !self.is_invisible() {
            attrs = self.outer_attributes();
        }
        let mut expr = match self.word(0) {
            _ if self.is_visible_group() => {
                let atom = self.expr_group(true);
                if is_block(&atom) { atom } else { self.postfix(atom) }
            }
            Word::None if self.is_brace(0) || self.is_lifetime(0) => self.control(true),
            Word::If | Word::While | Word::Loop | Word::Match | Word::Unsafe => self.control(true),
            Word::For if !self.is_generics(1) => self.control(true),
            Word::Try | Word::Const if self.is_brace(1) => self.control(true),
            _ => self.unary(true),
        };
        let goes_on = self.is(0, ".") && !self.is(0, "..") || self.is(0, "?");
        let ends = is_block(&expr) && !goes_on;
        if is_block(&expr) && goes_on {
            expr = self.postfix(expr);
        }
        attach(&mut expr, attrs);
        if ends { expr } else { self.operators(expr, true, Binds::Nothing) }
    }
}

/// Whether an expression is a block or ends with one, so that no `,` or `;` is needed behind it.
pub(in crate::parse) fn ends_itself(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::If(_)
            | Expr::Match(_)
            | Expr::Block(_)
            | Expr::Unsafe(_)
            | Expr::While(_)
            | Expr::Loop(_)
            | Expr::ForLoop(_)
            | Expr::TryBlock(_)
            | Expr::Const(_)
    )
}

/// Whether an expression is a block, or stands for one that a macro was given.
fn is_block(mut expr: &Expr) -> bool {
    while let Expr::Group(it) = expr {
        expr = &it.expr;
    }
    ends_itself(expr)
}
