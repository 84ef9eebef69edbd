//! Macros where statements, expressions and patterns stand.

use super::expand::Stands;
use super::{Known, MacroDef};
use crate::lower::body::Cx;
use crate::parse::{Input, whole};
use crate::tree::{Block, Expr, Stmt};
use syn::Pat;

impl Cx<'_> {
    /// A macro as an expression.
    pub(in crate::lower) fn macro_expr(&mut self, mac: &syn::Macro) -> Expr {
        let span = self.world.macro_span(self.env.module, mac);
        let found = self.world.macro_of(self.env.module, &mac.path);
        match found {
            None => self.unit(span),
            Some(MacroDef::Known(known)) => {
                if !self.deeper(span) {
                    self.depth -= 1;
                    return self.unit(span);
                }
                let value = self.known_macro(known, mac, span);
                self.depth -= 1;
                value
            }
            Some(MacroDef::Rules(rules)) => {
                let Some(tokens) = self.world.expand(self.env.module, &rules, mac, Stands::InBody) else {
                    return self.unit(span);
                };
                if tokens.is_empty() {
                    return self.unit(span);
                }
                match whole(tokens.clone(), Input::expr) {
                    Ok(expr) => self.expr(&expr),
                    Err(error) => self.expanded_block(mac, tokens, &error, span),
                }
            }
        }
    }

    /// Statements where an expression stands: their last one is the value.
    fn expanded_block(
        &mut self,
        mac: &syn::Macro,
        tokens: proc_macro2::TokenStream,
        error: &crate::parse::Error,
        span: crate::source::Span,
    ) -> Expr {
        match whole(tokens, Input::stmts) {
            Ok(stmts) if self.deeper(span) => {
                let block = self.stmts(&stmts, None);
                self.depth -= 1;
                self.make(crate::tree::ExprKind::Block(block), span)
            }
            Ok(_) => {
                self.depth -= 1;
                self.unit(span)
            }
            Err(_) => {
                self.world.macro_syntax(self.env.module, mac, error);
                self.unit(span)
            }
        }
    }

    /// A macro as a statement: what the text defines may become several.
    pub(in crate::lower) fn stmt_macro(&mut self, it: &syn::StmtMacro, last: bool, block: &mut Block) {
        let span = self.world.macro_span(self.env.module, &it.mac);
        let Some(found) = self.world.macro_of(self.env.module, &it.mac.path) else { return };
        match found {
            MacroDef::Known(known) if known.makes_items() => {}
            MacroDef::Known(Known::PinVariables) => self.pin_variables(&it.mac, block),
            MacroDef::Known(known) => {
                let value = self.known_macro(known, &it.mac, span);
                if last && it.semi_token.is_none() {
                    block.tail = Some(Box::new(value));
                } else {
                    block.stmts.push(Stmt::Expr(value));
                }
            }
            MacroDef::Rules(rules) => {
                let Some(tokens) = self.world.expand(self.env.module, &rules, &it.mac, Stands::InBody) else {
                    return;
                };
                match whole(tokens, Input::stmts) {
                    Ok(stmts) => {
                        if self.deeper(span) {
                            self.enter_items(&stmts);
                            self.add_stmts(&stmts, last && it.semi_token.is_none(), block);
                        }
                        self.depth -= 1;
                    }
                    Err(error) => self.world.macro_syntax(self.env.module, &it.mac, &error),
                }
            }
        }
    }

    /// Whether a macro stands for a literal, which may be a pattern.
    pub(in crate::lower) fn is_literal(&mut self, mac: &syn::Macro) -> bool {
        use Known::{Column, Concat, File, Line, ModulePath, Stringify};
        let found = self.world.find_macro(self.env.module, &mac.path);
        let Some(MacroDef::Known(known)) = found else { return false };
        matches!(known, Column | Concat | File | Line | ModulePath | Stringify)
    }

    /// A macro as a pattern.
    pub(in crate::lower) fn expand_pat(&mut self, mac: &syn::Macro) -> Option<Pat> {
        match self.world.macro_of(self.env.module, &mac.path)? {
            MacroDef::Known(_) => {
                let span = self.world.macro_span(self.env.module, mac);
                self.unsupported(span, "this macro as a pattern is", "");
                None
            }
            MacroDef::Rules(rules) => {
                let tokens = self.world.expand(self.env.module, &rules, mac, Stands::InBody)?;
                match whole(tokens, Input::pattern) {
                    Ok(pat) => Some(pat),
                    Err(error) => {
                        self.world.macro_syntax(self.env.module, mac, &error);
                        None
                    }
                }
            }
        }
    }
}
