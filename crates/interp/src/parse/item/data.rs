//! Structs, enums and unions.

use super::super::input::Input;
use super::super::list::punct;
use super::super::list::take;
use super::super::word::Word;
use proc_macro2::Delimiter;
use syn::token::{Brace, Paren};
use syn::{
    Attribute, Field, Fields, FieldsNamed, FieldsUnnamed, ItemEnum, ItemStruct, ItemUnion, Token, Variant,
    Visibility,
};

impl Input {
    pub(super) fn struct_item(&mut self, attrs: Vec<Attribute>, vis: Visibility) -> ItemStruct {
        let struct_token = Token![struct](self.keyword(Word::Struct));
        let (ident, mut generics) = (self.name(), self.generics());
        generics.where_clause = self.where_clause();
        let mut fields = Fields::Unit;
        if self.is_brace(0) {
            fields = Fields::Named(self.named_fields());
        } else if generics.where_clause.is_none() && self.is_paren(0) {
            fields = Fields::Unnamed(self.unnamed_fields());
            generics.where_clause = self.where_clause();
        } else if !self.is(0, ";") {
            self.expects("`where`, `{`, `(`, or `;` after struct name");
        }
        let semi_token = match fields {
            Fields::Named(_) => None,
            _ => Some(punct!(self, ;)),
        };
        ItemStruct { attrs, vis, struct_token, ident, generics, fields, semi_token }
    }

    pub(super) fn enum_item(&mut self, attrs: Vec<Attribute>, vis: Visibility) -> ItemEnum {
        let enum_token = Token![enum](self.keyword(Word::Enum));
        let (ident, mut generics) = (self.name(), self.generics());
        generics.where_clause = self.where_clause();
        let (span, outer) = self.enter(Delimiter::Brace);
        let variants = self.commas(Self::variant);
        self.leave(outer);
        ItemEnum { attrs, vis, enum_token, ident, generics, brace_token: Brace(span), variants }
    }

    pub(super) fn union_item(&mut self, attrs: Vec<Attribute>, vis: Visibility) -> ItemUnion {
        let union_token = Token![union](self.keyword(Word::Union));
        let (ident, mut generics) = (self.name(), self.generics());
        generics.where_clause = self.where_clause();
        ItemUnion { attrs, vis, union_token, ident, generics, fields: self.named_fields() }
    }

    fn variant(&mut self) -> Variant {
        let attrs = self.outer_attributes();
        let _ = self.visibility();
        let ident = self.name();
        let fields = if self.is_brace(0) {
            Fields::Named(self.named_fields())
        } else if self.is_paren(0) {
            Fields::Unnamed(self.unnamed_fields())
        } else {
            Fields::Unit
        };
        let discriminant = take!(self, =).map(|eq_token| (eq_token, self.expr()));
        Variant { attrs, ident, fields, discriminant }
    }

    fn named_fields(&mut self) -> FieldsNamed {
        let (span, outer) = self.enter(Delimiter::Brace);
        let named = self.commas(Self::named_field);
        self.leave(outer);
        FieldsNamed { brace_token: Brace(span), named }
    }

    fn unnamed_fields(&mut self) -> FieldsUnnamed {
        let (paren_token, unnamed): (Paren, _) = self.in_parens(Self::unnamed_field);
        FieldsUnnamed { paren_token, unnamed }
    }

    fn named_field(&mut self) -> Field {
        let attrs = self.outer_attributes();
        let vis = self.visibility();
        let ident = if self.word(0) == Word::Underscore { self.any_word() } else { self.name() };
        let colon_token = Some(punct!(self, :));
        let ty = self.ty();
        let default = take!(self, =).map(|eq_token| (eq_token, self.expr()));
        Field { attrs, vis, modifiers: Default::default(), ident: Some(ident), colon_token, ty, default }
    }

    fn unnamed_field(&mut self) -> Field {
        let attrs = self.outer_attributes();
        let vis = self.visibility();
        let ty = self.ty();
        if self.is(0, "=") {
            let message = "default fields are not supported in tuple structs";
            self.wrong(self.place(), message);
        }
        let modifiers = Default::default();
        Field { attrs, vis, modifiers, ident: None, colon_token: None, ty, default: None }
    }
}
