//! What stands in an `impl`, a trait or an `extern` block.

use super::super::generics::Bounds;
use super::super::input::Input;
use super::super::list::{punct, take};
use super::super::placeholder::Placeholder as _;
use super::super::word::Word;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, ForeignItem, ForeignItemFn, ForeignItemMacro, ForeignItemStatic, ForeignItemType, Generics,
    Ident, ImplItem, ImplItemConst, ImplItemFn, ImplItemMacro, ImplItemType, Macro, Token, TraitItem,
    TraitItemConst, TraitItemFn, TraitItemMacro, TraitItemType, Type, Visibility,
};

/// `type Name<..>: Bounds = Type where ..;`, with what may be left out.
pub(super) struct Alias {
    pub(super) type_token: Token![type],
    pub(super) ident: Ident,
    pub(super) generics: Generics,
    pub(super) colon_token: Option<Token![:]>,
    pub(super) bounds: Bounds,
    pub(super) ty: Option<(Token![=], Type)>,
    pub(super) semi_token: Token![;],
    /// Whether its `where` stands behind the type.
    pub(super) is_late: bool,
}

impl Input {
    pub(super) fn alias(&mut self, early: bool) -> Alias {
        let type_token = Token![type](self.keyword(Word::Type));
        let (ident, mut generics) = (self.name(), self.generics());
        let colon_token = take!(self, :);
        let mut bounds = Punctuated::new();
        if colon_token.is_some() {
            bounds = self.pluses(Self::bound);
        }
        if early {
            generics.where_clause = self.where_clause();
        }
        let ty = take!(self, =).map(|eq_token| (eq_token, self.ty()));
        let mut is_late = false;
        if generics.where_clause.is_none() {
            generics.where_clause = self.where_clause();
            is_late = generics.where_clause.is_some();
        }
        let semi_token = punct!(self, ;);
        Alias { type_token, ident, generics, colon_token, bounds, ty, semi_token, is_late }
    }

    /// A macro's call among members, if one comes next.
    fn member_macro(&mut self) -> Option<(Macro, Option<Token![;]>)> {
        if !self.word(0).begins_path() && !self.is(0, "::") {
            return None;
        }
        let path = self.plain_path();
        if !self.is(0, "!") {
            self.expects("one of `!` or `::`");
        }
        let mac = self.macro_call(path);
        let semi_token = self.macro_end(&mac);
        Some((mac, semi_token))
    }

    /// `default`, unless it is the name of a macro.
    fn defaultness(&mut self) -> Option<Token![default]> {
        if self.is(1, "!") || self.is(1, "::") {
            return None;
        }
        self.take_word(Word::Default).map(Token![default])
    }

    /// What stands in an `impl`.
    pub(crate) fn impl_member(&mut self) -> ImplItem {
        let mut attrs = self.outer_attributes();
        let vis = self.visibility();
        let defaultness = self.defaultness();
        if self.is_function(false) {
            let mut modifiers = syn::FnModifiers::default();
            modifiers.defaultness = defaultness;
            let sig = self.signature(false);
            if self.is(0, ";") {
                self.without_body(&sig.ident, "associated function in `impl`");
            }
            let block = self.block_with(&mut attrs);
            return ImplItem::Fn(ImplItemFn { attrs, vis, modifiers, sig, block });
        }
        match self.word(0) {
            Word::Const => ImplItem::Const(self.impl_const(attrs, vis, defaultness)),
            Word::Type => ImplItem::Type(self.impl_type(attrs, vis, defaultness)),
            _ if defaultness.is_some() || !matches!(vis, Visibility::Inherited) => {
                self.expected("associated item")
            }
            _ => match self.member_macro() {
                Some((mac, semi_token)) => ImplItem::Macro(ImplItemMacro { attrs, mac, semi_token }),
                None => self.expected("associated item"),
            },
        }
    }

    fn impl_const(
        &mut self,
        attrs: Vec<Attribute>,
        vis: Visibility,
        defaultness: Option<Token![default]>,
    ) -> ImplItemConst {
        let mut modifiers = syn::ConstModifiers::default();
        modifiers.defaultness = defaultness;
        let const_token = Token![const](self.keyword(Word::Const));
        let (ident, colon_token, ty) = self.const_head();
        if self.is(0, ";") {
            self.without_body(&ident, "associated constant in `impl`");
        }
        let eq_token = punct!(self, =);
        let expr = self.expr();
        let semi_token = punct!(self, ;);
        let generics = Generics::default();
        ImplItemConst {
            attrs,
            vis,
            modifiers,
            const_token,
            ident,
            generics,
            colon_token,
            ty,
            eq_token,
            expr,
            semi_token,
        }
    }

