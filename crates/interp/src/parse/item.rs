//! Items.

mod data;
mod function;
mod member;
mod uses;

use super::input::{Input, Mark};
use super::list::{punct, take};
use super::placeholder::Placeholder as _;
use super::word::Word;
use proc_macro2::{Delimiter, Span};
use syn::punctuated::Punctuated;
use syn::token::Brace;
use syn::{
    Attribute, File, Generics, Item, ItemConst, ItemExternCrate, ItemFn, ItemForeignMod, ItemImpl, ItemMacro,
    ItemMod, ItemStatic, ItemTrait, ItemTraitAlias, ItemType, Path, StaticMutability, Token, Type,
    Visibility, WhereClausePlacement,
};

impl Input {
    /// A whole file.
    pub(crate) fn file(&mut self) -> File {
        let mut attrs = Vec::new();
        self.inner_attributes(&mut attrs);
        File { shebang: None, frontmatter: None, attrs, items: self.until_end(Self::item) }
    }

    /// All up to the end of the bracket.
    pub(crate) fn until_end<T>(&mut self, one: fn(&mut Self) -> T) -> Vec<T> {
        let mut all = Vec::new();
        while !self.is_empty() {
            all.push(one(self));
        }
        all
    }

    /// What stands between braces, with attributes of what it belongs to.
    fn in_braces<T>(&mut self, attrs: &mut Vec<Attribute>, one: fn(&mut Self) -> T) -> (Brace, Vec<T>) {
        let (span, outer) = self.enter(Delimiter::Brace);
        self.inner_attributes(attrs);
        let all = self.until_end(one);
        self.leave(outer);
        (Brace(span), all)
    }

    /// An item.
    pub(crate) fn item(&mut self) -> Item {
        let attrs = self.outer_attributes();
        self.item_behind(attrs)
    }

    /// An item behind its attributes.
    pub(super) fn item_behind(&mut self, attrs: Vec<Attribute>) -> Item {
        let begin = self.mark();
        let vis = self.visibility();
        if self.is_function(false) {
            return Item::Fn(self.function(attrs, vis));
        }
        let is_private = matches!(vis, Visibility::Inherited);
        match self.word(0) {
            Word::Use => Item::Use(self.use_item(attrs, vis)),
            Word::Static => Item::Static(self.static_item(attrs, vis)),
            Word::Const => Item::Const(self.const_item(attrs, vis)),
            Word::Mod => Item::Mod(self.mod_item(attrs, vis)),
            Word::Type => Item::Type(self.type_item(attrs, vis)),
            Word::Struct => Item::Struct(self.struct_item(attrs, vis)),
            Word::Enum => Item::Enum(self.enum_item(attrs, vis)),
            Word::Union if self.is_name(1) => Item::Union(self.union_item(attrs, vis)),
            Word::Trait => self.trait_item(attrs, vis),
            Word::Auto if self.word(1) == Word::Trait => self.trait_item(attrs, vis),
            Word::Extern if self.word(1) == Word::Crate => Item::ExternCrate(self.extern_crate(attrs, vis)),
            Word::Extern => Item::ForeignMod(self.not_public(begin, is_private).foreign_mod(attrs)),
            Word::Unsafe => match self.word(1) {
                Word::Trait | Word::Auto => self.trait_item(attrs, vis),
                Word::Mod => Item::Mod(self.mod_item(attrs, vis)),
                Word::Extern => Item::ForeignMod(self.not_public(begin, is_private).foreign_mod(attrs)),
                Word::Impl => Item::Impl(self.not_public(begin, is_private).impl_item(attrs)),
                _ => self.expected("item"),
            },
            Word::Impl => Item::Impl(self.not_public(begin, is_private).impl_item(attrs)),
            Word::Default if !self.is(1, "!") && !self.is(1, "::") => {
                Item::Impl(self.not_public(begin, is_private).impl_item(attrs))
            }
            it if it.begins_path() || self.is(0, "::") => {
                Item::Macro(self.not_public(begin, is_private).macro_item(attrs))
            }
            _ => self.expected("item"),
        }
    }

    /// Makes sure that no `pub` was there.
    fn not_public(&mut self, begin: Mark, is_private: bool) -> &mut Self {
        if !is_private {
            self.back(begin);
            self.wrong(self.place(), "visibility qualifiers are not permitted here");
        }
        self
    }

