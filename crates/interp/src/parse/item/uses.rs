//! `use`.

use super::super::input::Input;
use super::super::list::{punct, take};
use super::super::word::Word;
use proc_macro2::Delimiter;
use syn::token::Brace;
use syn::{
    Attribute, Ident, ItemUse, Token, UseGlob, UseGroup, UseName, UsePath, UseRename, UseTree, Visibility,
};

impl Input {
    pub(super) fn use_item(&mut self, attrs: Vec<Attribute>, vis: Visibility) -> ItemUse {
        ItemUse {
            attrs,
            vis,
            use_token: Token![use](self.keyword(Word::Use)),
            leading_colon: take!(self, ::),
            tree: if self.is_brace(0) { self.use_group(Self::rooted_use_tree) } else { self.use_tree() },
            semi_token: punct!(self, ;),
        }
    }

    fn use_tree(&mut self) -> UseTree {
        if let Some(star_token) = take!(self, *) {
            return UseTree::Glob(UseGlob { star_token });
        }
        if self.is_brace(0) {
            return self.use_group(Self::use_tree);
        }
        let ident = match self.word(0) {
            it if it.is_name() => self.any_word(),
            Word::SelfValue | Word::Super | Word::Crate | Word::Try => self.any_word(),
            _ => self.expected("identifier"),
        };
        if let Some(colon2_token) = take!(self, ::) {
            return UseTree::Path(UsePath { ident, colon2_token, tree: Box::new(self.use_tree()) });
        }
        match self.rename() {
            Some((as_token, rename)) => UseTree::Rename(UseRename { ident, as_token, rename }),
            None => UseTree::Name(UseName { ident }),
        }
    }

    fn use_group(&mut self, one: fn(&mut Self) -> UseTree) -> UseTree {
        let (span, outer) = self.enter(Delimiter::Brace);
        let items = self.commas(one);
        self.leave(outer);
        UseTree::Group(UseGroup { brace_token: Brace(span), items })
    }

    /// One of the outermost group, which may begin at the crates' root: `{::std::fmt, std::io}`.
    fn rooted_use_tree(&mut self) -> UseTree {
        take!(self, ::);
        self.use_tree()
    }

    /// `as name`, or nothing.
    pub(super) fn rename(&mut self) -> Option<(Token![as], Ident)> {
        let span = self.take_word(Word::As)?;
        let name = if self.word(0) == Word::Underscore { self.any_word() } else { self.name() };
        Some((Token![as](span), name))
    }
}
