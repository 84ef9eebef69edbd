//! Statements and blocks.

use super::expr::{attach, ends_itself};
use super::input::Input;
use super::list::{punct, take};
use super::word::Word;
use proc_macro2::{Delimiter, TokenStream};
use syn::token::Brace;
use syn::{
    Attribute, Block, Expr, ExprBlock, ExprMacro, Local, LocalInit, MacroDelimiter, Pat, PatType, Stmt,
    StmtMacro, Token, Type,
};

impl Input {
    /// A block.
    pub(crate) fn block(&mut self) -> Block {
        let (span, outer) = self.enter(Delimiter::Brace);
        let stmts = self.stmts();
        self.leave(outer);
        Block { brace_token: Brace(span), stmts }
    }

    /// A block that may begin with attributes of what it belongs to.
    pub(super) fn block_with(&mut self, attrs: &mut Vec<Attribute>) -> Block {
        let (span, outer) = self.enter(Delimiter::Brace);
        self.inner_attributes(attrs);
        let stmts = self.stmts();
        self.leave(outer);
        Block { brace_token: Brace(span), stmts }
    }

    /// The statements of a block.
    pub(crate) fn stmts(&mut self) -> Vec<Stmt> {
        let mut stmts = Vec::new();
        loop {
            while let Some(it) = self.semicolon() {
                stmts.push(Stmt::Expr(Expr::Verbatim(TokenStream::new()), Some(it)));
            }
            if self.is_empty() {
                return stmts;
            }
            let stmt = self.stmt();
            let is_open = match &stmt {
                Stmt::Expr(Expr::Macro(it), None) => !is_brace(&it.mac.delimiter),
                Stmt::Expr(it, None) => !ends_itself(it),
                Stmt::Macro(it) => it.semi_token.is_none() && !is_brace(&it.mac.delimiter),
                _ => false,
            };
            stmts.push(stmt);
            if is_open && !self.is_empty() {
                self.expects("`;` or `}`");
            }
        }
    }

    fn stmt(&mut self) -> Stmt {
        let attrs = self.outer_attributes();
        let mark = self.mark();
        let mut is_item = false;
        let path = (self.word(0).begins_path() || self.is(0, "::")).then(|| self.plain_path());
        if let Some(path) = path
            && self.is(0, "!")
        {
            let behind = self.is(2, ".") && !self.is(2, "..") || self.is(2, "?");
            if self.is_name(1) || self.word(1) == Word::Try {
                is_item = true;
            } else if self.is_brace(1) && !behind {
                let mac = self.macro_call(path);
                return Stmt::Macro(StmtMacro { attrs, mac, semi_token: self.semicolon() });
            }
        }
        self.back(mark);
        if self.word(0) == Word::Let && !self.is_invisible() {
            return Stmt::Local(self.local(attrs));
        }
        if is_item || self.begins_item() {
            return Stmt::Item(self.item_behind(attrs));
        }
        self.expr_stmt(attrs)
    }

    /// Whether what comes next can only be an item.
    fn begins_item(&self) -> bool {
        let (next, third) = (self.word(1), self.word(2));
        let is_function = |it: Word| matches!(it, Word::Unsafe | Word::Extern | Word::Fn);
        match self.word(0) {
            Word::Pub
            | Word::Extern
            | Word::Use
            | Word::Fn
            | Word::Mod
            | Word::Type
            | Word::Struct
            | Word::Enum
            | Word::Trait
            | Word::Impl
            | Word::Macro => true,
            Word::Crate => !self.is(1, "::"),
            Word::Static => next == Word::Mut || next.is_name(),
            Word::Const => match next {
                Word::Static | Word::Move => false,
                Word::Async => is_function(third),
                _ => !self.is_brace(1) && !self.is(1, "|"),
            },
            Word::Unsafe => !self.is_brace(1),
            Word::Async => is_function(next),
            Word::Union => next.is_name(),
            Word::Auto => next == Word::Trait,
            Word::Default => matches!(next, Word::Unsafe | Word::Impl),
            _ => false,
        }
    }

    fn local(&mut self, attrs: Vec<Attribute>) -> Local {
        let let_token = Token![let](self.keyword(Word::Let));
        let mut pat = self.single_pattern();
        if let Some(colon_token) = take!(self, :) {
            let ty = Box::new(self.ty());
            pat = Pat::Type(PatType { attrs: Vec::new(), pat: Box::new(pat), colon_token, ty });
        }
        let init = take!(self, =).map(|eq_token| self.initial(eq_token));
        let semi_token = punct!(self, ;);
        Local { attrs, let_token, modifiers: Default::default(), pat, init, semi_token }
    }

    fn initial(&mut self, eq_token: Token![=]) -> LocalInit {
        let expr = Box::new(self.expr());
        let mut diverge = None;
        if self.word(0) == Word::Else && !ends_with_brace(&expr) {
            let else_token = Token![else](self.keyword(Word::Else));
            let block = ExprBlock { attrs: Vec::new(), label: None, block: self.block() };
            diverge = Some((else_token, Box::new(Expr::Block(block))));
        }
        LocalInit { eq_token, expr, diverge }
    }

    fn expr_stmt(&mut self, attrs: Vec<Attribute>) -> Stmt {
        let mut expr = self.statement_expr();
        let mut first = &mut expr;
        loop {
            first = match first {
                Expr::Assign(it) => &mut it.left,
                Expr::Binary(it) => &mut it.left,
                Expr::Cast(it) => &mut it.expr,
                _ => break,
            };
        }
        attach(first, attrs);
        let semi_token = self.semicolon();
        match expr {
            Expr::Macro(ExprMacro { attrs, mac }) if semi_token.is_some() || is_brace(&mac.delimiter) => {
                Stmt::Macro(StmtMacro { attrs, mac, semi_token })
            }
            expr => Stmt::Expr(expr, semi_token),
        }
    }
}

fn is_brace(delimiter: &MacroDelimiter) -> bool {
    matches!(delimiter, MacroDelimiter::Brace(_))
}

/// Whether an expression ends with a `}`, behind which no `else` can stand.
fn ends_with_brace(mut expr: &Expr) -> bool {
    loop {
        let last = match expr {
            Expr::Async(_) | Expr::Struct(_) => return true,
            Expr::Macro(it) => return is_brace(&it.mac.delimiter),
            Expr::Cast(it) => return type_ends_with_brace(&it.ty),
            Expr::Assign(it) => Some(&it.right),
            Expr::Binary(it) => Some(&it.right),
            Expr::Closure(it) => Some(&it.body),
            Expr::Let(it) => Some(&it.expr),
            Expr::RawAddr(it) => Some(&it.expr),
            Expr::Reference(it) => Some(&it.expr),
            Expr::Unary(it) => Some(&it.expr),
            Expr::Break(it) => it.expr.as_ref(),
            Expr::Return(it) => it.expr.as_ref(),
            Expr::Yield(it) => it.expr.as_ref(),
            Expr::Range(it) => it.end.as_ref(),
            it => return ends_itself(it),
        };
        match last {
            Some(it) => expr = it,
            None => return false,
        }
    }
}

fn type_ends_with_brace(mut ty: &Type) -> bool {
    loop {
        ty = match ty {
            Type::Macro(it) => return is_brace(&it.mac.delimiter),
            Type::Ptr(it) => &it.elem,
            Type::Reference(it) => &it.elem,
            _ => return false,
        }
    }
}