    fn function(&mut self, mut attrs: Vec<Attribute>, vis: Visibility) -> ItemFn {
        let sig = self.signature(false);
        if self.is(0, ";") {
            self.wrong(sig.ident.span(), "free function without a body");
        }
        let block = Box::new(self.block_with(&mut attrs));
        ItemFn { attrs, vis, modifiers: Default::default(), sig, block }
    }

    fn extern_crate(&mut self, attrs: Vec<Attribute>, vis: Visibility) -> ItemExternCrate {
        ItemExternCrate {
            attrs,
            vis,
            extern_token: Token![extern](self.keyword(Word::Extern)),
            crate_token: Token![crate](self.keyword(Word::Crate)),
            ident: if self.word(0) == Word::SelfValue { self.any_word() } else { self.name() },
            rename: self.rename(),
            semi_token: punct!(self, ;),
        }
    }

    fn foreign_mod(&mut self, mut attrs: Vec<Attribute>) -> ItemForeignMod {
        let unsafety = self.take_word(Word::Unsafe).map(Token![unsafe]);
        let abi = self.abi().unwrap_or_else(|| syn::Abi {
            extern_token: Token![extern](self.keyword(Word::Extern)),
            name: None,
        });
        let (brace_token, items) = self.in_braces(&mut attrs, Self::foreign_item);
        ItemForeignMod { attrs, unsafety, abi, brace_token, items }
    }

    fn static_item(&mut self, attrs: Vec<Attribute>, vis: Visibility) -> ItemStatic {
        let static_token = Token![static](self.keyword(Word::Static));
        let mutability = self.static_mutability();
        let ident = self.name();
        if self.is(0, "=") {
            self.wrong(ident.span(), "missing type for `static` item");
        }
        let colon_token = punct!(self, :);
        let ty = Box::new(self.ty());
        if self.is(0, ";") {
            self.without_body(&ident, "free static item");
        }
        let eq_token = punct!(self, =);
        let expr = Box::new(self.expr());
        let semi_token = punct!(self, ;);
        ItemStatic {
            attrs,
            vis,
            static_token,
            mutability,
            ident,
            colon_token,
            ty,
            eq_token,
            expr,
            semi_token,
        }
    }

    fn static_mutability(&mut self) -> StaticMutability {
        self.mutability().map_or(StaticMutability::None, StaticMutability::Mut)
    }

    fn const_item(&mut self, attrs: Vec<Attribute>, vis: Visibility) -> ItemConst {
        let const_token = Token![const](self.keyword(Word::Const));
        if matches!(self.word(0), Word::Impl | Word::Trait | Word::Unsafe) {
            self.wrong(const_token.span, "const trait impls are experimental");
        }
        let (ident, colon_token, ty) = self.const_head();
        if self.is(0, ";") {
            self.without_body(&ident, "free constant item");
        }
        let eq_token = punct!(self, =);
        let expr = Box::new(self.expr());
        let semi_token = punct!(self, ;);
        ItemConst {
            attrs,
            vis,
            modifiers: Default::default(),
            const_token,
            ident,
            generics: Generics::default(),
            colon_token,
            ty: Box::new(ty),
            eq_token,
            expr,
            semi_token,
        }
    }

    /// The name and the type of a constant.
    fn const_head(&mut self) -> (syn::Ident, Token![:], Type) {
        let ident = if self.word(0) == Word::Underscore { self.any_word() } else { self.name() };
        if self.is(0, "<") {
            self.fail("generic const items are experimental");
        }
        if self.is(0, "=") {
            self.wrong(ident.span(), "missing type for `const` item");
        }
        (ident, punct!(self, :), self.ty())
    }

    fn mod_item(&mut self, mut attrs: Vec<Attribute>, vis: Visibility) -> ItemMod {
        let unsafety = self.take_word(Word::Unsafe).map(Token![unsafe]);
        let mod_token = Token![mod](self.keyword(Word::Mod));
        let ident = if self.word(0) == Word::Try { self.any_word() } else { self.name() };
        let semi = self.semicolon();
        let content = if semi.is_some() { None } else { Some(self.in_braces(&mut attrs, Self::item)) };
        ItemMod { attrs, vis, unsafety, mod_token, ident, content, semi }
    }

