//! Types.

use super::generics::Bounds;
use super::input::Input;
use super::list::{punct, take};
use super::word::Word;
use proc_macro2::Delimiter;
use syn::punctuated::Punctuated;
use syn::token::{Bracket, Group, Paren};
use syn::{
    Abi, BoundLifetimes, FnPtrVariadic, NamedArg, Path, PathArguments, PointerMutability, QSelf, ReturnType,
    Token, TraitBound, Type, TypeArray, TypeFnPtr, TypeGroup, TypeImplTrait, TypeInfer, TypeMacro, TypeNever,
    TypeParamBound, TypeParen, TypePath, TypePtr, TypeReference, TypeSlice, TypeTraitObject, TypeTuple,
};

impl Input {
    /// A type.
    pub(crate) fn ty(&mut self) -> Type {
        self.type_with(true, true)
    }

    /// A type behind which a `+` belongs to something else.
    pub(super) fn type_without_plus(&mut self) -> Type {
        self.type_with(false, true)
    }

    /// A type. What a macro was given for one may get arguments behind it, but not in a cast.
    pub(super) fn type_with(&mut self, plus: bool, group_arguments: bool) -> Type {
        if self.is_invisible() {
            return self.type_group(group_arguments);
        }
        let lifetimes = self.bound_lifetimes();
        match self.word(0) {
            Word::Unsafe | Word::Fn | Word::Extern => Type::FnPtr(self.fn_pointer(lifetimes)),
            it if it.begins_path() => self.type_path(lifetimes, plus),
            _ if lifetimes.is_some() => self.expected("type"),
            _ if self.is(0, "::") || self.is(0, "<") => self.type_path(lifetimes, plus),
            Word::Dyn => {
                let dyn_token = Some(Token![dyn](self.keyword(Word::Dyn)));
                let bounds = self.bounds(plus, false);
                Type::TraitObject(TypeTraitObject { attrs: Vec::new(), dyn_token, bounds })
            }
            Word::Impl => {
                let impl_token = Token![impl](self.keyword(Word::Impl));
                let bounds = self.bounds(plus, true);
                Type::ImplTrait(TypeImplTrait { attrs: Vec::new(), impl_token, bounds })
            }
            Word::Underscore => {
                let underscore_token = Token![_](self.keyword(Word::Underscore));
                Type::Infer(TypeInfer { attrs: Vec::new(), underscore_token })
            }
            Word::None => self.type_of_signs(plus),
            _ => self.expected("type"),
        }
    }

    /// A type that begins with an operator or a bracket.
    fn type_of_signs(&mut self, plus: bool) -> Type {
        let attrs = Vec::new();
        if self.is_paren(0) {
            return self.type_in_parens(plus);
        }
        if self.is_group(0, Delimiter::Bracket) {
            return self.type_in_brackets();
        }
        if self.is_lifetime(0) {
            let bounds = self.bounds(true, false);
            return Type::TraitObject(TypeTraitObject { attrs, dyn_token: None, bounds });
        }
        if let Some(and_token) = take!(self, &) {
            return Type::Reference(TypeReference {
                attrs,
                and_token,
                lifetime: self.take_lifetime(),
                mutability: self.mutability(),
                elem: Box::new(self.type_without_plus()),
            });
        }
        if let Some(star_token) = take!(self, *) {
            let mutability = match self.mutability() {
                Some(it) => PointerMutability::Mut(it),
                None => PointerMutability::Const(Token![const](self.keyword(Word::Const))),
            };
            let elem = Box::new(self.type_without_plus());
            return Type::Ptr(TypePtr { attrs, star_token, mutability, elem });
        }
        match take!(self, !) {
            Some(bang_token) => Type::Never(TypeNever { attrs, bang_token }),
            None => self.expected("type"),
        }
    }

    /// What a macro was given for a type, with what stands behind it.
    fn type_group(&mut self, group_arguments: bool) -> Type {
        let (span, outer) = self.enter(Delimiter::None);
        let group_token = Group(span.join());
        let elem = self.ty();
        self.leave(outer);
        let goes_on = self.is(0, "::") && self.word(2) != Word::None;
        let has_arguments = self.is(0, "<") && group_arguments || self.is(0, "::") && self.is(2, "<");
        match elem {
            Type::Path(mut it) if goes_on => {
                self.more_path(&mut it.path, false);
                Type::Path(it)
            }
            elem if goes_on => {
                let qself = QSelf {
                    lt_token: Token![<](group_token.span),
                    position: 0,
                    as_token: None,
                    gt_token: Token![>](group_token.span),
                    ty: Box::new(elem),
                };
                Type::Path(TypePath { attrs: Vec::new(), qself: Some(qself), path: self.path(false) })
            }
            Type::Path(mut it)
                if has_arguments && it.path.segments.last().is_some_and(|it| it.arguments.is_none()) =>
            {
                if let Some(last) = it.path.segments.last_mut() {
                    last.arguments = PathArguments::AngleBracketed(self.generic_arguments());
                }
                self.more_path(&mut it.path, false);
                Type::Path(it)
            }
            elem => Type::Group(TypeGroup { attrs: Vec::new(), group_token, elem: Box::new(elem) }),
        }
    }