    fn impl_type(
        &mut self,
        attrs: Vec<Attribute>,
        vis: Visibility,
        defaultness: Option<Token![default]>,
    ) -> ImplItemType {
        let mut modifiers = syn::TypeModifiers::default();
        modifiers.defaultness = defaultness;
        let it = self.alias(false);
        if let Some(colon) = it.colon_token {
            self.wrong(colon.spans[0], "bounds on `type`s in `impl`s have no effect");
        }
        let (eq_token, ty) = it.ty.unwrap_or_else(|| {
            self.without_body(&it.ident, "associated type in `impl`");
            (Default::default(), Type::placeholder())
        });
        let Alias { type_token, ident, generics, semi_token, .. } = it;
        ImplItemType { attrs, vis, modifiers, type_token, ident, generics, eq_token, ty, semi_token }
    }

    /// What stands in a trait.
    pub(crate) fn trait_member(&mut self) -> TraitItem {
        let mut attrs = self.outer_attributes();
        let place = self.place();
        if !matches!(self.visibility(), Visibility::Inherited) {
            self.wrong(place, "visibility qualifiers are not permitted here");
        }
        if self.defaultness().is_some() {
            self.wrong(place, "`default` is only allowed on items in trait impls");
        }
        if self.is_function(false) {
            let sig = self.signature(false);
            let semi_token = self.semicolon();
            let default = if semi_token.is_some() { None } else { Some(self.block_with(&mut attrs)) };
            let modifiers = Default::default();
            return TraitItem::Fn(TraitItemFn { attrs, modifiers, sig, default, semi_token });
        }
        match self.word(0) {
            Word::Const => TraitItem::Const(self.trait_const(attrs)),
            Word::Type => {
                let it = self.alias(false);
                TraitItem::Type(TraitItemType {
                    attrs,
                    modifiers: Default::default(),
                    type_token: it.type_token,
                    ident: it.ident,
                    generics: it.generics,
                    colon_token: it.colon_token,
                    bounds: it.bounds,
                    default: it.ty,
                    semi_token: it.semi_token,
                })
            }
            _ => match self.member_macro() {
                Some((mac, semi_token)) => TraitItem::Macro(TraitItemMacro { attrs, mac, semi_token }),
                None => self.expected("associated item"),
            },
        }
    }

    fn trait_const(&mut self, attrs: Vec<Attribute>) -> TraitItemConst {
        let const_token = Token![const](self.keyword(Word::Const));
        let (ident, colon_token, ty) = self.const_head();
        let default = take!(self, =).map(|eq_token| (eq_token, self.expr()));
        TraitItemConst {
            attrs,
            modifiers: Default::default(),
            const_token,
            ident,
            generics: Generics::default(),
            colon_token,
            ty,
            default,
            semi_token: punct!(self, ;),
        }
    }

    /// What stands in an `extern` block.
    pub(super) fn foreign_item(&mut self) -> ForeignItem {
        let attrs = self.outer_attributes();
        let vis = self.visibility();
        if self.is_function(true) {
            let sig = self.signature(true);
            if self.is_brace(0) {
                let message = "incorrect function inside `extern` block";
                self.wrong(sig.ident.span(), message);
            }
            let (modifiers, semi_token) = (Default::default(), punct!(self, ;));
            return ForeignItem::Fn(ForeignItemFn { attrs, vis, modifiers, sig, semi_token });
        }
        let is_marked = matches!(self.word(0), Word::Safe | Word::Unsafe) && self.word(1) == Word::Static;
        match self.word(0) {
            it if is_marked || it == Word::Static => ForeignItem::Static(self.foreign_static(attrs, vis)),
            Word::Type => {
                let it = self.alias(true);
                ForeignItem::Type(ForeignItemType {
                    attrs,
                    vis,
                    modifiers: Default::default(),
                    type_token: it.type_token,
                    ident: it.ident,
                    generics: it.generics,
                    semi_token: it.semi_token,
                })
            }
            _ => match self.member_macro() {
                Some((mac, semi_token)) => ForeignItem::Macro(ForeignItemMacro { attrs, mac, semi_token }),
                None => self.expected("item"),
            },
        }
    }

    fn foreign_static(&mut self, attrs: Vec<Attribute>, vis: Visibility) -> ForeignItemStatic {
        ForeignItemStatic {
            attrs,
            vis,
            safety: self.safety(true),
            static_token: Token![static](self.keyword(Word::Static)),
            mutability: self.static_mutability(),
            ident: self.name(),
            colon_token: punct!(self, :),
            ty: Box::new(self.ty()),
            semi_token: punct!(self, ;),
        }
    }
}