    fn type_item(&mut self, attrs: Vec<Attribute>, vis: Visibility) -> ItemType {
        let it = self.alias(true);
        if let Some(colon) = it.colon_token {
            self.wrong(colon.spans[0], "bounds on `type`s in this context have no effect");
        }
        let (eq_token, ty) = it.ty.unwrap_or_else(|| {
            self.without_body(&it.ident, "free type alias");
            (Default::default(), Type::placeholder())
        });
        ItemType {
            attrs,
            vis,
            modifiers: Default::default(),
            type_token: it.type_token,
            ident: it.ident,
            generics: it.generics,
            eq_token,
            ty: Box::new(ty),
            semi_token: it.semi_token,
            where_clause_placement: match it.is_late {
                true => WhereClausePlacement::Late,
                false => WhereClausePlacement::Early,
            },
        }
    }

    fn trait_item(&mut self, attrs: Vec<Attribute>, vis: Visibility) -> Item {
        let unsafety = self.take_word(Word::Unsafe).map(Token![unsafe]);
        let mut modifiers = syn::TraitModifiers::default();
        modifiers.auto_token = self.take_word(Word::Auto).map(Token![auto]);
        let trait_token = Token![trait](self.keyword(Word::Trait));
        let (ident, mut generics) = (self.name(), self.generics());
        if let Some(eq_token) = take!(self, =) {
            let bounds = self.pluses(Self::bound);
            generics.where_clause = self.where_clause();
            let semi_token = punct!(self, ;);
            let it =
                ItemTraitAlias { attrs, vis, trait_token, ident, generics, eq_token, bounds, semi_token };
            return Item::TraitAlias(it);
        }
        let colon_token = take!(self, :);
        let mut supertraits = Punctuated::new();
        if colon_token.is_some() {
            supertraits = self.pluses(Self::bound);
        }
        generics.where_clause = self.where_clause();
        let mut attrs = attrs;
        let (brace_token, items) = self.in_braces(&mut attrs, Self::trait_member);
        Item::Trait(ItemTrait {
            attrs,
            vis,
            modifiers,
            unsafety,
            trait_token,
            ident,
            generics,
            colon_token,
            supertraits,
            brace_token,
            items,
        })
    }

    fn impl_item(&mut self, mut attrs: Vec<Attribute>) -> ItemImpl {
        let mut modifiers = syn::ImplModifiers::default();
        modifiers.defaultness = self.take_word(Word::Default).map(Token![default]);
        let unsafety = self.take_word(Word::Unsafe).map(Token![unsafe]);
        let impl_token = Token![impl](self.keyword(Word::Impl));
        let mut generics = if self.is_generics(0) { self.generics() } else { Generics::default() };
        if self.is(0, "!") && !self.is_brace(1) {
            modifiers.polarity = take!(self, !);
        }
        let begin = self.place();
        let (trait_, self_ty) = self.impl_head(begin);
        if let (Some(it), None) = (&modifiers.polarity, &trait_) {
            self.wrong(it.spans[0], "inherent impls cannot be negative");
        }
        generics.where_clause = self.where_clause();
        let (brace_token, items) = self.in_braces(&mut attrs, Self::impl_member);
        let self_ty = Box::new(self_ty);
        ItemImpl { attrs, modifiers, unsafety, impl_token, generics, trait_, self_ty, brace_token, items }
    }

    /// `Trait for Type`, or `Type`.
    fn impl_head(&mut self, begin: Span) -> (Option<(Path, Token![for])>, Type) {
        let mut first = self.ty();
        let Some(span) = self.take_word(Word::For) else { return (None, first) };
        while let Type::Group(it) = first {
            first = *it.elem;
        }
        match first {
            Type::Path(it) if it.qself.is_none() => (Some((it.path, Token![for](span))), self.ty()),
            first => {
                self.wrong(begin, "expected a trait, found type");
                (None, first)
            }
        }
    }

    fn macro_item(&mut self, attrs: Vec<Attribute>) -> ItemMacro {
        let path = self.plain_path();
        if !self.is(0, "!") {
            self.expects("one of `!` or `::`");
        }
        let bang_token = punct!(self, !);
        let ident = match self.word(0) {
            it if it.is_name() || it == Word::Try => Some(self.any_word()),
            _ => None,
        };
        let (delimiter, tokens) = self.delimited();
        let mac = syn::Macro { path, bang_token, delimiter, tokens };
        let semi_token = self.macro_end(&mac);
        ItemMacro { attrs, ident, mac, semi_token }
    }
}