    /// A type that is a path, the call of a macro, or a trait in the way of old.
    fn type_path(&mut self, lifetimes: Option<BoundLifetimes>, plus: bool) -> Type {
        let attrs = Vec::new();
        let (qself, path) = self.qualified_path(false);
        if qself.is_some() {
            return Type::Path(TypePath { attrs, qself, path });
        }
        if self.calls_macro(&path) {
            return Type::Macro(TypeMacro { attrs, mac: self.macro_call(path) });
        }
        if lifetimes.is_none() && !(plus && self.is(0, "+")) {
            return Type::Path(TypePath { attrs, qself, path });
        }
        let first =
            TraitBound { paren_token: None, lifetimes, modifiers: Default::default(), maybe: None, path };
        self.old_trait_object(first, plus)
    }

    /// `A + B` without a `dyn`.
    fn old_trait_object(&mut self, first: TraitBound, plus: bool) -> Type {
        let mut bounds: Bounds = Punctuated::new();
        let may_end = first.paren_token.is_none();
        bounds.push_value(TypeParamBound::Trait(first));
        while plus && self.is(0, "+") {
            bounds.push_punct(punct!(self, +));
            if may_end && !self.begins_bound() {
                break;
            }
            bounds.push_value(self.bound());
        }
        Type::TraitObject(TypeTraitObject { attrs: Vec::new(), dyn_token: None, bounds })
    }

    fn type_in_parens(&mut self, plus: bool) -> Type {
        let attrs = Vec::new();
        let (span, outer) = self.enter(Delimiter::Parenthesis);
        let paren_token = Paren(span);
        if self.is(0, "?") {
            let mut first = self.trait_bound();
            self.leave(outer);
            first.paren_token = Some(paren_token);
            return self.old_trait_object(first, plus);
        }
        let mut elems = self.commas(Self::ty);
        self.leave(outer);
        if elems.len() != 1 || elems.trailing_punct() {
            return Type::Tuple(TypeTuple { attrs, paren_token, elems });
        }
        let Some(elem) = elems.pop() else {
            return self.expected("type");
        };
        if let Type::Path(it) = &elem
            && it.qself.is_none()
            && plus
            && self.is(0, "+")
        {
            let path = it.path.clone();
            return self.old_trait_object(bound_in_parens(path, paren_token), plus);
        }
        Type::Paren(TypeParen { attrs, paren_token, elem: Box::new(elem) })
    }

    fn type_in_brackets(&mut self) -> Type {
        let attrs = Vec::new();
        let (span, outer) = self.enter(Delimiter::Bracket);
        let bracket_token = Bracket(span);
        let elem = Box::new(self.ty());
        let ty = match take!(self, ;) {
            Some(semi_token) => {
                Type::Array(TypeArray { attrs, bracket_token, elem, semi_token, len: self.expr() })
            }
            None => Type::Slice(TypeSlice { attrs, bracket_token, elem }),
        };
        self.leave(outer);
        ty
    }

    fn fn_pointer(&mut self, lifetimes: Option<BoundLifetimes>) -> TypeFnPtr {
        let unsafety = self.take_word(Word::Unsafe).map(Token![unsafe]);
        let abi = self.abi();
        let fn_token = Token![fn](self.keyword(Word::Fn));
        let (span, outer) = self.enter(Delimiter::Parenthesis);
        let mut inputs = Punctuated::new();
        let mut variadic = None;
        while !self.is_empty() {
            let (attrs, name) = (self.outer_attributes(), self.argument_name());
            if let Some(dots) = take!(self, ...) {
                variadic = Some(FnPtrVariadic { attrs, name, dots, comma: take!(self, ,) });
                break;
            }
            inputs.push_value(NamedArg { attrs, name, ty: self.ty() });
            if self.is_empty() {
                break;
            }
            inputs.push_punct(punct!(self, ,));
        }
        self.leave(outer);
        let output = self.return_type(false);
        TypeFnPtr {
            attrs: Vec::new(),
            lifetimes,
            unsafety,
            abi,
            fn_token,
            paren_token: Paren(span),
            inputs,
            variadic,
            output,
        }
    }

    /// The name before an argument's type, which says nothing.
    fn argument_name(&mut self) -> Option<(syn::Ident, Token![:])> {
        let is_named = matches!(self.word(0), Word::Underscore | Word::SelfValue) || self.is_name(0);
        if !is_named || !self.is(1, ":") || self.is(1, "::") {
            return None;
        }
        let name = self.any_word();
        Some((name, punct!(self, :)))
    }

    /// An argument of `Fn(..)`, which has no name.
    pub(super) fn unnamed_argument(&mut self) -> NamedArg {
        NamedArg { attrs: Vec::new(), name: None, ty: self.ty() }
    }

    /// `-> type`, or nothing.
    pub(super) fn return_type(&mut self, plus: bool) -> ReturnType {
        match take!(self, ->) {
            Some(arrow) => ReturnType::Type(arrow, Box::new(self.type_with(plus, true))),
            None => ReturnType::Default,
        }
    }

    /// `extern "..."`, or nothing.
    pub(super) fn abi(&mut self) -> Option<Abi> {
        let extern_token = Token![extern](self.take_word(Word::Extern)?);
        Some(Abi { extern_token, name: self.take_string() })
    }

    /// `mut`, or nothing.
    pub(super) fn mutability(&mut self) -> Option<Token![mut]> {
        self.take_word(Word::Mut).map(Token![mut])
    }
}

fn bound_in_parens(path: Path, paren_token: Paren) -> TraitBound {
    TraitBound {
        paren_token: Some(paren_token),
        lifetimes: None,
        modifiers: Default::default(),
        maybe: None,
        path,
    }
}
