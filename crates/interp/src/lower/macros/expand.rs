//! Expanding a macro of the text.

use super::matcher::matches;
use super::rules::Rules;
use super::transcribe::{Fault, Writer};
use crate::diagnostic::Diagnostic;
use crate::lower::world::World;
use crate::source::FileId;
use crate::tree::ModuleId;
use proc_macro2::{TokenStream, TokenTree};
use std::rc::Rc;

/// Where a macro is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::lower) enum Stands {
    /// Where there are no variables.
    WithItems,
    /// In a body, whose variables are not those of the macro.
    InBody,
}

impl World {
    /// Expands a call of a macro by the first rule that fits. What is wrong is reported.
    pub(in crate::lower) fn expand(
        &mut self,
        module: ModuleId,
        rules: &Rc<Rules>,
        mac: &syn::Macro,
        stands: Stands,
    ) -> Option<TokenStream> {
        let first = mac.path.segments.first().map_or_else(|| mac.bang_token.spans[0], |it| it.ident.span());
        let close = mac.delimiter.span().close();
        let place = first.join(close).unwrap_or(first);
        let tokens: Vec<TokenTree> = mac.tokens.clone().into_iter().collect();
        self.expansions += 1;
        let root = self.modules.root(rules.module);
        let krate = (Some(root) != self.root).then(|| self.text(self.modules.get(root).name));
        let mut furthest = close;
        for rule in rules.rules.iter() {
            let bindings = match matches(&rule.matcher, &tokens, close) {
                Ok(bindings) => bindings,
                Err(place) => {
                    furthest = place;
                    continue;
                }
            };
            let mut writer = Writer {
                rule,
                stands,
                place,
                number: self.expansions,
                krate: krate.as_deref(),
                left: self.tokens_left,
            };
            let written = writer.body(&bindings);
            let ended = matches!(written, Err(Fault::TooMuch));
            if ended && self.tokens_left == 0 {
                // That has been said before.
                return None;
            }
            self.tokens_left = if ended { 0 } else { writer.left };
            return match written {
                Ok(tokens) => self.checked(module, mac, tokens),
                Err(fault) => {
                    let span = self.macro_span(module, mac);
                    self.report(match fault {
                        Fault::TooMuch => {
                            Diagnostic::error(span, "the macros of this program become too long")
                                .hint("look for one that calls itself without an end")
                        }
                        Fault::Says(message) => Diagnostic::error(span, message),
                    });
                    None
                }
            };
        }
        self.no_rule(module, rules, mac, furthest);
        None
    }

    fn checked(&mut self, module: ModuleId, mac: &syn::Macro, tokens: TokenStream) -> Option<TokenStream> {
        let is_own = self.modules.get(module).file == FileId::PROGRAM;
        if is_own && crate::parse::too_deep(&tokens, 0).is_some() {
            let span = self.macro_span(module, mac);
            self.report(crate::parse::nested_too_deeply(span));
            return None;
        }
        Some(tokens)
    }

    fn no_rule(&mut self, module: ModuleId, rules: &Rules, mac: &syn::Macro, place: proc_macro2::Span) {
        let at_end = place.start() == mac.delimiter.span().close().start();
        let message = if at_end {
            format!("unexpected end of macro invocation: no rule of `{}!` fits", rules.name)
        } else {
            format!("no rules of `{}!` expected this token in macro call", rules.name)
        };
        let span = self.span(module, place);
        self.report(Diagnostic::error(span, message).hint("look at the patterns of its rules"));
    }

    /// What is wrong with the syntax of an expansion or of a macro's arguments.
    pub(in crate::lower) fn macro_syntax(
        &mut self,
        module: ModuleId,
        mac: &syn::Macro,
        error: &crate::parse::Error,
    ) {
        let file = self.modules.get(module).file;
        let span = self.macro_span(module, mac);
        for mut it in crate::parse::syntax(file, error) {
            if it.span.line == 0 || it.span.line == 1 && it.span.column == 1 {
                it.span = span;
            }
            self.report(it);
        }
    }
}
