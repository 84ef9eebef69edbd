//! Attributes, visibilities and calls of macros.

use super::input::Input;
use super::list::{punct, take};
use super::word::Word;
use proc_macro2::{Delimiter, Ident, TokenStream};
use syn::token::{Brace, Bracket, Paren};
use syn::{
    AttrStyle, Attribute, Expr, ExprLit, Macro, MacroDelimiter, Meta, MetaList, MetaNameValue, Path, Token,
    VisRestricted, Visibility,
};

impl Input {
    /// `#[..]` in front of something.
    pub(crate) fn outer_attributes(&mut self) -> Vec<Attribute> {
        let mut all = Vec::new();
        while self.is(0, "#") {
            let pound_token = punct!(self, #);
            all.push(self.attribute(pound_token, AttrStyle::Outer));
        }
        all
    }

    /// `#![..]` at the beginning of what a bracket holds.
    pub(crate) fn inner_attributes(&mut self, into: &mut Vec<Attribute>) {
        while self.is(0, "#") && self.is(1, "!") {
            let pound_token = punct!(self, #);
            let style = AttrStyle::Inner(punct!(self, !));
            into.push(self.attribute(pound_token, style));
        }
    }

    fn attribute(&mut self, pound_token: Token![#], style: AttrStyle) -> Attribute {
        let (span, outer) = self.enter(Delimiter::Bracket);
        let meta = self.meta();
        self.leave(outer);
        Attribute { pound_token, style, bracket_token: Bracket(span), meta }
    }

    /// What an attribute says.
    pub(crate) fn meta(&mut self) -> Meta {
        let path = match self.take_word(Word::Unsafe) {
            Some(span) => Path::from(Ident::new("unsafe", span)),
            None => self.plain_path(),
        };
        if self.is_group(0, Delimiter::Bracket) || self.is_paren(0) || self.is_brace(0) {
            let (delimiter, tokens) = self.delimited();
            return Meta::List(MetaList { path, delimiter, tokens });
        }
        if self.is(0, "=") && !self.is(0, "==") && !self.is(0, "=>") {
            let eq_token = punct!(self, =);
            let value = self.meta_value();
            return Meta::NameValue(MetaNameValue { path, eq_token, value });
        }
        Meta::Path(path)
    }

    fn meta_value(&mut self) -> Expr {
        let mark = self.mark();
        if let Some(lit) = self.take_literal() {
            if self.is_empty() {
                return Expr::Lit(ExprLit { attrs: Vec::new(), lit });
            }
            self.back(mark);
        } else if self.is(0, "#") && self.is_group(1, Delimiter::Bracket) {
            self.fail("unexpected attribute inside of attribute");
        }
        self.expr()
    }

    /// The brackets of a macro's call, and what is in them.
    pub(crate) fn delimited(&mut self) -> (MacroDelimiter, TokenStream) {
        let mark = self.mark();
        if let Some(group) = self.group() {
            let span = group.delim_span();
            let delimiter = match group.delimiter() {
                Delimiter::Parenthesis => Some(MacroDelimiter::Paren(Paren(span))),
                Delimiter::Brace => Some(MacroDelimiter::Brace(Brace(span))),
                Delimiter::Bracket => Some(MacroDelimiter::Bracket(Bracket(span))),
                Delimiter::None => None,
            };
            if let Some(delimiter) = delimiter {
                return (delimiter, group.stream());
            }
            self.back(mark);
        }
        self.expects("one of `(`, `[`, or `{`");
        (MacroDelimiter::Brace(Brace::default()), TokenStream::new())
    }

    /// Whether a path is followed by the `!` of a macro's call.
    pub(super) fn calls_macro(&self, path: &Path) -> bool {
        self.is(0, "!") && !self.is(0, "!=") && path.segments.iter().all(|it| it.arguments.is_none())
    }

    /// The rest of a macro's call, from the `!` on.
    pub(super) fn macro_call(&mut self, path: Path) -> Macro {
        let bang_token = punct!(self, !);
        let (delimiter, tokens) = self.delimited();
        Macro { path, bang_token, delimiter, tokens }
    }

    /// `pub`, `pub(..)`, or nothing.
    pub(crate) fn visibility(&mut self) -> Visibility {
        if self.is_invisible() {
            // What stands for a `$vis` that was empty.
            let mark = self.mark();
            let (_, outer) = self.enter(Delimiter::None);
            if self.is_empty() {
                self.leave(outer);
                return Visibility::Inherited;
            }
            self.back(mark);
        }
        let Some(span) = self.take_word(Word::Pub) else { return Visibility::Inherited };
        let pub_token = Token![pub](span);
        if self.is_paren(0) {
            let mark = self.mark();
            if let Some(it) = self.restriction(pub_token) {
                return Visibility::Restricted(it);
            }
            self.back(mark);
        }
        Visibility::Public(pub_token)
    }

    /// What is in the parentheses of `pub(..)`, if they are not those of a tuple's field.
    fn restriction(&mut self, pub_token: Token![pub]) -> Option<VisRestricted> {
        let (span, outer) = self.enter(Delimiter::Parenthesis);
        let in_token = self.take_word(Word::In).map(Token![in]);
        let path = match self.word(0) {
            _ if in_token.is_some() => self.plain_path(),
            Word::Crate | Word::SelfValue | Word::Super => Path::from(self.any_word()),
            _ => return None,
        };
        if in_token.is_none() && !self.is_empty() {
            return None;
        }
        self.leave(outer);
        Some(VisRestricted { pub_token, paren_token: Paren(span), in_token, path: Box::new(path) })
    }

    /// A `;` that may be left out behind braces.
    pub(super) fn macro_end(&mut self, mac: &Macro) -> Option<Token![;]> {
        match mac.delimiter {
            MacroDelimiter::Brace(_) => None,
            _ => Some(punct!(self, ;)),
        }
    }

    /// A `;`, if one comes next.
    pub(crate) fn semicolon(&mut self) -> Option<Token![;]> {
        take!(self, ;)
    }
}
