//! Generic parameters, bounds and `where`.

use super::input::Input;
use super::list::{punct, take};
use super::word::Word;
use proc_macro2::Delimiter;
use syn::punctuated::Punctuated;
use syn::token::Paren;
use syn::{
    Attribute, BoundLifetimes, CapturedParam, ConstParam, GenericParam, Generics, LifetimeParam,
    PathArguments, PreciseCapture, PredicateLifetime, PredicateType, Token, TraitBound, TypeParam,
    TypeParamBound, WhereClause, WherePredicate,
};

/// Bounds with `+`s between them.
pub(super) type Bounds = Punctuated<TypeParamBound, Token![+]>;

impl Input {
    /// `<..>`, or nothing. What stands behind `where` comes later.
    pub(super) fn generics(&mut self) -> Generics {
        let Some(lt_token) = take!(self, <) else { return Generics::default() };
        let params = self.angled(Self::generic_param);
        Generics { lt_token: Some(lt_token), params, gt_token: Some(punct!(self, >)), where_clause: None }
    }

    fn generic_param(&mut self) -> GenericParam {
        let attrs = self.outer_attributes();
        if self.is_lifetime(0) {
            return GenericParam::Lifetime(self.lifetime_param(attrs));
        }
        if let Some(span) = self.take_word(Word::Const) {
            return GenericParam::Const(self.const_param(attrs, Token![const](span)));
        }
        let ident = match self.word(0) {
            Word::Underscore => self.any_word(),
            _ => self.name(),
        };
        let colon_token = take!(self, :);
        let bounds = match colon_token {
            Some(_) => self.pluses(Self::bound),
            None => Punctuated::new(),
        };
        let default = take!(self, =).map(|eq_token| (eq_token, self.ty()));
        GenericParam::Type(TypeParam { attrs, ident, colon_token, bounds, default })
    }

    fn lifetime_param(&mut self, attrs: Vec<Attribute>) -> LifetimeParam {
        let lifetime = self.lifetime();
        let colon_token = take!(self, :);
        let bounds = match colon_token {
            Some(_) => self.pluses(Self::lifetime),
            None => Punctuated::new(),
        };
        LifetimeParam { attrs, lifetime, colon_token, bounds }
    }

    fn const_param(&mut self, attrs: Vec<Attribute>, const_token: Token![const]) -> ConstParam {
        let ident = self.name();
        let colon_token = punct!(self, :);
        let ty = self.ty();
        let default = take!(self, =).map(|eq_token| (eq_token, self.const_argument()));
        ConstParam { attrs, const_token, ident, colon_token, ty, default }
    }

    /// `for<..>`, or nothing.
    pub(super) fn bound_lifetimes(&mut self) -> Option<BoundLifetimes> {
        let span = self.take_word(Word::For)?;
        Some(BoundLifetimes {
            for_token: Token![for](span),
            lt_token: punct!(self, <),
            lifetimes: self.angled(Self::generic_param),
            gt_token: punct!(self, >),
        })
    }

    /// A bound.
    pub(crate) fn bound(&mut self) -> TypeParamBound {
        if let Some(it) = self.take_lifetime() {
            return TypeParamBound::Lifetime(it);
        }
        if self.word(0) == Word::Use {
            self.fail("`use<...>` precise capturing syntax not allowed here");
        }
        if !self.is_paren(0) {
            return TypeParamBound::Trait(self.trait_bound());
        }
        let (span, outer) = self.enter(Delimiter::Parenthesis);
        let mut bound = self.trait_bound();
        self.leave(outer);
        bound.paren_token = Some(Paren(span));
        TypeParamBound::Trait(bound)
    }

    /// A bound of `impl Trait`.
    fn impl_bound(&mut self) -> TypeParamBound {
        match self.take_word(Word::Use) {
            Some(span) => TypeParamBound::PreciseCapture(self.precise_capture(Token![use](span))),
            None => self.bound(),
        }
    }

    pub(super) fn trait_bound(&mut self) -> TraitBound {
        let mut lifetimes = self.bound_lifetimes();
        let maybe = take!(self, ?);
        if lifetimes.is_none() && maybe.is_some() {
            lifetimes = self.bound_lifetimes();
        }
        let mut path = self.path(false);
        if let Some(last) = path.segments.last_mut()
            && last.arguments.is_empty()
            && (self.is_paren(0) || self.is(0, "::") && self.is_paren(2))
        {
            let _: Option<Token![::]> = take!(self, ::);
            last.arguments = PathArguments::Parenthesized(self.call_arguments());
        }
        if let (Some(_), Some(maybe)) = (&lifetimes, &maybe) {
            let message = "`for<...>` binder not allowed with `?` trait polarity modifier";
            self.wrong(maybe.spans[0], message);
        }
        TraitBound { paren_token: None, lifetimes, modifiers: Default::default(), maybe, path }
    }

    fn precise_capture(&mut self, use_token: Token![use]) -> PreciseCapture {
        PreciseCapture {
            use_token,
            lt_token: punct!(self, <),
            params: self.angled(|input| {
                if let Some(it) = input.take_lifetime() {
                    return CapturedParam::Lifetime(it);
                }
                CapturedParam::Ident(match input.word(0) {
                    Word::SelfType => input.any_word(),
                    _ => input.name(),
                })
            }),
            gt_token: punct!(self, >),
        }
    }

    /// The bounds of `dyn` or `impl`, or only the first, where a `+` would be ambiguous.
    pub(super) fn bounds(&mut self, plus: bool, of_impl: bool) -> Bounds {
        let begin = self.place();
        let one = if of_impl { Self::impl_bound } else { Self::bound };
        let mut all = Punctuated::new();
        loop {
            all.push_value(one(self));
            if !plus || !self.is(0, "+") {
                break;
            }
            all.push_punct(punct!(self, +));
            if !self.begins_bound() {
                break;
            }
        }
        if !all.iter().any(|it| matches!(it, TypeParamBound::Trait(_))) {
            let message = match of_impl {
                true => "at least one trait must be specified",
                false => "at least one trait is required for an object type",
            };
            self.wrong(begin, message);
        }
        all
    }

    /// Whether another bound comes behind a `+`.
    pub(super) fn begins_bound(&self) -> bool {
        self.word(0) != Word::None
            || self.is(0, "::")
            || self.is(0, "?")
            || self.is_lifetime(0)
            || self.is_paren(0)
    }

    /// `where ..`, or nothing.
    pub(super) fn where_clause(&mut self) -> Option<WhereClause> {
        let span = self.take_word(Word::Where)?;
        if self.is_generics(0) {
            self.fail("generic parameters on `where` clauses are reserved for future use");
        }
        let mut predicates = Punctuated::new();
        while !self.ends_bounds() {
            predicates.push_value(self.predicate());
            let Some(comma) = take!(self, ,) else { break };
            predicates.push_punct(comma);
        }
        Some(WhereClause { where_token: Token![where](span), predicates })
    }

    fn predicate(&mut self) -> WherePredicate {
        let attrs = self.outer_attributes();
        if self.is_lifetime(0) && self.is(1, ":") {
            return WherePredicate::Lifetime(PredicateLifetime {
                attrs,
                lifetime: self.lifetime(),
                colon_token: punct!(self, :),
                bounds: self.pluses(Self::lifetime),
            });
        }
        WherePredicate::Type(PredicateType {
            attrs,
            lifetimes: self.bound_lifetimes(),
            bounded_ty: self.ty(),
            colon_token: punct!(self, :),
            bounds: self.pluses(Self::bound),
        })
    }

    /// Whether the `<` that stands there begins generic parameters, not `<T as Trait>`.
    pub(super) fn is_generics(&self, at: usize) -> bool {
        let ends = |ahead: usize| {
            [">", ",", "="].iter().any(|it| self.is(ahead, it))
                || self.is(ahead, ":") && !self.is(ahead, "::")
        };
        self.is(at, "<")
            && (self.is(at + 1, ">")
                || self.is(at + 1, "#")
                || (self.is_lifetime(at + 1) || self.is_name(at + 1)) && ends(at + 2)
                || self.word(at + 1) == Word::Const)
    }
}
